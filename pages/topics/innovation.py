"""Inovasi: health innovations in IGA against the target, the catalogue of named ones, and what may be copied where."""

from indicators.screens import (
    before_after,
    copying,
    frame,
    iid,
    innovation_catalogue,
    innovations,
    replications,
    selection,
)

chosen = selection.current()
frame.heading("innovation", chosen)
match innovation_catalogue.choose_view():
    case "target":
        innovations.results("innovation", chosen)
        innovations.pipeline(chosen)
    case "mutu":
        iid.count_and_quality(chosen)
    case "hasil":
        before_after.show(chosen)
    case "katalog":
        innovation_catalogue.show(chosen)
    case "mencontoh":
        copying.show(chosen)
    case "jejaring":
        replications.show(chosen)
