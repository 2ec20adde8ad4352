"""Exports of open data portals: which dataset it is, where its numbers stand, and what they are taken for."""

from indicators.intake.open_data.export import read_export

__all__ = ["read_export"]
