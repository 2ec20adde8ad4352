"""One kecamatan on one printed page, for its camat: what stands out, every indicator, counts behind the main ones."""

from __future__ import annotations

from datetime import date

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.charts.of_area import compared_indicators, kecamatan_spine
from indicators.charts.spine import SpineSpec
from indicators.judgement import sentences
from indicators.judgement.scorecard import scorecard
from indicators.judgement.values import State
from indicators.render.pdf_page import Block, Document, Facts, Heading, Paragraph, Picture
from indicators.render.vector_chart import Size, svg
from indicators.vocabulary import Mode, Period, Reader
from indicators.warehouse import Snapshot
from indicators.wording import briefing as briefing_words
from indicators.wording import judgement, numbers
from indicators.wording import paper as say
from indicators.wording import profile as profile_words

# In millimetres and points: the picture leaves room for the words above and below it on one page.
_PICTURE = Size(width=174, height=164, text=8.8)
_TEXT = 9.2


def profile(snapshot: Snapshot, *, state: State, kecamatan: str, period: Period, today: date) -> Document:
    """A page A4, as the public may see it. Raises KeyError for an unknown kecamatan."""
    here = all_kabupaten()[state.kabupaten]
    name = here.name_of(kecamatan)
    puskesmas = [f.name for f in here.puskesmas if f.kecamatan == kecamatan]
    neighbours = [here.name_of(code) for code in here.neighbours.get(kecamatan, ())]
    spec = kecamatan_spine(snapshot, state=state, area=kecamatan, period=period)
    blocks: list[Block] = [
        Heading(say.profile_title(name), level=1),
        Paragraph(say.profile_lead(here.name, period), bold=True),
        Paragraph(f"{profile_words.puskesmas(puskesmas)} {profile_words.neighbours(neighbours)}", small=True),
    ]
    if spec is None:
        blocks.append(Paragraph(judgement.NOT_SENT))
    else:
        told = sentences.of_kecamatan(snapshot, state=state, period=period, kecamatan=kecamatan)
        blocks += [
            Paragraph(told),
            Heading(say.PROFILE_SPINE),
            *_spine(spec),
            *_counts(snapshot, state, kecamatan, period),
        ]
    return Document(
        title=f"{say.profile_title(name)}, {here.name}, {numbers.period(period)}",
        author=say.author(here.name),
        blocks=tuple(blocks),
        footer=_footer(spec, today, state),
        sample=spec.sample if spec else state.mode is Mode.SAMPLE,
        size=_TEXT,
    )


def _spine(spec: SpineSpec) -> list[Block]:
    picture = Picture(svg(spec, size=_PICTURE, whole=False, marked=False), spec.alt)
    return [picture, *(Paragraph(note, small=True) for note in spec.notes)]


def _counts(snapshot: Snapshot, state: State, kecamatan: str, period: Period) -> list[Block]:
    """What the headline indicators rest on in this kecamatan."""
    entries = [entry for entry in compared_indicators() if entry.headline is not None]
    card = scorecard(snapshot, indicators=[entry.id for entry in entries], state=state, period=period)
    pairs = []
    for entry in entries:
        judged = card.cells[kecamatan, entry.id].judged
        if judged.numerator is not None:
            said = judgement.behind(
                judged.numerator, entry.numerator_label, judged.denominator, entry.denominator_label
            )
            pairs.append((entry.short, said))
    return [Heading(say.PROFILE_COUNTS), Facts(tuple(pairs))] if pairs else []


def _footer(spec: SpineSpec | None, today: date, state: State) -> str:
    rule = catalogue().settings.rule_version
    line = spec.footer if spec else judgement.source_line("", None, state.version, rule=rule)
    return say.made(briefing_words.footer(line, Reader.PUBLIC), today)
