"""Sample SPM services: people served to the standard, near to all of the target set for SPM but mostly below it."""

from __future__ import annotations

import numpy as np

from indicators.sample.setting import Counts, Numbers, Setting

# SPM target over expected births; who is counted in the first three is also counted by the services for mothers.
TARGET_PER_BIRTH = {
    "pregnant_women": 1.067,
    "deliveries": 1.02,
    "newborns": 1.0,
    "school_age": 9.0,
    "working_age": 50.0,
    "elderly": 11.0,
    "hypertension": 16.0,
    "diabetes": 1.3,
    "severe_mental_disorders": 0.13,
    "tb_suspects": 1.0,
    "hiv_risk": 1.7,
}
# Pusdatin's estimate over the SPM target: a projection, mostly above what was counted.
PUSDATIN = {"under_fives": 1.04, "school_age": 1.02, "working_age": 1.03, "elderly": 1.05}
# Of those with the visits or the place, the share whose service was complete: element of which it is a part, share.
COMPLETE = {
    "pregnant_women": ("antenatal_sixth_visits", 0.98),
    "deliveries": ("facility_deliveries", 0.985),
    "newborns": ("neonatal_complete_visits", 0.985),
}
# Share of the target served by the end of a year.
SERVED = {
    "under_fives": 0.89,
    "school_age": 0.98,
    "working_age": 0.84,
    "elderly": 0.9,
    "hypertension": 0.78,
    "diabetes": 0.92,
    "severe_mental_disorders": 0.99,
    "tb_suspects": 0.88,
    "hiv_risk": 0.93,
}
SPREAD = 0.012  # standard deviation between puskesmas, in proportion points
MONTHS = 12


def minimum_service_targets(setting: Setting) -> dict[str, Counts]:
    """Every element of the dataset `minimum_service_targets`, per puskesmas and year (columns are Setting.years)."""
    stream = setting.stream("minimum_service_targets")
    noise = stream.normal(1, 0.005, (len(setting.facilities), len(setting.years)))
    births = setting.plan.births_per_year * setting.size[:, None] * noise
    expected = {name: births * ratio for name, ratio in TARGET_PER_BIRTH.items()}
    expected["under_fives"] = setting.plan.children_under_five * setting.size[:, None] * noise
    spm = {name: np.maximum(np.rint(people).astype(np.int64), 1) for name, people in expected.items()}
    pusdatin = {name: np.rint(spm[name] * ratio).astype(np.int64) for name, ratio in PUSDATIN.items()}
    return {f"{name}_spm_target": people for name, people in spm.items()} | {
        f"{name}_pusdatin_target": people for name, people in pusdatin.items()
    }


def minimum_services(setting: Setting, targets: dict[str, Counts], counted: dict[str, Counts]) -> dict[str, Counts]:
    """Every element of the dataset `minimum_services`, per puskesmas and month.

    targets: as from `minimum_service_targets`. counted: the elements that COMPLETE names, by month. Nobody is served
    twice: of the others a year's people are dealt out to its months.
    """
    stream = setting.stream("minimum_services")
    served = {
        f"{name}_served": stream.binomial(counted[element], _around(stream, setting, share))
        for name, (element, share) in COMPLETE.items()
    }
    for name, share in SERVED.items():
        level = _around(stream, setting, share)
        years = stream.binomial(targets[f"{name}_spm_target"], level)
        dealt = stream.multinomial(years, np.full(MONTHS, 1 / MONTHS)).reshape(len(setting.facilities), -1)
        # The months of the newest year that have not come yet are left out.
        served[f"{name}_served"] = dealt[:, : len(setting.months)]
    return served


def _around(stream: np.random.Generator, setting: Setting, share: float) -> Numbers:
    """A share per puskesmas, the same in all months: small differences, no trend; shape (puskesmas, 1)."""
    drawn: Numbers = np.clip(stream.normal(share, SPREAD, (len(setting.facilities), 1)), 0.5, 0.998)
    return drawn
