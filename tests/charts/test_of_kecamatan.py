"""Charts and maps of all kecamatan, as the public may see them."""

from __future__ import annotations

from pathlib import Path

from indicators import warehouse
from indicators.charts.of_kecamatan import kecamatan_compared, kecamatan_funnel, kecamatan_map
from indicators.charts.spec import State
from indicators.judgement.changes import changes
from indicators.judgement.values import state_of
from indicators.vocabulary import Level, Period


def test_no_chart_or_change_of_kecamatan_tells_a_count_that_the_public_may_not_see(shared_warehouse: Path) -> None:
    snapshot, year = warehouse.current(), Period.year(2024)
    state = state_of(snapshot, kabupaten="51.01")
    asked = {"indicator": "spm_severe_mental_disorders", "state": state, "period": year}
    drawn = kecamatan_map(snapshot, **asked)
    assert {(area.value, area.state) for area in drawn.areas} == {(None, State.SUPPRESSED)}
    assert drawn.finding.endswith("disembunyikan untuk melindungi data pribadi, karena hitungannya kecil.")
    bars = kecamatan_compared(snapshot, **asked)
    assert bars is not None
    assert {point.state for series in bars.series for point in series.points} <= {State.SUPPRESSED}
    assert kecamatan_funnel(snapshot, **asked) is None
    ids = [asked["indicator"]]
    assert changes(snapshot, indicators=ids, state=state, period=year, level=Level.KECAMATAN) == {}
