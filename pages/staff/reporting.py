"""Kelengkapan: which unit sent which dataset for which month, and who has not."""

from indicators.screens import frame, reporting, selection

chosen = selection.current()
frame.heading("reporting", chosen)
reporting.show(chosen)
