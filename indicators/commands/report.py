"""`report`: the monthly report of a kabupaten, to be printed."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from indicators import warehouse
from indicators.areas import clock
from indicators.briefing.monthly import monthly_report
from indicators.commands import given, identity, output
from indicators.commands.refusal import Misused
from indicators.judgement.periods import default_period
from indicators.judgement.values import state_of
from indicators.render.pdf_page import pdf
from indicators.vocabulary import Reader
from indicators.whole_file import write_whole
from indicators.wording import commands as say


def run(asked: Namespace) -> None:
    """Raises Refused, Misused, OSError."""
    here, file = given.kabupaten(asked.area), Path(asked.out)
    if file.suffix.lower() != ".pdf":
        raise Misused(say.REPORT_NOT_PDF.format(given=asked.out))
    asked_period = given.period(asked.period) if asked.period else None
    reader = Reader.STAFF if identity.sees_small_counts(asked.acting_as, here.code) else Reader.PUBLIC
    today = clock.today(here)
    warehouse.ensure_filled()
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=here.code)
    period = asked_period or default_period(state, today=today)
    document = monthly_report(snapshot, state=state, period=period, today=today, reader=reader)
    write_whole(file, pdf(document))
    output.write(say.WRITTEN.format(file=file, title=document.title))
