from __future__ import annotations

from datetime import date

import pandas as pd

from indicators.areas import Kabupaten
from indicators.catalogue import catalogue
from indicators.intake import receive
from indicators.vocabulary import Mode, Severity

HEADER = "kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati\n"


def births_of(units, months=(9,)) -> str:
    return HEADER + "".join(f"{unit};2026;{month};30;0\n" for month in months for unit in units)


def told(received) -> list[str]:
    return [p.message for p in received.problems if p.rule == "missing_units"]


def test_a_file_of_the_kabupaten_names_who_is_missing_in_one_warning(send, banyuwangi: Kabupaten):
    assert len(banyuwangi.puskesmas) == 45
    received = send(births_of([f.id for f in banyuwangi.puskesmas[2:]]))
    first, second = (f.name for f in banyuwangi.puskesmas[:2])
    assert told(received) == [f"2 dari 45 puskesmas belum ada untuk September 2026: {first} dan {second}."]
    assert {p.severity for p in received.problems} == {Severity.WARNING}


def test_a_complete_file_says_nothing(send, banyuwangi: Kabupaten):
    assert told(send(births_of([f.id for f in banyuwangi.puskesmas]))) == []


def test_who_has_sent_the_month_before_is_not_missing(send, banyuwangi: Kabupaten):
    held = banyuwangi.puskesmas[0].id
    known = pd.DataFrame(
        [(held, "live_births", date(2026, 9, 1), date(2026, 9, 30), 31.0)],
        columns=["unit", "element", "period_start", "period_end", "value"],
    )
    assert told(send(births_of([f.id for f in banyuwangi.puskesmas[1:]]), known=known)) == []


def test_a_file_of_one_puskesmas_is_its_own_report(send, banyuwangi: Kabupaten):
    assert told(send(births_of([banyuwangi.puskesmas[0].id]))) == []


def test_months_that_lack_the_same_units_are_told_together(send, banyuwangi: Kabupaten):
    units = [f.id for f in banyuwangi.puskesmas[1:]]
    [message] = told(send(births_of(units, months=(7, 8, 9))))
    assert "belum ada untuk 3 periode (Juli 2026 sampai September 2026)" in message


def test_a_blank_row_is_a_missing_unit(send, banyuwangi: Kabupaten):
    text = births_of([f.id for f in banyuwangi.puskesmas[1:]]) + f"{banyuwangi.puskesmas[0].id};2026;9;;\n"
    assert len(told(send(text))) == 1


def test_a_unit_that_does_not_operate_then_is_not_expected(banyuwangi: Kabupaten):
    closed = banyuwangi.puskesmas[0].model_copy(update={"valid_to": date(2026, 8, 31)})
    rest = tuple(f for f in banyuwangi.facilities if f.id != closed.id)
    here = banyuwangi.model_copy(update={"facilities": (closed, *rest)})

    def sent(month: int) -> list[str]:
        content = births_of([f.id for f in here.puskesmas if f.id != closed.id], months=(month,)).encode()
        births = catalogue().datasets["births"]
        return told(receive(content, "b.csv", births, here, date(2026, 11, 12), mode=Mode.SAMPLE))

    assert len(sent(8)) == 1
    assert sent(9) == []
