"""Papan indikator: all kecamatan by the indicators of a topic, each judged beside the kabupaten."""

from indicators.screens import frame, scorecard, selection

chosen = selection.current()
frame.heading("scorecard", chosen)
scorecard.show(chosen)
