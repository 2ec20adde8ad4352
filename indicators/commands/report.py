"""`report`: the monthly report of a kabupaten, to be printed."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from indicators import warehouse
from indicators.areas import all_kabupaten, clock
from indicators.briefing.monthly import monthly_report
from indicators.commands import identity, output
from indicators.commands.refusal import Misused, Refused
from indicators.judgement.periods import default_period
from indicators.judgement.values import state_of
from indicators.render.pdf_page import pdf
from indicators.vocabulary import Period, Reader
from indicators.whole_file import write_whole
from indicators.wording import commands as say


def run(asked: Namespace) -> None:
    """Raises Refused, Misused, OSError."""
    here, file = all_kabupaten().get(asked.area), Path(asked.out)
    if here is None:
        raise Misused(say.KABUPATEN_UNKNOWN.format(code=asked.area, known=", ".join(all_kabupaten())))
    if file.suffix.lower() != ".pdf":
        raise Misused(say.REPORT_NOT_PDF.format(given=asked.out))
    try:
        asked_period = Period.parse(asked.period) if asked.period else None
    except ValueError as error:
        raise Misused(say.JUDGE_PERIOD_BAD.format(given=asked.period)) from error
    reader = Reader.STAFF if identity.sees_small_counts(asked.acting_as, here.code) else Reader.PUBLIC
    today = clock.today(here)
    try:
        warehouse.ensure_filled()
        snapshot = warehouse.current()
        state = state_of(snapshot, kabupaten=here.code)
        period = asked_period or default_period(state, today=today)
        document = monthly_report(snapshot, state=state, period=period, today=today, reader=reader)
    except warehouse.WarehouseError as error:
        raise Refused(str(error)) from error
    write_whole(file, pdf(document))
    output.write(say.WRITTEN.format(file=file, title=document.title))
