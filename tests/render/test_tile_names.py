from __future__ import annotations

import pytest

from indicators.areas import all_kabupaten
from indicators.render.tile_names import two_lines


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Giri", "Giri"),
        ("Kabat", "Kabat"),
        ("Songgon", "Song-\ngon"),
        ("Banyuwangi", "Banyu-\nwangi"),
        ("Tegaldlimo", "Tegal-\ndlimo"),
        ("Bangorejo", "Bango-\nrejo"),
        ("Pesanggaran", "Pesang-\ngaran"),
        ("Tebing Tinggi", "Tebing\nTinggi"),
    ],
)
def test_a_long_name_breaks_between_words_or_syllables(name: str, lines: str) -> None:
    assert two_lines(name) == lines


def test_every_name_fits_its_tile_and_loses_no_letter() -> None:
    for kabupaten in all_kabupaten().values():
        for area in kabupaten.kecamatan:
            lines = two_lines(area.name).split("\n")
            assert max(len(line) for line in lines) <= 8, area.name
            assert "".join(lines).replace("-", "").replace(" ", "") == area.name.replace(" ", "")
