"""Personal data in a file: recognised by header and by content, named by position, never quoted.

The columns are those that UU 27/2022 (PDP) and UU 23/2006 article 84 protect. Only counts may enter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence, Set
from pathlib import PurePath

from indicators.intake.days import date_in
from indicators.intake.headers import comparable
from indicators.intake.personal_text import (
    holds_address,
    holds_identity_number,
    holds_phone,
    kind_in,
    looks_like_name,
)
from indicators.intake.problems import blocking
from indicators.intake.tables import Row, Table, column_letter
from indicators.vocabulary import Problem
from indicators.wording import personal_data as say

_PLACES = (
    "puskesmas|pkm|kecamatan|kec|desa|kelurahan|kel|kabupaten|kab|provinsi|prov|posyandu|faskes|fasilitas|"
    "unit|skpd|opd|instansi|wilayah|rs|rumah_sakit|klinik|dusun|indikator|inovasi|rapat|templat|program|bulan|dokumen|sumber|data|dataset|kolom"
)

_HEADERS: dict[str, re.Pattern[str]] = {
    say.NIK: re.compile(r"((no|nomor)_)?(nik|ktp)(_.+)?|nomor_induk_kependudukan"),
    say.FAMILY_CARD: re.compile(r"((no|nomor)_)?(kk|kartu_keluarga)(_.+)?|nkk"),
    say.PERSON_NAME: re.compile(rf"nama(?!_({_PLACES})(_|$))(_.+)?|ortu|orang_?tua"),
    say.ADDRESS: re.compile(r"alamat(_.+)?|rt|rw|rt_rw"),
    say.PHONE: re.compile(
        r"(no|nomor)_(hp|telp|telepon|telpon|handphone|wa|whatsapp)(_.+)?|"
        r"hp|telp|telepon|whatsapp|e_?mail|surel"
    ),
    say.BIRTH: re.compile(r"(tempat_|tmp_)?(tgl|tanggal)_(lahir|lhr)(_.+)?|ttl|tempat_lahir"),
    say.MEMBER_NUMBER: re.compile(r"(no|nomor)_(bpjs|jkn|rm|rekam_medis)(_.+)?"),
}
# Columns whose days are those of a report, not of persons.
_DAYS_OF_REPORTS = re.compile(
    r"(^|_)(input|entri|entry|lapor|laporan|kirim|timestamp|update|diperbarui|validasi|verifikasi|cetak|unduh|periode|"
    r"awal|akhir|mulai|kunjungan|selesai|bukti|terbit|publikasi|rapat|tenggat|dibahas|dibekukan|created|updated)(_|$)"
)
ENOUGH_NAMES = 2
SHARE_OF_NAMES = 0.4


def find_personal_data(table: Table) -> list[Problem]:
    """One blocking problem for each column that names, or each kind that a column holds.

    Headers are looked for in every row, since a second table may begin anywhere; contents in every cell. A file
    repeats few texts many times, so each text is looked at once.
    """
    lines = (table.header, *table.rows)
    texts = set[str]().union(*(row.cells for row in lines)) - {""}
    headers = {text: kind for text in texts if (kind := _kind_of_header(text)) is not None}
    by_header = _headers_in(table.header, headers)
    for row in table.rows if headers else ():
        if not headers.keys().isdisjoint(row.cells):
            found = _headers_in(row, headers)
            if len(found) > 1:  # a single cell may be a word in a title or a note
                by_header = found | by_header
    problems = [
        blocking(say.personal_data(kind, say.column_cells(column_letter(index), [])))
        for index, kind in sorted(by_header.items())
    ]
    for kind, find in _BY_CELL.items():
        for index, rows in _columns_with(lines, {text for text in texts if find(text)}).items():
            if index not in by_header:
                position = say.column_cells(column_letter(index), rows)
                problems.append(blocking(say.personal_data(kind, position), row=rows[0]))
    for index in range(max((len(row.cells) for row in table.rows), default=0)):
        if index not in by_header and (kind_of_column := _kind_of_column(table, index)):
            kind, rows = kind_of_column
            position = say.column_cells(column_letter(index), rows)
            problems.append(blocking(say.personal_data(kind, position), row=rows[0]))
    return problems


def safe_file_name(name: str) -> str:
    """A file's name as it may be kept: `berkas.xlsx` where the name itself holds personal data."""
    path = PurePath(name)
    words = re.sub(r"[_+-]+", " ", path.stem)
    parts = [words, re.sub(r"(?<=[a-z])(?=[A-Z])", " ", words), words.title()]
    return f"{say.FILE_NAME}{path.suffix}" if any(map(kind_in, parts)) else name


_BY_CELL: dict[str, Callable[[str], bool]] = {
    say.SIXTEEN_DIGITS: holds_identity_number,
    say.PHONE: holds_phone,
    say.ADDRESS: holds_address,
}


def _headers_in(row: Row, headers: Mapping[str, str]) -> dict[int, str]:
    """Column index and kind of each header about a person. headers: those texts and their kinds."""
    return {index: headers[cell] for index, cell in enumerate(row.cells) if cell in headers}


def _kind_of_header(cell: str) -> str | None:
    name = "" if cell.isdigit() else comparable(cell)
    return next((kind for kind, pattern in _HEADERS.items() if name and pattern.fullmatch(name)), None)


def _columns_with(lines: Iterable[Row], texts: Set[str]) -> dict[int, list[int]]:
    """Column index -> the rows whose cell is one of the texts, in the order in which they are met."""
    found: dict[int, list[int]] = {}
    for row in lines if texts else ():
        if not texts.isdisjoint(row.cells):
            for index, cell in enumerate(row.cells):
                if cell in texts:
                    found.setdefault(index, []).append(row.number)
    return found


def _kind_of_column(table: Table, index: int) -> tuple[str, list[int]] | None:
    """Whether most cells of a column are names, or days that differ as birth dates do."""
    cells = table.column(index)
    filled = Counter({cell: times for cell, times in Counter(cells).items() if cell and not cell.isdigit()})
    names = {text: times for text, times in filled.items() if looks_like_name(text)}
    if len(names) >= ENOUGH_NAMES and sum(names.values()) >= SHARE_OF_NAMES * filled.total():
        return say.PERSON_NAME, _rows_with(table, cells, names)
    if _DAYS_OF_REPORTS.search(comparable(table.header.cell(index))):
        return None
    days = {text: day for text in filled if (day := date_in(text)) is not None}
    # First and last days of months tell of periods.
    if len({day.day for day in days.values() if 1 < day.day < 28}) > 1:
        return say.BIRTH, _rows_with(table, cells, days)
    return None


def _rows_with(table: Table, cells: Sequence[str], texts: Container[str]) -> list[int]:
    return [row.number for row, cell in zip(table.rows, cells, strict=True) if cell in texts]
