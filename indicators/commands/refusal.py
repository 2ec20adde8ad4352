"""Why a command did not do what it was asked; the message is Bahasa Indonesia and is all the user sees."""

from __future__ import annotations

DONE, FAILED, MISUSED = 0, 1, 2


class Refused(Exception):
    """The command was understood and could not, or may not, be carried out."""

    exit_code = FAILED


class Misused(Refused):
    """The command was asked in a way it does not know."""

    exit_code = MISUSED
