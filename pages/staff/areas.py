"""Wilayah dan mode: what the kabupaten consists of, its boundaries, and whether its data are sample or official."""

from indicators.screens import area_boundaries, area_history, area_lists, area_settings, frame, selection

chosen = selection.current()
frame.heading("areas", chosen)
area_settings.mode(chosen)
area_settings.units(chosen)
area_boundaries.show(chosen)
area_lists.show(chosen)
area_history.show(chosen)
