"""A large file, from bytes to the preview: read, matched, checked, compared with what is stored."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from benchmarks.measurement import Measurement, seconds
from indicators import intake, warehouse
from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import catalogue
from indicators.vocabulary import Mode
from server import look_for_garbage_less_often

ROWS = 50_000
_MONTHS = 250
_FIRST_YEAR = 2005


def measure(*, repeat: int) -> Iterator[Measurement]:
    """50,000 rows of births: 200 puskesmas in 250 months, more than any kabupaten has."""
    here = _large_kabupaten()
    content = _births(here)
    births = catalogue().datasets["births"]
    taken, compared, processor = [], [], []
    look_for_garbage_less_often()  # as the server does
    for _ in range(min(repeat, 5)):
        spent, begun = time.process_time(), time.perf_counter()
        received = intake.receive(content, "ukur.csv", births, here, date(2026, 11, 21), mode=Mode.SAMPLE)
        taken.append(time.perf_counter() - begun)
        if received.submission is None or len(received.submission.scope) != ROWS:
            raise RuntimeError("the file to measure with is refused, or smaller than it should be")
        begun = time.perf_counter()
        _preview(replace(received.submission, unanswered=()), here)
        compared.append(time.perf_counter() - begun)
        processor.append(time.process_time() - spent)
    yield seconds("read and check 50,000 rows", taken)
    yield seconds("preview 50,000 rows", compared)
    yield seconds("both", [a + b for a, b in zip(taken, compared, strict=True)], limit=3)
    yield seconds("both, processor time", processor, limit=3)


def _preview(submission: warehouse.Submission, here: Kabupaten) -> None:
    before = warehouse.current()
    after = before.with_pending(submission)
    intake.changes(before, submission)
    intake.kpi_effects(before, after, submission, kabupaten=here, periods=intake.touched_years(submission))


def _large_kabupaten() -> Kabupaten:
    here = next(iter(all_kabupaten().values()))
    first = here.puskesmas[0]
    facilities = tuple(
        first.model_copy(
            update={
                "id": f"{here.code}.X{n:03}",
                "name": f"Puskesmas Ukur {n:03}",
                "kecamatan": here.kecamatan[n % len(here.kecamatan)].code,
                "aliases": (),
                "national_code": "",
            }
        )
        for n in range(ROWS // _MONTHS)
    )
    return here.model_copy(update={"facilities": facilities})


def _births(here: Kabupaten) -> bytes:
    chance = random.Random(1)
    lines = ["kode_puskesmas;puskesmas;kecamatan;tahun;bulan;lahir_hidup;lahir_hidup_l;lahir_hidup_p;lahir_mati;bblr"]
    for facility in here.puskesmas:
        place = here.name_of(facility.kecamatan)
        for month in range(_MONTHS):
            boys, girls = chance.randint(12, 24), chance.randint(12, 24)
            counts = f"{boys + girls};{boys};{girls};{chance.randint(0, 2)};{chance.randint(0, 4)}"
            year = _FIRST_YEAR + month // 12
            lines.append(f"{facility.id};{facility.name};{place};{year};{month % 12 + 1};{counts}")
    return "\r\n".join(lines).encode("utf-8-sig")
