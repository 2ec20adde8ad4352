"""What is said between reading a file (or a filled grid) and its receipt."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.wording import numbers
from indicators.wording.intake import Sentence, listed, row_numbers
from indicators.wording.rules import Rule

QUESTIONS = "Perlu dijawab"
QUESTIONS_LEAD = "Berkas ini dapat dibaca lebih dari satu cara. Jawab dahulu supaya tidak ada yang ditebak."
CHOOSE = "Pilih jawaban"
REMEMBERED = "Jawaban ini diingat untuk berkas berikutnya dari kabupaten ini."

DRAFT = "Draf yang belum diterbitkan"
DRAFT_RESUME = "Lanjutkan draf"
DRAFT_DISCARD = "Buang draf"
DRAFT_WITHOUT_FILE = (
    "Draf hanya menyimpan angka. Bila diterbitkan dari draf, berkas aslinya tidak ikut tersimpan di riwayat; unggah "
    "ulang berkasnya bila ingin menyimpannya."
)

RECEIPT_DOWNLOAD = "Unduh bukti kirim"


def answered(count: int) -> str:
    return f"{numbers.number(count)} jawaban dipakai; buka untuk melihat atau mengubah"


def question(text: str, rows: Sequence[int]) -> str:
    """`Puskesmas mana yang dimaksud dengan "Serono"? (baris 4 dan 9)`"""
    return f"{text} (baris {row_numbers(rows)})" if rows else text


def draft(name: str, dataset: str, moment: str, values: int) -> str:
    return f"{name} ({dataset}, {numbers.number(values)} angka), disimpan {moment}."


def locked(periods: Sequence[str]) -> str:
    return (
        f"Berkas ini mengubah bulan yang sudah dikunci: {listed(periods)}. Minta admin membuka kuncinya, atau "
        "keluarkan bulan itu dari berkas."
    )


def overlapping(unit: str, when: str, files: Sequence[str]) -> Sentence:
    return Sentence(
        f"{unit} untuk {when} ada di lebih dari satu berkas: {listed(files)}.",
        "Sisakan satu berkas untuk unit dan bulan itu.",
        Rule.DUPLICATE,
    )


def left_out(files: Sequence[str]) -> str:
    return f"Berkas yang masih bermasalah atau belum dijawab tidak ikut diterbitkan: {listed(files)}."


def chosen_again(files: Sequence[str]) -> str:
    return f"Dipilih lebih dari sekali, jadi hanya yang terakhir dipakai: {listed(files)}."
