"""Paparan: the slides of a meeting, chosen, put in order, given headlines, and handed over as a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

import streamlit as st

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.briefing.deck import BulletsBody, CardsBody, ChartBody, Deck, MapBody, Slide, TableBody, arranged
from indicators.briefing.templates import Template, templates
from indicators.catalogue import catalogue
from indicators.screens import access, briefing_templates, choices, data, decision_forms, html, sections, sending
from indicators.screens.downloads import offer
from indicators.screens.selection import Selection
from indicators.vocabulary import Audience, Reader
from indicators.wording import briefing as say
from indicators.wording import decisions as decision_words
from indicators.wording import judgement, numbers

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PDF = "application/pdf"
HTML = "text/html"
_AUDIENCE, _TEMPLATE, _RATIO, _READER, _FROZEN = "peserta", "templat", "layar", "pembaca", "beku"
_RATIOS = ("16:9", "4:3")
_STOP = "stop-presenting"
# In pixels: of the slides on the page; they also fill the whole screen.
_STAGE = 620
_ARRANGED, _TOPICS, _SHOWN = "briefing_arranged", "briefing_topics", "briefing_shown"
_APPLIED = "briefing_template"
# Versions of the past are negative moments in microseconds: of the years 2000 to 2100.
_MOMENTS = range(-4_102_444_800_000_000, -946_684_800_000_000)


@dataclass
class _Arranged:
    """What somebody has made of a deck: all slides in their order, those left out, headlines written anew."""

    order: list[str] = field(default_factory=list)
    out: set[str] = field(default_factory=set)
    headlines: dict[str, str] = field(default_factory=dict)


def show(chosen: Selection) -> None:
    """The choices, then the deck as it stands with its files, then its slides; or these slides being shown."""
    if sections.nothing_yet(chosen):
        return
    if page := _shown(chosen):
        _present(page, chosen)
        return
    person = decision_forms.recorder(chosen)
    if person:
        sending.show_receipt(chosen, in_place=True)
    template = _template(chosen)
    deck = _deck(chosen, template)
    if deck is not None:
        _arrange(deck, template, chosen)
        if person:
            briefing_templates.save(template, _selection(deck, template), deck.audience, chosen, person)


def _template(chosen: Selection) -> Template:
    """The template: its audience and topics are taken over when it is chosen, and can then be changed."""
    found = templates(warehouse.at(chosen.version), chosen.kabupaten)
    id_ = first = next(iter(found))
    if len(found) > 1:
        id_ = choices.choose(
            say.CHOOSE_TEMPLATE, _TEMPLATE, list(found), format_option=lambda one: found[one].label, default=first
        )
        choices.remember(_TEMPLATE, id_, unless=first)
    template = found[id_]
    if st.session_state.get(_APPLIED) != template:
        if template.audience and (_APPLIED in st.session_state or _AUDIENCE not in st.query_params):
            choices.want(_AUDIENCE, template.audience)
        st.session_state[_TOPICS] = [topic for topic in catalogue().topics if topic in template.topics]
        st.session_state[_APPLIED] = template
    return template


def _deck(chosen: Selection, template: Template) -> Deck | None:
    """The deck that was asked for; None where a kecamatan is still to be chosen."""
    left, right = st.columns(2)
    with left:
        audience = choices.choose(
            say.CHOOSE_AUDIENCE,
            _AUDIENCE,
            list(Audience),
            format_option=lambda one: say.AUDIENCE[Audience(one)],
            default=Audience.CROSS_SECTOR,
            buttons=True,
        )
    choices.remember(_AUDIENCE, audience, unless=Audience.CROSS_SECTOR)
    with right:
        reader = _reader(chosen)
    named = catalogue().briefings[template.briefing].topics()
    topics = [id_ for id_ in catalogue().topics if id_ in named]
    picked = st.pills(
        say.CHOOSE_TOPICS,
        topics,
        selection_mode="multi",
        default=st.session_state.get(_TOPICS, [id_ for id_ in topics if id_ in template.topics]),
        format_func=lambda id_: catalogue().topics[id_].label,
    )
    st.session_state[_TOPICS] = picked
    if audience == Audience.PUSKESMAS and chosen.kecamatan is None:
        st.html(f'<p class="empty">{html.text(say.CHOOSE_KECAMATAN)}</p>')
        return None
    return data.briefing(
        _version(chosen),
        chosen.kabupaten,
        chosen.period,
        chosen.today,
        Audience(audience),
        reader,
        chosen.kecamatan if audience == Audience.PUSKESMAS else None,
        tuple(picked),
        template.briefing,
    )


def _reader(chosen: Selection) -> Reader:
    """For the public, unless staff of this kabupaten ask for their own deck."""
    if not access.may_see_small_cells(chosen):
        return Reader.PUBLIC
    picked = choices.choose(
        say.CHOOSE_READER,
        _READER,
        list(Reader),
        format_option=lambda one: say.READERS[Reader(one)],
        default=Reader.PUBLIC,
        buttons=True,
    )
    return Reader(picked)


def _version(chosen: Selection) -> int:
    """The data version shown, or the one that was frozen for a meeting; says which, with the way to the other."""
    frozen = _frozen()
    if chosen.as_of is not None or frozen is None:
        if chosen.as_of is None:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.html(f'<p class="hint">{html.text(say.NOT_FROZEN)}</p>', width="content")
                st.button(say.FREEZE, on_click=_freeze, key="freeze")
        return chosen.version
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<p>{html.text(say.frozen(judgement.data_version(frozen)))}</p>", width="content")
        st.button(say.THAW, on_click=_thaw, key="thaw")
    return frozen


def _frozen() -> int | None:
    """The moment in the address at which the data stand still; None for what is no such moment."""
    text = st.query_params.get(_FROZEN, st.session_state.get(_FROZEN, ""))
    moment = int(text) if text.removeprefix("-").isdecimal() and len(text) < 20 else 0
    if moment not in _MOMENTS:
        return None
    st.session_state[_FROZEN] = text
    choices.remember(_FROZEN, text)
    return moment


def _freeze() -> None:
    st.session_state[_FROZEN] = str(warehouse.as_of(datetime.now(UTC)).version)
    st.query_params[_FROZEN] = st.session_state[_FROZEN]


def _thaw() -> None:
    st.session_state.pop(_FROZEN, None)
    st.query_params.pop(_FROZEN, None)


@st.fragment
def _arrange(deck: Deck, template: Template, chosen: Selection) -> None:
    """The files and the slides; what is changed here redraws this part only."""
    if _SHOWN in st.session_state:
        st.rerun()
    held, shown = _held(deck, template), _selection(deck, template)
    if not shown:
        st.html(f'<p class="empty">{html.text(say.NO_SLIDES)}</p>')
    else:
        _offer(arranged(deck, order=tuple(shown), headlines=held.headlines), chosen)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="hint">{html.text(say.ARRANGE_HINT)}</p>', width="content")
        if held != _as_saved(deck, template):
            st.button(say.RESET, on_click=_reset, args=(_key(deck, template),))
    slides = {slide.id: slide for slide in deck.slides}
    for place, id_ in enumerate(held.order):
        _row(_key(deck, template), slides[id_], place, held, number=shown.index(id_) + 1 if id_ in shown else None)


def _offer(deck: Deck, chosen: Selection) -> None:
    """The files; each is made when its button is pressed."""
    ratio = choices.choose(
        say.CHOOSE_RATIO, _RATIO, list(_RATIOS), format_option=say.RATIOS.__getitem__, default=_RATIOS[0], buttons=True
    )
    place = all_kabupaten()[deck.kabupaten].name_of(deck.kecamatan) if deck.kecamatan else deck.place
    name = say.file_name(place, numbers.short_period(deck.period))
    template = all_kabupaten()[deck.kabupaten].slides_path

    def pptx() -> bytes:
        # Imported here, as below: what writes a file is needed by who asks for one only.
        from indicators.briefing.pptx import to_pptx_in_any_look

        own = template.read_bytes() if template.exists() else None
        return to_pptx_in_any_look(deck, ratio="4:3" if ratio == "4:3" else "16:9", template=own)

    def pdf() -> bytes:
        from indicators.briefing.pdf import to_pdf

        return to_pdf(deck, ratio=ratio)

    def page() -> bytes:
        return _page(deck).encode()

    with st.container(horizontal=True, vertical_alignment="center"):
        said = html.text(say.counted(len(deck.slides), deck.sample))
        st.html(f'<p class="strong">{said}</p>', width="content")
        st.button(say.PRESENT, on_click=_start, args=(deck,), type="primary", key="present")
    offer(
        (say.DOWNLOAD_PPTX, f"{name}.pptx", PPTX, pptx),
        (say.DOWNLOAD_PDF, f"{name}.pdf", PDF, pdf),
        (say.DOWNLOAD_HTML, f"{name}.html", HTML, page),
    )


def _shown(chosen: Selection) -> str:
    """The slides that were opened here; empty without, in another kabupaten, and for who may no longer see them."""
    kabupaten, reader, page = st.session_state.get(_SHOWN, ("", Reader.PUBLIC, ""))
    if kabupaten == chosen.kabupaten and (reader is Reader.PUBLIC or access.may_see_small_cells(chosen)):
        return str(page)
    st.session_state.pop(_SHOWN, None)
    return ""


def _present(page: str, chosen: Selection) -> None:
    """The slides as they were when they were opened, and below them the form for what is decided meanwhile."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="hint">{html.text(say.PRESENT_HINT)}</p>', width="content")
        st.button(say.STOP_PRESENTING, on_click=_stop, key=_STOP)
    st.iframe(page, height=_STAGE)
    if person := decision_forms.recorder(chosen):
        sending.show_receipt(chosen)
        with st.expander(decision_words.RECORD):
            decision_forms.record_decision(chosen, person, place="presentation")


