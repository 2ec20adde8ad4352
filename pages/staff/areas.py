"""Wilayah dan mode: kecamatan and puskesmas of the kabupaten, and whether its data are sample or official."""

from indicators.screens import area_settings, frame, selection

chosen = selection.current()
frame.heading("areas", chosen)
area_settings.mode(chosen)
area_settings.units(chosen)
