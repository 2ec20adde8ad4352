"""The slides of what was decided, of what may be copied, and of programmes."""

from __future__ import annotations

from indicators.areas import all_kabupaten
from indicators.briefing.asked import Asked, in_sentences, paragraphs
from indicators.briefing.deck import BulletsBody, Slide, TableBody
from indicators.catalogue import BriefingSlide, catalogue
from indicators.judgement import copying, decisions
from indicators.judgement import programmes as judged_programmes
from indicators.judgement.change_sentences import words_of
from indicators.judgement.copying_sentences import in_one_sentence, place_of, problem_of, reasons, why_none
from indicators.judgement.decision_sentences import movement
from indicators.judgement.decisions import Decision
from indicators.judgement.programmes import ProgrammeJudged
from indicators.vocabulary import Basis, Mode
from indicators.wording import briefing as say
from indicators.wording import copying as copy_words
from indicators.wording import decisions as words
from indicators.wording import numbers
from indicators.wording import signals as signal_words


def last_decisions(asked: Asked, id_: str, entry: BriefingSlide) -> Slide:
    """The decisions of today's and the last meeting, and earlier ones that are open; or that no meeting is recorded."""
    kabupaten = asked.state.kabupaten
    held = decisions.gone_through(decisions.meetings(asked.snapshot, kabupaten), asked.today)
    last = held[-1] if held else None
    found = [
        one
        for one in decisions.overdue_first(decisions.decisions(asked.snapshot, kabupaten), asked.today)
        if (one.is_open or one.meeting in held) and one.kecamatan in (None, asked.kecamatan or one.kecamatan)
    ]
    named = last and words.about_meeting(last.name, last.held_on, last.place)
    late = sum(one.is_overdue(asked.today) for one in found)
    open_ = sum(one.is_open for one in found)
    changes = [one.moved.change for one in found if one.moved.change]
    sample = any(one.practice for one in found) or any(change.now.basis is Basis.SAMPLE for change in changes)
    if last is None:
        told, body = words.NO_MEETINGS.format(place=asked.here.name), BulletsBody((say.WHO_RECORDS,))
        return _slide(asked, id_, entry, told, body, sample=False)
    if not found:
        return _slide(asked, id_, entry, words.NO_DECISIONS, BulletsBody((named or "",)), sample=last.practice)
    table = TableBody(
        columns=say.DECISION_COLUMNS,
        rows=tuple(_decision(one, asked) for one in found),
        shares=(0.36, 0.2, 0.2, 0.24),
        lead=named or "",
    )
    told = words.counted(len(found), late, open_ - late, len(found) - open_)
    notes = (line for one in found for line in (f"{one.what} ({one.owner})", movement(one, kabupaten), one.evidence))
    return _slide(asked, id_, entry, told, table, sample=sample, notes=paragraphs(*notes, words.HOW))


def suggestions(asked: Asked, id_: str, entry: BriefingSlide) -> Slide:
    """What may be copied where, the surest problem and the nearest innovation first; or why nothing is suggested."""
    every = copying.suggestions(asked.snapshot, state=asked.state, period=asked.period)
    found = [one for one in every if asked.kecamatan in (None, one.area)]
    sample = asked.state.mode is Mode.SAMPLE
    if not found:
        why = why_none(copying.outlook(asked.snapshot, state=asked.state, period=asked.period))
        if every and asked.kecamatan:
            why = say.nothing_to_copy_here(asked.here.name_of(asked.kecamatan), len(every))
        first, *rest = in_sentences(why)
        return _slide(asked, id_, entry, first, BulletsBody(tuple(rest or (copy_words.NOT_A_CAUSE,))), sample=sample)
    weak = [problem.judged for one in found for problem in one.weaknesses]
    sources = dict.fromkeys(catalogue().indicators[judged.indicator].source for judged in weak)
    table = TableBody(
        columns=copy_words.COLUMNS,
        rows=tuple(
            (
                place_of(one),
                problem_of(one.weaknesses[0]),
                f"{one.innovation.name} ({all_kabupaten()[one.innovation.kabupaten].name})",
                reasons(one)[0],
            )
            for one in found
        ),
        shares=(0.17, 0.33, 0.26, 0.24),
    )
    innovations, areas = {one.innovation.id for one in found}, {one.area for one in found}
    return Slide(
        id=id_,
        topic=entry.heading,
        headline=say.to_copy(len(innovations), len(areas), sample=sample),
        body=table,
        footer=asked.footer(
            numbers.listed(list(sources)), Basis.weakest(*(judged.basis for judged in weak if judged.basis))
        ),
        notes=paragraphs(*(in_one_sentence(one) for one in found), copy_words.NOT_A_CAUSE),
        sample=sample,
    )


def programmes(asked: Asked, id_: str, entry: BriefingSlide) -> Slide | None:
    """The one sentence that may be said of each programme; None where the kabupaten has none, and for one kecamatan."""
    found = judged_programmes.programmes(
        asked.snapshot, state=asked.state, period=asked.period, for_staff=asked.sees_small_counts
    )
    if not found or asked.kecamatan:
        return None
    reported = [one for one in found if one.basis]
    bases = [one.basis for one in reported if one.basis]
    basis = Basis.weakest(*bases) if bases else None
    told = say.programmes(len(reported), len(found), asked.period)
    # What is reported first, then what can be quoted: a slide has no room for all.
    ordered = sorted(found, key=lambda one: (one.basis is None, not one.programme.figures))
    return Slide(
        id=id_,
        topic=entry.heading,
        headline=f"{signal_words.SAMPLE}{told[:1].lower()}{told[1:]}" if basis is Basis.SAMPLE else told,
        body=TableBody(
            columns=say.PROGRAMME_COLUMNS,
            rows=tuple((one.programme.short, _said_of(one)) for one in ordered),
            shares=(0.24, 0.76),
        ),
        footer=asked.footer(say.PROGRAMMES, basis),
        notes=paragraphs(
            *(
                f"{one.programme.name} ({one.programme.owner}). {one.finding} {one.programme.source.name}"
                for one in found
            )
        ),
        sample=basis is Basis.SAMPLE,
    )


def _said_of(one: ProgrammeJudged) -> str:
    """Its sentence without its name, which stands beside it."""
    said = one.finding.replace(f"{one.programme.short}: ", "", 1)
    return said[:1].upper() + said[1:]


def _slide(
    asked: Asked,
    id_: str,
    entry: BriefingSlide,
    told: str,
    body: TableBody | BulletsBody,
    *,
    sample: bool,
    notes: str = "",
) -> Slide:
    basis = Basis.SAMPLE if sample else None
    source = say.DECISIONS if entry.shows == "decisions" else say.REGISTRY
    return Slide(id_, entry.heading, told, body, asked.footer(source, basis), notes, sample)


def _decision(one: Decision, asked: Asked) -> tuple[str, ...]:
    label = catalogue().vocabularies["decision_statuses"].words[one.status].label
    deadline = numbers.day(one.deadline) if one.deadline else words.NO_DEADLINE
    if one.deadline and one.is_overdue(asked.today):
        deadline = f"{deadline}, {words.late((asked.today - one.deadline).days)}"
    indicator = catalogue().indicators.get(one.indicator or "")
    if indicator is None:
        moved = words.NO_INDICATOR
    elif one.moved.change:
        moved = f"{indicator.short} {words_of(one.moved.change).said}"
    else:
        moved = f"{indicator.short} {words.UNMOVED[one.moved.why or '']}"
    return one.what, one.owner, f"{label}; {deadline}", moved
