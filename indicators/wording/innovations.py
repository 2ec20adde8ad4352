"""What the innovation page says."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.wording import numbers

ENTER = "Masukkan hasilnya"
SET_TARGET = "Tetapkan targetnya"
NO_COUNTS = "Belum ada jumlah inovasi IGA yang diterbitkan untuk kabupaten ini. Staf dapat memasukkannya lewat Unggah."
GAP = "Yang dihitung dan yang dikenal namanya"
GAP_LEAD = (
    "Dihitung: jumlah yang diterbitkan. Bernama: tercatat di registri dan terkirim pada tahun itu. Belum bernama: selisihnya, bagian "
    "registri yang belum terisi. Draf dan yang baru terverifikasi OPD disebut tersendiri, karena belum terkirim."
)
GAP_COLUMNS = ("Tahun IGA", "Dihitung", "Bernama", "Belum bernama")
PIPELINE_LEAD = (
    "Menurut registri inovasi bernama, yang belum lengkap. Dihitung dengan anggapan bahwa hanya inovasi tahap penerapan yang "
    "dikirim; periksa pedoman IGA tahun itu."
)
STAGE_COLUMNS = ("Tahapan", "Inovasi")
MONTH_COLUMNS = ("Bulan", "Mulai uji coba", "Mulai penerapan")
NOT_RECORDED = "belum dicatat"
YEAR_UNKNOWN = "tahun IGA belum dicatat"
EMPTY = "Belum ada inovasi yang tercatat untuk {place}."


def preparing(count: int) -> str:
    return f"dan {numbers.number(count)} draf"


def sequence(counts: Sequence[tuple[int, float]]) -> str:
    """`35 (2023) → 36 (2024)`."""
    return " → ".join(f"{numbers.number(count)} ({year})" for year, count in counts)


def awaited(year: int, target: float) -> str:
    return f"Hasil IGA {year} belum dimasukkan. Target: paling sedikit {numbers.number(target)}."


def practice_target(document: str) -> str:
    """Of a target that was entered in mode contoh."""
    return f"{document} (latihan)"


def target_to_set(year: int) -> str:
    return f"Target berikutnya yang perlu ditetapkan: untuk IGA {year} dan sesudahnya belum ada."


def pipeline_title(year: int) -> str:
    return f"Menuju IGA {year}: tahapan inovasi"


def no_months(year: int) -> str:
    return f"Belum ada tanggal mulai uji coba atau penerapan pada {year} yang dicatat."


def no_target(year: int, sent: int) -> str:
    return (
        f"Target untuk IGA {year} dan sesudahnya belum ditetapkan. Terkirim menurut registri: {numbers.number(sent)}."
    )


def sent(year: int, count: int, target: float, preparing: int) -> str:
    said = (
        f"Terkirim untuk IGA {year} menurut registri: {numbers.number(count)} dari target paling sedikit "
        f"{numbers.number(target)}"
    )
    return (
        f"{said}; {numbers.number(preparing)} lagi masih draf atau baru terverifikasi OPD." if preparing else f"{said}."
    )


def to_move(missing: int, ready: int, trial: int, from_trial: int) -> str:
    """What must move on: those applied are sent first, then those on trial."""
    said = f"Kurang {numbers.number(missing)}. Sudah penerapan dan belum dikirim: {numbers.number(ready)}"
    if not from_trial:
        return f"{said}, cukup bila {numbers.number(missing)} di antaranya dikirim."
    said += f"; uji coba: {numbers.number(trial)}."
    if from_trial > trial:
        short = numbers.number(from_trial - trial)
        return f"{said} Bila semuanya diterapkan dan dikirim pun, masih kurang {short} inovasi bernama."
    return f"{said} Paling sedikit {numbers.number(from_trial)} inovasi uji coba perlu masuk penerapan dan dikirim."


def other_result(label: str, where: Sequence[str]) -> str:
    """`Ikut serta: UNPSA 2017`."""
    return f"{label}: {'; '.join(where)}"
