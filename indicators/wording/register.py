"""What intake says about a register of persons: what was counted, what was left out, what to do about it.

Rows are named by number only; no cell is ever quoted.
"""

from __future__ import annotations

from collections.abc import Sequence

from indicators.vocabulary import Period
from indicators.wording.intake import Sentence, listed, row_numbers
from indicators.wording.numbers import number
from indicators.wording.numbers import period as period_text
from indicators.wording.rules import Rule


def score(value: float) -> str:
    """`-6`, `5`, `-2`: the limits of z-scores are whole or half."""
    return f"{value:g}".replace(".", ",")


def _rows(rows: Sequence[int]) -> str:
    """`1 baris (12)` or `3 baris (12-14)`."""
    return f"{number(len(rows))} baris ({row_numbers(rows)})"


def _either(columns: Sequence[str]) -> str:
    return " atau ".join(f'"{column}"' for column in columns)


def column_missing(register: str, columns: Sequence[str]) -> Sentence:
    return Sentence(
        f"Berkas ini dikenali sebagai {register}, tetapi kolom {_either(columns)} tidak ada.",
        "Unduh lagi ekspornya dengan semua kolom, tanpa menghapus atau mengganti judulnya.",
        Rule.COLUMN,
    )


def column_twice(register: str, column: str) -> Sentence:
    return Sentence(
        f"Berkas ini dikenali sebagai {register}, tetapi kolom {column} ada lebih dari satu.",
        "Sisakan satu saja.",
        Rule.COLUMN,
    )


def on_rows(message: str, rows: Sequence[int]) -> str:
    """The same, with every row it holds for."""
    return message if len(rows) < 2 else f"{message} Tertulis pada {_rows(rows)}."


def other_kabupaten(rows: Sequence[int], chosen: str) -> Sentence:
    return Sentence(
        f"{_rows(rows)} bukan dari {chosen} menurut kolom kabupatennya.",
        f"Pilih kabupaten itu lebih dahulu, atau unduh ekspor untuk {chosen} saja.",
        Rule.DATASET,
    )


def other_kecamatan(rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"Kecamatan yang tertulis bukan kecamatan puskesmasnya pada {_rows(rows)}.",
        "Periksa puskesmasnya. Anak dihitung untuk puskesmas yang tertulis dan kecamatan tempat puskesmas itu berada.",
        Rule.KECAMATAN,
    )


def date_blank(rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"Tanggal pengukuran kosong atau NULL pada {_rows(rows)}; baris itu tidak dihitung.",
        "Lengkapi tanggalnya di e-PPGBM, lalu unduh dan kirim lagi.",
        Rule.MEASURED_ON,
    )


def date_unclear(rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"Tanggal pengukuran tidak terbaca pada {_rows(rows)}; baris itu tidak dihitung.",
        "Tulis sebagai tanggal/bulan/tahun, misalnya 12/08/2026.",
        Rule.MEASURED_ON,
    )


def date_in_the_future(rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"Tanggal pengukuran sesudah hari ini pada {_rows(rows)}; baris itu tidak dihitung.",
        "Perbaiki tanggalnya.",
        Rule.MEASURED_ON,
    )


def no_number(rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"NIK kosong, sementara, dibulatkan Excel, atau tidak tersusun seperti NIK pada {_rows(rows)}. Setiap baris itu "
        "dihitung sebagai satu anak dan tidak dicocokkan dengan baris lain.",
        "Bila satu anak ditulis lebih dari sekali dalam sebulan, sisakan satu; lengkapi NIK-nya di e-PPGBM.",
        Rule.CHILD_NUMBER,
    )


def number_shared(rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"NIK yang sama dipakai untuk tanggal lahir atau jenis kelamin yang berbeda pada {_rows(rows)}. Untuk satu NIK "
        "hanya pengukuran terakhir dalam bulan itu yang dihitung.",
        "Periksa apakah NIK orang tua dipakai untuk beberapa anak.",
        Rule.CHILD_NUMBER,
    )


def measured_again(rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"Anak yang sama diukur lagi dalam bulan itu, jadi {_rows(rows)} tidak dihitung; yang dihitung pengukuran "
        "terakhirnya.",
        "Tidak perlu diubah bila memang diukur lebih dari sekali.",
        Rule.MEASURED_AGAIN,
    )


def same_day(rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"Satu anak punya beberapa baris yang berbeda pada tanggal yang sama: {_rows(rows)} kalah oleh baris yang ditulis "
        "belakangan.",
        "Hapus baris yang salah di e-PPGBM.",
        Rule.MEASURED_AGAIN,
    )


def line_repeated(rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"{_rows(rows)} sama persis dengan baris lain, jadi dihitung sekali saja.",
        "Tidak perlu diubah bila memang baris yang sama.",
        Rule.MEASURED_AGAIN,
    )


def age_unknown(rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"Umur saat diukur tidak diketahui pada {_rows(rows)}; anaknya dihitung, tetapi tidak masuk kelompok umur mana pun.",
        "Lengkapi usia saat ukur atau tanggal lahirnya.",
        Rule.AGE_AND_SEX,
    )


