"""The funnel plot: who is on it, how, and what is named."""

from __future__ import annotations

from collections.abc import Callable

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.charts.funnel import FunnelSpec, funnel_plot
from indicators.charts.spec import Role
from indicators.judgement.compared import compare
from indicators.judgement.judged import Absence, Judged
from indicators.vocabulary import Period

JEMBRANA = all_kabupaten()["51.01"]
CODES = [area.code for area in JEMBRANA.kecamatan]
AKB = catalogue().indicators["akb"]

Make = Callable[..., Judged]


def plotted(*judged: Judged) -> FunnelSpec | None:
    found = compare(AKB, list(judged), period=Period.year(2024))
    return funnel_plot(indicator=AKB, kabupaten=JEMBRANA, compared=found, footer="Sumber", notes=("Catatan.",))


def values(judged: Make, *events: float) -> list[Judged]:
    return [
        judged(
            indicator="akb", area=code, area_name=JEMBRANA.name_of(code), value=count, numerator=count,
            denominator=1000.0, too_few=count < 5,
        )
        for code, count in zip(CODES, events, strict=False)
    ]  # fmt: skip


def test_groups_have_their_own_marks_and_only_those_outside_are_named(judged: Make) -> None:
    spec = plotted(*values(judged, 60.0, 20.0, 20.0, 20.0, 2.0))
    assert spec is not None
    looks = [(g.name, g.role, g.hollow, [p.label for p in g.points]) for g in spec.groups]

    assert looks == [
        ("Di luar batas wajar, lebih buruk", Role.WORSE, False, [JEMBRANA.name_of(CODES[0])]),
        ("Dalam batas wajar", Role.COMPUTED, False, ["", "", ""]),
        ("Terlalu sedikit kejadian untuk dinilai", Role.NEUTRAL, True, [""]),
    ]
    assert [(p.x, p.y, p.key) for p in spec.groups[0].points] == [(1000.0, 60.0, CODES[0])]


def test_hover_and_alternative_text_are_in_full_words(judged: Make) -> None:
    spec = plotted(*values(judged, 60.0, 20.0, 20.0, 20.0, 2.0))
    assert spec is not None

    assert spec.groups[0].points[0].hover.splitlines()[:2] == [
        f"Kecamatan {JEMBRANA.name_of(CODES[0])}",
        "Angka Kematian Bayi (AKB): 60,0 per 1.000 KH",
    ]
    assert spec.alt.endswith(
        f"Di luar batas wajar, lebih buruk: 1 kecamatan ({JEMBRANA.name_of(CODES[0])}); Dalam batas wajar: "
        "3 kecamatan; Terlalu sedikit kejadian untuk dinilai: 1 kecamatan."
    )
    assert spec.across == "Jumlah kelahiran hidup"
    assert spec.middle.label == "Nilai gabungan: 24,4"


def test_areas_with_missing_reports_are_counted_in_a_note(judged: Make) -> None:
    areas = values(judged, 20.0, 20.0, 20.0)
    absent = judged(indicator="akb", area=CODES[4], value=None, numerator=None, absence=Absence.NOT_SENT)
    late = judged(indicator="akb", area=CODES[3], value=90.0, numerator=90.0, denominator=1000.0, all_reported=False)
    spec = plotted(*areas, late, absent)
    assert spec is not None

    assert sum(len(g.points) for g in spec.groups) == 3
    assert spec.notes[-1].startswith("2 kecamatan tidak digambar di sini")
    assert spec.ends[1] < 90


def test_everything_that_is_judged_can_be_seen(judged: Make) -> None:
    spec = plotted(*values(judged, 60.0, 20.0, 20.0, 20.0, 2.0))
    assert spec is not None

    assert spec.ends == (2.0, 60.0)
    assert spec.most is None


def test_without_events_there_is_no_funnel(judged: Make) -> None:
    assert plotted(*values(judged, 0.0, 0.0)) is None
    assert plotted() is None
