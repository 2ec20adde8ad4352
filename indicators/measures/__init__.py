"""Rates, intervals and target status: pure functions over counts."""
