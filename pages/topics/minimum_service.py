"""SPM: the twelve minimum services of the kabupaten, per kecamatan or puskesmas, one by one; the elements."""

from indicators.screens import frame, minimum_service, sections, selection

chosen = selection.current()
frame.heading("minimum_service", chosen)
match sections.choose_view("minimum_service"):
    case "kabupaten" if not sections.nothing_yet(chosen):
        minimum_service.services(chosen)
    case "wilayah" if not sections.nothing_yet(chosen):
        minimum_service.areas(chosen)
    case "layanan" if not sections.nothing_yet(chosen):
        minimum_service.one_service(chosen)
    case "unsur":
        minimum_service.elements(chosen)
