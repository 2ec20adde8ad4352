"""Sample services to mothers and babies, and the yearly sasaran they are divided by."""

from __future__ import annotations

import numpy as np

from indicators.sample.setting import Counts, Numbers, Setting

# Sasaran over expected births: sasaran are projections and lie slightly above what happens.
PREGNANT_PER_BIRTH = 1.10
DELIVERIES_PER_BIRTH = 1.05
INFANTS_PER_BIRTH = 1.03

FIRST_VISIT_PER_BIRTH = 1.065
FOURTH_AFTER_FIRST = 0.935
SIXTH_AFTER_FOURTH = 0.94
IN_FACILITY = 0.975
FIRST_NEONATAL = 0.985
COMPLETE_NEONATAL = 0.975
IMMUNISED = 0.93
SPREAD = 0.012  # standard deviation between puskesmas, in proportion points


def maternal_services(setting: Setting, born: dict[str, Counts]) -> dict[str, Counts]:
    """Every element of the dataset `maternal_services`; K1 >= K4 >= K6 in every cell."""
    stream = setting.stream("maternal_services")
    first = stream.poisson(setting.births_expected * FIRST_VISIT_PER_BIRTH)
    fourth = stream.binomial(first, _around(stream, setting, FOURTH_AFTER_FIRST))
    sixth = stream.binomial(fourth, _around(stream, setting, SIXTH_AFTER_FOURTH))
    deliveries = born["live_births"] + born["stillbirths"]
    return {
        "antenatal_first_visits": first,
        "antenatal_fourth_visits": fourth,
        "antenatal_sixth_visits": sixth,
        "facility_deliveries": stream.binomial(deliveries, _around(stream, setting, IN_FACILITY)),
    }


def child_services(setting: Setting, born: dict[str, Counts]) -> dict[str, Counts]:
    """Every element of the dataset `child_services`; live births >= KN1 >= KN lengkap in every cell."""
    stream = setting.stream("child_services")
    first = stream.binomial(born["live_births"], _around(stream, setting, FIRST_NEONATAL))
    complete = stream.binomial(first, _around(stream, setting, COMPLETE_NEONATAL))
    infants = stream.poisson(setting.births_expected)
    return {
        "neonatal_first_visits": first,
        "neonatal_complete_visits": complete,
        "complete_immunisation": stream.binomial(infants, _around(stream, setting, IMMUNISED)),
    }


def annual_targets(setting: Setting) -> dict[str, Counts]:
    """Every element of the dataset `annual_targets`, per puskesmas and year (columns are Setting.years)."""
    stream = setting.stream("annual_targets")
    noise = stream.normal(1, 0.005, (len(setting.facilities), len(setting.years)))
    births = setting.plan.births_per_year * setting.size[:, None] * noise
    ratios = {
        "pregnant_women_target": PREGNANT_PER_BIRTH,
        "deliveries_target": DELIVERIES_PER_BIRTH,
        "infants_target": INFANTS_PER_BIRTH,
    }
    return {id_: np.rint(births * ratio).astype(np.int64) for id_, ratio in ratios.items()}


def _around(stream: np.random.Generator, setting: Setting, share: float) -> Numbers:
    """A share per puskesmas, the same in all months: small differences, no trend; shape (puskesmas, 1)."""
    drawn: Numbers = np.clip(stream.normal(share, SPREAD, (len(setting.facilities), 1)), 0.5, 0.998)
    return drawn
