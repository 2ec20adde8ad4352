"""Paparan: the slides of a meeting, in order, with headlines, as a file that can be edited."""

from indicators.screens import briefing, frame, selection

chosen = selection.current()
frame.heading("presentation", chosen)
briefing.show(chosen)
