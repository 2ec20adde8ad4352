"""Riwayat: every submission, with undo and redo."""

from indicators.screens import access, frame, history, selection

chosen = selection.current()
frame.heading("history", chosen)
if person := access.require("send", chosen):
    history.show(chosen, person)
