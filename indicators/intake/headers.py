"""Column headers: made comparable, and matched to what the catalogue and the forms call them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from indicators.catalogue import Catalogue, Dataset, Element

# The role a column plays beside the counted elements: its header on the template first, then others in use.
UNIT_ROLES: dict[str, tuple[str, ...]] = {
    "kode_puskesmas": ("id_puskesmas", "kode_pkm", "id_pkm", "kode_faskes", "kode_unit"),
    "puskesmas": ("nama_puskesmas", "pkm", "nama_pkm", "nama_faskes", "nama_unit", "unit"),
    "kecamatan": ("kec", "nama_kecamatan", "kode_kecamatan"),
    "desa": ("desa_kelurahan", "desa_kel", "kelurahan", "nama_desa", "kode_desa"),
    "tahun": ("thn", "tahun_laporan"),
    "bulan": ("bln", "bulan_laporan"),
    "periode": (
        "bulan_tahun",
        "bulan_dan_tahun",
        "periode_laporan",
        "masa_laporan",
        "tanggal",
        "tgl",
        "tanggal_laporan",
    ),
}

PUBLISHED_ROLES: dict[str, tuple[str, ...]] = {
    "kode_wilayah": ("wilayah", "kode_daerah"),
    "indikator": (),
    "isi": (),
    "ukuran": (),
    "tahun": ("thn",),
    "bulan_awal": (),
    "bulan_akhir": (),
    "nilai": (),
    "batas_bawah": (),
    "batas_atas": (),
    "tanda": (),
    "sumber": (),
    "tautan": ("url",),
    "catatan": ("keterangan",),
}

PUBLISHED_NUMBERS = ("nilai", "batas_bawah", "batas_atas")

ROLE_NAMES = frozenset(UNIT_ROLES) | {name for others in UNIT_ROLES.values() for name in others}

_NOT_WORD = re.compile(r"[\W_]+")


def comparable(header: str) -> str:
    """Lower case, words joined by one underscore; the systems' own misspelling `Pukesmas` is put right."""
    return _NOT_WORD.sub("_", header.casefold()).strip("_").replace("pukesmas", "puskesmas")


def roles_found(headers: Iterable[str], roles: dict[str, tuple[str, ...]]) -> dict[int, str]:
    """Which role each column plays, by column index; columns that play none are left out."""
    by_name = {name: role for role, others in roles.items() for name in (role, *others)}
    named = enumerate(map(comparable, headers))
    return {index: by_name[name] for index, name in named if name in by_name}


def names_known(catalogue: Catalogue, dataset: Dataset | None = None) -> Names:
    """Every comparable header that a file of any dataset may have; of a list, its own alone."""
    if dataset is not None and dataset.is_list:
        return Names(frozenset(by_header(dataset)), ())
    named = {
        name for roles in (UNIT_ROLES, PUBLISHED_ROLES) for role, others in roles.items() for name in (role, *others)
    }
    prefixes = {catch.prefix for dataset in catalogue.datasets.values() for catch in dataset.catch_all}
    return Names(frozenset(named | set(element_names(catalogue.elements.values()))), tuple(sorted(prefixes)))


@dataclass(frozen=True)
class Names:
    """Comparable headers that mean something: `name in names`."""

    whole: frozenset[str]
    prefixes: tuple[str, ...]

    def __contains__(self, name: object) -> bool:
        return name in self.whole or (isinstance(name, str) and name.startswith(self.prefixes))


def by_header(dataset: Dataset) -> dict[str, str]:
    """Every comparable header of a list's columns -> the header on the template, which wins over an alias."""
    columns = dataset.columns.values()
    return {comparable(alias): c.column for c in columns for alias in c.aliases} | {c.column: c.column for c in columns}


def element_names(elements: Iterable[Element]) -> dict[str, str]:
    """Every comparable header of these elements -> element id. A column's own name wins over an alias."""
    elements = list(elements)
    names = {comparable(alias): e.id for e in elements for alias in e.aliases}
    return names | {comparable(e.column): e.id for e in elements}


def elements_of(dataset: Dataset, catalogue: Catalogue) -> list[Element]:
    return [catalogue.elements[id_] for id_ in dataset.elements]


def resemblance(headers: Iterable[str], dataset: Dataset, catalogue: Catalogue) -> int:
    """How many of the headers belong to a dataset; none to a portal's export, whose headers are the portal's own."""
    if dataset.form == "open_data":
        return 0
    if dataset.is_list:
        known = by_header(dataset)
        return len(_distinctive(dataset, catalogue) & {known[h] for h in map(comparable, headers) if h in known})
    if dataset.stores == "published":
        distinctive = {"indikator", "isi", "ukuran", "nilai", "batas_bawah", "batas_atas", "sumber"}
        return len(distinctive & set(roles_found(headers, PUBLISHED_ROLES).values()))
    names = element_names(elements_of(dataset, catalogue))
    return len({names[h] for h in map(comparable, headers) if h in names})


def _distinctive(dataset: Dataset, catalogue: Catalogue) -> set[str]:
    """Headers of a list that no other kind of file has."""
    others = [header for d in catalogue.list_datasets() if d.id != dataset.id for header in by_header(d)]
    return {*by_header(dataset).values()} - {*ROLE_NAMES, *PUBLISHED_ROLES, *others}


def seems_to_be(headers: Iterable[str], chosen: Dataset, catalogue: Catalogue) -> Dataset | None:
    """The other dataset that the headers fit better than the chosen one.

    None where the chosen one fits best.
    """
    headers = list(headers)
    scores = {id_: resemblance(headers, d, catalogue) for id_, d in catalogue.datasets.items()}
    best = max(scores, key=lambda id_: (scores[id_], id_ == chosen.id))
    return catalogue.datasets[best] if scores[best] > scores[chosen.id] else None
