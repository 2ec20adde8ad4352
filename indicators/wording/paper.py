"""What is said on printed pages and in files made from charts."""

from __future__ import annotations

from datetime import date

from indicators.vocabulary import Period
from indicators.wording import numbers

PAGE_NUMBER = "halaman {number} dari {total}"

MENU = "Unduh atau kirim"
AS_PICTURE, AS_DRAWING, AS_CSV, AS_XLSX = "Gambar (PNG)", "Gambar (SVG)", "Angka (CSV)", "Angka (Excel)"
FILES = "Gambar memuat judul, satuan, dan sumbernya. SVG tetap tajam bila diperbesar dan dapat disunting."
SENTENCE = "Salin kalimat"
SEND = "Kirim lewat WhatsApp"
SHARE = "Kirim"
SEND_HINT = "Tautannya membuka tampilan ini, dengan kabupaten dan periode yang sama."

SHEET = "Angka"
REFERENCE = "Garis pembanding"


def sentence(*, title: str, finding: str, footer: str, sample: str, link: str) -> str:
    """What a chart says, to be pasted or sent: finding, source, and the address that shows it."""
    first = f"{title}. {finding}" if finding else f"{title}."
    return "\n".join(part for part in (f"{sample}: {first}" if sample else first, footer, link) if part)


PROFILE_SPINE = "Semua indikator, dibanding kabupaten"
PROFILE_COUNTS = "Hitungan di balik indikator utama"


def profile_title(kecamatan: str) -> str:
    return f"Profil kesehatan Kecamatan {kecamatan}"


def profile_lead(kabupaten: str, period: Period) -> str:
    return f"{kabupaten} · {numbers.period(period)}"


def author(kabupaten: str) -> str:
    """Who is responsible for a printed page."""
    return f"Dinas Kesehatan {kabupaten}"


# The briefing as one HTML file.
NAVIGATION, BACK, NEXT, NOTES, FULL_SCREEN = "Pindah slide", "Sebelumnya", "Berikutnya", "Catatan", "Layar penuh"
FIND, FIND_BUTTON, RETURN, NOT_FOUND = (
    "Buka kecamatan",
    "Kecamatan (K)",
    "Kembali ke slide",
    "Tidak ada kecamatan dengan nama itu.",
)
SEND_SLIDE = "Kirim"
NO_SCRIPT = "Grafiknya memerlukan JavaScript; tulisan, tabel, dan peta tetap terbaca tanpa itu."


MONTHLY_DOWNLOAD = "Laporan bulanan untuk dicetak (PDF)"
MONTHLY_FILE = "laporan-{kabupaten}-{period}.pdf"
MONTHLY_TITLE = "Laporan bulanan indikator kesehatan"
MONTHLY_SUMMARY = "Ringkasan"
MONTHLY_ATTENTION = "Yang perlu perhatian"
MONTHLY_NOTHING = "Tidak ada yang meminta perhatian menurut aturan penilaian pada periode ini."
MONTHLY_COLUMNS = ("Indikator", "Nilai", "Selang 95 %", "Hitungan di baliknya", "Dibanding tahun lalu")
MONTHLY_BY_KECAMATAN, MONTHLY_KECAMATAN = "Menurut kecamatan", "Kecamatan"
MONTHLY_CELLS = "Di bawah setiap nilai: pembilang / penyebut. Ditahan: hitungan kecil, untuk melindungi data pribadi."
MONTHLY_WITHHELD = "ditahan"
MONTHLY_CHARTS = "Indikator utama dari tahun ke tahun"
MONTHLY_SENT = "Kelengkapan laporan bulanan"
MONTHLY_SENT_COLUMNS = ("Set data", "Diharapkan", "Sudah ada", "Belum ada", "Terlambat")
MONTHLY_SOURCES = "tercantum pada setiap bagian dan pada halaman Indikator dasbor"


def more_findings(count: int) -> str:
    return f"Dan {numbers.number(count)} lainnya pada halaman Ringkasan."


def made(footer: str, day: date) -> str:
    """The line of source and versions, and the day on which the page was made."""
    return f"{footer} · Dibuat {numbers.day(day)}"
