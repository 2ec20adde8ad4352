from __future__ import annotations

from dataclasses import replace

from indicators.charts.spec import MapSpec
from indicators.render.captions import footer, heading


def test_the_heading_says_what_is_shown_and_in_which_unit(map_spec: MapSpec) -> None:
    assert "AKI per kecamatan" in heading(map_spec)
    assert "Satuan: per 100.000 KH" in heading(map_spec)


def test_the_heading_carries_the_sample_mark_exactly_for_samples(map_spec: MapSpec, sample_map_spec: MapSpec) -> None:
    assert "DATA CONTOH" not in heading(map_spec)
    assert "DATA CONTOH" in heading(sample_map_spec)


def test_notes_come_before_the_source(map_spec: MapSpec) -> None:
    text = footer(replace(map_spec, notes=("Urut nama.",)))

    assert text.index("Urut nama.") < text.index("Sumber: PWS KIA")


def test_texts_are_escaped(map_spec: MapSpec) -> None:
    assert "<script>" not in heading(replace(map_spec, title="<script>"))
