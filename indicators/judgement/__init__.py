"""Joins reads and measures: judged results, and which sentences apply to them."""
