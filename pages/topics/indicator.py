"""Indikator: one indicator from its value and targets over months and kecamatan to its method, and its download."""

from indicators.screens import frame, indicator, pace, sections, selection, topics

chosen = selection.current()
frame.heading("indicator", chosen)
entry = indicator.choose(chosen)
match sections.choose_view("indicator", without=indicator.empty_views(entry)):
    case "nilai":
        indicator.now(entry, chosen)
        topics.over_years(entry, chosen)
        pace.distance(entry, chosen)
        indicator.targets(entry, chosen)
    case "bulan" if not sections.nothing_yet(chosen):
        topics.this_year(entry, chosen)
        topics.over_time(entry, chosen)
    case "kecamatan" if not sections.nothing_yet(chosen):
        indicator.kecamatan(entry, chosen)
    case "cara":
        indicator.sheet(entry, chosen)
        indicator.method(entry, chosen)
        indicator.quality(entry, chosen)
        indicator.submissions(entry, chosen)
indicator.download(entry, chosen)
