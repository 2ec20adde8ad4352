"""Personal data in a file: recognised by header and by content, named by position, never quoted.

The columns are those that UU 27/2022 (PDP) and UU 23/2006 article 84 protect. Only counts may enter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.intake.headers import comparable
from indicators.intake.problems import blocking
from indicators.intake.tables import Table, column_letter
from indicators.vocabulary import Problem
from indicators.wording import intake as say

_PLACES = (
    "puskesmas|pkm|kecamatan|kec|desa|kelurahan|kel|kabupaten|kab|provinsi|prov|posyandu|faskes|fasilitas|"
    "unit|wilayah|rs|rumah_sakit|klinik|dusun|indikator|inovasi|program|bulan|dokumen|sumber"
)

_HEADERS: dict[str, re.Pattern[str]] = {
    say.NIK: re.compile(r"((no|nomor)_)?nik(_.+)?|nomor_induk_kependudukan"),
    say.FAMILY_CARD: re.compile(r"((no|nomor)_)?(kk|kartu_keluarga)(_.+)?|nkk"),
    say.PERSON_NAME: re.compile(rf"nama(?!_({_PLACES})(_|$))(_.+)?|ortu|orang_?tua"),
    say.ADDRESS: re.compile(r"alamat(_.+)?|rt|rw|rt_rw"),
    say.PHONE: re.compile(
        r"(no|nomor)_(hp|telp|telepon|telpon|handphone|wa|whatsapp)(_.+)?|"
        r"hp|telp|telepon|whatsapp|e_?mail|surel"
    ),
    say.BIRTH: re.compile(r"(tempat_|tmp_)?(tgl|tanggal)_lahir(_.+)?|ttl|tempat_lahir"),
    say.MEMBER_NUMBER: re.compile(r"(no|nomor)_(bpjs|jkn|rm|rekam_medis)(_.+)?"),
}

_SIXTEEN = re.compile(r"(?<![0-9])[0-9]{16}(?![0-9])")
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])[ .'-](?=[0-9])")
_IN_FOURS = re.compile(r"([0-9]{4})[ .-]([0-9]{4})[ .-]([0-9]{4})[ .-]([0-9]{4})")
# Excel keeps 15 digits and writes a longer number like this.
_ROUNDED = re.compile(r"[0-9][.,][0-9]+e\+?15", re.IGNORECASE)
_REGION_AND_DAY = re.compile(r"[1-9][0-9]{5}([04][1-9]|[1256][0-9]|[37][01])(0[1-9]|1[0-2])[0-9]{6}")


def find_personal_data(table: Table) -> list[Problem]:
    """One blocking problem for each column that names, or each column that holds, personal data."""
    by_header = dict(_personal_columns(table))
    found = [
        blocking(say.personal_data(kind, say.column_cells(column_letter(index), [])))
        for index, kind in by_header.items()
    ]
    for index, rows in _cells_with_numbers(table).items():
        if index not in by_header:
            position = say.column_cells(column_letter(index), rows)
            found.append(blocking(say.personal_data(say.SIXTEEN_DIGITS, position), row=rows[0]))
    return found


def holds_identity_number(text: str) -> bool:
    """Whether a cell is a 16-digit number, or holds one that is built like a NIK or KK number.

    Built like one: region, then a day (plus 40 for women) and a month. A web address may hold other long
    numbers.
    """
    if len(text) < 16:
        return text.endswith("15") and _ROUNDED.fullmatch(text) is not None
    if _SIXTEEN.fullmatch(_BETWEEN_DIGITS.sub("", text).strip("'`\" ")):
        return True
    return any(_REGION_AND_DAY.fullmatch(number) for number in _SIXTEEN.findall(_IN_FOURS.sub(r"\1\2\3\4", text)))


def is_built_like_identity_number(digits: str) -> bool:
    """Whether exactly these digits are region, day (plus 40 for women), month, year and number."""
    return _REGION_AND_DAY.fullmatch(digits) is not None


def _personal_columns(table: Table) -> Iterator[tuple[int, str]]:
    for index, header in enumerate(table.header.cells):
        for kind, pattern in _HEADERS.items():
            if pattern.fullmatch(comparable(header)):
                yield index, kind
                break


def _cells_with_numbers(table: Table) -> dict[int, list[int]]:
    """Column index -> the rows whose cell holds an identity number; the header row is looked at too."""
    found: dict[int, list[int]] = {}
    for row in (table.header, *table.rows):
        for index, cell in enumerate(row.cells):
            if cell and holds_identity_number(cell):
                found.setdefault(index, []).append(row.number)
    return found
