"""What a file leaves open and only a person can decide: asked, never guessed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """One thing to decide before a file can be published.

    id: stable for the same file content, so that an answer holds over reruns, e.g. `notation/lahir_hidup`.
    text and hint: Bahasa Indonesia; they quote a cell only where it resembles a name or number that is expected.
    options: (value, label), the likeliest first; an answer is one of the values.
    rows: where it comes from, as the spreadsheet numbers them; empty for the whole file.
    """

    id: str
    text: str
    options: tuple[tuple[str, str], ...]
    hint: str = ""
    rows: tuple[int, ...] = ()
    column: str | None = None
    sheet: str = ""
