"""`profile`: one kecamatan on one printed page."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from indicators import warehouse
from indicators.areas import Kabupaten, all_kabupaten, clock
from indicators.briefing.profile import profile
from indicators.commands import given, output
from indicators.commands.refusal import Misused
from indicators.judgement.periods import default_period
from indicators.judgement.values import state_of
from indicators.render.pdf_page import pdf
from indicators.whole_file import write_whole
from indicators.wording import commands as say


def run(asked: Namespace) -> None:
    """Raises Refused, Misused, OSError."""
    here, file = _kabupaten(asked.area), Path(asked.out)
    if file.suffix.lower() != ".pdf":
        raise Misused(say.PROFILE_NOT_PDF.format(given=asked.out))
    asked_period = given.period(asked.period) if asked.period else None
    today = clock.today(here)
    warehouse.ensure_filled()
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=here.code)
    period = asked_period or default_period(state, today=today)
    document = profile(snapshot, state=state, kecamatan=asked.area, period=period, today=today)
    write_whole(file, pdf(document))
    output.write(say.WRITTEN.format(file=file, title=document.title))


def _kabupaten(kecamatan: str) -> Kabupaten:
    for here in all_kabupaten().values():
        if any(area.code == kecamatan for area in here.kecamatan):
            return here
    raise Misused(say.PROFILE_AREA_UNKNOWN.format(given=kecamatan))
