"""A suggestion in words: what is weak, and why this innovation; every sentence stands on something recorded."""

from __future__ import annotations

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.copying import Merit, Nearness, Outlook, Suggestion, Weakness
from indicators.judgement.innovations import Innovation
from indicators.judgement.maturity import Maturity
from indicators.judgement.recognitions import AWARD, NOMINATED, by_result
from indicators.wording import copying as say
from indicators.wording import judgement, numbers


def place_of(suggestion: Suggestion) -> str:
    """`Kecamatan Giri`, or the kabupaten's name."""
    here = all_kabupaten()[suggestion.area[:5]]
    name = here.name_of(suggestion.area)
    return name if suggestion.area == here.code else f"Kecamatan {name}"


def problem_of(weakness: Weakness) -> str:
    """`AKB 18,2 per 1.000 KH (2025), di luar batas wajar, lebih buruk daripada kecamatan lain`."""
    judged = weakness.judged
    entry = catalogue().indicators[judged.indicator]
    value = judgement.value(judged.value, entry.decimals, entry.unit)
    said = say.weak(entry.short, numbers.period(judged.reference), value)
    if weakness.beyond or judged.verdict is None:
        return f"{said}, {say.BEYOND}"
    verdict = judged.verdict
    status = judgement.verdict(
        verdict.status, verdict.year, qualified=verdict.qualified, provisional=verdict.provisional
    )
    return f"{said}, {status[:1].lower()}{status[1:]}"


def reasons(suggestion: Suggestion) -> list[str]:
    """Near, recorded as good, what is not recorded, and that it is not copied there; one sentence each."""
    one, here = suggestion.innovation, all_kabupaten()[suggestion.area[:5]]
    inside = [here.name_of(place) for place in suggestion.places if place.startswith(f"{here.code}.")]
    near = {
        Nearness.NEIGHBOUR: lambda: say.neighbour([here.name_of(place) for place in suggestion.near]),
        Nearness.SAME_KABUPATEN: lambda: say.same_kabupaten(inside),
        Nearness.OTHER_KABUPATEN: lambda: say.other_kabupaten(all_kabupaten()[one.kabupaten].name),
    }[suggestion.nearness]()
    said = [near, say.good([_merit(merit, one, suggestion.maturity) for merit in suggestion.merits])]
    if missing := missing_of(one, suggestion.maturity):
        said.append(say.not_recorded(missing))
    return [*said, say.not_copied(place_of(suggestion))]


def in_one_sentence(suggestion: Suggestion) -> str:
    """The whole suggestion as running text, for a slide or a message."""
    weak = "; ".join(problem_of(weakness) for weakness in suggestion.weaknesses)
    return f"{place_of(suggestion)}: {weak}. {suggestion.innovation.name}. {' '.join(reasons(suggestion))}"


def why_none(looked: Outlook) -> str:
    """Why nothing is suggested for any area."""
    if not looked.judged:
        return say.NOTHING_JUDGED
    return say.nothing_fits(looked.weak) if looked.weak else say.nothing_weak(looked.judged)


def missing_of(one: Innovation, maturity: Maturity | None) -> list[str]:
    """What would say how good it is and is not recorded."""
    missing = [] if one.stage or one.is_applied else [say.STAGE]
    return missing if maturity is not None else [*missing, say.MATURITY]


def _merit(merit: Merit, one: Innovation, maturity: Maturity | None) -> str:
    if merit is Merit.AWARD:
        return say.award(by_result(one)[AWARD])
    if merit is Merit.NOMINATED:
        return say.nominated(by_result(one)[NOMINATED])
    if merit is Merit.APPLIED:
        return say.APPLIED
    if merit is Merit.SENT:
        return say.sent(one.sent_years)
    if merit is Merit.EVIDENCE:
        assert maturity is not None  # it is the merit
        return say.evidence(maturity.points, maturity.most, maturity.recorded, len(maturity.proofs))
    return say.JUDGED
