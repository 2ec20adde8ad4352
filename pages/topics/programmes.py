"""Program: every programme of the kabupaten, and one of them from its stages to what nobody has recorded yet."""

from indicators.screens import frame, programmes, selection

chosen = selection.current()
frame.heading("programmes", chosen)
if judged := programmes.choose(chosen):
    programmes.about(judged, chosen)
    programmes.stages(judged, chosen)
    programmes.areas(judged, chosen)
    programmes.linked(judged, chosen)
    programmes.figures(judged)
    programmes.unrecorded(judged, chosen)
else:
    programmes.overview(chosen)
