"""What is said of who copied what from whom, and of puskesmas beside one another."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.wording import numbers

SECTION = "Siapa mencontoh siapa"
LEAD = "Menurut daftar Replikasi kabupaten-kabupaten di dasbor ini. Yang tidak dicatat tidak tampak di sini."
EMPTY = (
    "Belum ada replikasi yang dicatat untuk {place}, jadi jejaringnya belum dapat digambar. Buka satu inovasi di Katalog, lalu "
    "tekan Contoh ini; penyunting inovasi juga dapat mengisi daftar Replikasi di Kelola inovasi."
)
UNIT = "pasangan pemilik dan peniru, satu garis satu pasangan"
UNKNOWN = "belum dicatat"
OUTSIDE = "di luar dasbor ini"
READING = "Kiri: yang dicontoh. Kanan: yang mencontoh, dengan nama inovasinya. Garis putus-putus: baru direncanakan."
GRAINS = {
    "kecamatan": "Puskesmas terlalu banyak untuk satu gambar, jadi yang digambar adalah kecamatannya; rinciannya pada tabel.",
    "kabupaten": "Kecamatan terlalu banyak untuk satu gambar, jadi yang digambar adalah kabupatennya; rinciannya pada tabel.",
}
COLUMNS = ("Yang mencontoh", "Inovasi", "Dicontoh dari", "Keadaan", "Mulai")


def title(place: str) -> str:
    return f"Jejaring mencontoh, {place}"


def lies_in(kecamatan: str, kabupaten: str) -> str:
    """`Sempu, Banyuwangi`: short, since it stands below a name."""
    return f"{kecamatan}, {kabupaten.removeprefix('Kabupaten ')}"


def kecamatan(name: str) -> str:
    return f"Kecamatan {name}"


def finding(*, copiers: int, origins: int, replications: int, planned: int, across: int) -> str:
    """`3 replikasi dicatat (2 berjalan, 1 baru direncanakan) oleh 2 unit dari 2 pemilik, 1 di antaranya antarkabupaten.`"""
    said = (
        f"{numbers.number(replications)} replikasi dicatat ({numbers.number(replications - planned)} berjalan, "
        f"{numbers.number(planned)} baru direncanakan) oleh {numbers.number(copiers)} unit dari {numbers.number(origins)} pemilik"
    )
    return f"{said}, {numbers.number(across)} di antaranya antarkabupaten." if across else f"{said}."


def sentence(copier: str, innovation: str, origin: str, *, planned: bool) -> str:
    """`Puskesmas Uren mencontoh Laskar SAKINA dari Puskesmas Sempu`."""
    verb = "berencana mencontoh" if planned else "mencontoh"
    return f"{copier or UNKNOWN} {verb} {innovation or UNKNOWN} dari {origin or UNKNOWN}"


def alt(said: str, sentences: Sequence[str], shown: int = 6) -> str:
    rest = len(sentences) - shown
    more = f"; {numbers.number(rest)} lainnya pada tabel" if rest > 0 else ""
    return f"{said} {'; '.join(sentences[:shown])}{more}."


PUSKESMAS = "Puskesmas: memulai, menerapkan, mencontoh, dicontoh"
PUSKESMAS_LEAD = (
    "Menurut abjad, bukan peringkat: banyaknya inovasi saja tidak mengatakan seberapa baik. Dimulai: inovasi bernama yang tercatat "
    "sebagai miliknya. Diterapkan: yang tercatat pada tahap penerapan. Berencana: rencana mencontoh yang belum berjalan."
)
PUSKESMAS_COLUMNS = ("Puskesmas", "Dimulai", "Diterapkan", "Mencontoh", "Berencana", "Dicontoh pihak lain")
NO_PUSKESMAS = "Belum ada puskesmas {place} yang tercatat memiliki, mencontoh, atau dicontoh inovasinya."


def without_stage(count: int) -> str:
    return f"tahapan {numbers.number(count)} inovasi belum dicatat"


def others(count: int, of: int) -> str:
    return f"{numbers.number(count)} dari {numbers.number(of)} puskesmas belum tercatat di sini"


OTHERS_MEANING = (
    "Belum tercatat bukan berarti tidak berinovasi: registri yang dikenal namanya belum lengkap, dan sebagian inovasi milik dinas "
    "berjalan di banyak puskesmas."
)
