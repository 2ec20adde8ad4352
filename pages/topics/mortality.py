"""Kematian ibu dan bayi: over the years with target and census; this year and what is behind it; kecamatan."""

from indicators.screens import frame, pace, sections, selection, topics, two_sources

chosen = selection.current()
frame.heading("mortality", chosen)
indicator = topics.choose("mortality", chosen)
match sections.choose_view("mortality"):
    case "tahun":
        topics.over_years(indicator, chosen)
        pace.distance(indicator, chosen)
        two_sources.census(indicator, chosen)
    case "bulan" if not sections.nothing_yet(chosen):
        topics.this_year(indicator, chosen)
        topics.over_time(indicator, chosen)
        topics.parts(indicator, chosen)
    case "kecamatan" if not sections.nothing_yet(chosen):
        topics.kecamatan(indicator, chosen)
        topics.table(("maternal_care", "child_care"), chosen, title="coverage")
