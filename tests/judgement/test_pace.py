"""The way to the next target: worked by hand for an official Jembrana, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from indicators import warehouse
from indicators.catalogue import Target, catalogue
from indicators.judgement.pace import CountPace, Pace, count_pace, pace_of
from indicators.judgement.pace_sentences import card_words, count_sentences, sentences_of
from indicators.judgement.values import state_of
from indicators.vocabulary import Basis, Period, Status
from indicators.wording import pace as wording

BANYUWANGI, JEMBRANA = "35.10", "51.01"
FIRST = "51.01.P07"

Send = Callable[..., warehouse.Receipt]
Quote = Callable[..., warehouse.Receipt]


def months(year: int, until: int = 12) -> list[str]:
    return [f"{year}-{month:02}" for month in range(1, until + 1)]


def pace(indicator: str, period: str) -> Pace | None:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    return pace_of(snapshot, indicator=indicator, state=state, period=Period.parse(period))


def innovations(today: date, kabupaten: str = BANYUWANGI) -> CountPace | None:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=kabupaten)
    return count_pace(snapshot, indicator="innovations_iga", state=state, today=today)


def with_target(monkeypatch: pytest.MonkeyPatch, indicator: str, targets: dict[int, Target]) -> None:
    """As if the catalogue had these targets for an indicator."""
    entries = catalogue()
    entry = entries.indicators[indicator].model_copy(update={"targets": targets})
    changed = entries.model_copy(update={"indicators": {**entries.indicators, indicator: entry}})
    for module in ("values", "pace", "pace_sentences"):
        monkeypatch.setattr(f"indicators.judgement.{module}.catalogue", lambda: changed)


@pytest.fixture
def twenty_eight_deaths(send: Send) -> None:
    """23,000 births and 28 deaths in 2024, and a 2025 that is not over."""
    send("births", months(2024), {"live_births": 100}, but={(FIRST, "2024-01"): {"live_births": 11_100}})
    send("maternal_deaths", months(2024), {"maternal_deaths": 0}, but={(FIRST, "2024-03"): {"maternal_deaths": 28}})
    send("births", months(2025, 6), {"live_births": 100})
    send("maternal_deaths", months(2025, 6), {"maternal_deaths": 0})


@pytest.mark.parametrize("period", ["2024", "2025-01..2025-06", "2025-04"])
def test_a_rate_target_is_told_in_deaths_on_the_births_of_the_newest_whole_year(
    twenty_eight_deaths: None, period: str
) -> None:
    found = pace("aki", period)
    assert found is not None
    assert (found.since, found.year, found.years_left) == (2024, 2029, 5)
    assert (found.limit_events, found.events_now, found.exposure) == (17, 28, 23_000)
    # (77 / 121.739)^(1/5) - 1
    assert found.yearly_change_needed == pytest.approx(-0.0875, abs=0.0001)
    assert (found.points, found.beyond, found.basis) == (False, False, Basis.OFFICIAL)
    assert found.standing is Status.NOT_MET


def test_what_is_said_of_it(twenty_eight_deaths: None) -> None:
    found = pace("aki", "2024")
    assert found is not None
    assert sentences_of(found) == [
        "Target 2029 (77 per 100.000 KH, RPJMN 2025-2029) berarti paling banyak 17 kematian ibu setahun pada 23.000 "
        "kelahiran hidup, sebanyak pada 2024; pada 2024 tercatat 28, yaitu 11 lebih dari itu.",
        "Untuk sampai ke sana dari angka 2024, setiap tahun hingga 2029 perlu turun rata-rata 8,8 %.",
        "Target itu ditetapkan untuk angka sensus; yang dibandingkan di sini adalah pelaporan rutin.",
    ]
    assert card_words(found) == "perlu turun 8,8 % setahun"


def test_a_gap_that_may_be_chance_is_said_to_be(send: Send) -> None:
    send("births", months(2024), {"live_births": 100})
    send("maternal_deaths", months(2024), {"maternal_deaths": 0}, but={(FIRST, "2024-03"): {"maternal_deaths": 10}})
    found = pace("aki", "2024")
    assert found is not None
    assert (found.limit_events, found.events_now) == (9, 10)
    assert "Selisihnya belum dapat dibedakan dari kebetulan." in sentences_of(found)


def test_a_value_on_the_target_s_side_needs_no_fall(send: Send) -> None:
    send("births", months(2024), {"live_births": 100})
    send("maternal_deaths", months(2024), {"maternal_deaths": 0}, but={(FIRST, "2024-03"): {"maternal_deaths": 8}})
    found = pace("aki", "2024")
    assert found is not None
    assert (found.beyond, found.yearly_change_needed) == (True, None)
    assert card_words(found) == ""
    said = " ".join(sentences_of(found))
    assert "mempertahankannya" in said
    assert "lebih dari itu" not in said


def test_a_target_below_a_number_leaves_the_number_itself_out(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    with_target(monkeypatch, "aki", {2030: Target(value=70, sign="<", document="uji")})
    send("births", months(2024), {"live_births": 0}, but={(FIRST, "2024-01"): {"live_births": 10_000}})
    send("maternal_deaths", months(2024), {"maternal_deaths": 0}, but={(FIRST, "2024-03"): {"maternal_deaths": 7}})
    found = pace("aki", "2024")
    assert found is not None
    assert (found.limit_events, found.events_now, found.beyond) == (6, 7, False)


def test_a_coverage_is_told_in_mothers_more_and_points_a_year(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    with_target(monkeypatch, "k1", {2027: Target(value=95, document="uji")})
    send("annual_targets", ["2024"], {"pregnant_women_target": 1200})
    send("maternal_services", months(2024), {"antenatal_first_visits": 90})
    found = pace("k1", "2024")
    assert found is not None
    assert (found.limit_events, found.events_now, found.exposure) == (11_400, 10_800, 12_000)
    assert found.points
    assert found.yearly_change_needed == pytest.approx(5 / 3)
    said = sentences_of(found)
    assert "paling sedikit 11.400" in said[0]
    assert "600 kurang dari itu" in said[0]
    assert "naik rata-rata 1,7 poin persen" in said[1]


def test_a_survey_tells_its_rate_alone(quote: Quote) -> None:
    quote("stunting_survey", 2024, 18.1, measure="survey", low=15.0, high=21.2)
    found = pace("stunting_survey", "2026-01..2026-10")
    assert found is not None
    assert (found.limit_events, found.events_now, found.exposure) == (None, None, None)
    # (14.2 / 18.1)^(1/5) - 1
    assert found.yearly_change_needed == pytest.approx(-0.0474, abs=0.0001)
    said = sentences_of(found)
    assert said[0] == "Target 2029: 14,2 %, RPJMN 2025-2029. Angka 2024 menurut survei: 18,1 %."
    assert "tidak dihitung" in said[1]
    quote("stunting_survey", 2024, 18.1, measure="survey")
    bare = pace("stunting_survey", "2026-01..2026-10")
    assert bare is not None
    assert "Galat surveinya tidak diterbitkan" in sentences_of(bare)[2]


def test_a_routine_value_has_no_way_to_a_survey_target(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = catalogue().indicators["wasting"]
    with_target(monkeypatch, "wasting", {2029: entry.targets[2024]})
    send("nutrition", ["2024-08"], {"children_measured": 1000, "children_wasted": 200})
    assert pace("wasting", "2024") is None


def test_without_a_target_ahead_or_a_complete_year_there_is_no_way(send: Send) -> None:
    send("births", months(2024), {"live_births": 100}, but={(FIRST, "2024-05"): None})
    send("maternal_deaths", months(2024), {"maternal_deaths": 1})
    send("child_deaths", months(2024), {"deaths_0_6_days": 1})
    assert pace("aki", "2024") is None  # May misses a tenth of its reports
    assert pace("akb", "2024") is None  # its only target was that of 2024
    assert pace("live_births", "2024") is None


def test_no_target_of_the_past_is_ahead(twenty_eight_deaths: None) -> None:
    found = pace("aki", "2024")
    assert found is not None
    assert found.year == 2029
    later = pace("aki", "2031-01..2031-06")
    assert later is not None
    assert (later.since, later.year) == (2024, 2045)


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (None, "Pada 2024 ada 36. Bila dihitung dari nol, diperlukan 10 sebulan selama 5 bulan sampai akhir 2025."),
        (20, "Sampai sekarang tercatat 20; masih kurang 30, yaitu 6 sebulan selama 5 bulan sampai akhir 2025."),
        (33, "masih kurang 17, yaitu 3,4 sebulan selama 5 bulan sampai akhir 2025."),
        (52, "Sampai sekarang tercatat 52; target itu sudah tercapai."),
    ],
)
def test_while_the_target_s_year_is_open_it_is_said_how_many_a_month(
    quote: Quote, counted: float | None, said: str
) -> None:
    quote("innovations_iga", 2024, 36, kabupaten=BANYUWANGI)
    if counted is not None:
        quote("innovations_iga", 2025, counted, kabupaten=BANYUWANGI)
    found = innovations(date(2025, 8, 3))
    assert found is not None
    assert found.months_left == 5  # August to December
    assert count_sentences(found)[0].endswith(said)


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (50, ["Tahun 2025 berakhir dengan 50 inovasi dikirim ke IGA; target paling sedikit 50 tercapai."]),
        (
            48,
            [
                "Tahun 2025 berakhir dengan 48 inovasi dikirim ke IGA; "
                "target paling sedikit 50 belum tercapai, kurang 2."
            ],
        ),
        (None, []),
    ],
)
def test_after_the_target_s_year_it_is_said_how_it_ended_and_nothing_while_the_result_is_awaited(
    quote: Quote, counted: float | None, said: list[str]
) -> None:
    quote("innovations_iga", 2024, 36, kabupaten=BANYUWANGI)
    if counted is not None:
        quote("innovations_iga", 2025, counted, kabupaten=BANYUWANGI)
    found = innovations(date(2026, 11, 22))
    assert found is not None
    assert (found.months_left, found.a_month) == (0, None)
    assert count_sentences(found) == said


def test_a_kabupaten_without_such_a_target_has_no_months_to_count(quote: Quote) -> None:
    quote("innovations_iga", 2024, 3)
    assert innovations(date(2025, 8, 3), kabupaten=JEMBRANA) is None


def sent_deaths(send: Send, deaths: dict[int, int]) -> None:
    """12,000 births and so many maternal deaths in each whole year."""
    for year, count in deaths.items():
        send("births", months(year), {"live_births": 100})
        but = {(FIRST, f"{year}-03"): {"maternal_deaths": count}}
        send("maternal_deaths", months(year), {"maternal_deaths": 0}, but=but)


def with_trend(indicator: str, period: str) -> Pace:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    found = pace_of(snapshot, indicator=indicator, state=state, period=Period.parse(period), with_trend=True)
    assert found is not None
    return found


def test_a_falling_trend_arrives_between_two_years(send: Send) -> None:
    sent_deaths(send, {2020: 73, 2021: 60, 2022: 49, 2023: 40, 2024: 33})
    found = with_trend("aki", "2024")
    assert found.limit_events == 9
    assert found.arrival is not None
    earliest, latest = found.arrival
    # Each year 0.82 times the one before: 33 becomes 9.24 (the target) after ln(33 / 9.24) / -ln 0.82 = 6.4 years.
    assert 2027 < earliest < 2030.4 < latest < 2045
    said = sentences_of(found)[-2]
    assert said.startswith("Bila kecenderungan 2020–2024 berlanjut, target itu tercapai antara 2028 dan 20")


@pytest.mark.parametrize(
    ("deaths", "said"),
    [
        ((33, 40, 49, 60, 73), "Menurut kecenderungan 2020–2024 angkanya menjauh dari target itu."),
        (
            (31, 27, 32, 26, 30),
            "Kapan target itu tercapai belum dapat diperkirakan: arah kecenderungan 2020–2024 belum dapat "
            "dibedakan dari kebetulan.",
        ),
        ((31, 27), "Kapan target itu tercapai belum dapat diperkirakan, karena tahun yang lengkap belum cukup."),
    ],
)
def test_a_trend_that_does_not_arrive_says_why(send: Send, deaths: tuple[int, ...], said: str) -> None:
    sent_deaths(send, dict(zip(range(2025 - len(deaths), 2025), deaths, strict=True)))
    found = with_trend("aki", "2024")
    assert found.arrival is None
    assert said in sentences_of(found)


def test_nothing_is_foreseen_of_a_target_whose_year_has_come(send: Send) -> None:
    sent_deaths(send, {2023: 40, 2024: 33})
    found = with_trend("aki", "2023")
    assert (found.year, found.trend) == (2024, None)


def test_what_arrives_after_thirty_years_is_not_given_a_year() -> None:
    assert wording.arrives("2020–2024", earliest=2031.2, latest=2071.0, newest=2024) == (
        "Bila kecenderungan 2020–2024 berlanjut, target itu tercapai paling cepat 2032, tetapi dapat juga sesudah 2054."
    )
    assert wording.arrives("2020–2024", earliest=2028.5, latest=2028.9, newest=2024).endswith("tercapai sekitar 2029.")
