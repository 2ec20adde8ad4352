"""First start: fill the warehouse from data/published and data/sample, exactly once; and restore a broken one."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from indicators.areas import NATION, Kabupaten, all_kabupaten
from indicators.catalogue import DATA, Dataset, catalogue
from indicators.vocabulary import Measure, Mode, Period
from indicators.warehouse import tables
from indicators.warehouse.events import OF_A_KABUPATEN, SENT
from indicators.warehouse.one_writer import lock, writing
from indicators.warehouse.publishing import publish_together
from indicators.warehouse.shipped_lists import published_files, shipped_lists
from indicators.warehouse.submission import Submission
from indicators.wording import warehouse as say

SAMPLE_FOLDER = DATA / "sample"

FIRST_START = "first-start.lock"
FIRST_START_BEGUN = "first-start.begun"

MEASURES = {"rutin": Measure.ROUTINE, "survei": Measure.SURVEY, "sensus": Measure.CENSUS}
CONTENTS = {"nilai": "value", "pembilang": "numerator"}


def ensure_filled(*, now: datetime | None = None) -> None:
    """Fill an empty warehouse, once, however many processes start together.

    Raises WarehouseError where it cannot be written, or where the submissions are gone but other tables are there:
    filling over them would hide what staff sent.
    """
    if tables.data_version() >= 0:
        return
    with lock(FIRST_START):
        if tables.data_version() >= 0:
            return
        _clear_interrupted_start()
        _fill(at=now or datetime.now(UTC))


def _fill(*, at: datetime, carried: dict[str, pa.Table] | None = None) -> None:
    """Everything shipped, and what is carried over, in one commit. The marker tells a next start if this one died."""
    begun = tables.folder() / FIRST_START_BEGUN
    begun.touch()
    publish_together(list(shipped_submissions()), at=at, carried=carried)
    begun.unlink()


def _clear_interrupted_start() -> None:
    """Remove what a first start that died left behind, which was never visible.

    Raises WarehouseError where tables lie there for another reason: without their submissions nobody can say what
    of them counts, and filling over them would hide what staff sent.
    """
    left = [tables.folder() / name for name in tables.SCHEMAS if (tables.folder() / name).exists()]
    commits = [len(list((path / "_delta_log").glob("*.json"))) for path in left]
    if left and (max(commits) > 1 or not (tables.folder() / FIRST_START_BEGUN).exists()):
        raise tables.WarehouseError(say.CANNOT_READ)
    for path in left:
        shutil.rmtree(path)


def shipped_submissions() -> Iterator[Submission]:
    """Everything the repository ships, as the submissions staff would have sent."""
    for kabupaten in all_kabupaten().values():
        yield from _published(kabupaten)
        for dataset in catalogue().datasets.values():
            if dataset.stores == "observations":
                for path in sorted((SAMPLE_FOLDER / kabupaten.code).glob(f"{dataset.id}_*.csv")):
                    yield _sample(kabupaten, dataset, path)


def restore(*, now: datetime | None = None) -> tuple[Path | None, int, int]:
    """Set a broken warehouse aside, fill a new one, and carry over every submission still readable.

    Returns the folder set aside (None where there was none), the submissions carried over and those lost.
    Accounts and keys, which lie beside the tables, stay where they are.
    """
    root = tables.folder()
    moment = now or datetime.now(UTC)
    # Both locks: nobody publishes into the tables that move, and no other process fills the empty folder first.
    with writing(), lock(FIRST_START):
        found = [name for name in tables.SCHEMAS if (root / name).exists()]
        if not found:
            _fill(at=moment)
            return None, 0, 0
        aside = root / f"rusak-{moment:%Y%m%d-%H%M%S-%f}"
        aside.mkdir(parents=True)
        for name in found:
            shutil.move(root / name, aside / name)
        carried, lost = _readable_submissions(aside)
        # What staff sent stands in front of what is shipped, as before: events are ordered by their time.
        sent_at = [event["recorded_at"] for event in carried["submissions"].select(["recorded_at"]).to_pylist()]
        _fill(at=min([moment, *(at - timedelta(seconds=1) for at in sent_at)]), carried=carried)
        kept = pc.sum(pc.is_in(carried["submissions"]["event"], pa.array(SENT))).as_py() or 0
        return aside, kept, lost


def _readable_submissions(aside: Path) -> tuple[dict[str, pa.Table], int]:
    """What staff sent, the decisions about it, every switch and lock, from readable files; and how many are lost."""
    readable = {name: _readable_rows(aside / name, schema) for name, schema in tables.SCHEMAS.items()}
    contents = [name for name in tables.SCHEMAS if name not in ("submissions", "confirmed_names")]
    events = readable["submissions"]
    sent = events[events["event"].isin(SENT) & (events["recorded_by"] != say.SEED_BY)]
    rows_found = pd.concat([readable[name]["submission"] for name in contents]).value_counts()
    complete = sent[sent["submission"].map(rows_found).fillna(0).astype(int) == sent["rows"].astype(int)]
    kept = set(complete["submission"])
    selected = {name: rows[rows["submission"].isin(kept)] for name, rows in readable.items()}
    selected["submissions"] = events[events["submission"].isin(kept) | events["event"].isin(OF_A_KABUPATEN)]
    carried = {
        name: pa.Table.from_pandas(frame, schema=tables.SCHEMAS[name], preserve_index=False)
        for name, frame in selected.items()
    }
    return carried, len(sent) - len(kept)


def _readable_rows(folder: Path, schema: pa.Schema) -> pd.DataFrame:
    """All rows of the Parquet files in a folder that can still be read, whatever its log says."""
    parts: list[pd.DataFrame] = [schema.empty_table().to_pandas()]
    for path in sorted(folder.rglob("*.parquet")):
        try:
            table = pd.read_parquet(path, partitioning=None)
        except (OSError, ValueError, pa.ArrowException):
            continue
        if "year" in schema.names and "year" not in table:
            table["year"] = int(path.parent.name.partition("=")[2])
        parts.append(table)
    return pd.concat(parts, ignore_index=True).drop_duplicates(
        subset=[field.name for field in schema if not pa.types.is_list(field.type)]
    )


def _sample(kabupaten: Kabupaten, dataset: Dataset, path: Path) -> Submission:
    """One sample file as a submission. Its cells are our own, so they are read without the intake's checks."""
    wide = pd.read_csv(path, sep=";", encoding="utf-8-sig", dtype={"kode_puskesmas": str})
    yearly = dataset.period == "year"
    start = pd.to_datetime({"year": wide["tahun"], "month": 1 if yearly else wide["bulan"], "day": 1})
    wide["period_start"] = start.dt.date
    wide["period_end"] = (start + pd.offsets.MonthEnd(12 if yearly else 1)).dt.date
    keys = ["kode_puskesmas", "period_start", "period_end"]
    columns = {catalogue().elements[id_].column: id_ for id_ in dataset.elements}
    long = wide.melt(id_vars=keys, value_vars=list(columns), var_name="element", value_name="value")
    long = long.dropna(subset=["value"]).rename(columns={"kode_puskesmas": "facility"})
    long["element"] = long["element"].map(columns)
    long["area"] = None
    return Submission(
        dataset=dataset.id,
        kabupaten=kabupaten.code,
        mode=Mode.SAMPLE,
        file_name=path.name,
        checksum=_checksum(path),
        by=say.SEED_BY,
        reason=say.SEED_REASON_SAMPLE,
        scope=tuple((unit, Period(first, last)) for unit, first, last in wide[keys].itertuples(index=False)),
        observations=long,
    )


