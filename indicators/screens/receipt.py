"""The receipt of what was just published or handed in, to download and print."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

import streamlit as st

from indicators import warehouse
from indicators.areas import Kabupaten
from indicators.briefing.receipt import ReceiptPage, receipt_page
from indicators.catalogue import catalogue
from indicators.vocabulary import Period
from indicators.wording import judgement, numbers
from indicators.wording import receipt as say
from indicators.wording import sending as sending_words


def offer(receipt: warehouse.Receipt, submission: warehouse.Submission, here: Kabupaten) -> None:
    """A button that downloads the receipt."""
    st.download_button(
        sending_words.RECEIPT_DOWNLOAD,
        lambda: receipt_page(page_of(receipt, submission, here)),
        file_name=say.file_name(receipt.submission),
        mime="text/html",
        on_click="ignore",
        key=f"receipt-{receipt.submission}",
        width="stretch",
    )


def page_of(receipt: warehouse.Receipt, submission: warehouse.Submission, here: Kabupaten) -> ReceiptPage:
    """What the receipt says."""
    periods = sorted({period for _, period in submission.scope})
    units = sorted({unit.partition("/")[0] for unit, _ in submission.scope})
    stored = submission.observations if submission.observations is not None else submission.published
    moment = receipt.at.astimezone(ZoneInfo(here.time_zone))
    facts = [
        (say.NUMBER, receipt.submission),
        (say.STATE, say.WAITING if receipt.waiting else say.PUBLISHED),
        (say.WHEN, numbers.moment(moment, here.time_zone_label)),
        (say.WHO, submission.by),
        (say.DATASET, catalogue().datasets[submission.dataset].label),
        (say.MODE, judgement.MODE[submission.mode]),
        (say.FILE, submission.file_name),
        (say.CHECKSUM, submission.checksum),
        (say.UNITS, numbers.number(len(units))),
        (say.PERIODS, span(periods)),
        (say.VALUES, numbers.number(0 if stored is None else len(stored))),
        (say.VERSION, str(receipt.version)),
        (say.RULE, catalogue().settings.rule_version),
        (say.NOTE, submission.reason or numbers.MISSING),
    ]
    accepted = [(warning.message, warning.reason) for warning in submission.accepted]
    return ReceiptPage(receipt.submission, here.name, facts, accepted)


def span(periods: Sequence[Period]) -> str:
    """`Oktober 2026`, or `Januari 2026 sampai Oktober 2026`."""
    first, last = numbers.period(periods[0]), numbers.period(periods[-1])
    return first if first == last else f"{first} sampai {last}"
