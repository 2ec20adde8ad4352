"""Ringkasan: are we on target, is it really better, where is the problem, what next?"""

from indicators.screens import frame, selection, summary

chosen = selection.current()
frame.heading("summary", chosen)
summary.show_cards(chosen)
summary.show_map_and_attention(chosen)
summary.offer_report(chosen)
