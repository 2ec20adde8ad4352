"""Links between pages that keep what the reader has chosen."""

from __future__ import annotations

from urllib.parse import urlencode

from indicators.screens import as_of, html
from indicators.screens.selection import KABUPATEN, KECAMATAN, PERIOD, Selection
from indicators.vocabulary import Period


def address(page: str, *, kabupaten: str, period: Period, kecamatan: str | None = None, **more: str) -> str:
    """The address of a page, by its path, with the selection and more of its own choices, ready for an attribute."""
    view = {KABUPATEN: kabupaten, PERIOD: str(period)} | ({KECAMATAN: kecamatan} if kecamatan else {})
    return html.text(f"/{page}?{urlencode(view | more)}")


def view(page: str, chosen: Selection, **more: str) -> str:
    """As `address`, with everything that is chosen now."""
    return address(page, kabupaten=chosen.kabupaten, period=chosen.period, kecamatan=chosen.kecamatan, **more)


def about(indicator: str, *, kabupaten: str, period: Period, kecamatan: str | None = None, **more: str) -> str:
    """The address of the page of one indicator."""
    return address("indikator", kabupaten=kabupaten, period=period, kecamatan=kecamatan, indikator=indicator, **more)


def linked(markup: str, chosen: Selection) -> str:
    """Ready HTML whose links keep the past day that is shown, if one is.

    Added at the end, since HTML is kept by data version and two days may share one.
    """
    if chosen.as_of is None:
        return markup
    return markup.replace(_SELECTION, f"?{as_of.KEY}={chosen.as_of.isoformat()}&amp;{_SELECTION[1:]}")


# What the query of every address of another page begins with.
_SELECTION = f"?{KABUPATEN}="
