"""What is said of count and quality: how innovations and their evidence move the innovation index (IID)."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.wording import numbers

TITLE = "Jumlah dan mutu: pengaruhnya pada IID"
LEAD = (
    "IID menghitung jumlah skor semua inovasi semua urusan dibagi banyaknya (paling sedikit pembagi menurut aturan tahun itu), "
    "ditambah skor jumlah inovasi. Jumlah inovasi kesehatan tidak pernah dipakai sebagai pengganti semua urusan."
)
DIRECTION = (
    "Arahnya: menurut paparan IID 2023 jumlah skor dibagi banyaknya inovasi semua urusan, paling sedikit 10. Begitu lebih dari itu, "
    "menambah inovasi yang lebih lemah daripada rata-rata menurunkan bagian itu dan menambah yang lebih kuat menaikkannya. Besarnya "
    "baru dihitung setelah angkanya lengkap."
)
ENTER_YEAR, ENTER_SCORES, ENTER_EVIDENCE = (
    "Masukkan angka IID semua urusan",
    "Masukkan tabel skor jumlah inovasi",
    "Catat bukti kematangan",
)
PRACTICE = "Angka IID ini dicatat dalam mode contoh: latihan, bukan angka yang sebenarnya."
NOT_ENTERED = "belum dimasukkan"
LACKING = {
    "year": "Angka IID semua urusan belum dimasukkan untuk tahun IGA mana pun.",
    "innovations": "banyaknya inovasi semua urusan",
    "score_sum": "jumlah skor semua inovasi",
    "divisor": "pembagi paling sedikit",
    "count_scores": "tabel skor jumlah inovasi",
    "below_first": (
        "Tabel skor jumlah inovasi belum memuat banyaknya inovasi tahun itu; tambahkan jenjang yang lebih rendah, misalnya mulai dari 0."
    ),
    "fewer_than_named": (
        "Banyaknya inovasi semua urusan lebih kecil daripada inovasi kesehatan yang terkirim tahun itu menurut registri; periksa angkanya."
    ),
    "guideline": (
        "Pedoman skor tahun itu belum dimasukkan, jadi bukti inovasi belum dapat dibandingkan dengan jumlah skornya."
    ),
    "other_scale": (
        "Rata-rata skor semua urusan melebihi skor tertinggi menurut pedoman itu, jadi bukti inovasi tidak memakai skala yang sama; "
        "periksa jumlah skor atau pedomannya."
    ),
}
# Parts of one sentence; the others stand for themselves.
PARTS = ("innovations", "score_sum", "divisor", "count_scores")

CHART_UNIT = "perubahan bagian inovasi"
CHART_NOTE = "Setiap titik adalah perubahan seluruhnya setelah sekian inovasi tambahan dengan skor yang sama."
LEVELS = {0.5: "separuh rata-rata", 1.0: "sama dengan rata-rata", 1.5: "satu setengah kali rata-rata"}
UNCHANGED = "Tidak berubah"

EVIDENCE = "Bukti mana yang paling menaikkan skor"
EVIDENCE_COLUMNS = ("Indikator", "Naik satu bintang", "Tambahan skor", "Pengaruh pada IID", "Belum dicatat")
NO_EVIDENCE = (
    "Belum ada bukti kematangan yang dicatat, jadi belum dapat dikatakan bukti mana yang paling menaikkan skor. Yang tidak dicatat tidak "
    "dianggap nol bintang."
)
NOTHING_TO_GAIN = "Semua bukti yang dicatat sudah tiga bintang."
REQUIRED = "wajib"
FURTHER = "Inovasi bernama yang belum dikirim"
FURTHER_COLUMNS = ("Inovasi", "Skor menurut bukti", "Pengaruh bila dikirim")
LOWERS, MAY_LOWER, RAISES = (
    "menurunkan IID",
    "bergantung pada bukti yang belum dicatat",
    "tidak menurunkan IID",
)


def signed(value: float, decimals: int = 2) -> str:
    """`+0,25`, `−1,00`; no sign where it rounds to none."""
    said = numbers.number(abs(value), decimals)
    if said == numbers.number(0, decimals):
        return said
    return f"{'+' if value > 0 else '−'}{said}"


def score(least: float, most: float) -> str:
    """`34`, or `34 sampai 52` while some evidence is not recorded."""
    return numbers.number(least) if least == most else f"{numbers.number(least)} sampai {numbers.number(most)}"


def effect(least: float, most: float) -> str:
    first, last = signed(least), signed(most)
    return first if first == last else f"{first} sampai {last}"


def known(year: int, innovations: int | None, score_sum: float | None) -> str:
    """What is there already of a year that is not complete."""
    parts = [
        f"banyaknya inovasi {NOT_ENTERED if innovations is None else numbers.number(innovations)}",
        f"jumlah skor {NOT_ENTERED if score_sum is None else numbers.as_published(score_sum)}",
    ]
    return f"IGA {year}, semua urusan: {', '.join(parts)}."


def not_entered(parts: Sequence[str]) -> str:
    return f"Untuk menghitung pengaruhnya, yang belum dimasukkan: {numbers.listed(parts)}."


def reckoned(year: int, n: int, total: float, divisor: int, for_count: float, part: float) -> str:
    """The arithmetic itself, so that it can be checked by hand."""
    return (
        f"IGA {year}, semua urusan: {numbers.number(n)} inovasi dengan jumlah skor {numbers.as_published(total)}. Bagian inovasi = "
        f"{numbers.as_published(total)} / {numbers.number(max(divisor, n))} + {numbers.as_published(for_count)} = "
        f"{numbers.number(part, 2)}. Rata-rata skornya {numbers.number(total / n, 1)}."
    )


def warning(even: float, mean: float) -> str:
    return (
        f"Peringatan: satu inovasi lagi dengan skor di bawah {numbers.number(even, 1)} menurunkan IID; di atasnya menaikkan. Rata-rata "
        f"semua urusan {numbers.number(mean, 1)}, jadi mengejar jumlah dengan inovasi yang lemah merugikan."
    )


def harmless(n: int, divisor: int) -> str:
    if n < divisor:
        return (
            f"Satu inovasi lagi tidak menurunkan IID, berapa pun skornya, karena banyaknya masih di bawah {numbers.number(divisor)}. "
            "Inovasi yang kuat tetap lebih menaikkan."
        )
    return (
        "Satu inovasi lagi tidak menurunkan IID, berapa pun skornya, karena mencapai jenjang skor jumlah berikutnya. Sesudah itu inovasi "
        "yang lemah kembali menurunkan."
    )


def step(n: int, ahead: int, gained: float) -> str:
    return (
        f"Jenjang skor jumlah berikutnya ada pada {numbers.number(ahead)} inovasi, {numbers.number(ahead - n)} lagi: "
        f"{signed(gained)}."
    )


def to_target(missing: int, scored: float, change: float, index: float | None) -> str:
    """What reaching the target for health would do with innovations like those of which evidence is recorded."""
    said = (
        f"Menambah {numbers.number(missing)} inovasi yang masih kurang dari target, dengan skor seperti rata-rata bukti yang dicatat "
        f"({numbers.number(scored, 1)}): bagian inovasi {signed(change)}"
    )
    return f"{said}, atau IID {signed(index)}." if index is not None else f"{said}."


def lowering(names: Sequence[str], shown: int = 3) -> str:
    rest = len(names) - shown
    named = [*names[:shown], f"{numbers.number(rest)} lainnya"] if rest > 0 else list(names)
    return f"Peringatan: menurut bukti yang dicatat, mengirim {numbers.listed(named)} sekarang menurunkan IID."


def evidence_lead(guideline: str, innovations: int, without: int) -> str:
    said = f"Menurut bukti yang dicatat untuk {numbers.number(innovations)} inovasi dan bobot {guideline}."
    if without:
        said += f" Untuk {numbers.number(without)} inovasi bernama belum ada bukti yang dicatat."
    return f"{said} Yang tidak dicatat tidak dianggap nol bintang."


def other_indicators(count: int) -> str:
    return f"{numbers.number(count)} indikator lainnya"


def others(count: int) -> str:
    return f"{numbers.number(count)} lainnya"


def next_star(innovation: str, stars: int, wanted: str) -> str:
    """What the guideline asks for one more star."""
    return f"{innovation} (bintang {stars}: {wanted})"


def chart_title(year: int, place: str) -> str:
    return f"Pengaruh inovasi tambahan pada IID, {place}, menurut angka IGA {year}"


def level(words: str, scored: float) -> str:
    return f"Skor {numbers.number(scored, 1)} ({words})"


def hover(added: int, scored: float, change: float, marginal: float) -> str:
    return (
        f"{numbers.number(added)} inovasi tambahan berskor {numbers.number(scored, 1)}\nSeluruhnya: {signed(change)}\n"
        f"Yang ke-{numbers.number(added)} saja: {signed(marginal)}"
    )


def finding(weakest: float, strongest: float, added: int, weak: float, strong: float) -> str:
    """Of the chart: what the same number of weak and of strong innovations does."""
    return (
        f"{numbers.number(added)} inovasi tambahan berskor {numbers.number(weakest, 1)} mengubah bagian inovasi {signed(weak)}, yang berskor "
        f"{numbers.number(strongest, 1)} {signed(strong)}."
    )


def chart_alt(title: str, said: str) -> str:
    return f"{title}. {said}"
