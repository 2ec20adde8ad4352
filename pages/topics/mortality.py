"""Kematian ibu dan bayi: published and computed rates, running totals, causes, kecamatan, coverage."""

from indicators.screens import frame, pace, sections, selection, topics, two_sources

chosen = selection.current()
frame.heading("mortality", chosen)
indicator = topics.choose("mortality", chosen)
topics.over_years(indicator, chosen)
pace.distance(indicator, chosen)
two_sources.census(indicator, chosen)
if not sections.nothing_yet(chosen):
    topics.this_year(indicator, chosen)
    topics.over_time(indicator, chosen)
    topics.parts(indicator, chosen)
    topics.kecamatan(indicator, chosen)
    topics.table(("maternal_care", "child_care"), chosen, title="coverage")
