"""One kabupaten, one day, and the way every test sends a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pandas as pd
import pytest

from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import catalogue
from indicators.intake import Received, receive
from indicators.intake.receive import NO_ANSWERS
from indicators.vocabulary import Mode

TODAY = date(2026, 11, 12)

Send = Callable[..., Received]


@pytest.fixture
def banyuwangi() -> Kabupaten:
    return all_kabupaten()["35.10"]


@pytest.fixture
def send(banyuwangi: Kabupaten) -> Send:
    """Sends bytes, or lines of a CSV, to intake on 12 November 2026."""

    def sent(
        content: bytes | str,
        dataset: str = "births",
        *,
        name: str = "berkas.csv",
        known: pd.DataFrame | None = None,
        answers: Mapping[str, str] = NO_ANSWERS,
    ) -> Received:
        return receive(
            content.encode() if isinstance(content, str) else content,
            name,
            catalogue().datasets[dataset],
            banyuwangi,
            TODAY,
            mode=Mode.SAMPLE,
            known=known,
            answers=answers,
        )

    return sent
