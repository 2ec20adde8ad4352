"""What a briefing says besides its findings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indicators.vocabulary import Audience, Period, Reader
from indicators.wording import numbers, topics

AUDIENCE = {
    Audience.BUPATI: "Bupati",
    Audience.CROSS_SECTOR: "Lintas sektor",
    Audience.PUSKESMAS: "Puskesmas satu kecamatan",
}
READER = {
    Reader.PUBLIC: "untuk umum, hitungan kecil tidak ditampilkan",
    Reader.STAFF: "untuk staf dinas, hitungan kecil ditampilkan; jangan disebarkan",
}
PERIOD = "periode {period}"
SOURCES = "tercantum pada setiap slide"
SOURCES_IN_NOTES = "beberapa sumber, tercantum pada catatan slide ini"

# The page Paparan.
CHOOSE_AUDIENCE, CHOOSE_TEMPLATE, CHOOSE_TOPICS, CHOOSE_RATIO = "Untuk siapa", "Templat", "Topik", "Layar"
CHOOSE_READER = "Hitungan kecil"
READERS = {Reader.PUBLIC: "Tidak ditampilkan (untuk umum)", Reader.STAFF: "Ditampilkan (hanya staf dinas)"}
RATIOS = {"16:9": "Lebar (16:9)", "4:3": "Proyektor lama (4:3)"}
CHOOSE_KECAMATAN = "Pilih kecamatannya di bilah kiri, di bawah Kabupaten; paparan ini untuk puskesmas di kecamatan itu."
NOT_FROZEN = "Angkanya mengikuti data terbaru sampai dibekukan."
FREEZE, THAW = "Bekukan data untuk rapat ini", "Pakai data terbaru lagi"
NO_SLIDES = "Semua slide ditinggalkan. Centang paling sedikit satu."
ARRANGE_HINT = (
    "Lepas centang untuk meninggalkan slide, pakai panah untuk memindahkannya, dan ubah kalimat temuannya bila perlu; angkanya "
    "tetap dari data. Judul yang dikosongkan kembali ke temuan semula."
)
RESET = "Kembali ke susunan semula"
SAVE_TEMPLATE = "Simpan susunan ini sebagai templat"
TEMPLATE_NAME = "Nama templat"
TEMPLATE_HINT = (
    "Templat menyimpan slide, urutannya, dan untuk siapa; angka dan kalimatnya selalu dari data terbaru. Nama yang sudah ada akan "
    "diganti isinya. Setiap perubahan tercatat di Riwayat dan dapat dibatalkan."
)
TEMPLATE_SAVE, TEMPLATE_REMOVE = "Simpan templat", "Hapus templat {name}"
TEMPLATE_NAMELESS = "Tulis dahulu nama templatnya."
TEMPLATE_SHIPPED = "Nama itu dipakai templat bawaan. Pilih nama lain."
REASON_SAVED, REASON_REMOVED = "Menyimpan templat bahan rapat", "Menghapus templat bahan rapat"
UP, DOWN, HEADLINE = "Pindah ke atas", "Pindah ke bawah", "Kalimat temuan"
TITLE_SLIDE, MAP, TABLE, CARDS, TEXT = "Halaman judul", "peta", "tabel", "kartu angka", "teks"
DOWNLOAD_PPTX, DOWNLOAD_PDF, DOWNLOAD_HTML = "Unduh PowerPoint", "Unduh PDF", "Unduh HTML (tanpa internet)"
PRESENT, STOP_PRESENTING = "Sajikan", "Kembali mengatur slide"
PRESENT_HINT = "Panah, PageUp, dan PageDown berpindah; K membuka kecamatan; F layar penuh; C catatan; B layar hitam; Escape kembali, lalu menutup paparan."

# Columns of the workbook behind a chart.
TARGET = "Target"
BELOW = "{name}: ke batas bawah selang 95 %"
ABOVE = "{name}: ke batas atas selang 95 %"

AREA_COLUMNS = ("Indikator", "Kecamatan", "Selang 95 %", "Hitungan", "Kabupaten", "Dibanding kabupaten")
DECISION_COLUMNS = ("Keputusan", "Penanggung jawab", "Status dan tenggat", "KPI sejak rapat")
WHO_RECORDS = "Keputusan dicatat notulis atau admin kabupaten di halaman Tindak lanjut, lalu tampil di sini pada rapat berikutnya."
DECISIONS = "daftar keputusan rapat"
REGISTRY = "registri inovasi dan laporan yang sudah masuk"
PROGRAMME_COLUMNS = ("Program", "Yang tercatat")
PROGRAMMES = "laporan program dan berita, tercantum pada catatan slide ini"
PROPOSAL_COLUMNS = ("Usulan keputusan", "Penanggung jawab", "Tenggat")
PROPOSAL_LEAD = "Penanggung jawab dan tenggat diisi dalam rapat."
NOTHING_TO_PROPOSE = "Tidak ada temuan yang meminta keputusan pada periode ini."
NO_PROPOSALS_HINT = "Gunakan slide ini untuk mencatat keputusan rapat."
FINDINGS = "temuan pada halaman Ringkasan"
WHOLE = "seluruh kabupaten"
MORE_ROWS = "{count} baris lain ada pada catatan slide ini"


def prepared_for(audience: Audience, kecamatan: str = "") -> str:
    """`Disiapkan untuk: Puskesmas di Kecamatan Giri`."""
    who = f"Puskesmas di Kecamatan {kecamatan}" if kecamatan else AUDIENCE[audience]
    return f"Disiapkan untuk: {who}"


def kecamatan_topic(name: str, period: Period) -> str:
    """`Kecamatan Giri · 2024`."""
    return f"Kecamatan {name} · {numbers.period(period)}"


def of_month(indicator: str, reference: Period) -> str:
    """An indicator whose value is of another month than the slide's period."""
    return f"{indicator}, {numbers.short_period(reference)}"


