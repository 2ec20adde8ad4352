"""What the page of one indicator says: its sheet, its method in plain words, its history, its download."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.vocabulary import Direction, Interval, Kind, Level, Period
from indicators.wording import numbers

CHOOSE = "Indikator"
WHY = "Mengapa penting"
DEFINITION = "Definisi"
SCORECARD = "Lihat di Papan indikator"
MAP = "Lihat di Peta"
QUALITY = "Mutu data"
SHEET = "Lembar definisi"
SHEET_COLUMNS = ("Hal", "Isi")
NUMERATOR, DENOMINATOR, FORMULA, UNIT = "Pembilang", "Penyebut", "Rumus", "Satuan"
DIRECTION, MEASURE, LEVEL, SOURCE, SUPPLIED, DUE = (
    "Arah",
    "Cara memperoleh",
    "Tersedia untuk",
    "Sumber",
    "Dikirim oleh",
    "Jadwal",
)
COUNTERPART = "Ukuran lain untuk hal yang sama"
DIRECTIONS = {
    Direction.LOWER_IS_BETTER: "makin rendah makin baik",
    Direction.HIGHER_IS_BETTER: "makin tinggi makin baik",
    Direction.NEUTRAL: "tanpa arah baik atau buruk",
}
LEVELS = {Level.KABUPATEN: "kabupaten", Level.KECAMATAN: "kabupaten dan kecamatan"}
PUBLISHED_ONLY = "Tidak dihitung di sini: angkanya diambil dari dokumen yang diterbitkan."
NO_DENOMINATOR = "tidak ada; ini sebuah jumlah"

TARGETS = "Target"
NO_TARGETS = "Belum ada target yang dapat dikutip untuk indikator ini."
TARGET_COLUMNS = ("Tahun", "Target", "Ditetapkan untuk", "Dokumen dan catatan")
OWN_TARGET = "target kabupaten"

METHOD = "Cara menghitung dan menilai"
SUBMISSIONS = "Riwayat data di baliknya"
SUBMISSIONS_LEAD = "Kiriman yang angkanya dipakai atau pernah dipakai indikator ini, yang terbaru di atas. Nama pengirim tidak ditampilkan."
SUBMISSION_COLUMNS = ("Dikirim", "Set data", "Cakupan", "Keadaan")
NO_SUBMISSIONS = "Belum ada kiriman untuk indikator ini."
DOWNLOAD = "Unduh angkanya"
DOWNLOAD_LEAD = "Semua angka indikator ini: kabupaten dan kecamatan pada periode yang dipilih dan setiap tahun, serta angka publik dengan sumbernya."
DOWNLOAD_CSV, DOWNLOAD_XLSX = "Unduh angka (CSV)", "Unduh angka (Excel)"
NUMBERS_SHEET = "Angka"
COMPUTED, PUBLISHED, PUBLISHED_COUNT = "hitungan", "angka publik", "jumlah yang diterbitkan"
COLUMNS = (
    "kode",
    "wilayah",
    "jenis",
    "periode",
    "nilai",
    "batas",
    "satuan",
    "pembilang",
    "arti_pembilang",
    "penyebut",
    "arti_penyebut",
    "batas_bawah_95",
    "batas_atas_95",
    "cara_memperoleh",
    "status_target",
    "target",
    "tahun_target",
    "dokumen_target",
    "keterangan",
    "mutu_data",
    "dasar",
    "sumber",
    "tautan",
    "versi_data",
    "aturan_penilaian",
    "tanda",
)
ABOUT = "Semua tentang indikator ini"
NATION = "Indonesia"


def option(topic: str, label: str) -> str:
    return f"{topic}: {label}"


def counted(label: str, elements: Sequence[str]) -> str:
    """`kematian bayi: jumlah kematian 0-6 hari dan kematian 7-28 hari`; the label alone where one element is meant."""
    if len(elements) < 2:
        return label
    return f"{label}: jumlah {numbers.listed([element[:1].lower() + element[1:] for element in elements])}"


def formula(numerator: str, denominator: str, multiplier: int) -> str:
    """`kematian ibu dibagi kelahiran hidup, dikali 100.000`."""
    if not denominator:
        return f"jumlah {numerator}"
    times = f", dikali {numbers.number(multiplier)}" if multiplier != 1 else ""
    return f"jumlah {numerator} dibagi jumlah {denominator}{times}"


def due(dataset: str, day: int | None) -> str:
    """`Kelahiran: setiap bulan, paling lambat tanggal 10`."""
    return f"{dataset}: setiap bulan, paling lambat tanggal {day}" if day else f"{dataset}: setahun sekali"


def summed(kinds: Sequence[Kind], *, weighing_month: int) -> str:
    """How months become a period, for the kinds of counts an indicator is made of."""
    if Kind.CAMPAIGN in kinds:
        return (
            f"Setahun diwakili bulan penimbangan, yaitu {numbers.MONTHS[weighing_month - 1]} bila laporannya lengkap, jika tidak bulan lengkap yang terbaru. Bulan-bulan "
            "tidak dijumlahkan, karena anak yang sama diukur berulang."
        )
    if Kind.STOCK in kinds:
        return "Yang dipakai adalah keadaan pada bulan lengkap yang terbaru; bulan-bulan tidak dijumlahkan."
    return (
        "Pembilang dan penyebut dijumlahkan dahulu untuk semua puskesmas dan bulan, baru dibagi; angka kecamatan tidak dirata-ratakan. "
        "Hanya laporan yang memuat keduanya yang dihitung."
    )


ANNUAL_TARGET = "Penyebutnya sasaran setahun, jadi cakupan tahun berjalan naik sampai Desember dan baru dinilai setelah setahun penuh."


def interval(model: Interval, *, counted: bool) -> str:
    """How the shown interval is worked out."""
    if model is Interval.POISSON:
        return (
            "Selang 95 % menunjukkan seberapa jauh angka itu dapat bergeser hanya karena kebetulan. Untuk kurang dari 10 kejadian dihitung "
            "dengan cara Poisson eksak, mulai 10 kejadian dengan cara Byar."
        )
    if model is Interval.PROPORTION:
        return (
            "Selang 95 % menunjukkan seberapa jauh angka itu dapat bergeser hanya karena kebetulan, dihitung dengan cara Wilson untuk "
            "proporsi. Bila pembilang melebihi penyebut, selang tidak dihitung."
        )
    if counted:
        return "Tidak memakai selang, karena ini hitungan lengkap dan tidak memuat unsur kebetulan."
    return "Selang hanya ditampilkan bila diterbitkan bersama angkanya."


DIRECTLY = "Hitungan lengkap langsung dibandingkan dengan target tahunnya, setelah tahun itu selesai."


def status(*, met: float, likely: float, few: int) -> str:
    """The rule of the six states; thresholds as shares."""
    return (
        "Status terhadap target menyebut peluang bahwa keadaan yang sebenarnya memenuhi target: "
        f"tercapai mulai {numbers.number(100 * met, 1)} %, condong tercapai mulai {numbers.number(100 * likely)} %, tidak dapat dibedakan di "
        f"tengahnya, condong belum mulai {numbers.number(100 * (1 - likely))} % ke bawah, dan belum tercapai mulai "
        f"{numbers.number(100 * (1 - met), 1)} % ke bawah. Bila kurang dari {few} kejadian yang diharapkan pada target, datanya belum cukup. "
        "Target hanya menilai tahunnya sendiri."
    )


def compared(confidence: float, few: int) -> str:
    return (
        "Kecamatan disebut di luar batas wajar hanya bila nilainya melampaui batas corong (funnel): rentang "
        f"{numbers.number(100 * confidence, 1)} % di sekitar nilai semua kecamatan bersama, yang makin lebar untuk kecamatan yang makin kecil. Dengan kurang "
        f"dari {few} kejadian sebuah kecamatan tidak dibandingkan, dan kecamatan tidak diberi peringkat."
    )


CHART = (
    "Grafik dari waktu ke waktu dipilih menurut datanya, dan alasannya tertulis pada grafik itu. Kejadian yang jarang tidak pernah dinilai bulan "
    "demi bulan."
)
APART = "Angka publik dan angka hitungan digambar terpisah; tahun yang belum penuh atau laporannya belum lengkap tidak disambung."


def scope(units: int, period: Period, *, figures: bool) -> str:
    """`45 unit, Oktober 2026`; `3 angka, 2019-2024`."""
    return f"{numbers.number(units)} {'angka' if figures else 'unit'}, {numbers.period(period)}"


def more(count: int) -> str:
    return f"dan {numbers.number(count)} kiriman sebelumnya"


def rule(version: str) -> str:
    return f"Berlaku aturan penilaian versi {version}. Rumus dan rujukannya ada dalam dokumen metode (docs/methods.md)."


def file_name(indicator: str, kabupaten: str) -> str:
    return f"{indicator}-{kabupaten}"
