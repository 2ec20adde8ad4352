"""Kelola rapat: the lists of meetings and decisions, kept by form or file."""

from indicators.screens import access, frame, registry, selection

chosen = selection.current()
frame.heading("records", chosen)
if person := access.require("record", chosen):
    registry.show(chosen, person, right="record")
