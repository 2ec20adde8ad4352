"""Registers: one row a person comes in, counts per puskesmas and month go out; nothing about a person is kept."""

from indicators.intake.register.columns import Sheet, find_register
from indicators.intake.register.counted import Counts, count_register

__all__ = ["Counts", "Sheet", "count_register", "find_register"]
