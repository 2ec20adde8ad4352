"""Stunting: survey and e-PPGBM as two measures, cases and children measured, new cases, kecamatan."""

from indicators.screens import frame, sections, selection, topics

chosen = selection.current()
frame.heading("stunting", chosen)
topics.two_sources("stunting", chosen)
topics.cases("stunting", chosen)
if not sections.nothing_yet(chosen):
    topics.new_cases("stunting", chosen)
    indicator = topics.choose("stunting", chosen)
    topics.kecamatan(indicator, chosen)
    topics.table(("stunting",), chosen, title="others")
