"""Sample deaths of mothers and children: the same risk everywhere, conditional on the known totals."""

from __future__ import annotations

import numpy as np

from indicators.sample.allocation import allocated, by_sex, split
from indicators.sample.plan import Totals
from indicators.sample.setting import Counts, Setting

# Where no total is known: Banyuwangi's 87 maternal and 565 infant deaths of January 2022 to May 2025 over
# the sample's own 77,000 births in these 41 months. One risk for all, so that no kabupaten looks better.
MATERNAL_RISK = 0.00113
INFANT_RISK = 0.0073
TODDLER_RISK = 0.001

MATERNAL_CAUSES = {
    "maternal_deaths_haemorrhage": 0.24,
    "maternal_deaths_hypertension": 0.27,
    "maternal_deaths_infection": 0.07,
    "maternal_deaths_abortion": 0.03,
    "maternal_deaths_obstructed_labour": 0.01,
    "maternal_deaths_metabolic_cardiac": 0.16,
    "maternal_deaths_other_cause": 0.22,
}
# Banyuwangi 2021, as published: the only places of death that are public.
MATERNAL_PLACES = {
    "maternal_deaths_government_hospital": 0.345,
    "maternal_deaths_private_hospital": 0.382,
    "maternal_deaths_puskesmas": 0.0,
    "maternal_deaths_home": 0.218,
    "maternal_deaths_in_transit": 0.055,
    "maternal_deaths_other_place": 0.0,
}
INFANT_AGES = {"deaths_0_6_days": 0.56, "deaths_7_28_days": 0.17, "deaths_29_days_11_months": 0.27}
INFANT_CAUSES = (
    "infant_deaths_low_birth_weight",
    "infant_deaths_asphyxia",
    "infant_deaths_tetanus",
    "infant_deaths_congenital",
    "infant_deaths_infection",
    "infant_deaths_other_cause",
)
# Shares in the order of INFANT_CAUSES: a baby of five months does not die of neonatal tetanus.
CAUSES_BY_AGE = {
    "deaths_0_6_days": (0.42, 0.28, 0.003, 0.13, 0.06, 0.107),
    "deaths_7_28_days": (0.30, 0.10, 0.007, 0.17, 0.22, 0.203),
    "deaths_29_days_11_months": (0.03, 0.0, 0.0, 0.19, 0.45, 0.33),
}
MALE = 0.55


def maternal_deaths(setting: Setting, live_births: Counts) -> dict[str, Counts]:
    """Every element of the dataset `maternal_deaths`; causes and places each add to the deaths."""
    stream = setting.stream("maternal_deaths")
    deaths = _deaths(setting, stream, live_births, known=setting.plan.maternal_deaths, risk=MATERNAL_RISK)
    return {
        "maternal_deaths": deaths,
        **split(stream, deaths, MATERNAL_CAUSES),
        **split(stream, deaths, MATERNAL_PLACES),
    }


def child_deaths(setting: Setting, live_births: Counts) -> dict[str, Counts]:
    """Every element of the dataset `child_deaths`; the causes add to the three ages up to 11 months."""
    stream = setting.stream("child_deaths")
    deaths = _deaths(setting, stream, live_births, known=setting.plan.infant_deaths, risk=INFANT_RISK)
    ages = split(stream, deaths, INFANT_AGES)
    causes = {cause: np.zeros_like(deaths) for cause in INFANT_CAUSES}
    for age, shares in CAUSES_BY_AGE.items():
        parts = split(stream, ages[age], dict(zip(INFANT_CAUSES, shares, strict=True)))
        causes = {cause: causes[cause] + parts[cause] for cause in INFANT_CAUSES}
    ages["deaths_12_59_months"] = stream.poisson(setting.births_expected * TODDLER_RISK)
    sexes = [by_sex(stream, age, counts, male=MALE) for age, counts in ages.items()]
    return {**{id_: counts for parts in sexes for id_, counts in parts.items()}, **causes}


def _deaths(
    setting: Setting, stream: np.random.Generator, live_births: Counts, *, known: Totals, risk: float
) -> Counts:
    """Deaths per puskesmas and month: drawn at `risk`, and dealt out by births where the total is known."""
    deaths: Counts = stream.poisson(live_births * risk)
    for period, total in known.items():
        columns = setting.columns_of(period)
        deaths[:, columns] = allocated(stream, total=total, weights=live_births[:, columns])
    return deaths
