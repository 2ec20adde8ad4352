"""Isi langsung: one unit's month without Excel."""

from indicators.screens import access, entry, frame, selection

chosen = selection.current()
frame.heading("entry", chosen)
if person := access.require("upload", chosen):
    entry.show(chosen, person)
