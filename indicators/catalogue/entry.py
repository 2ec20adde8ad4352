"""What every entry of the catalogue is."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class CatalogueError(Exception):
    """A catalogue file does not load, or refers to something that does not exist."""


class Entry(BaseModel):
    """Frozen; unknown keys are errors, so a misspelt field never passes silently."""

    model_config = ConfigDict(frozen=True, extra="forbid")
