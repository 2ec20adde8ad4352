from __future__ import annotations

import pytest

from indicators.areas import all_kabupaten
from indicators.sample import SAMPLE_FOLDER, load_plan
from indicators.sample.setting import Setting
from indicators.vocabulary import Period


@pytest.fixture
def setting() -> Setting:
    return Setting(kabupaten=all_kabupaten()["35.10"], plan=load_plan(SAMPLE_FOLDER / "35.10"), seed=1)


def test_the_sample_runs_from_january_2022_to_october_2026(setting: Setting) -> None:
    assert len(setting.months) == 58
    assert (setting.months[0], setting.months[-1]) == (Period.month(2022, 1), Period.month(2026, 10))
    assert setting.years == (2022, 2023, 2024, 2025, 2026)


def test_puskesmas_differ_in_size_within_reason(setting: Setting) -> None:
    assert setting.size.sum() == pytest.approx(1)
    assert 1.5 < setting.size.max() / setting.size.min() < 4.1


def test_expected_births_of_a_whole_year_are_those_of_the_plan(setting: Setting) -> None:
    year = setting.columns_of(Period.year(2023))
    assert len(year) == 12
    assert setting.births_expected[:, year].sum() == pytest.approx(22_600)


def test_every_puskesmas_has_the_same_season(setting: Setting) -> None:
    shares = setting.births_expected / setting.births_expected.sum(axis=1, keepdims=True)
    assert shares == pytest.approx(shares[[0] * 45])


def test_subjects_draw_from_streams_of_their_own(setting: Setting) -> None:
    assert setting.stream("births").random() != setting.stream("nutrition").random()
    assert setting.stream("births").random() == setting.stream("births").random()
