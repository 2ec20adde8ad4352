"""Profil kecamatan: every indicator of one kecamatan against the kabupaten and the target."""

from indicators.screens import area_profile, frame, selection

chosen = selection.current()
frame.heading("area_profile", chosen)
area_profile.show(chosen)
