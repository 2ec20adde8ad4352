"""Sentences about judged numbers: each is chosen by the result of a test and can claim no more than that.

`turun` and `naik` are findings; where the test does not tell a change from chance a value is only `tercatat lebih
rendah` or `lebih tinggi`. Nothing here names a cause. Amounts, periods and places arrive as finished text.
"""

from __future__ import annotations

from collections.abc import Sequence

from indicators.vocabulary import Basis, Movement, Status
from indicators.wording import changes, judgement, numbers

COPY = "Salin kalimat"

_BASIS = {
    Basis.OFFICIAL: "",
    Basis.PROVISIONAL: "Sementara: ",
    Basis.SAMPLE: "Contoh: ",
    Basis.SURVEY: "Menurut survei: ",
    Basis.PUBLISHED: "Menurut angka publikasi: ",
}

_STATUS = {
    Status.MET: "target {year} tercapai",
    Status.LIKELY_MET: "target {year} condong tercapai",
    Status.NOT_DISTINGUISHABLE: "tidak dapat dibedakan dari target {year}",
    Status.LIKELY_NOT_MET: "target {year} condong belum tercapai",
    Status.NOT_MET: "target {year} belum tercapai",
    Status.NOT_ENOUGH_DATA: "data belum cukup untuk dinilai terhadap target {year}",
}

_HEADLINE = {
    Movement.FELL: "turun dibanding {before}, bermakna",
    Movement.ROSE: "naik dibanding {before}, bermakna",
    Movement.SEEMS_LOWER: "tercatat lebih rendah daripada {before}, belum dapat dibedakan dari kebetulan",
    Movement.SEEMS_HIGHER: "tercatat lebih tinggi daripada {before}, belum dapat dibedakan dari kebetulan",
    Movement.EQUAL: "tercatat sama dengan {before}",
    Movement.NOT_COMPARED: "belum dibandingkan dengan {before}",
}

_CHANGE = {
    Movement.FELL: "angka ini {moved}; perubahan itu bermakna, lebih besar daripada yang wajar karena kebetulan",
    Movement.ROSE: "angka ini {moved}; perubahan itu bermakna, lebih besar daripada yang wajar karena kebetulan",
    Movement.SEEMS_LOWER: "angka ini tercatat lebih rendah, belum dapat dibedakan dari kebetulan",
    Movement.SEEMS_HIGHER: "angka ini tercatat lebih tinggi, belum dapat dibedakan dari kebetulan",
    Movement.EQUAL: "angka ini tercatat sama",
}


# Words that begin a sentence and are no name.
_OPENERS = frozenset({
    "Angka", "Belum", "Bila", "Dari", "Dengan", "Di", "Dibanding", "Kejadian", "Laporan", "Menurut", "Pada",
    "Perbedaan", "Rata-rata", "Selama", "Setelah", "Tahun", "Target", "Tidak", "Titik",
})  # fmt: skip


def told(basis: Basis, sentences: Sequence[str]) -> str:
    """Sentences as one text that names what kind of evidence they rest on; empty ones leave no trace."""
    said = " ".join(sentence for sentence in sentences if sentence)
    if not said or not _BASIS[basis]:
        return said
    # After the colon only names and abbreviations keep their capital.
    return _BASIS[basis] + (said[:1].lower() + said[1:] if said.partition(" ")[0] in _OPENERS else said)


def value(subject: str, period: str, amount: str, basis: Basis, *, counts: str = "", interval: str = "") -> str:
    """`AKI Kabupaten Banyuwangi pada 2024 tercatat 124,7 per 100.000 KH (28 kematian ibu dari …; selang 95 %: …).`"""
    verb = "diperkirakan" if basis is Basis.SURVEY else "tercatat"
    behind = "; ".join(part for part in (counts, interval) if part)
    return f"{subject} pada {period} {verb} {amount}{f' ({behind})' if behind else ''}."


def absent(subject: str, period: str, reason: str) -> str:
    """`AKI Kecamatan Glagah pada 2024: penyebut belum ada.`"""
    return f"{subject} pada {period}: {reason[:1].lower()}{reason[1:]}."


def few(events: int) -> str:
    return f"Kejadiannya kurang dari {numbers.number(events)}, sehingga angka ini mudah berubah karena kebetulan."


def incomplete(reports: str) -> str:
    """reports: `41 dari 45 puskesmas`."""
    return f"Laporannya belum lengkap ({reports}), jadi angka ini belum dibandingkan."


def headline(
    subject: str,
    before: str,
    movement: Movement,
    status: Status | None,
    year: int | None,
    *,
    qualified: bool = False,
    provisional: bool = False,
) -> str:
    """One short sentence: how it moved and where it stands against its target, if it has one of that year."""
    said = [f"{subject} {_HEADLINE[movement].format(before=before)}"]
    if status is not None and year is not None:
        said.append(_against_target(status, year, qualified=qualified, provisional=provisional))
    return f"{'; '.join(said)}."


def standing(
    subject: str, period: str, status: Status, year: int, *, qualified: bool = False, provisional: bool = False
) -> str:
    """A single value against its target: `Stunting (survei) pada 2022: target 2022 condong tercapai.`"""
    return f"{subject} pada {period}: {_against_target(status, year, qualified=qualified, provisional=provisional)}."


def status(said: str) -> str:
    """A finished verdict as a sentence."""
    return f"{said[:1].upper()}{said[1:]}."


