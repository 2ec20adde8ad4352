"""Mencontoh: what may be copied where, and the plan that "contoh ini" makes of one innovation."""

from __future__ import annotations

import streamlit as st

from indicators import access, warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement import copying_sentences
from indicators.judgement.copying import Outlook, Suggestion
from indicators.judgement.innovations import Innovation
from indicators.judgement.replications import DRAFT, REPLICATIONS, copied_innovations, unit_of
from indicators.screens import addresses, data, html, list_entry, quality_mark, sections, sending
from indicators.screens.access import account
from indicators.screens.addresses import address, linked
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.vocabulary import Basis, Mode
from indicators.wording import copying as say
from indicators.wording import judgement
from indicators.wording import pages as page_words

SHOWN = 12
_STARTED = "copying_started"
_ASKED = ("copier", "origin", "state", "started_on", "url", "source", "note")


def show(chosen: Selection) -> None:
    """The ranked suggestions of the chosen kecamatan, or of all, with what they were looked for in."""
    sections.title(say.TITLE, lead=say.LEAD)
    if chosen.state.mode is Mode.SAMPLE:
        st.html(f'<p class="banner sample" role="note">{html.text(page_words.SAMPLE_BANNER)}</p>')
    every, looked = data.suggestions(chosen.version, chosen.kabupaten, chosen.period)
    found = [one for one in every if chosen.kecamatan in (None, one.area)]
    if found:
        weak = dict.fromkeys(problem.judged.indicator for one in found[:SHOWN] for problem in one.weaknesses)
        quality_mark.warning(weak, chosen)
        rows = [_row(one, chosen) for one in found[:SHOWN]]
        st.html(linked(html.table(say.COLUMNS, rows, blocks=True), chosen))
        if len(found) > SHOWN:
            st.html(f'<p class="hint">{html.text(say.more(len(found) - SHOWN))}</p>')
        st.html(f'<p class="hint">{html.text(say.NOT_A_CAUSE)}</p>')
        st.html(f'<p class="source">{html.text(_source(found, chosen))}</p>')
    else:
        st.html(f'<p class="empty">{html.text(_why_none(every, looked, chosen))}</p>')
    with st.expander(say.LOOKED):
        said = say.looked(
            looked.named, looked.without_indicator, looked.without_merit, looked.without_place, looked.planned
        )
        st.html(f"<ul>{''.join(f'<li>{explained(sentence)}</li>' for sentence in said)}</ul>")


def _row(one: Suggestion, chosen: Selection) -> list[str]:
    kecamatan = one.area if one.area != chosen.kabupaten else None
    # With its kecamatan, so that the plan already knows the puskesmas where there is one only.
    link = address(
        "inovasi",
        kabupaten=chosen.kabupaten,
        period=chosen.period,
        kecamatan=kecamatan,
        bagian="katalog",
        inovasi=one.innovation.id,
    )
    name, origin = html.text(one.innovation.name), html.text(unit_of(one.innovation).name)
    weak = "".join(f"<div>{explained(copying_sentences.problem_of(problem))}</div>" for problem in one.weaknesses)
    tag = "" if kecamatan else f'<div class="remark">{say.WHOLE}</div>'
    return [
        f"<b>{html.text(copying_sentences.place_of(one))}</b>{tag}",
        weak,
        f'<b>{name}</b><div class="remark">{origin}</div><a href="{link}" target="_self">{say.OPEN}</a>',
        explained(" ".join(copying_sentences.reasons(one))),
    ]


def _source(found: list[Suggestion], chosen: Selection) -> str:
    """The sources of what is weak, and the rules that judged it."""
    entries = catalogue().indicators
    weak = [problem.judged for one in found for problem in one.weaknesses]
    sources = "; ".join(dict.fromkeys(entries[judged.indicator].source for judged in weak))
    basis = Basis.weakest(*(judged.basis for judged in weak if judged.basis))
    return judgement.source_line(sources, basis, chosen.version, rule=catalogue().settings.rule_version)


def _why_none(every: tuple[Suggestion, ...], looked: Outlook, chosen: Selection) -> str:
    if every and chosen.kecamatan:
        return say.nothing_here(all_kabupaten()[chosen.kabupaten].name_of(chosen.kecamatan), len(every))
    return copying_sentences.why_none(looked)


def offer(one: Innovation, chosen: Selection) -> None:
    """The way to copy an innovation: the plan as a form for who may write it, for others whom to ask."""
    sending.show_receipt(chosen, in_place=True)
    here, dataset = all_kabupaten()[chosen.kabupaten], catalogue().datasets[REPLICATIONS]
    with st.container(key="copy-this"):
        st.html(f'<h3>{say.COPY}</h3><p class="lead">{html.text(say.COPY_LEAD)}</p>')
        person = account()
        may = access.may(dataset.right, person, here.code) and chosen.as_of is None
        _already(one, chosen, may_edit=may)
        if person is None or not may:
            st.html(f'<p class="hint">{html.text(say.whom_to_ask(here.name, dataset.supplied_by))}</p>')
            return
        # Of one round: once published, the plan is among those that are told above.
        if st.session_state.get(_STARTED) != (one.id, sending.round_of_files()):
            st.button(say.START, type="primary", on_click=_start, args=(one.id,))
            return
        sending.show_mode(chosen)
        list_entry.show(
            dataset,
            chosen,
            person,
            form=f"copy/{one.id}",
            fields=_plan(one, chosen),
            only=_ASKED,
            # By its id, since another kabupaten may have an innovation of the same name.
            given={"innovation": one.id},
        )


def _plan(one: Innovation, chosen: Selection) -> dict[str, str]:
    """What the form begins with; the puskesmas is chosen where the kecamatan has one only."""
    there = [f.id for f in all_kabupaten()[chosen.kabupaten].puskesmas if f.kecamatan == chosen.kecamatan]
    plan = {"origin": unit_of(one).name, "state": DRAFT}
    return plan | ({"copier": there[0]} if len(there) == 1 else {})


def _already(one: Innovation, chosen: Selection, *, may_edit: bool) -> None:
    """Who copies it here or plans to, with the way to complete a plan."""
    here = all_kabupaten()[chosen.kabupaten]
    copies = copied_innovations(warehouse.at(chosen.version), here.code).get(one.id, ())
    names = [here.name_of(copy.copier) for copy in copies if copy.copier in here.kecamatan_of and copy.copier]
    if names:
        page = addresses.view("kelola-inovasi", chosen, daftar=REPLICATIONS)
        link = f' <a href="{page}" target="_self">{html.text(say.COMPLETE)}</a>' if may_edit else ""
        st.html(f"<p>{html.text(say.planned_here(list(dict.fromkeys(names))))}{link}</p>")


def _start(innovation: str) -> None:
    st.session_state[_STARTED] = (innovation, sending.round_of_files())
