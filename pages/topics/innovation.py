"""Inovasi: health innovations in IGA against the target, the way there, and the registry of named ones."""

from indicators.screens import frame, innovations, selection

chosen = selection.current()
frame.heading("innovation", chosen)
innovations.results("innovation", chosen)
innovations.pipeline("innovation", chosen)
innovations.registry(chosen)
