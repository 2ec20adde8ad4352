from __future__ import annotations

from collections.abc import Callable, Mapping

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.charts.area_map import area_map
from indicators.charts.spec import AreaValue, MapSpec, State
from indicators.judgement.judged import Absence, Judged
from indicators.vocabulary import Basis, Period


def mapped(*judged: Judged, period: Period | None = None, smoothed: Mapping[str, float] | None = None) -> MapSpec:
    return area_map(
        indicator=catalogue().indicators["aki"],
        kabupaten=all_kabupaten()["35.10"],
        period=period or Period.year(2024),
        judged=judged,
        version=7,
        smoothed=smoothed,
    )


def of(spec: MapSpec, code: str) -> AreaValue:
    return next(area for area in spec.areas if area.code == code)


def test_every_kecamatan_has_its_place_with_or_without_a_value(judged: Callable[..., Judged]) -> None:
    spec = mapped(judged(area="35.10.14"))

    assert len(spec.areas) == 25
    assert of(spec, "35.10.14").value == 121.7
    assert of(spec, "35.10.01").state is State.MISSING


def test_missing_zero_too_few_and_suppressed_are_four_states(judged: Callable[..., Judged]) -> None:
    spec = mapped(
        judged(area="35.10.01", value=0.0, numerator=0.0),
        judged(area="35.10.02", value=None, absence=Absence.NOT_SENT),
        judged(area="35.10.03", value=None, absence=Absence.SUPPRESSED),
        judged(area="35.10.04", too_few=True),
    )

    assert [(of(spec, f"35.10.0{n}").state, of(spec, f"35.10.0{n}").value) for n in (1, 2, 3, 4)] == [
        (State.VALUE, 0.0),
        (State.MISSING, None),
        (State.SUPPRESSED, None),
        (State.TOO_FEW, 121.7),
    ]


def test_a_suppressed_area_gives_nothing_away(judged: Callable[..., Judged]) -> None:
    spec = mapped(judged(value=None, numerator=3.0, low=1.0, high=9.0, absence=Absence.SUPPRESSED))
    area = of(spec, "35.10.14")

    assert (area.numerator, area.denominator, area.low, area.high) == (None, None, None, None)
    assert "3" not in area.hover.replace("2024", "")


def test_hover_texts_are_in_full_words(judged: Callable[..., Judged]) -> None:
    spec = mapped(judged(area="35.10.01", too_few=True, basis=Basis.SAMPLE))

    assert of(spec, "35.10.01").hover.splitlines() == [
        "Kecamatan Pesanggaran",
        "Angka Kematian Ibu (AKI): 121,7 per 100.000 KH",
        "28 kematian ibu dari 23.000 kelahiran hidup",
        "Selang 95 %: 80,9 sampai 175,9",
        "Kejadian terlalu sedikit untuk dinilai",
        "Periode: 2024",
        "Laporan: 41 dari 45 puskesmas, 48 dari 540 laporan bulanan belum masuk",
        "Dasar: DATA CONTOH",
    ]


def test_a_kecamatan_before_its_creation_is_not_called_missing() -> None:
    new = next(a for a in all_kabupaten()["35.10"].kecamatan if a.valid_from is not None)
    assert new.valid_from is not None
    spec = mapped(period=Period.year(new.valid_from.year - 2))

    assert of(spec, new.code).remark == "Kecamatan belum dibentuk pada periode ini"
    assert of(spec, "35.10.01").remark == "Belum ada data"


def test_the_map_is_a_sample_as_soon_as_one_value_is(judged: Callable[..., Judged]) -> None:
    assert mapped(judged(area="35.10.01"), judged(area="35.10.02", basis=Basis.SAMPLE)).sample
    assert not mapped(judged(area="35.10.01")).sample


def test_the_alternative_text_gives_the_range_and_the_gaps(judged: Callable[..., Judged]) -> None:
    spec = mapped(
        judged(area="35.10.01", value=12.0), judged(area="35.10.02", value=34.5), judged(area="35.10.03", too_few=True)
    )

    assert spec.alt == (
        "Angka Kematian Ibu (AKI) per kecamatan, Kabupaten Banyuwangi, 2024. "
        "2 kecamatan dengan nilai, dari 12,0 per 100.000 KH (Pesanggaran) sampai 34,5 per 100.000 KH (Bangorejo). "
        "1 kecamatan dengan kejadian terlalu sedikit untuk dinilai. 22 kecamatan tanpa nilai."
    )


def test_the_footer_says_source_basis_and_data_version(judged: Callable[..., Judged]) -> None:
    assert mapped(judged()).footer == "Sumber: PWS KIA dan MPDN · data resmi · versi data 7 · aturan penilaian 2"


def test_a_smoothed_value_stands_in_place_of_the_own_one_which_is_told_beside_it(judged: Callable[..., Judged]) -> None:
    spec = mapped(judged(area="35.10.01"), smoothed={"35.10.01": 140.04})
    area = of(spec, "35.10.01")

    assert (area.value, area.raw, area.label) == (140.04, 121.7, "140,0")
    assert (area.low, area.high) == (None, None)
    assert area.hover.splitlines()[:4] == [
        "Kecamatan Pesanggaran",
        "Angka Kematian Ibu (AKI) yang diratakan: 140,0 per 100.000 KH",
        "28 kematian ibu dari 23.000 kelahiran hidup",
        "Nilai apa adanya: 121,7 per 100.000 KH",
    ]
    assert spec.values == "nilai yang diratakan"
    assert spec.title == "Angka Kematian Ibu (AKI) yang diratakan per kecamatan, Kabupaten Banyuwangi, 2024"
    assert spec.title in spec.alt


def test_on_a_smoothed_map_few_events_stay_apart_and_what_was_not_smoothed_says_so(
    judged: Callable[..., Judged],
) -> None:
    spec = mapped(
        judged(area="35.10.01", too_few=True), judged(area="35.10.02", all_reported=False), smoothed={"35.10.01": 140.0}
    )

    assert of(spec, "35.10.01").state is State.TOO_FEW
    assert (of(spec, "35.10.02").state, of(spec, "35.10.02").value) == (State.PROVISIONAL, 121.7)
    assert of(spec, "35.10.02").remark == "Sementara, laporan belum lengkap · Tidak diratakan"
    assert of(spec, "35.10.02").low == 80.9


def test_a_map_of_own_values_says_so_too(judged: Callable[..., Judged]) -> None:
    spec = mapped(judged(area="35.10.01"))

    assert spec.values == "nilai apa adanya"
    assert of(spec, "35.10.01").raw == of(spec, "35.10.01").value == 121.7
