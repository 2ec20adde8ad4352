"""What intake asks of stored data."""

from __future__ import annotations

from typing import Protocol

import pandas as pd


class Snapshot(Protocol):
    """One data version that can be asked; the warehouse's own, or a stand-in."""

    def read(self, name: str, /, **parameters: object) -> pd.DataFrame: ...
