"""The catalogue of innovations, looked for by words and by what is recorded; one that is open replaces the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.innovation_search import NOT_RECORDED, Wanted, search
from indicators.judgement.innovations import REGISTRY, Innovation, seen_from
from indicators.judgement.recognitions import AWARD, by_result, result_labels
from indicators.judgement.replications import Replication, copied_innovations
from indicators.screens import choices, html, innovation_detail, sections
from indicators.screens.addresses import linked, view
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.screens.shared import shared
from indicators.wording import innovation_catalogue as say
from indicators.wording import innovations as innovation_words

VIEW, ADDRESS, WORDS = "katalog", "inovasi", "cari"
PAGE_ROWS = 10
_OPEN = "innovation_open"


def choose_view() -> str:
    """The part of the page; the catalogue where the address names an innovation."""
    if _OPEN not in st.session_state:
        st.session_state[_OPEN] = st.query_params.get(ADDRESS)
        if st.session_state[_OPEN]:
            choices.want(sections.VIEW, VIEW)
    picked = sections.choose_view("innovation")
    if picked != VIEW:
        choices.remember(ADDRESS, "")
    return picked


def show(chosen: Selection) -> None:
    """The innovation that is open, or the list."""
    every = {one.id: one for one in seen_from(warehouse.at(chosen.version), chosen.kabupaten)}
    wanted = st.session_state.get(_OPEN)
    choices.remember(ADDRESS, str(wanted) if wanted in every else "")
    if wanted in every:
        st.button(say.BACK, key="innovation_back", on_click=_open, args=(None,))
        innovation_detail.show(every[wanted], chosen)
        return
    if wanted:
        st.info(say.UNKNOWN)
    _list(tuple(every.values()), chosen)


def _open(innovation: str | None) -> None:
    st.session_state[_OPEN] = innovation


def _list(every: Sequence[Innovation], chosen: Selection) -> None:
    sections.title(say.TITLE, lead=say.LEAD)
    if not every:
        place = all_kabupaten()[chosen.kabupaten].name
        st.html(f'<p class="empty">{html.text(innovation_words.EMPTY.format(place=place))}</p>')
        return
    found = search(every, _wanted(every))
    if not found:
        st.html(f'<p class="empty">{html.text(say.NOTHING)}</p>')
        return
    shown = _page(found)
    rows = _rows(chosen.version, chosen.kabupaten)
    st.html(f'<p class="hint">{html.text(say.found(len(found), len(every)))}</p>')
    st.html(linked(html.table(say.COLUMNS, [_row(one, rows[one.id], chosen) for one in shown]), chosen))


def _page(found: Sequence[Innovation]) -> Sequence[Innovation]:
    if len(found) <= PAGE_ROWS:
        return found
    first = st.selectbox(
        say.PAGE,
        list(range(0, len(found), PAGE_ROWS)),
        format_func=lambda start: say.page(start + 1, min(start + PAGE_ROWS, len(found)), len(found)),
        key="innovation_page",
    )
    return found[first : first + PAGE_ROWS]


def _wanted(every: Sequence[Innovation]) -> Wanted:
    """What is asked, kept in the address; only what some innovation has is offered."""
    known, entries = all_kabupaten(), catalogue().indicators
    stages = {id_: word.label for id_, word in catalogue().vocabularies["innovation_stages"].words.items()}
    places = {
        place: f"{known[one.kabupaten].name_of(place)} ({known[one.kabupaten].name})"
        for one in every
        for place in one.places
    }
    left, middle, right = st.columns([2, 1, 1])
    with left:
        words = _words()
    with middle:
        indicator = _choice(
            say.INDICATOR, "dituju", {id_: entries[id_].short for one in every for id_ in one.indicators}
        )
    with right:
        kabupaten = _choice(
            say.KABUPATEN, "asal", {one.kabupaten: known[one.kabupaten].name for one in every}, blank=False
        )
    with st.expander(say.MORE):
        first, second, third = st.columns(3)
        with first:
            stage = _choice(say.STAGE, "tahapan", {id_: stages[id_] for id_ in stages if _any(every, id_)})
        with second:
            kecamatan = _choice(say.KECAMATAN, "tempat", dict(sorted(places.items(), key=lambda item: item[1])))
        with third:
            recognition = _choice(say.RECOGNITION, "ajang", result_labels())
    return Wanted(words, kabupaten, indicator, stage, kecamatan, recognition)


def _any(every: Sequence[Innovation], stage: str) -> bool:
    return any(one.stage == stage for one in every)


def _words() -> str:
    if WORDS not in st.session_state:
        st.session_state[WORDS] = st.query_params.get(WORDS, "")
    typed = str(st.text_input(say.WORDS, key=WORDS, help=say.WORDS_HELP, max_chars=80)).strip()
    choices.remember(WORDS, typed)
    return typed


def _choice(label: str, key: str, options: Mapping[str, str], *, blank: bool = True) -> str:
    """One of the options, all of them, or those of which it is not recorded; kept in the address."""
    labels = {"": say.EVERY, **options, **({NOT_RECORDED: say.NOT_RECORDED} if blank else {})}
    picked = choices.choose(label, key, list(labels), format_option=labels.__getitem__, default="")
    choices.remember(key, picked)
    return picked


def _row(one: Innovation, made: Sequence[str], chosen: Selection) -> list[str]:
    address = view("inovasi", chosen, bagian=VIEW, inovasi=one.id)
    below, *cells = made
    return [f'<a href="{address}" target="_self"><b>{html.text(one.name)}</b></a>{below}', *cells]


@shared(most=20)
def _rows(version: int, kabupaten: str) -> dict[str, list[str]]:
    """Innovation -> what stands below its name, and the cells behind it; made once a data version."""
    snapshot = warehouse.at(version)
    copies = copied_innovations(snapshot, kabupaten)
    return {one.id: [_below(one, copies.get(one.id, ())), *_cells(one)] for one in seen_from(snapshot, kabupaten)}


def _below(one: Innovation, copies: Sequence[Replication]) -> str:
    about = ": ".join(text for text in (one.text("long_name"), one.text("summary")) if text)
    copied = say.copied(sum(not c.is_planned for c in copies), sum(c.is_planned for c in copies))
    tag = f' <span class="tag sample">{say.PRACTICE}</span>' if one.practice else ""
    said = "".join(f'<div class="remark">{explained(text)}</div>' for text in (about, copied) if text)
    return tag + said


def _cells(one: Innovation) -> list[str]:
    here = all_kabupaten()[one.kabupaten]
    column = catalogue().datasets[REGISTRY].columns["stage"]
    stage = warehouse.Words(here, catalogue(), {}).cell(column, one.stage)
    shorts = ", ".join(catalogue().indicators[id_].short for id_ in one.indicators)
    return [
        f'{_or_not(one.text("owner"))}<div class="remark">{html.text(here.name)}</div>',
        f'{_or_not(stage)}<div class="remark">{html.text(one.text("year"))}</div>',
        _or_not(shorts),
        _recognitions(one),
    ]


def _recognitions(one: Innovation) -> str:
    """Awards first; nominations and taking part apart, since they are none."""
    found, labels = by_result(one), result_labels()
    awards = explained("; ".join(found.pop(AWARD, [])) or "–")
    for result, where in found.items():
        awards += f'<div class="remark">{explained(innovation_words.other_result(labels[result], where))}</div>'
    return awards


def _or_not(text: str) -> str:
    return explained(text) if text else f'<span class="none">{say.NOT_RECORDED}</span>'