def change(movement: Movement, before: str, amount_before: str, *, moved: str = "", least: str = "") -> str:
    """Against an earlier value. moved: `turun 25 %`, said of findings only; least: what could be told from chance."""
    if movement is Movement.NOT_COMPARED:
        return f"Angka ini belum dibandingkan dengan {before}."
    said = _CHANGE[movement].format(moved=moved)
    small = movement in (Movement.SEEMS_LOWER, Movement.SEEMS_HIGHER, Movement.EQUAL) and least
    return f"Dibanding {before} ({amount_before}), {said}{f'; {least}' if small else ''}."


def change_interval(interval: str) -> str:
    """interval: `selang 95 %: turun 57 % sampai naik 30 %`."""
    return f"Selang 95 % perubahan itu: {interval.removeprefix('selang 95 %: ')}."


def counted(noun: str, period: str, events: float, *, before: str = "", events_before: float | None = None) -> str:
    """`Pada Januari–Oktober 2026 tercatat 20 kematian ibu, pada Januari–Oktober 2025 tercatat 22.`"""
    beside = ""
    if events_before is not None:
        beside = f", pada {before} tercatat {numbers.number(events_before)}"
    return f"Pada {period} tercatat {numbers.number(events)} {noun}{beside}."


def counts_moved(movement: Movement) -> str:
    """What the test says of two counts that have just been named."""
    if movement in (Movement.FELL, Movement.ROSE):
        return f"Selisihnya {changes.DISTINGUISHABLE}, lebih besar daripada yang wajar karena kebetulan."
    if movement in (Movement.SEEMS_LOWER, Movement.SEEMS_HIGHER):
        return f"Selisihnya {changes.BY_CHANCE}."
    return ""


def most(
    along: str,
    noun: str,
    period: str,
    names: Sequence[str],
    events: float,
    total: float,
    *,
    beside: Sequence[tuple[str, float]] = (),
) -> str:
    """`Dari 20 kematian ibu pada 2024, menurut sebab yang tercatat paling banyak: Perdarahan (9).`

    beside: a rest that names nothing and is larger, with its count.
    """
    rest = "".join(f", di samping {name} ({numbers.number(count)})" for name, count in beside)
    each = "masing-masing " if len(names) > 1 else ""
    return (
        f"Dari {numbers.number(total)} {noun} pada {period}, menurut {along} yang tercatat paling banyak: "
        f"{numbers.listed(names)} ({each}{numbers.number(events)}){rest}."
    )


def awaited(year: int, aim: str) -> str:
    """aim: `paling sedikit 50`."""
    return f"Hasil tahun {year} belum dimasukkan; targetnya {aim}."


def beside_whole(subject: str, period: str, worse: Sequence[str], better: Sequence[str], compared: int) -> str:
    """One kecamatan over all indicators. worse, better: short names; compared: how many could be held against it."""
    if not compared:
        return f"{subject} pada {period}: belum ada indikator yang dapat dibandingkan dengan kabupaten."
    said = [
        *([f"lebih buruk dari kabupaten pada {numbers.listed(worse)}"] if worse else []),
        *([f"lebih baik dari kabupaten pada {numbers.listed(better)}"] if better else []),
    ]
    rest = compared - len(worse) - len(better)
    if not said:
        return (
            f"{subject} pada {period}: dari {numbers.number(compared)} indikator yang dapat dibandingkan, belum ada yang dapat "
            "dibedakan dari kabupaten."
        )
    others = f"; {numbers.number(rest)} indikator lain belum dapat dibedakan dari kabupaten" if rest else ""
    return f"{subject} pada {period}: {'; '.join(said)}, lebih jauh daripada yang wajar karena kebetulan{others}."


def changed(before: str, fell: Sequence[str], rose: Sequence[str], compared: int) -> str:
    """Which of many indicators moved by more than chance since an earlier period."""
    if not compared:
        return f"Belum ada indikator yang dapat dibandingkan dengan {before}."
    if not (fell or rose):
        return (
            f"Dibanding {before}, dari {numbers.number(compared)} indikator belum ada perubahan yang dapat dibedakan dari "
            "kebetulan."
        )
    said = [
        *([f"{numbers.listed(fell)} turun"] if fell else []),
        *([f"{numbers.listed(rose)} naik"] if rose else []),
    ]
    rest = compared - len(fell) - len(rose)
    others = f"; {numbers.number(rest)} indikator lain belum dapat dibedakan dari kebetulan" if rest else ""
    return f"Dibanding {before}, perubahan bermakna: {'; '.join(said)}{others}."


def not_judged(few_events: int, incomplete: int) -> str:
    """How many indicators were left out, and why; empty where none was."""
    parts = [
        *([f"{numbers.number(few_events)} karena kejadiannya terlalu sedikit"] if few_events else []),
        *([f"{numbers.number(incomplete)} karena laporannya belum lengkap"] if incomplete else []),
    ]
    return f"Indikator yang belum dinilai: {' dan '.join(parts)}." if parts else ""


def _against_target(status: Status, year: int, *, qualified: bool, provisional: bool) -> str:
    said = _STATUS[status].format(year=year)
    if status is Status.NOT_ENOUGH_DATA:
        return said
    if provisional:
        return f"{said}, {judgement.QUALIFIED_PROVISIONAL if qualified else judgement.PROVISIONAL}"
    return f"{said}, {judgement.QUALIFIED}" if qualified else said
