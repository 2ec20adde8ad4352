"""Stunting: survey and e-PPGBM as two measures; cases and children measured; over the months; kecamatan."""

from indicators.screens import frame, pace, sections, selection, topics, two_sources

chosen = selection.current()
frame.heading("stunting", chosen)
match sections.choose_view("stunting"):
    case "sumber":
        two_sources.survey("stunting", chosen)
        pace.surveys("stunting", chosen)
    case "kasus":
        two_sources.cases("stunting", chosen)
        if not sections.nothing_yet(chosen):
            topics.new_cases("stunting", chosen)
    case "bulan" if not sections.nothing_yet(chosen):
        topics.over_time(topics.choose("stunting", chosen), chosen)
    case "kecamatan" if not sections.nothing_yet(chosen):
        topics.kecamatan(topics.choose("stunting", chosen), chosen)
        topics.table(("stunting",), chosen, title="others")
