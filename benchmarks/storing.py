"""The warehouse by itself: seeding, loading a data version, single reads, judged values, a large file, a publish."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from benchmarks.measurement import Measurement, milliseconds, seconds
from benchmarks.publishing import publish_something
from indicators import intake, warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement import attention, cards, values
from indicators.judgement.periods import usual_periods
from indicators.vocabulary import Level, Mode, Period
from indicators.warehouse import tables

FILE_ROWS = 14_000


def measure(scratch: Path, *, repeat: int) -> Iterator[Measurement]:
    """scratch: an existing folder for a warehouse to fill. The warehouse of KPI_WAREHOUSE gains submissions."""
    yield seconds("seeding an empty warehouse", [_seed(scratch / f"seeded-{i}") for i in range(3)])
    loading = []
    publishing = []
    for _ in range(max(3, repeat // 3)):
        publishing.append(_time(publish_something))
        loading.append(_time(warehouse.current))
    yield milliseconds("publishing a file of one row", publishing)
    yield milliseconds("loading a data version", loading)
    yield from _reads(repeat)
    yield from _large_file(repeat)


def _seed(folder: Path) -> float:
    kept = os.environ["KPI_WAREHOUSE"]
    os.environ["KPI_WAREHOUSE"] = str(folder)
    try:
        return _time(warehouse.ensure_filled)
    finally:
        os.environ["KPI_WAREHOUSE"] = kept


def _reads(repeat: int) -> Iterator[Measurement]:
    snapshot = warehouse.current()
    here = next(iter(all_kabupaten().values()))
    state = values.state_of(snapshot, kabupaten=here.code)
    period = Period.year_to(2026, 9)
    computed = [i.id for i in catalogue().indicators.values() if i.numerator]
    usual = usual_periods(state)
    one: dict[str, Any] = {"indicators": computed[:1], "kabupaten": here.code}
    span = {"start": period.start, "end": period.end}
    all_periods = {
        "indicators": computed,
        "kabupaten": here.code,
        "starts": [p.start for p in usual],
        "ends": [p.end for p in usual],
    }
    questions: dict[str, Callable[[], object]] = {
        "data version, unchanged": tables.data_version,
        "read kabupaten_state": lambda: snapshot.read("kabupaten_state", kabupaten=here.code),
        "read indicator_values, one, kabupaten": lambda: snapshot.read(
            "indicator_values", level="kabupaten", starts=[period.start], ends=[period.end], **one
        ),
        "read indicator_values, all, usual periods, kabupaten": lambda: snapshot.read(
            "indicator_values", level="kabupaten", **all_periods
        ),
        "read indicator_values, all, usual periods, kecamatan": lambda: snapshot.read(
            "indicator_values", level="kecamatan", **all_periods
        ),
        "read indicator_months, one": lambda: snapshot.read("indicator_months", area=here.code, **one, **span),
        "read submission_history": lambda: snapshot.read("submission_history", kabupaten=here.code),
        "judged values, all, kecamatan": lambda: values.judge(
            snapshot, indicators=computed, kabupaten=here.code, period=period, level=Level.KECAMATAN
        ),
        "headline cards": lambda: cards.headline_cards(snapshot, state=state, period=period),
        "what needs attention": lambda: attention.findings(
            snapshot, state=state, period=period, cards=cards.headline_cards(snapshot, state=state, period=period)
        ),
    }
    for what, ask in questions.items():
        ask()
        yield milliseconds(what, [_time(ask) for _ in range(repeat)])


def _large_file(repeat: int) -> Iterator[Measurement]:
    """A file of many years for every puskesmas, as staff would send a whole archive."""
    here = max(all_kabupaten().values(), key=lambda k: len(k.puskesmas))
    dataset = next(d for d in catalogue().datasets.values() if d.stores == "observations" and d.period == "month")
    content = archive(dataset.id, here.code)
    times: dict[str, list[float]] = {"checking": [], "comparing": [], "previewing": []}
    snapshot = warehouse.current()
    problems = 0
    for _ in range(max(2, repeat // 5)):
        begun = time.perf_counter()
        received = intake.receive(content, "arsip.csv", dataset, here, date(2026, 11, 12), mode=Mode.SAMPLE)
        times["checking"].append(time.perf_counter() - begun)
        problems = len(received.problems)
        if received.submission is None:
            continue
        submission = received.submission
        times["previewing"].append(_time(lambda: snapshot.with_pending(submission)))  # noqa: B023
        times["comparing"].append(_time(lambda: intake.changes(snapshot, submission)))  # noqa: B023
    rows = content.count(b"\n") - 1
    for what, found in times.items():
        if found:
            yield seconds(f"file of {rows} rows: {what}", found)
    if not times["comparing"]:
        yield Measurement(f"file of {rows} rows: refused with problems", problems, "")


def archive(dataset: str, kabupaten: str) -> bytes:
    """A CSV as staff send it, of FILE_ROWS rows: every puskesmas and month backwards from September 2026."""
    here, entry = all_kabupaten()[kabupaten], catalogue().datasets[dataset]
    elements = [catalogue().elements[id_] for id_ in entry.elements]
    rows = []
    for i in range(-(-FILE_ROWS // len(here.puskesmas))):
        year, month = divmod(2026 * 12 + 8 - i, 12)
        rows += [
            {
                "kode_puskesmas": unit.id,
                "puskesmas": unit.name,
                "kecamatan": here.name_of(unit.kecamatan),
                "tahun": year,
                "bulan": month + 1,
            }
            | {element.column: 0 for element in elements}
            for unit in here.puskesmas
        ]
    text = pd.DataFrame(rows[:FILE_ROWS]).to_csv(sep=";", index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def _time(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun
