"""Something to publish: the births of one puskesmas in one month, as the sample has them, one more each time."""

from __future__ import annotations

import random

import pandas as pd

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.vocabulary import Mode, Period
from indicators.warehouse import Receipt, Submission


def publish_something() -> Receipt:
    """Publish a small file of counts into the warehouse of this process, whatever it holds."""
    kabupaten = next(iter(all_kabupaten().values()))
    facility = random.choice(kabupaten.puskesmas)
    dataset = next(d for d in catalogue().datasets.values() if d.stores == "observations" and d.period == "month")
    month = Period.month(2026, random.randint(1, 9))
    observations = pd.DataFrame(
        {
            "element": list(dataset.elements),
            "facility": facility.id,
            "area": facility.kecamatan,
            "period_start": month.start,
            "period_end": month.end,
            "value": float(random.randint(10, 40)),
        }
    )
    return warehouse.publish(
        Submission(
            dataset=dataset.id,
            kabupaten=kabupaten.code,
            mode=Mode.SAMPLE,
            file_name="ukur.csv",
            checksum="0" * 64,
            by="benchmark",
            reason="",
            scope=((facility.id, month),),
            observations=observations,
        )
    )
