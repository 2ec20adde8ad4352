"""One kabupaten, one day, and the way every test sends a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

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


@pytest.fixture
def send_to() -> Send:
    """As `send`, to any kabupaten: `send_to("51.01", content, "births")`."""

    def sent(code: str, content: str, dataset: str, *, known: pd.DataFrame | None = None) -> Received:
        here = all_kabupaten()[code]
        return receive(
            content.encode(), "berkas.csv", catalogue().datasets[dataset], here, TODAY, mode=Mode.SAMPLE, known=known
        )

    return sent


# The 38 columns as e-PPGBM exports them.
MESSES = Path(__file__).parent / "messes"
MESSES = Path(__file__).parent / "messes"
EPPGBM = (MESSES / "04_umur_teks_dan_tanggal.csv").read_text(encoding="utf-8").splitlines()[0].split(";")

# A boy of 30 months in Kabat (35.10.P10), measured on 12 August 2026, nothing low.
CHILD = {
    "Nama": "Anak Rekaan",
    "JK": "L",
    "Tgl Lahir": "10/02/2024",
    "BB Lahir": "3,1",
    "Nama Ortu": "Ayah Rekaan / Ibu Rekaan",
    "Kab/Kota": "BANYUWANGI",
    "Kec": "KABAT",
    "Pukesmas": "KABAT",
    "Alamat": "Dusun Rekaan",
    "Usia Saat Ukur": "2 Tahun - 6 Bulan - 2 Hari",
    "Tanggal Pengukuran": "12/08/2026",
    "Berat": "11,2",
    "Tinggi": "85.4",
    "ZS BB/U": "-0.50",
    "ZS TB/U": "-1.00",
    "ZS BB/TB": "0.10",
}

Register = Callable[[Iterable[Mapping[str, str]]], bytes]


def nik(number: int) -> str:
    """Built like a NIK of Banyuwangi, but there is no kecamatan 99: it belongs to nobody."""
    return f"351099100224{9000 + number}"


@pytest.fixture
def register() -> Register:
    """An e-PPGBM export of invented children; each row says what differs from CHILD, NIK `#1` for the first one."""

    def written(rows: Iterable[Mapping[str, str]]) -> bytes:
        text = io.StringIO()
        lines = csv.writer(text, delimiter=";", lineterminator="\r\n")
        lines.writerow(EPPGBM)
        for place, row in enumerate(rows, start=1):
            child = CHILD | {"NIK": f"#{place}"} | dict(row)
            if child["NIK"].startswith("#"):
                child["NIK"] = nik(int(child["NIK"][1:]))
            lines.writerow([child.get(column, "") for column in EPPGBM])
        return text.getvalue().encode()

    return written


Counted = Callable[[Received], dict[str, dict[str, float]]]


@pytest.fixture
def counted() -> Counted:
    """What a submission counts: `35.10.P10 2026-08` -> element -> value, zeros left out."""

    def found(received: Received) -> dict[str, dict[str, float]]:
        assert received.submission is not None, [p.message for p in received.problems]
        counts: dict[str, dict[str, float]] = {f"{unit} {period}": {} for unit, period in received.submission.scope}
        for row in received.submission.observations.itertuples(index=False):
            if row.value:
                counts[f"{row.facility} {row.period_start:%Y-%m}"][row.element] = row.value
        return counts

    return found
