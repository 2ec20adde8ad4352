"""The rules that find problems: a short id each, and what the person who sent the file reads for it."""

from __future__ import annotations

from enum import StrEnum

from indicators.vocabulary import Severity

SEVERITY = {
    Severity.BLOCKING: "Harus diperbaiki",
    Severity.WARNING: "Perlu alasan",
    Severity.NOTICE: "Keterangan",
}
# A sign beside the colour, so that no severity rests on colour alone.
SEVERITY_ICON = {Severity.BLOCKING: "✗", Severity.WARNING: "!", Severity.NOTICE: "i"}


class Rule(StrEnum):
    """Which rule found a problem. The id is kept in the history with the reason for passing a warning."""

    FILE = "file"
    FILE_NAME = "file_name"
    PERSONAL_DATA = "personal_data"
    DATASET = "dataset"
    COLUMN = "column"
    COLUMN_UNUSED = "column_unused"
    COLUMN_GATHERED = "column_gathered"
    UNIT = "unit"
    KECAMATAN = "kecamatan"
    DESA = "desa"
    TOTAL = "total"
    PERIOD = "period"
    MONTH_NOT_OVER = "month_not_over"
    CELL = "cell"
    REQUIRED = "required"
    BLANK_ROWS = "blank_rows"
    DUPLICATE = "duplicate"
    RANGE = "range"
    AT_MOST = "at_most"
    PARTS = "parts"
    NOT_COMPARED = "not_compared"
    PUBLISHED = "published"
    COVERAGE = "coverage"
    FAR_FROM_PAST = "far_from_past"
    SAME_MONTH = "same_month"
    MISSING_UNITS = "missing_units"
    # Registers, one row a person
    MEASURED_ON = "measured_on"
    CHILD_NUMBER = "child_number"
    MEASURED_AGAIN = "measured_again"
    AGE_AND_SEX = "age_and_sex"
    IMPLAUSIBLE_SCORE = "implausible_score"
    SCORE_MISSING = "score_missing"
    RECORDED_CATEGORY = "recorded_category"
    CARRIED_OVER = "carried_over"
    NEW_CASES = "new_cases"
    GEODATA = "geodata"
    OUTLINES = "outlines"
    OUTLINES_OVERLAP = "outlines_overlap"
    OUTLINES_GAP = "outlines_gap"
    OUTLINES_DIFFER = "outlines_differ"
    AREA_LIST = "area_list"
    SHEET = "sheet"
    LIST = "list"
    LIST_REMOVES = "list_removes"


LABELS: dict[Rule, str] = {
    Rule.FILE: "Berkas tidak terbaca",
    Rule.FILE_NAME: "Nama berkas",
    Rule.PERSONAL_DATA: "Data pribadi",
    Rule.DATASET: "Jenis data atau kabupaten lain",
    Rule.COLUMN: "Judul kolom",
    Rule.COLUMN_UNUSED: "Kolom tidak disimpan",
    Rule.COLUMN_GATHERED: "Kolom masuk lain-lain",
    Rule.UNIT: "Puskesmas",
    Rule.KECAMATAN: "Kecamatan",
    Rule.DESA: "Desa",
    Rule.TOTAL: "Baris jumlah",
    Rule.PERIOD: "Bulan dan tahun",
    Rule.MONTH_NOT_OVER: "Bulan belum berakhir",
    Rule.CELL: "Isi sel",
    Rule.REQUIRED: "Isian wajib kosong",
    Rule.BLANK_ROWS: "Baris tanpa angka",
    Rule.DUPLICATE: "Tertulis dua kali",
    Rule.RANGE: "Di atas kisaran wajar",
    Rule.AT_MOST: "Bagian melebihi keseluruhan",
    Rule.PARTS: "Rincian tidak sama dengan jumlah",
    Rule.NOT_COMPARED: "Pembanding belum ada",
    Rule.PUBLISHED: "Isian angka publikasi",
    Rule.COVERAGE: "Cakupan di atas 100 %",
    Rule.FAR_FROM_PAST: "Jauh dari bulan-bulan sebelumnya",
    Rule.SAME_MONTH: "Sama persis dengan bulan lain",
    Rule.MISSING_UNITS: "Puskesmas belum mengirim",
    Rule.MEASURED_ON: "Tanggal pengukuran",
    Rule.CHILD_NUMBER: "NIK untuk mencocokkan",
    Rule.MEASURED_AGAIN: "Diukur lebih dari sekali",
    Rule.AGE_AND_SEX: "Umur dan jenis kelamin",
    Rule.IMPLAUSIBLE_SCORE: "Nilai ZS di luar batas wajar",
    Rule.SCORE_MISSING: "Nilai ZS tidak ada",
    Rule.RECORDED_CATEGORY: "Kategori tidak sejalan dengan ZS",
    Rule.CARRIED_OVER: "Tidak dihitung dari register",
    Rule.NEW_CASES: "Kasus baru diturunkan",
    Rule.GEODATA: "Berkas peta tidak terbaca",
    Rule.OUTLINES: "Kecamatan pada berkas peta",
    Rule.OUTLINES_OVERLAP: "Batas bertumpang tindih",
    Rule.OUTLINES_GAP: "Celah antarbatas",
    Rule.OUTLINES_DIFFER: "Luas atau letak berbeda",
    Rule.AREA_LIST: "Daftar wilayah",
    Rule.SHEET: "Lembar lain",
    Rule.LIST: "Isian daftar",
    Rule.LIST_REMOVES: "Entri yang hilang dari daftar",
}
