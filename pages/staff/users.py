"""Pengguna: accounts with their roles, one-time passwords, closing and unlocking; for admins."""

from indicators.screens import access, frame, selection, users

chosen = selection.current()
frame.heading("users", chosen)
if person := access.require("administer", chosen):
    users.show(chosen, person)
