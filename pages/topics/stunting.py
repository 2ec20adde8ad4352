"""Stunting: survey and e-PPGBM as two measures, cases and children measured, new cases, kecamatan."""

from indicators.screens import frame, pace, sections, selection, topics, two_sources

chosen = selection.current()
frame.heading("stunting", chosen)
two_sources.survey("stunting", chosen)
pace.surveys("stunting", chosen)
two_sources.cases("stunting", chosen)
if not sections.nothing_yet(chosen):
    topics.new_cases("stunting", chosen)
    indicator = topics.choose("stunting", chosen)
    topics.over_time(indicator, chosen)
    topics.kecamatan(indicator, chosen)
    topics.table(("stunting",), chosen, title="others")