def too_old(months: int, rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"Umur saat diukur {number(months)} bulan atau lebih pada {_rows(rows)}; bukan balita, jadi tidak dihitung.",
        "Periksa tanggal lahir atau tanggal pengukurannya.",
        Rule.AGE_AND_SEX,
    )


def sex_unknown(rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"Jenis kelamin tidak diketahui pada {_rows(rows)}; anaknya dihitung, tetapi tidak menurut jenis kelamin.",
        "Tulis L atau P.",
        Rule.AGE_AND_SEX,
    )


def implausible(label: str, low: float, high: float, elements: str, rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"{label} di luar batas wajar WHO ({score(low)} sampai {score(high)}) pada {_rows(rows)}; tidak dihitung sebagai "
        f"{elements}.",
        "Periksa tinggi, berat, tanggal lahir, dan cara ukurnya di e-PPGBM.",
        Rule.IMPLAUSIBLE_SCORE,
    )


def without_score(label: str, elements: str, rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"{label} kosong atau tidak terbaca pada {_rows(rows)}; tidak dihitung sebagai {elements}.",
        "Lengkapi bila anaknya memang diukur.",
        Rule.SCORE_MISSING,
    )


def counted_from_words(label: str, words: str) -> Sentence:
    return Sentence(
        f"Kolom {label} tidak ada, jadi status diambil dari kategori yang tertulis pada kolom {words}. Batas wajar WHO tidak "
        "dapat diperiksa.",
        "Kirim ekspor yang memuat nilai ZS bila ada.",
        Rule.SCORE_MISSING,
    )


def score_column_missing(label: str, elements: str) -> Sentence:
    return Sentence(
        f"Kolom {label} tidak ada, jadi {elements} tidak dihitung dari berkas ini.",
        "Kirim ekspor yang memuat kolom itu bila ada.",
        Rule.SCORE_MISSING,
    )


def words_differ(label: str, cutoff: float, rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"Kategori yang tertulis tidak sejalan dengan {label} (ambang {score(cutoff)}) pada {_rows(rows)}; yang dipakai nilai "
        "ZS.",
        "Perbarui status gizinya di e-PPGBM.",
        Rule.RECORDED_CATEGORY,
    )


def only_low(children: int) -> Sentence:
    return Sentence(
        f"Semua {number(children)} anak pada berkas ini berada di bawah ambang. Mungkin ini daftar anak gizi kurang atau "
        "stunting, bukan semua balita yang diukur.",
        "Kirim register semua balita yang diukur; daftar sebagian membuat prevalensi keliru.",
        Rule.DATASET,
    )


def carried(elements: Sequence[str], kept: int) -> Sentence:
    return Sentence(
        f"{listed(elements)} tidak dihitung dari register; angka yang sudah tersimpan untuk {number(kept)} "
        "puskesmas-bulan dipertahankan.",
        "Bila berubah, kirim rekapnya sesudah register ini.",
        Rule.CARRIED_OVER,
    )


def left_blank(elements: Sequence[str], blank: int) -> Sentence:
    return Sentence(
        f"{listed(elements)} tidak dihitung dari register dan belum tersimpan untuk {number(blank)} puskesmas-bulan; "
        "dibiarkan kosong.",
        "Kirim rekapnya sesudah register ini.",
        Rule.CARRIED_OVER,
    )


def new_cases_derived(reports: int) -> Sentence:
    return Sentence(
        f"Kasus baru untuk {number(reports)} puskesmas-bulan diturunkan dari berkas ini: bulan ini di bawah ambang, bulan "
        "sebelumnya diukur dan tidak.",
        "Tidak perlu diubah. Antarkiriman kasus baru tidak pernah diturunkan.",
        Rule.NEW_CASES,
    )


def above_target(part: str, whole: str, unit: str, when: Period, counted: int, stored: int) -> Sentence:
    return Sentence(
        f"{unit}, {period_text(when)}: {_small(part)} {number(counted)} melebihi {_small(whole)} tersimpan {number(stored)}.",
        f"Periksa {_small(whole)} yang tersimpan; kirim rekapnya bila berubah.",
        Rule.AT_MOST,
    )


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


def labels(elements: Sequence[str]) -> str:
    """`balita diukur, balita stunting, atau balita wasting`."""
    words = [_small(e) for e in elements]
    if len(words) < 3:
        return " atau ".join(words)
    return f"{', '.join(words[:-1])}, atau {words[-1]}"


MEANINGS: dict[str, str] = {
    "nik": "NIK (hanya untuk mencocokkan di memori, tidak disimpan)",
    "name": "nama (tidak disimpan)",
    "sex": "jenis kelamin",
    "born_on": "tanggal lahir (hanya untuk umur, tidak disimpan)",
    "kabupaten": "kabupaten",
    "kecamatan": "kecamatan (hanya diperiksa)",
    "desa": "desa (hanya bila puskesmasnya tidak ditulis)",
    "puskesmas": "puskesmas",
    "age": "umur saat diukur",
    "measured_on": "bulan pengukuran",
}
SCORE_MEANING = "nilai {label}"
WORDS_MEANING = "kategori {label} (hanya dibandingkan)"
