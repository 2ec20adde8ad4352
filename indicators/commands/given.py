"""What commands are given: a kabupaten, one of its areas, a period."""

from __future__ import annotations

from indicators.areas import Kabupaten, all_kabupaten
from indicators.commands.refusal import Misused
from indicators.vocabulary import Period
from indicators.wording import commands as say


def kabupaten(code: str) -> Kabupaten:
    """Raises Misused for a code that is none of a kabupaten."""
    here = all_kabupaten().get(code)
    if here is None:
        raise Misused(say.KABUPATEN_UNKNOWN.format(code=code, known=", ".join(all_kabupaten())))
    return here


def area(code: str) -> tuple[Kabupaten, str | None]:
    """The kabupaten that an area belongs to, and its kecamatan unless it is all of it. Raises Misused."""
    for here in all_kabupaten().values():
        if code == here.code:
            return here, None
        if any(area.code == code for area in here.kecamatan):
            return here, code
    raise Misused(say.JUDGE_AREA_UNKNOWN.format(given=code, known=", ".join(all_kabupaten())))


def period(text: str) -> Period:
    """Raises Misused for what is no period."""
    try:
        return Period.parse(text)
    except ValueError as error:
        raise Misused(say.JUDGE_PERIOD_BAD.format(given=text)) from error
