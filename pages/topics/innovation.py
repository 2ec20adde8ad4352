"""Inovasi: health innovations in IGA against the target, the way there, and the catalogue of named ones."""

from indicators.screens import before_after, frame, iid, innovations, sections, selection

chosen = selection.current()
frame.heading("innovation", chosen)
match sections.choose_view("innovation"):
    case "target":
        innovations.results("innovation", chosen)
        innovations.pipeline(chosen)
    case "mutu":
        iid.count_and_quality(chosen)
    case "hasil":
        before_after.show(chosen)
    case "katalog":
        innovations.registry(chosen)