def _page(deck: Deck, *, leave: str = "") -> str:
    from indicators.briefing.html import to_html
    from indicators.briefing.kecamatan_slides import every_kecamatan

    return to_html(deck, every_kecamatan(warehouse.at(deck.version), deck), leave=leave)


def _start(deck: Deck) -> None:
    sending.forget_receipts()
    st.session_state[_SHOWN] = (deck.kabupaten, deck.reader, _page(deck, leave=f".st-key-{_STOP} button"))


def _stop() -> None:
    del st.session_state[_SHOWN]


def _row(deck: str, slide: Slide, place: int, held: _Arranged, *, number: int | None) -> None:
    """One slide: whether it is shown, its place, its headline. deck: what tells its widgets from another deck's."""
    key = f"{deck}/{slide.id}"
    with st.container(border=True, key=f"slide-{slide.id}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.checkbox(
                f"{number}. {_name(slide)}" if number else _name(slide),
                value=slide.id not in held.out,
                key=f"in/{key}",
                on_change=_toggle,
                args=(held, slide.id),
            )
            st.space("stretch")
            for sign, step, words in (("↑", -1, say.UP), ("↓", 1, say.DOWN)):
                st.button(
                    sign,
                    key=f"{words}/{key}",
                    help=words,
                    disabled=not 0 <= place + step < len(held.order),
                    on_click=_move,
                    args=(held, place, step),
                )
        if number:
            st.text_area(
                say.HEADLINE,
                value=held.headlines.get(slide.id, slide.headline),
                key=f"headline/{key}",
                height="content",
                label_visibility="collapsed",
                on_change=_write,
                args=(held, slide, f"headline/{key}"),
            )


