"""Build the sample: the same seed, catalogue, areas and plans give the same bytes."""

from __future__ import annotations

from pathlib import Path

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.sample.births import births
from indicators.sample.deaths import child_deaths, maternal_deaths
from indicators.sample.files import write_dataset
from indicators.sample.minimum_services import minimum_service_targets, minimum_services
from indicators.sample.nutrition import nutrition
from indicators.sample.plan import SAMPLE_FOLDER, load_plan, planned_kabupaten
from indicators.sample.services import annual_targets, child_services, maternal_services
from indicators.sample.setting import Counts, Setting

# Chosen so that no year, month or kecamatan stands out by accident: no story beyond the public counts.
SEED = 20261829


def build(folder: Path = SAMPLE_FOLDER, seed: int = SEED) -> None:
    """Write the sample of every kabupaten that has a plan to `folder/<code>/<dataset>_<year>.csv`."""
    for code in planned_kabupaten():
        build_kabupaten(folder, code, seed=seed)


def build_kabupaten(folder: Path, code: str, seed: int = SEED) -> None:
    """Write the sample of one kabupaten. Raises PlanError without a plan, KeyError without an area folder."""
    setting = Setting(kabupaten=all_kabupaten()[code], plan=load_plan(SAMPLE_FOLDER / code), seed=seed)
    target = folder / code
    target.mkdir(parents=True, exist_ok=True)
    for dataset, counts in _counts(setting).items():
        write_dataset(target, catalogue().datasets[dataset], setting, counts)


def _counts(setting: Setting) -> dict[str, dict[str, Counts]]:
    """Counts by dataset and element."""
    born = births(setting)
    live_births = born["live_births"]
    mothers, babies = maternal_services(setting, born), child_services(setting, born)
    targets = minimum_service_targets(setting)
    return {
        "births": born,
        "maternal_deaths": maternal_deaths(setting, live_births),
        "child_deaths": child_deaths(setting, live_births),
        "maternal_services": mothers,
        "child_services": babies,
        "nutrition": nutrition(setting),
        "annual_targets": annual_targets(setting),
        "minimum_services": minimum_services(setting, targets, {**mothers, **babies}),
        "minimum_service_targets": targets,
    }
