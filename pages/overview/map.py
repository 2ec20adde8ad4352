"""Peta: any indicator in any period, as boundaries or as tiles."""

from indicators.screens import area_map, frame, selection

chosen = selection.current()
frame.heading("map", chosen)
area_map.show(chosen)
