"""What a number is made of, and what of it a public reader may see in one kecamatan."""

from __future__ import annotations

from collections.abc import Callable

from indicators import warehouse
from indicators.catalogue import catalogue
from indicators.judgement.breakdown import Breakdown, breakdown
from indicators.vocabulary import Dimension, Period

JEMBRANA = "51.01"
NEGARA, MENDOYO, PEKUTATAN, MELAYA, KEC_JEMBRANA = (f"51.01.0{number}" for number in range(1, 6))
IN_NEGARA, IN_MENDOYO, IN_MELAYA = "51.01.P03", "51.01.P07", "51.01.P01"

Send = Callable[..., warehouse.Receipt]
CAUSES = [
    e for e in catalogue().elements.values() if e.dimension is Dimension.CAUSE and e.part_of == ("maternal_deaths",)
]
NONE = {e.id: 0 for e in CAUSES}


def causes(kecamatan: str | None = None, *, staff: bool = False, period: str = "2024-01") -> Breakdown:
    return breakdown(
        warehouse.current(),
        of=["maternal_deaths"],
        dimension=Dimension.CAUSE,
        kabupaten=JEMBRANA,
        period=Period.parse(period),
        kecamatan=kecamatan,
        may_see_small_cells=staff,
    )


def of(**deaths: float) -> dict[str, float]:
    """A report of deaths by cause, and none of the other causes."""
    return NONE | {f"maternal_deaths_{cause}": number for cause, number in deaths.items()}


def shown(found: Breakdown) -> dict[str, float]:
    return {part.label: part.value for part in found.parts if part.value}


def test_the_parts_of_a_kabupaten_are_open_to_everyone_largest_first_and_the_rest_last(send: Send) -> None:
    report = of(haemorrhage=1, hypertension=2, other_cause=9)
    send("maternal_deaths", ["2024-01"], NONE, but={(IN_NEGARA, "2024-01"): report})
    found = causes()
    assert not found.suppressed
    assert [part.value for part in found.parts] == [2, 1, 0, 0, 0, 0, 9]
    assert found.parts[0].label == "Hipertensi dalam kehamilan"
    assert found.parts[-1].label == catalogue().elements["maternal_deaths_other_cause"].label
    assert found.total == 12


def test_parts_are_summed_over_months_and_puskesmas(send: Send) -> None:
    but = {(IN_NEGARA, "2024-01"): of(infection=5), ("51.01.P04", "2024-02"): of(infection=6)}
    send("maternal_deaths", ["2024-01", "2024-02"], NONE, but=but)
    assert shown(causes(NEGARA, period="2024-01..2024-02")) == {"Infeksi": 11}


def test_one_small_cell_withholds_the_causes_of_every_kecamatan_that_month(send: Send) -> None:
    # The kabupaten's causes are public: what one kecamatan hides, the others would tell by subtraction.
    but = {
        (IN_NEGARA, "2024-01"): of(haemorrhage=4, infection=20),
        (IN_MELAYA, "2024-01"): of(haemorrhage=5),
    }
    send("maternal_deaths", ["2024-01"], NONE, but=but)
    assert [causes(area).suppressed for area in (NEGARA, MENDOYO, MELAYA, PEKUTATAN)] == [True] * 4
    assert causes(NEGARA).parts == ()
    assert shown(causes()) == {"Infeksi": 20, "Perdarahan": 9}


def test_causes_without_a_small_cell_are_open_in_every_kecamatan(send: Send) -> None:
    send("maternal_deaths", ["2024-01"], NONE, but={(IN_MELAYA, "2024-01"): of(haemorrhage=5)})
    assert shown(causes(MELAYA)) == {"Perdarahan": 5}
    assert shown(causes(PEKUTATAN)) == {}


def test_a_longer_period_does_not_open_a_month_that_is_withheld(send: Send) -> None:
    # January and February together have no small cell; together less February alone would be January.
    but = {
        (IN_NEGARA, "2024-01"): of(haemorrhage=2),
        (IN_NEGARA, "2024-02"): of(haemorrhage=6),
    }
    send("maternal_deaths", ["2024-01", "2024-02"], NONE, but=but)
    assert causes(NEGARA, period="2024-01..2024-02").suppressed
    assert not causes(NEGARA, period="2024-02").suppressed


def test_staff_see_every_cell(send: Send) -> None:
    send("maternal_deaths", ["2024-01"], NONE, but={(IN_NEGARA, "2024-01"): of(haemorrhage=1)})
    found = causes(NEGARA, staff=True)
    assert not found.suppressed
    assert shown(found) == {"Perdarahan": 1}


def test_what_was_not_reported_has_no_parts_and_is_not_withheld(send: Send) -> None:
    send("births", ["2024-01"], {"live_births": 10})
    assert causes() == causes(NEGARA) == Breakdown((), 0, suppressed=False)


def test_parts_that_are_not_sensitive_are_open_in_a_kecamatan(send: Send) -> None:
    report = {"live_births": 3, "live_births_male": 1, "live_births_female": 2}
    send("births", ["2024-01"], report)
    found = breakdown(
        warehouse.current(),
        of=["live_births"],
        dimension=Dimension.SEX,
        kabupaten=JEMBRANA,
        period=Period.month(2024, 1),
        kecamatan=NEGARA,
    )
    assert sorted(part.value for part in found.parts) == [2, 4]
    assert not found.suppressed