def counted_of(numerator: float | None, denominator: float | None) -> str:
    """`28 dari 23.104`."""
    return f"{numbers.number(numerator)} dari {numbers.number(denominator)}"


def period_line(period: Period) -> str:
    return f"Periode data: {numbers.period(period)}"


def made_on(day: date) -> str:
    return f"Dibuat {numbers.day(day)}"


def footer(line: str, reader: Reader, period: Period | None = None) -> str:
    """The line of source, basis, and versions, of which period, and for whom the slide or the file is."""
    return " · ".join([line, *([PERIOD.format(period=numbers.period(period))] if period else []), READER[reader]])


def sides(left: str, right: str) -> str:
    """Two sources, of two charts side by side."""
    return f"Sumber kiri: {left.removeprefix('Sumber: ')}; kanan: {right.removeprefix('Sumber: ')}"


def in_notes(footer: str) -> str:
    """On a slide the sources of published values stand in the notes, for want of a page with a table of them."""
    return footer.replace(topics.SOURCES, SOURCES_IN_NOTES)


def published(sources: Sequence[str]) -> str:
    """The sources of published values, each once; empty without any."""
    return f"Sumber angka publik: {'; '.join(sources)}." if sources else ""


def ahead(year: int, aim: str, *, at_least: bool) -> str:
    """`Target 2025: paling sedikit 50 inovasi.`"""
    return f"Target {year}: {'paling sedikit ' if at_least else ''}{aim}."


def summary(total: int, standing: Sequence[tuple[str, Sequence[str]]]) -> str:
    """How the headline indicators stand: (status in words, their short names)."""
    if not standing:
        return f"Dari {numbers.number(total)} indikator utama, belum ada yang dapat dinilai terhadap target tahunnya."
    said = "; ".join(f"{status.lower()}: {numbers.listed(names)}" for status, names in standing)
    judged = sum(len(names) for _, names in standing)
    return f"Dari {numbers.number(total)} indikator utama, {numbers.number(judged)} dinilai terhadap target tahunnya. {said[:1].upper()}{said[1:]}."


def definition(label: str, text: str, source: str) -> str:
    return f"{label}: {text} ({source})"


def newest(series: str, details: Sequence[str]) -> str:
    """The newest point of a series, with what it rests on."""
    return f"{series}: {'; '.join(details)}"


def per_area(values: Sequence[tuple[str, str]]) -> str:
    """`Per kecamatan: Giri 3,01; Kabat 2,41.`"""
    return f"Per kecamatan: {'; '.join(f'{name} {value.lower()}' for name, value in values)}."


def proposals(count: int, period: Period) -> str:
    return f"{numbers.number(count)} hal dari data {numbers.period(period)} diusulkan untuk diputuskan."


def propose_result(label: str, year: str) -> str:
    return f"Masukkan hasil {label} {year} lewat halaman Unggah"


def propose_reports(count: float, dataset: str, month: str) -> str:
    return f"Minta {numbers.number(count)} puskesmas mengirim laporan {dataset} {month}"


def propose_measures(label: str, year: str) -> str:
    return f"Tetapkan langkah untuk {label}, yang belum mencapai target {year}"


def propose_questions(label: str, where: str) -> str:
    return f"Telusuri sebab dan langkah untuk {label} di {where}"


def propose_complete(label: str, where: str, period: str) -> str:
    return f"Lengkapi laporan {where} agar {label} {period} dapat dibandingkan"


def more_rows(count: int) -> str:
    return MORE_ROWS.format(count=numbers.number(count))


def table_alt(columns: Sequence[str], rows: int) -> str:
    """For who does not see a table."""
    return f"Tabel dengan {numbers.number(rows)} baris; kolom: {numbers.listed(list(columns))}."


def to_copy(innovations: int, areas: int, *, sample: bool) -> str:
    """How much may be copied; on sample data it begins with `Contoh:`."""
    said = (
        f"{numbers.number(innovations)} inovasi yang tercatat baik dapat dicontoh di {numbers.number(areas)} wilayah "
        "dengan nilai yang dinilai lemah."
    )
    return f"Contoh: {said}" if sample else said


def nothing_to_copy_here(place: str, others: int) -> str:
    return f"Tidak ada saran untuk Kecamatan {place} pada periode ini. Untuk wilayah lain di kabupaten ini ada {numbers.number(others)}."


def frozen(state: str) -> str:
    """state: `keadaan sampai 12 November 2026 pukul 14.05 WIB`."""
    return f"Data dibekukan: {state}. Alamat halaman ini menyimpannya."


def counted(slides: int, sample: bool) -> str:
    mark = ", memuat DATA CONTOH" if sample else ""
    return f"{numbers.number(slides)} slide siap{mark}."


def charts(count: int) -> str:
    return "dua grafik" if count > 1 else "grafik"


def file_name(place: str, period: str) -> str:
    """`paparan-kabupaten-banyuwangi-2024`, without what a file system may not hold."""
    said = f"paparan {place} {period}".lower().replace("–", "-")
    return "-".join("".join(letter if letter.isalnum() or letter == "-" else " " for letter in said).split())


def programmes(reported: int, total: int, period: Period) -> str:
    if not reported:
        return f"Laporan {numbers.number(total)} program belum dimasukkan untuk {numbers.period(period)}."
    return f"Dari {numbers.number(total)} program, {numbers.number(reported)} mempunyai laporan untuk {numbers.period(period)}."
