"""What holds of every file in data/sample, whatever its seed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from indicators.areas import all_kabupaten
from indicators.catalogue import Dataset, catalogue
from indicators.sample import SAMPLE_FOLDER, load_plan, planned_kabupaten

FILES = sorted(SAMPLE_FOLDER.glob("*/*.csv"))
KEYS = ["kode_puskesmas", "puskesmas", "kecamatan", "tahun", "bulan"]


def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, sep=";", encoding="utf-8-sig", dtype={"kode_puskesmas": str})


def dataset_of(path: Path) -> Dataset:
    return catalogue().datasets[path.stem.rpartition("_")[0]]


def columns_of(elements: tuple[str, ...]) -> list[str]:
    return [catalogue().elements[id_].column for id_ in elements]


def of(dataset: str) -> list[Path]:
    return sorted(SAMPLE_FOLDER.glob(f"*/{dataset}_*.csv"))


each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")


# Poverty is a public figure of its own, and a ranking that nobody supplied would be an invented one.
NEVER_SAMPLED = {"poverty"}


def test_there_is_a_file_for_every_planned_kabupaten_counted_dataset_and_year() -> None:
    counted = [d.id for d in catalogue().expected_datasets() if d.id not in NEVER_SAMPLED]
    expected = {
        f"{code}/{dataset}_{year}.csv"
        for code in planned_kabupaten()
        for dataset in counted
        for year in range(2022, 2027)
    }
    assert {f"{path.parent.name}/{path.name}" for path in FILES} == expected


def test_public_figures_and_innovation_counts_are_never_sampled() -> None:
    assert FILES
    assert not [path for path in FILES if dataset_of(path).stores != "observations"]


@each_file
def test_the_header_is_the_datasets_columns(path: Path) -> None:
    dataset = dataset_of(path)
    keys = KEYS if dataset.period == "month" else KEYS[:-1]
    assert list(read(path).columns) == keys + columns_of(dataset.elements)


@each_file
def test_a_file_is_written_as_staff_send_it(path: Path) -> None:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfkode_puskesmas;puskesmas;kecamatan;tahun;")
    assert content.count(b"\n") == content.count(b"\r\n") > 1


@each_file
def test_no_puskesmas_speaks_twice_for_a_month(path: Path) -> None:
    keys = [key for key in KEYS if key in read(path)]
    assert not read(path).duplicated(keys).any()


@each_file
def test_puskesmas_and_kecamatan_are_those_of_the_area_folder(path: Path) -> None:
    kabupaten = all_kabupaten()[path.parent.name]
    names = {(f.id, f.name, kabupaten.name_of(f.kecamatan)) for f in kabupaten.puskesmas}
    written = read(path)[["kode_puskesmas", "puskesmas", "kecamatan"]].itertuples(index=False, name=None)
    assert set(written) == names


@each_file
def test_values_are_whole_and_within_the_catalogues_range(path: Path) -> None:
    frame = read(path)
    for id_ in dataset_of(path).elements:
        element = catalogue().elements[id_]
        values = frame[element.column].dropna()
        assert (values == values.round()).all()
        assert values.between(0, element.maximum).all(), id_


@each_file
def test_required_cells_are_filled(path: Path) -> None:
    assert read(path)[columns_of(dataset_of(path).required)].notna().all().all()


@each_file
def test_parts_add_to_what_they_split(path: Path) -> None:
    frame = read(path)
    elements = [catalogue().elements[id_] for id_ in dataset_of(path).elements]
    for of_, dimension in {(e.part_of, e.dimension) for e in elements if e.dimension is not None}:
        parts = frame[[e.column for group in catalogue().parts(of_, dimension).values() for e in group]]
        whole = frame[columns_of(of_)].sum(axis=1)
        written = parts.notna().all(axis=1)
        assert written.any()
        assert (parts.sum(axis=1) == whole)[written].all(), (of_, dimension)


@each_file
def test_a_part_never_exceeds_what_the_catalogue_says_it_cannot(path: Path) -> None:
    frame = read(path)
    for smaller, larger in dataset_of(path).at_most:
        assert (frame[columns_of((smaller,))[0]] <= frame[columns_of((larger,))[0]]).all()


@pytest.mark.parametrize("path", of("maternal_services"), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_later_visits_are_no_more_than_earlier_ones(path: Path) -> None:
    frame = read(path)
    assert (frame["k1"] >= frame["k4"]).all()
    assert (frame["k4"] >= frame["k6"]).all()


@pytest.mark.parametrize("path", of("births"), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_deaths_deliveries_and_visits_fit_the_births_of_the_same_month(path: Path) -> None:
    keys = ["kode_puskesmas", "bulan"]
    frame = read(path)
    for dataset in ("maternal_deaths", "child_deaths", "maternal_services", "child_services"):
        other = read(path.with_name(path.name.replace("births", dataset)))
        frame = frame.merge(other.drop(columns=KEYS[1:4]), on=keys)
    infant = frame["kematian_0_6_hari"] + frame["kematian_7_28_hari"] + frame["kematian_29_hari_11_bulan"]
    assert (frame["kematian_ibu"] <= frame["lahir_hidup"]).all()
    assert (infant <= frame["lahir_hidup"]).all()
    assert (frame["persalinan_di_fasyankes"] <= frame["lahir_hidup"] + frame["lahir_mati"]).all()
    assert (frame["kn_lengkap"] <= frame["kn1"]).all()
    assert (frame["kn1"] <= frame["lahir_hidup"]).all()


@pytest.mark.parametrize("path", of("nutrition"), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_sasaran_of_children_is_one_number_a_year(path: Path) -> None:
    assert (read(path).groupby("kode_puskesmas")["sasaran_balita"].nunique() == 1).all()


@pytest.mark.parametrize("path", of("nutrition"), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_february_and_august_measure_more_children_than_other_months(path: Path) -> None:
    measured = read(path).groupby("bulan")["balita_diukur"].sum()
    weighing = measured[[2, 8]]
    assert weighing.min() > measured.drop([2, 8]).max()


def test_the_sample_has_about_327_000_filled_cells() -> None:
    cells = sum(int(read(path).drop(columns=KEYS, errors="ignore").notna().to_numpy().sum()) for path in FILES)
    assert 320_000 <= cells <= 334_000


def test_the_newest_month_is_october_2026_in_every_monthly_dataset() -> None:
    newest = {
        path.stem: read(path)["bulan"].max()
        for path in FILES
        if dataset_of(path).period == "month" and "2026" in path.stem
    }
    assert set(newest.values()) == {10}


def test_one_puskesmas_of_banyuwangi_has_not_sent_two_datasets_for_the_newest_month() -> None:
    sent = {
        path.stem: int((read(path)["bulan"] == 10).sum())
        for path in SAMPLE_FOLDER.glob("35.10/*_2026.csv")
        if dataset_of(path).period == "month"
    }
    assert Counter(sent.values()) == {45: 5, 44: 2}


def test_exactly_the_planned_gaps_are_missing() -> None:
    for code in planned_kabupaten():
        gaps = {
            (gap.dataset, gap.facility, gap.period.start.year, gap.period.start.month)
            for gap in load_plan(SAMPLE_FOLDER / code).gaps
            if not gap.elements
        }
        missing = set()
        for path in SAMPLE_FOLDER.glob(f"{code}/*.csv"):
            dataset, year = dataset_of(path), int(path.stem[-4:])
            if dataset.period == "month":
                sent = set(read(path)[["kode_puskesmas", "bulan"]].itertuples(index=False, name=None))
                for facility in all_kabupaten()[code].puskesmas:
                    for month in range(1, 11 if year == 2026 else 13):
                        if (facility.id, month) not in sent:
                            missing.add((dataset.id, facility.id, year, month))
        assert missing == gaps
        assert len(gaps) == 2


def test_a_blank_cell_is_blank_and_not_zero() -> None:
    births = read(SAMPLE_FOLDER / "63.11" / "births_2022.csv")
    blank = births[(births["kode_puskesmas"] == "63.11.P08") & (births["bulan"] <= 6)]
    assert len(blank) == 6
    assert blank[["bblr_l", "bblr_p"]].isna().all().all()
    assert blank["bblr"].notna().all()
