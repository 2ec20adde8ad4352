"""Questions and problems about which puskesmas, kecamatan or desa a row means."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.wording import numbers
from indicators.wording.intake import Sentence, listed
from indicators.wording.rules import Rule


def which_unit(written: str) -> str:
    return f'Puskesmas mana yang dimaksud dengan "{written}"?'


def which_kecamatan(written: str) -> str:
    return f'Kecamatan mana yang dimaksud dengan "{written}"?'


def which_desa(written: str, kecamatan: str | None) -> str:
    inside = f" di Kecamatan {kecamatan}" if kecamatan else ""
    return f'Desa atau kelurahan mana{inside} yang dimaksud dengan "{written}"?'


def serves(desa: str, kecamatan: str) -> str:
    return f"Puskesmas mana yang melayani {desa}, Kecamatan {kecamatan}?"


def unknown_kecamatan(kabupaten: str) -> Sentence:
    return Sentence(
        f"Kecamatan pada baris ini tidak dikenal di {kabupaten}.",
        "Tulis nama atau kode kecamatan seperti pada templat.",
        Rule.KECAMATAN,
    )


def unknown_desa(kabupaten: str) -> Sentence:
    return Sentence(
        f"Desa pada baris ini tidak dikenal di {kabupaten}.",
        "Periksa nama desa dan kecamatannya, atau tulis nama puskesmasnya.",
        Rule.DESA,
    )


def desa_twice(desa: str, homes: Sequence[str]) -> Sentence:
    return Sentence(
        f"Nama {desa} dipakai di Kecamatan {listed(homes)}.",
        "Isi kolom kecamatan supaya desanya tidak tertukar.",
        Rule.DESA,
    )


def desa_elsewhere(desa: str, homes: Sequence[str], written: str) -> Sentence:
    return Sentence(
        f"{desa} tercatat di Kecamatan {listed(homes)}, tetapi di berkas tertulis {written}.",
        "Periksa desa dan kecamatannya.",
        Rule.DESA,
    )


def several_units(kecamatan: str, units: Sequence[str]) -> Sentence:
    return Sentence(
        f"Kecamatan {kecamatan} memiliki {len(units)} puskesmas ({listed(units)}), tetapi puskesmasnya tidak ditulis.",
        "Tambahkan kolom puskesmas atau kolom desa.",
        Rule.UNIT,
    )


def no_unit(kecamatan: str) -> Sentence:
    return Sentence(
        f"Kecamatan {kecamatan} belum memiliki puskesmas pada daftar.",
        "Minta admin melengkapi daftar puskesmas di halaman Wilayah dan mode.",
        Rule.UNIT,
    )


def unit_of_kecamatan(unit: str, kecamatan: str) -> Sentence:
    return Sentence(
        f"Puskesmas tidak ditulis; baris ini dibaca sebagai {unit}, satu-satunya puskesmas di Kecamatan {kecamatan}.",
        "Tambahkan kolom puskesmas bila bukan itu yang dimaksud.",
        Rule.UNIT,
    )


def desa_summed(rows: int) -> Sentence:
    return Sentence(
        f"{numbers.number(rows)} baris per desa dijumlahkan per puskesmas.",
        "Pastikan semua desa wilayah kerja puskesmas ada di berkas.",
        Rule.DESA,
    )
