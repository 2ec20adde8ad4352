"""What the catalogue of innovations and the page of one innovation say."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.wording import numbers

TITLE = "Katalog inovasi"
LEAD = (
    "Inovasi bernama dari semua kabupaten di dasbor ini: tidak harus membuat, bisa mencontoh. Ketuk namanya untuk melihat semua "
    "yang tercatat. Ikut serta dalam suatu ajang bukan penghargaan, jadi ditulis terpisah."
)
WORDS = "Cari kata"
WORDS_HELP = "Dicari pada nama, pemilik, ringkasan, masalah, dan indikator yang dituju. Salah ketik sedikit tidak apa."
KABUPATEN, INDICATOR, STAGE = "Kabupaten asal", "Indikator yang dituju", "Tahapan"
KECAMATAN, RECOGNITION = "Tempat berjalan", "Hasil di ajang"
EVERY = "Semua"
MORE = "Saring lebih lanjut"
PAGE = "Halaman"
COLUMNS = ("Inovasi", "Pemilik", "Tahapan dan tahun", "Indikator yang dituju", "Penghargaan")
NOT_RECORDED = "belum dicatat"
NOTHING = "Tidak ada inovasi yang cocok. Kurangi kata atau pilih Semua pada saringan."
UNKNOWN = "Inovasi pada alamat ini tidak ada di registri yang berlaku sekarang."
BACK = "Kembali ke katalog"
PRACTICE = "latihan"
PRACTICE_LONG = "Entri ini dicatat dalam mode contoh: latihan, bukan registri yang sebenarnya."


def found(count: int, of: int) -> str:
    return f"{numbers.number(count)} dari {numbers.number(of)} inovasi."


def page(first: int, last: int, of: int) -> str:
    return f"{numbers.number(first)}–{numbers.number(last)} dari {numbers.number(of)}"


def copied(done: int, planned: int) -> str:
    """`Dicontoh 2 kali, 1 rencana`; empty where nobody did."""
    said = [f"dicontoh {numbers.number(done)} kali"] if done else []
    said += [f"{numbers.number(planned)} rencana mencontoh"] if planned else []
    return ", ".join(said).capitalize()


SUMMARY, PROBLEM = "Ringkasan", "Masalah yang dijawab"
RECORDED = "Yang tercatat"
MISSING = "Belum dicatat"
SOURCE = "Sumber"
WON = "Penghargaan, nominasi, dan keikutsertaan"
NOTHING_WON = "Belum tercatat penghargaan, nominasi, atau keikutsertaan."
EVIDENCE = "Bukti kematangan"
EVIDENCE_COLUMNS = ("Indikator", "Bintang", "Poin", "Bukti")
REQUIRED = "wajib"
PROOFS_ASKED = "Bukti yang diminta untuk setiap indikator"
FILL = "Isi bukti inovasi ini"
NO_STARS = "belum dicatat"


def score(points: int, most: int, recorded: int, of: int, guideline: str) -> str:
    return (
        f"{numbers.number(points)} dari {numbers.number(most)} poin menurut {guideline}; {numbers.number(recorded)} dari "
        f"{numbers.number(of)} indikator sudah dicatat. Yang belum dicatat tidak memberi poin."
    )


def no_evidence(of: int, guideline: str) -> str:
    return (
        f"Belum ada bukti yang dicatat dari {numbers.number(of)} indikator {guideline}, jadi nilainya belum diketahui."
    )


def required_missing(labels: Sequence[str]) -> str:
    return f"Wajib tetapi belum berbintang: {numbers.listed(list(labels))}."


def stars(count: int) -> str:
    """`★★☆`; spoken as a number beside it."""
    return "★" * count + "☆" * (3 - count)


def next_star(count: int, asked: str) -> str:
    return f"untuk {count} bintang: {asked}"


KPI = "Indikator yang dituju, dinilai"
KPI_LEAD = (
    "Nilai di kabupaten asal dan di tempat inovasi berjalan. Nilai ini dipengaruhi banyak hal lain; ia tidak menunjukkan hasil "
    "inovasinya."
)
KPI_COLUMNS = ("Indikator", "Kabupaten", "Terhadap target", "Tempat berjalan")
BEFORE_AFTER = "Sebelum dan sesudah dimulai, di samping kecamatan lain"
NO_KPI = "Indikator yang dituju belum dicatat, jadi belum ada nilai yang dapat disandingkan."
NO_PLACE = "tempat berjalannya belum dicatat"
NO_TARGET = "tidak dinilai terhadap target"

COPIES = "Replikasi"
COPIED_BY, COPIED_FROM = "Dicontoh oleh", "Yang dicontoh pemiliknya"
NO_COPIES = "Belum tercatat siapa pun mencontoh inovasi ini."
COPY_COLUMNS = ("Yang mencontoh", "Keadaan", "Mulai", "Catatan")
FROM_COLUMNS = ("Inovasi yang dicontoh", "Dicontoh dari", "Keadaan", "Mulai")
UNKNOWN_UNIT = "belum dicatat"
