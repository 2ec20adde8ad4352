"""Mutu data: can the numbers be trusted? Traffic lights per indicator, before any of them is read."""

from indicators.screens import frame, quality, selection

chosen = selection.current()
frame.heading("quality", chosen)
quality.show(chosen)
