"""Indikator: everything about one indicator, from its value to its method, sources and history."""

from indicators.screens import frame, indicator, pace, sections, selection, topics

chosen = selection.current()
frame.heading("indicator", chosen)
entry = indicator.choose(chosen)
indicator.now(entry, chosen)
topics.over_years(entry, chosen)
pace.distance(entry, chosen)
if entry.numerator and not sections.nothing_yet(chosen):
    topics.this_year(entry, chosen)
    topics.over_time(entry, chosen)
    indicator.kecamatan(entry, chosen)
    indicator.quality(entry, chosen)
indicator.sheet(entry, chosen)
indicator.targets(entry, chosen)
indicator.method(entry, chosen)
indicator.submissions(entry, chosen)
indicator.download(entry, chosen)
