"""Sample e-PPGBM counts: exact in known weighing months, a line between two of them, level outside them."""

from __future__ import annotations

import numpy as np

from indicators.sample.allocation import allocated, by_sex, rounded_to
from indicators.sample.setting import Counts, Numbers, Setting
from indicators.vocabulary import Period

MALE = 0.51
STUNTED_MALE = 0.53
WASTED = 0.035
UNDERWEIGHT = 0.06
NEW_AMONG_STUNTED = 0.02
YOUNGER = 0.38  # 0-23 months, of the children under five
# Measured outside the weighing months, over measured in August of the same level.
OFF_SEASON = 0.68
FEBRUARY = 0.97
AUGUST = 8
# Weighed but not measured, as a share of the children not measured.
ONLY_WEIGHED = 0.35
PREVALENCE_SPREAD = 0.06  # standard deviation of log prevalence between puskesmas
PARTICIPATION_SPREAD = 0.02
LARGEST_SHARE = 0.97


def nutrition(setting: Setting) -> dict[str, Counts]:
    """Every element of the dataset `nutrition`, per puskesmas and month."""
    stream = setting.stream("nutrition")
    target = _target(setting, stream)
    drawn = np.exp(stream.normal(0, PREVALENCE_SPREAD, len(setting.facilities)))
    leaning = drawn / (drawn * setting.size).sum()  # so that the kabupaten as a whole has its level
    measured = stream.binomial(target, _share_measured(setting, stream))
    prevalence = np.minimum(leaning[:, None] * _level(setting, "prevalence"), 0.9)
    stunted = stream.binomial(measured, prevalence)
    for year, weighing in setting.plan.weighings.items():
        (column,) = setting.columns_of(Period.month(year, AUGUST))
        spread = np.clip(stream.normal(1, PARTICIPATION_SPREAD, len(setting.facilities)), 0.95, 1.05)
        measured[:, column] = rounded_to(weighing.measured, target[:, column] * spread)
        stunted[:, column] = allocated(stream, total=weighing.stunted, weights=measured[:, column] * leaning)
    weighed = measured + stream.binomial(target - measured, ONLY_WEIGHED)
    counts = {
        "children_target": target,
        "children_weighed": weighed,
        **by_sex(stream, "children_measured", measured, male=MALE),
        **by_sex(stream, "children_stunted", stunted, male=STUNTED_MALE),
        "children_wasted": stream.binomial(measured, WASTED),
        "children_underweight": stream.binomial(weighed, UNDERWEIGHT),
        "new_stunting_cases": stream.binomial(stunted, NEW_AMONG_STUNTED),
    }
    return counts | _parts(setting, counts)


def _parts(setting: Setting, counts: dict[str, Counts]) -> dict[str, Counts]:
    """Ages of all, and sexes of the light and thin: drawn from the children measured or weighed of that age or sex.

    A stream of its own keeps every other count of the sample as it is.
    """
    stream = setting.stream("nutrition parts")
    younger = stream.binomial(counts["children_measured"], YOUNGER)
    boys, all_measured = counts["children_measured_male"], counts["children_measured"]
    weighed = counts["children_weighed"]
    drawn_from = {
        "children_stunted": (None, younger, all_measured),
        "children_wasted": (boys, younger, all_measured),
        "children_underweight": (stream.binomial(weighed, MALE), stream.binomial(weighed, YOUNGER), weighed),
    }
    parts = {
        "children_measured_0_23_months": younger,
        "children_measured_24_59_months": all_measured - younger,
    }
    for element, (male, young, everyone) in drawn_from.items():
        found = counts[element]
        small = stream.hypergeometric(young, everyone - young, found)
        parts |= {f"{element}_0_23_months": small, f"{element}_24_59_months": found - small}
        if male is not None:
            boys = stream.hypergeometric(male, everyone - male, found)
            parts |= {f"{element}_male": boys, f"{element}_female": found - boys}
    return parts


def _target(setting: Setting, stream: np.random.Generator) -> Counts:
    """Sasaran balita: one number a year, the same in all its months, hardly moving between years."""
    noise = stream.normal(1, 0.003, (len(setting.facilities), len(setting.years)))
    yearly = np.rint(setting.plan.children_under_five * setting.size[:, None] * noise).astype(np.int64)
    target: Counts = yearly[:, [setting.years.index(month.start.year) for month in setting.months]]
    return target


def _share_measured(setting: Setting, stream: np.random.Generator) -> Numbers:
    """Share of S measured, (puskesmas, months): the level in August, nearly so in February, lower between."""
    by_month = {AUGUST: 1.0, 2: FEBRUARY}
    season = np.array([by_month.get(month.start.month, OFF_SEASON) for month in setting.months])
    noise = stream.normal(1, PARTICIPATION_SPREAD, (len(setting.facilities), len(setting.months)))
    share: Numbers = np.minimum(_level(setting, "share") * season * noise, LARGEST_SHARE)
    return share


def _level(setting: Setting, what: str) -> Numbers:
    """The August level of every month, `share` of S measured or `prevalence` (a proportion)."""
    plan = setting.plan
    usual = {"share": plan.usual_share_measured, "prevalence": plan.usual_prevalence / 100}[what]
    known = {
        year * 12 + AUGUST: {
            "share": weighing.measured / plan.children_under_five,
            "prevalence": weighing.prevalence / 100,
        }[what]
        for year, weighing in sorted(plan.weighings.items())
    }
    positions = [month.start.year * 12 + month.start.month for month in setting.months]
    if not known:
        return np.full(len(positions), usual)
    level: Numbers = np.interp(positions, list(known), list(known.values()))
    return level