def _name(slide: Slide) -> str:
    """Its topic, and what stands below the headline."""
    return " · ".join(part for part in (slide.topic or say.TITLE_SLIDE, _kind(slide)) if part)


def _kind(slide: Slide) -> str:
    """In a word or two; empty for the first slide."""
    body = slide.body
    if isinstance(body, ChartBody):
        return say.charts(len(body.charts))
    for kind, word in ((MapBody, say.MAP), (TableBody, say.TABLE), (CardsBody, say.CARDS), (BulletsBody, say.TEXT)):
        if isinstance(body, kind):
            return word
    return ""


def _key(deck: Deck, template: Template) -> str:
    return "/".join([deck.kabupaten, deck.kecamatan or "", str(deck.period), deck.audience, deck.reader, template.id])


def _as_saved(deck: Deck, template: Template) -> _Arranged:
    """The deck as the template has it."""
    known = [slide.id for slide in deck.slides]
    if template.slides is None:
        return _Arranged(order=known)
    return _with_later(_Arranged([*template.slides], {id_ for id_ in known if id_ not in template.slides}), known)


def _held(deck: Deck, template: Template) -> _Arranged:
    """What was made of this deck in this session; slides that came later stand at their own places."""
    every: dict[str, _Arranged] = st.session_state.setdefault(_ARRANGED, {})
    key = _key(deck, template)
    if key not in every:
        every[key] = _as_saved(deck, template)
    return _with_later(every[key], [slide.id for slide in deck.slides])


def _selection(deck: Deck, template: Template) -> list[str]:
    """The ids of the slides that are shown, in order."""
    held = _held(deck, template)
    return [id_ for id_ in held.order if id_ not in held.out]


def _with_later(held: _Arranged, known: list[str]) -> _Arranged:
    """known: the slides that there are now, as the deck has them."""
    held.order = [id_ for id_ in held.order if id_ in known]
    for place, id_ in enumerate(known):
        if id_ not in held.order:
            held.order.insert(place, id_)
    return held


def _reset(key: str) -> None:
    """Forget what was made of a deck, and what its widgets hold."""
    st.session_state[_ARRANGED].pop(key)
    for widget in [str(name) for name in st.session_state if str(name).startswith((f"in/{key}", f"headline/{key}"))]:
        del st.session_state[widget]


def _toggle(held: _Arranged, id_: str) -> None:
    held.out ^= {id_}


def _move(held: _Arranged, place: int, step: int) -> None:
    held.order[place], held.order[place + step] = held.order[place + step], held.order[place]


def _write(held: _Arranged, slide: Slide, widget: str) -> None:
    """An emptied headline is the finding again."""
    written = str(st.session_state[widget]).strip()
    if written and written != slide.headline:
        held.headlines[slide.id] = written
    else:
        held.headlines.pop(slide.id, None)
        st.session_state[widget] = slide.headline
