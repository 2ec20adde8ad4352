"""The page of programmes: each drawn from its file, also one that was added a moment ago."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indicators import access, warehouse
from indicators.areas import AreaError, load_kabupaten
from indicators.catalogue import AREAS_FOLDER, CatalogueError, catalogue, folders, load_catalogue
from indicators.wording import programmes as say
from tests.conftest import FileOf
from tests.pages.conftest import Reader

ADDED = """
name: Kelas Ibu Hamil Pesisir
short: Kelas Pesisir
order: 50
owner: Puskesmas Badean
summary: Kelas ibu hamil di kampung nelayan.
source: {name: Catatan uji}
units: [35.10.P01]
kpis: [k4]
report: {description: Kelas dan pesertanya., supplied_by: Puskesmas Badean, due_day: 10, required: [coast_classes]}
elements:
  coast_classes: {label: Kelas diadakan, column: kelas_pesisir_kelas, kind: flow, counted_by: facility, maximum: 60}
  coast_mothers: {label: Peserta kelas, column: kelas_pesisir_peserta, kind: flow, counted_by: facility, maximum: 900}
stages:
- {label: Kelas diadakan, unit: kelas, elements: [coast_classes]}
- {label: Peserta, unit: ibu hamil, elements: [coast_mothers]}
unrecorded:
- {what: Sasaran peserta, who: Puskesmas Badean}
- {what: Banyaknya kelas, who: Puskesmas Badean, until_sent: true}
"""


@pytest.fixture
def with_added_programme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The shipped programmes and one more, in a folder of their own."""
    areas = Path(shutil.copytree(AREAS_FOLDER, tmp_path / "areas"))
    (areas / "35.10" / "programmes" / "kelas_pesisir.yaml").write_text(ADDED, encoding="utf-8")
    monkeypatch.setattr(folders, "AREAS_FOLDER", areas)
    catalogue.cache_clear()
    yield areas
    catalogue.cache_clear()


def test_a_programme_is_added_by_one_file_and_drawn_without_code(
    with_added_programme: Path, unread_warehouse: Path, file_of: FileOf
) -> None:
    reports = {("35.10.P01", f"2026-{month:02}"): {"coast_classes": 2, "coast_mothers": 31} for month in (8, 9)}
    warehouse.publish(file_of("programme_kelas_pesisir", reports))
    seen = Reader(kabupaten="35.10", program="kelas_pesisir").open("programmes", program="kelas_pesisir")
    assert seen.failed == []
    assert "Kelas Ibu Hamil Pesisir" in seen.said
    assert "Peserta 62 ibu hamil Agustus–September 2026 laporan 1 dari 1 puskesmas" in seen.said
    # The months without a report are marked apart, as missing.
    bars, missing = (trace for trace in seen.figure("Kelas Pesisir").spec["data"] if trace.get("name") == "Peserta")
    assert (bars["x"], bars["y"]) == (["Agu 2026", "Sep 2026"], [31, 31])
    assert len(missing["x"]) == 10
    assert "Sasaran peserta Puskesmas Badean" in seen.said
    # What its reports answer is no longer said to be missing.
    assert "Banyaknya kelas" not in seen.said
    assert "DATA CONTOH" in seen.figure("Kelas Pesisir").title


def test_a_programme_that_names_an_unknown_indicator_is_refused_by_its_file(with_added_programme: Path) -> None:
    path = with_added_programme / "35.10" / "programmes" / "kelas_pesisir.yaml"
    path.write_text(ADDED.replace("kpis: [k4]", "kpis: [k9]"), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"programmes/kelas_pesisir.yaml.*k9"):
        load_catalogue(areas=with_added_programme)


def test_a_programme_of_a_puskesmas_that_is_not_there_is_refused_by_its_file(with_added_programme: Path) -> None:
    path = with_added_programme / "35.10" / "programmes" / "kelas_pesisir.yaml"
    path.write_text(ADDED.replace("35.10.P01", "35.10.P99"), encoding="utf-8")
    with pytest.raises(AreaError, match=r"programmes/kelas_pesisir.yaml.*35.10.P99"):
        load_kabupaten(with_added_programme / "35.10")


def test_the_list_names_every_programme_of_the_kabupaten_and_none_of_another(shared_warehouse: Path) -> None:
    seen = Reader(kabupaten="51.01").open("programmes")
    assert seen.failed == []
    names = {p.name: p.kabupaten for p in catalogue().programmes.values()}
    assert {name for name in names if name in seen.said} == {n for n, code in names.items() if code == "51.01"}


def test_the_page_of_a_programme_quotes_its_figures_and_says_what_is_not_recorded(shared_warehouse: Path) -> None:
    for programme in (catalogue().programmes[id_] for id_ in ("asn_berbagi", "pubertas")):
        seen = Reader(kabupaten=programme.kabupaten, program=programme.id).open("programmes", program=programme.id)
        assert seen.failed == []
        assert say.UNRECORDED in seen.said
        for figure in programme.figures:
            assert figure.value in seen.said
            assert figure.source.name in seen.said


def test_a_visit_is_written_in_a_form_where_the_template_is_and_seen_on_the_programmes_page(
    filled_warehouse: Path, sign_in: Callable[..., access.Account], visit: Callable[..., Reader]
) -> None:
    sign_in("uploader", kabupaten="63.11")
    staff = visit("upload", kabupaten="63.11", set_data="programme_pubertas_visits")
    assert staff.failed == []
    place = "programme_pubertas_visits/"
    staff.at.selectbox(f"{place}/unit").set_value("63.11.P06")
    staff.at.text_input(f"{place}/place").set_value("Sawang")
    staff.at.date_input(f"{place}/visited_on").set_value("2026-10-06")
    staff.at.number_input(f"{place}/patients").set_value(41)
    staff.press("Periksa isian")
    staff.press("Terbitkan")
    assert staff.failed == []
    seen = visit("programmes", kabupaten="63.11", program="pubertas")
    assert "Sawang Puskesmas Uren 1 6 Oktober 2026" in seen.said
