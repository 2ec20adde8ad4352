"""The seeded sample data: what staff would send, invented, and consistent with the public kabupaten counts.

Every chart that uses it says DATA CONTOH. Public figures and innovation counts are never sampled.
"""

from indicators.sample.generate import SEED, build, build_kabupaten
from indicators.sample.plan import SAMPLE_FOLDER, Plan, PlanError, load_plan, planned_kabupaten

__all__ = [
    "SAMPLE_FOLDER",
    "SEED",
    "Plan",
    "PlanError",
    "build",
    "build_kabupaten",
    "load_plan",
    "planned_kabupaten",
]
