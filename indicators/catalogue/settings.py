"""The numbers of the rules: `settings.yaml`."""

from __future__ import annotations

from pydantic import Field

from indicators.catalogue.entry import Entry


class Settings(Entry):
    """Numbers that rules use, in one place. `rule_version` is printed wherever a judgement is shown."""

    rule_version: str
    confidence: float = Field(gt=0, lt=1)
    signal_confidence: float = Field(gt=0, lt=1)
    few_events: int = Field(ge=1)
    met_from: float = Field(gt=0.5, lt=1)
    likely_from: float = Field(gt=0.5, lt=1)
    pattern_areas: int = Field(ge=4)
    false_discoveries: float = Field(gt=0, lt=1)
    complete_share: float = Field(gt=0, le=1)
    weighing_month: int = Field(ge=1, le=12)
    suppress_below: int = Field(ge=2)
    trend_years: int = Field(ge=3)
    control_least: int = Field(ge=6)
    control_most: int = Field(ge=12)
    shift_points: int = Field(ge=6, le=9)
    trend_points: int = Field(ge=6, le=9)
    run_shift_points: int = Field(ge=5, le=9)
    run_trend_points: int = Field(ge=5, le=9)
    laney_from: float = Field(ge=1)
    between_least: int = Field(ge=5)
    outcome_years: int = Field(ge=1)
    outcome_areas: int = Field(ge=2)
    staff_names_kept_days: int = Field(ge=1)
    past_months: int = Field(ge=2)
    past_least: int = Field(ge=2)
    past_spreads: float = Field(gt=0)
    repeated_months: int = Field(ge=1)
    repeated_counts: int = Field(ge=1)
    repeated_from: int = Field(ge=1)
    coverage_unlikely: float = Field(ge=1)
    whole_file_share: float = Field(gt=0, le=1)
    quality_reports_red: float = Field(ge=0, le=1)
    quality_on_time_green: float = Field(ge=0, le=1)
    quality_on_time_red: float = Field(ge=0, le=1)
    quality_outliers_red: float = Field(ge=0, le=1)
    quality_outliers_weigh: float = Field(ge=0)
    quality_excess_red: float = Field(ge=0)
    quality_total_green: float = Field(ge=0)
    quality_total_red: float = Field(ge=0)
    quality_coverage_units: float = Field(ge=0, le=1)
    digits_from: int = Field(ge=10)
    digits_least: int = Field(ge=1)
    digits_chance: float = Field(gt=0, lt=1)
    digits_red: float = Field(ge=0.2, le=1)
