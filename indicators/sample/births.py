"""Sample births: live births, stillbirths, birth weight."""

from __future__ import annotations

from indicators.sample.allocation import by_sex
from indicators.sample.setting import Counts, Setting

MALE = 0.512
STILLBIRTHS_PER_BIRTH = 0.006
WEIGHED = 0.99
LOW_BIRTH_WEIGHT = 0.055


def births(setting: Setting) -> dict[str, Counts]:
    """Every element of the dataset `births`, per puskesmas and month."""
    stream = setting.stream("births")
    live = by_sex(stream, "live_births", stream.poisson(setting.births_expected), male=MALE)
    still = stream.poisson(setting.births_expected * STILLBIRTHS_PER_BIRTH)
    weighed = stream.binomial(live["live_births"], WEIGHED)
    low = stream.binomial(weighed, LOW_BIRTH_WEIGHT)
    # Drawn from the babies born, so that no sex has more light babies than babies.
    low_male = stream.hypergeometric(live["live_births_male"], live["live_births_female"], low)
    return {
        **live,
        **by_sex(stream, "stillbirths", still, male=MALE),
        "newborns_weighed": weighed,
        "low_birth_weight": low,
        "low_birth_weight_male": low_male,
        "low_birth_weight_female": low - low_male,
    }
