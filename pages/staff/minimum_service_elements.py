"""Kelola unsur SPM: the list of SPM elements per puskesmas, kept by form or file."""

from indicators.screens import access, frame, registry, selection

chosen = selection.current()
frame.heading("minimum_service_elements", chosen)
if person := access.require("elements", chosen):
    registry.show(chosen, person, right="elements")