def _published(kabupaten: Kabupaten) -> Iterator[Submission]:
    """The public figures and shipped lists that concern a kabupaten, its province and the nation."""
    paths = published_files("values.csv", kabupaten)
    kinds = {"kode_wilayah": str}
    values = pd.concat(
        [pd.read_csv(path, sep=";", encoding="utf-8-sig", decimal=",", dtype=kinds) for path in paths],
        ignore_index=True,
    )
    values = values[values["kode_wilayah"].isin([kabupaten.code, kabupaten.province_code, NATION])]
    text = ["tanda", "sumber", "tautan", "catatan"]
    values[text] = values[text].astype(object).fillna("")
    periods = [
        Period.of_months((year, first), (year, last))
        for year, first, last in values[["tahun", "bulan_awal", "bulan_akhir"]].itertuples(index=False)
    ]
    published = pd.DataFrame(
        {
            "area": values["kode_wilayah"],
            "indicator": values["indikator"],
            "content": values["isi"].map(CONTENTS),
            "measure": values["ukuran"].map(MEASURES).astype(str),
            "period_start": [p.start for p in periods],
            "period_end": [p.end for p in periods],
            "value": values["nilai"].astype(float),
            "low": values["batas_bawah"].astype(float),
            "high": values["batas_atas"].astype(float),
            "sign": values["tanda"],
            "source": values["sumber"],
            "url": values["tautan"],
            "note": values["catatan"],
        }
    )
    units = published[["area", "indicator", "content", "measure"]].agg("/".join, axis=1)
    yield Submission(
        dataset="published_values",
        kabupaten=kabupaten.code,
        mode=Mode.OFFICIAL,
        file_name=paths[0].name,
        checksum=_checksum(*paths),
        by=say.SEED_BY,
        reason=say.SEED_REASON_PUBLISHED,
        scope=tuple(dict.fromkeys(zip(units, periods, strict=True))),
        published=published,
    )
    for paths, submission in shipped_lists(kabupaten, catalogue()):
        yield replace(submission, checksum=_checksum(*paths), by=say.SEED_BY, reason=say.SEED_REASON_PUBLISHED)


def _checksum(*paths: Path) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
