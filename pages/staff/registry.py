"""Kelola inovasi: the registry of innovations and its lists, kept by form or file."""

from indicators.screens import access, frame, registry, selection

chosen = selection.current()
frame.heading("registry", chosen)
if person := access.require("innovations", chosen):
    registry.show(chosen, person, right="innovations")
