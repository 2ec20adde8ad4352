"""What the innovation page says."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.wording import numbers

ENTER = "Masukkan hasilnya"
NO_COUNTS = "Belum ada jumlah inovasi IGA yang diterbitkan untuk kabupaten ini. Staf dapat memasukkannya lewat Unggah."
GAP = "Yang dihitung dan yang dikenal namanya"
GAP_LEAD = (
    "Jumlah menurut berita dibanding inovasi bernama dengan tahun IGA yang tercatat. Selisihnya menunjukkan bagian registri "
    "yang belum terisi."
)
GAP_COLUMNS = ("Tahun IGA", "Dihitung (dikutip)", "Bernama di registri")
REGISTRY = "Registri inovasi yang dikenal namanya"
REGISTRY_LEAD = "Ikut serta dalam suatu ajang bukan penghargaan, jadi ditulis terpisah."
COLUMNS = ("Inovasi", "Pemilik", "Tahapan dan tahun", "Indikator yang dituju", "Tahun IGA", "Penghargaan", "Sumber")
NOT_RECORDED = "belum dicatat"
PRACTICE = "Daftar ini diunggah dalam mode contoh: latihan, bukan registri yang sebenarnya."
YEAR_UNKNOWN = "tahun IGA belum dicatat"
EMPTY = "Belum ada inovasi yang tercatat untuk {place}."


def sequence(counts: Sequence[tuple[int, float]]) -> str:
    """`35 (2023) → 36 (2024)`."""
    return " → ".join(f"{numbers.number(count)} ({year})" for year, count in counts)


def awaited(year: int, target: float) -> str:
    return f"Hasil IGA {year} belum dimasukkan. Target: paling sedikit {numbers.number(target)}."


def other_result(label: str, where: Sequence[str]) -> str:
    """`Ikut serta: UNPSA 2017`."""
    return f"{label}: {'; '.join(where)}"
