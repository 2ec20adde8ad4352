"""Tindak lanjut: what the last meetings decided, what is overdue, and whether the linked KPI has moved since."""

from indicators.screens import actions, frame, selection

chosen = selection.current()
frame.heading("actions", chosen)
actions.show(chosen)
