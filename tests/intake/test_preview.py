from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.intake import changes, kpi_effects, touched_indicators, touched_years
from indicators.vocabulary import Period

AUGUST = (date(2026, 8, 1), date(2026, 8, 31))
VALUES = ["unit", "element", "period_start", "period_end", "value"]


@dataclass
class Stored:
    """A stand-in for one data version: answers each read with a frame."""

    frames: dict[str, pd.DataFrame]
    asked: list[tuple[str, dict]] = field(default_factory=list)

    def read(self, name: str, /, **parameters: object) -> pd.DataFrame:
        self.asked.append((name, parameters))
        frame = self.frames[name]
        level = parameters.get("level")
        return frame if level is None else frame[frame["level"] == level].drop(columns="level")


def unit_values(*rows: tuple) -> pd.DataFrame:
    frame = pd.DataFrame([(unit, element, *AUGUST, value) for unit, element, value in rows], columns=VALUES)
    # The warehouse gives timestamps, a submission dates.
    return frame.assign(
        period_start=pd.to_datetime(frame["period_start"]), period_end=pd.to_datetime(frame["period_end"])
    )


FILE = (
    "kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati;bblr\n"
    "35.10.P01;2026;8;31;0;2\n"
    "35.10.P02;2026;8;44;1;\n"
    "35.10.P03;2026;8;;;\n"
)


def test_changes_are_counted_cell_by_cell_within_the_scope(send):
    stored = Stored(
        {
            "unit_values": unit_values(
                ("35.10.P01", "live_births", 31.0),  # unchanged
                ("35.10.P01", "stillbirths", 1.0),  # 1 -> 0
                ("35.10.P02", "low_birth_weight", 3.0),  # blank in the file: removed
                ("35.10.P03", "live_births", 27.0),  # its row is all blank: out of scope
                ("35.10.P04", "live_births", 19.0),  # not in the file
            )
        }
    )
    found = changes(stored, send(FILE).submission)
    assert (found.added, found.changed, found.removed, found.unchanged) == (3, 1, 1, 1)
    cells = {(row.unit, row.element): (row.old, row.new, row.change) for row in found.cells.itertuples()}
    assert cells[("35.10.P01", "stillbirths")] == (1.0, 0.0, "changed")
    assert cells[("35.10.P02", "low_birth_weight")][0::2] == (3.0, "removed")
    assert cells[("35.10.P02", "live_births")][1:] == (44.0, "added")
    assert {unit for unit, _ in cells} == {"35.10.P01", "35.10.P02"}
    assert set(found.cells["period_start"]) == {AUGUST[0]}


def test_the_same_file_again_changes_nothing(send):
    submission = send(FILE).submission
    stored = Stored({"unit_values": submission.observations.rename(columns={"facility": "unit"})})
    found = changes(stored, submission)
    assert found.is_nothing
    assert found.unchanged == len(submission.observations) == 5


def test_a_first_submission_only_adds(send):
    submission = send(FILE).submission
    found = changes(Stored({"unit_values": unit_values()}), submission)
    assert (found.added, found.changed, found.removed, found.unchanged) == (5, 0, 0, 0)


def test_stored_values_are_asked_for_from_the_first_to_the_last_period_of_the_file(send):
    text = "kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati\n35.10.P01;2026;8;31;0\n35.10.P01;2025;12;30;0\n"
    stored = Stored({"unit_values": unit_values()})
    changes(stored, send(text).submission)
    (name, parameters), *_ = stored.asked
    assert name == "unit_values"
    assert (parameters["start"], parameters["end"]) == (date(2025, 12, 1), date(2026, 8, 31))


def test_a_published_value_changes_also_where_only_its_source_does(send):
    header = "kode_wilayah;indikator;isi;ukuran;tahun;nilai;sumber\n"
    rows = "35.10;stunting_survey;nilai;survei;2024;18,1;SSGI\n35.10;innovations_iga;nilai;rutin;2024;36;Berita\n"
    stored = Stored({"published_values": send(header + rows, "published_values").submission.published})
    text = header + "35.10;stunting_survey;nilai;survei;2024;18,1;SSGI 2024\n"
    text += "35.10;stunting_survey;nilai;survei;2023;19;SKI\n"
    found = changes(stored, send(text, "published_values").submission)
    assert (found.added, found.changed, found.removed, found.unchanged) == (1, 1, 0, 0)


def indicator_values(*rows: tuple) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["level", "indicator", "area", "numerator", "denominator"])
    return frame.assign(period_start=pd.Timestamp(2026, 1, 1))


def test_effects_name_the_indicators_that_move_from_what_to_what(send):
    before = Stored(
        {
            "indicator_values": indicator_values(
                ("kabupaten", "aki", "35.10", 2, 1000),
                ("kabupaten", "stillbirth_rate", "35.10", 10, 1000),
                ("kecamatan", "aki", "35.10.25", None, None),
                ("kecamatan", "aki", "35.10.01", 1, 100),
            )
        }
    )
    after = Stored(
        {
            "indicator_values": indicator_values(
                ("kabupaten", "aki", "35.10", 2, 1600),
                ("kabupaten", "stillbirth_rate", "35.10", 10, 1000),
                ("kecamatan", "aki", "35.10.25", 1, 400),
                ("kecamatan", "aki", "35.10.01", 1, 200),
            )
        }
    )
    effects = kpi_effects(
        before, after, send(FILE).submission, kabupaten=all_kabupaten()["35.10"], periods=[Period.year(2026)]
    )
    # 2 / 1,000 and 2 / 1,600 live births, per 100,000; kecamatan 35.10.01 has no unit in the file.
    assert [(e.period, e.indicator, e.level, e.area) for e in effects.itertuples()] == [
        ("2026", "aki", "kabupaten", "35.10"),
        ("2026", "aki", "kecamatan", "35.10.25"),
    ]
    assert (effects["before"][0], effects["after"][0]) == (200.0, 125.0)
    assert pd.isna(effects["before"][1])
    assert effects["after"][1] == 250.0


def test_the_indicators_and_years_that_a_file_touches(send):
    assert touched_indicators(catalogue().datasets["births"]) == (
        "aki",
        "akb",
        "akn",
        "akaba",
        "stillbirth_rate",
        "bblr",
    )
    assert touched_years(send(FILE).submission) == (Period.year(2026),)
