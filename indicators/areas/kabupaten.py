"""What a kabupaten consists of: kecamatan, desa, and the facilities beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from indicators.catalogue import AREAS_FOLDER, Target
from indicators.vocabulary import Level
from indicators.wording import areas as say

NATION = "00"


class AreaError(Exception):
    """An area folder, or what an admin put over it, does not load or contradicts itself."""


class Row(BaseModel):
    """One row of a file: frozen, and without a column that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Area(Row):
    """One kecamatan, desa or kelurahan; it exists from valid_from to valid_to (None: open)."""

    code: str
    name: str
    level: Level
    parent: str
    bps_code: str | None = None
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successor_of: str | None = None


class Facility(Row):
    """A puskesmas or hospital; `status` says how sure its kecamatan is, in words shown to users."""

    id: str
    name: str
    kind: str
    kecamatan: str
    national_code: str | None = None
    aliases: tuple[str, ...] = ()
    status: str
    note: str = ""
    source: str
    valid_from: date | None = None
    valid_to: date | None = None
    successor_of: str | None = None


class Tile(Row):
    """Position of a kecamatan in the equal-area tile map: column from the west, row from the north."""

    code: str
    column: int
    row: int


class KnownElements(Row):
    """How many SPM elements a source names for a puskesmas, without listing them. document: what it is quoted from."""

    known: int = Field(ge=1)
    document: str
    source: str


class Official(Row):
    """Boundaries that an admin uploaded. checksum: the SHA-256 that names the file; dated: of the source."""

    checksum: str
    source: str
    dated: date
    folder: Path


class Kabupaten(Row):
    """Everything of one kabupaten.

    known_elements: by facility, the SPM elements that a source counts. official: boundaries in place of the schematic
    ones. former: facilities of a list that was taken back; nothing is expected of them, but what they sent still has a
    name and a kecamatan.
    """

    code: str
    name: str
    bps_code: str | None = None
    province_code: str
    province_name: str
    time_zone: str
    time_zone_label: str
    source: str
    targets: dict[str, dict[int, Target]] = Field(default_factory=dict)
    known_elements: dict[str, KnownElements] = Field(default_factory=dict)
    areas: tuple[Area, ...]
    facilities: tuple[Facility, ...]
    tiles: tuple[Tile, ...]
    neighbours: dict[str, tuple[str, ...]]
    official: Official | None = None
    former: tuple[Area | Facility, ...] = ()

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Kabupaten:
        """As that of pydantic, and without what was worked out from the fields that are replaced."""
        copied = super().model_copy(update=update, deep=deep)
        for name in vars(copied).keys() - type(self).model_fields.keys():
            del vars(copied)[name]
        return copied

    @cached_property
    def kecamatan(self) -> tuple[Area, ...]:
        """Its kecamatan, by code."""
        return tuple(a for a in self.areas if a.level is Level.KECAMATAN)

    @cached_property
    def desa(self) -> tuple[Area, ...]:
        """Its desa and kelurahan."""
        return tuple(a for a in self.areas if a.level is Level.DESA)

    @cached_property
    def puskesmas(self) -> tuple[Facility, ...]:
        return tuple(f for f in self.facilities if f.kind == "puskesmas")

    def name_of(self, code: str) -> str:
        """The name of the kabupaten, one of its areas, or one of its facilities. Raises KeyError."""
        return self._names[code]

    @cached_property
    def kecamatan_of(self) -> dict[str, str]:
        """The kecamatan of every facility, former ones included, by id."""
        return {f.id: f.kecamatan for f in (*self.former, *self.facilities) if isinstance(f, Facility)}

    @cached_property
    def _names(self) -> dict[str, str]:
        there = (*self.former, *self.areas, *self.facilities)
        return {self.code: self.name} | {(x.code if isinstance(x, Area) else x.id): x.name for x in there}

    @property
    def boundaries_label(self) -> str:
        """What the outlines are, in words that stand on every map."""
        if self.official is None:
            return say.SCHEMATIC
        return say.official(self.official.source, self.official.dated)

    @property
    def boundaries_version(self) -> str:
        """Twelve hex digits of the boundaries' checksum: names them where they are served and shown."""
        if self.official is not None:
            return self.official.checksum[:12]
        return hashlib.sha256(self.boundaries_path.read_bytes()).hexdigest()[:12]

    @property
    def boundaries_path(self) -> Path:
        if self.official is not None:
            return self.official.folder / f"{self.official.checksum}.geojson"
        return AREAS_FOLDER / self.code / "boundaries.geojson"

    @property
    def schematic_path(self) -> Path:
        """The shipped boundaries, also where official ones are drawn."""
        return AREAS_FOLDER / self.code / "boundaries.geojson"

    @property
    def dashes_path(self) -> Path:
        """The dashed outlines, drawn over areas with too few events; Plotly cannot dash an area's outline."""
        if self.official is not None:
            return self.official.folder / f"{self.official.checksum}.dashes.geojson"
        return AREAS_FOLDER / self.code / "dashes.geojson"

    @property
    def slides_path(self) -> Path:
        """Its own PowerPoint template, with logo and colours; it need not exist."""
        return AREAS_FOLDER / self.code / "slides.pptx"

    def replaced(self, **changes: Any) -> Kabupaten:
        """A copy with other values in some fields, whose names are worked out anew."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return Kabupaten(**fields | changes)
