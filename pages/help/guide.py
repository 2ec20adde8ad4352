"""Panduan: the illustrated guide and the glossary."""

from indicators.screens import frame, guide, selection

chosen = selection.current()
frame.heading("guide", chosen)
guide.show()
