"""What is said of copying innovations: suggestions with their reasons, and the plan that "contoh ini" makes."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.wording import numbers

TITLE = "Yang dapat dicontoh"
LEAD = (
    "Inovasi yang tercatat baik, menuju indikator yang dinilai lemah di suatu wilayah, dan belum tercatat dicontoh di sana. "
    "Yang paling pasti masalahnya dan paling dekat disebut lebih dahulu."
)
NOT_A_CAUSE = (
    "Saran ini mencocokkan catatan, bukan menjelaskan sebab: ia tidak berarti inovasi itu mengubah angkanya. Tanyakan kepada "
    "pemiliknya apa yang dikerjakan dan apakah cocok di tempat Anda."
)
COLUMNS = ("Wilayah", "Yang lemah", "Dapat mencontoh", "Alasan")
OPEN = "Lihat dan contoh"
WHOLE = "seluruh kabupaten"
LOOKED = "Dicari di mana, dan apa yang belum dicatat"


def weak(short: str, period: str, value: str) -> str:
    """`AKB 18,2 per 1.000 KH (2025)`."""
    return f"{short} {value} ({period})"


BEYOND = "di luar batas wajar, lebih buruk daripada kecamatan lain"


def neighbour(places: Sequence[str]) -> str:
    return f"Berjalan di {_kecamatan(places)}, yang bertetangga."


def same_kabupaten(places: Sequence[str]) -> str:
    return f"Berjalan di {_kecamatan(places)}, di kabupaten ini juga."


def other_kabupaten(name: str) -> str:
    return f"Berasal dari {name}."


def _kecamatan(places: Sequence[str]) -> str:
    return f"Kecamatan {numbers.listed(list(places))}"


def good(merits: Sequence[str]) -> str:
    return f"Tercatat: {'; '.join(merits)}."


def award(said: Sequence[str]) -> str:
    return f"penghargaan {', '.join(said)}"


def nominated(said: Sequence[str]) -> str:
    return f"nominasi {', '.join(said)}"


APPLIED = "tahap penerapan"


def sent(years: Sequence[int]) -> str:
    return f"dikirim ke IGA {numbers.listed([str(year) for year in years])}"


def evidence(points: int, most: int, recorded: int, of: int) -> str:
    return f"nilai kematangan {points} dari {most} ({recorded} dari {of} indikator terisi)"


JUDGED = "di tempatnya berjalan, indikator yang dituju dinilai baik dan tidak ada yang lemah"


def not_recorded(what: Sequence[str]) -> str:
    return f"Belum dicatat: {numbers.listed(list(what))}."


STAGE, MATURITY = "tahapannya", "bukti kematangannya"


def not_copied(place: str) -> str:
    return f"Belum tercatat dicontoh di {place}."


def nothing_weak(values: int) -> str:
    """No suggestion, since nothing is judged weak."""
    return (
        f"Tidak ada saran untuk periode ini. Dari {numbers.number(values)} nilai yang diperiksa (indikator yang dituju inovasi "
        "bernama, di setiap kecamatan dan seluruh kabupaten), tidak satu pun dinilai di luar batas wajar atau belum memenuhi target. "
        "Hitungan yang kecil sering belum cukup untuk dinilai, jadi ini bukan berarti semuanya baik. Cobalah periode setahun penuh."
    )


def nothing_fits(areas: int) -> str:
    return (
        f"{numbers.number(areas)} wilayah mempunyai nilai yang dinilai lemah, tetapi tidak ada inovasi tercatat baik yang menuju "
        "indikator itu dan belum dicontoh di sana."
    )


NOTHING_JUDGED = "Belum ada saran: belum ada laporan yang dapat dinilai untuk indikator yang dituju inovasi bernama. Katalog tetap dapat dibaca."


def nothing_here(place: str, others: int) -> str:
    return (
        f"Tidak ada saran untuk Kecamatan {place} pada periode ini; untuk wilayah lain di kabupaten ini ada {numbers.number(others)}. "
        "Pilih Seluruh kabupaten di bilah kiri untuk melihatnya."
    )


def more(count: int) -> str:
    return f"{numbers.number(count)} saran lain tidak ditampilkan; pilih satu kecamatan di bilah kiri untuk melihat miliknya."


def looked(named: int, without_indicator: int, without_merit: int, without_place: int, planned: int) -> list[str]:
    """What fell out, one sentence a reason; the total first."""
    said = [f"{numbers.number(named)} inovasi bernama dari semua kabupaten di dasbor ini."]
    if without_indicator:
        said.append(f"{numbers.number(without_indicator)} tidak dapat disarankan: indikator yang dituju belum dicatat.")
    if without_merit:
        said.append(
            f"{numbers.number(without_merit)} tidak disarankan: belum tercatat penghargaan, nominasi, tahap penerapan, pengiriman ke "
            "IGA, atau bukti kematangan."
        )
    if without_place:
        said.append(
            f"{numbers.number(without_place)} milik kabupaten ini tidak disarankan di sini: tempat berjalannya belum dicatat, jadi "
            "mungkin sudah berjalan di semua puskesmas."
        )
    if planned:
        said.append(f"{numbers.number(planned)} saran dilewati karena sudah ada rencana mencontohnya di sana.")
    return said


COPY = "Contoh ini"
COPY_LEAD = (
    "Tidak harus membuat, bisa mencontoh. Rencana ini masuk ke daftar Replikasi dengan keadaan Rencana, diperiksa dan ditampilkan "
    "lebih dahulu sebelum terbit, dan dapat dibatalkan."
)
START = "Siapkan rencana mencontoh"


def whom_to_ask(place: str, sent_by: str) -> str:
    return (
        f"Rencana mencontoh dicatat oleh penyunting inovasi atau admin {place}. Sampaikan nama inovasi ini dan puskesmas Anda kepada "
        f"mereka ({sent_by}), atau minta admin memberi peran penyunting inovasi."
    )


COMPLETE = "Lengkapi rencananya di Kelola inovasi"


def planned_here(names: Sequence[str]) -> str:
    return f"Sudah direncanakan atau dicontoh di kabupaten ini oleh {numbers.listed(list(names))}."
