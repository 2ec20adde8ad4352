"""The script that takes the guide's pictures takes all of them, from rows that the sample has."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from scripts import take_pictures
from scripts.take_pictures import CORRECTION, LARGEST, MISTAKES, PICTURES, VISITS, births, small


def test_the_script_takes_every_picture_of_the_guide():
    assert set(VISITS) == {path.stem for path in PICTURES.iterdir()}


@pytest.mark.parametrize("rows", [CORRECTION, MISTAKES], ids=["correction", "mistakes"])
def test_the_files_it_uploads_hold_one_row_for_each_puskesmas(rows: take_pictures.Rows):
    header, *lines = births(rows).decode("utf-8-sig").splitlines()
    assert header.startswith("kode_puskesmas;puskesmas;")
    assert sorted(line.split(";")[1] for line in lines) == sorted(rows)
    for line in lines:
        cells = dict(zip(header.split(";"), line.split(";"), strict=True))
        assert cells.items() >= rows[cells["puskesmas"]].items()


def test_a_picture_is_kept_in_few_colours():
    out = io.BytesIO()
    Image.effect_noise((450, 300), 80).convert("RGB").save(out, "PNG")
    assert len(out.getvalue()) > LARGEST
    kept = small(out.getvalue())
    assert len(kept) <= LARGEST
    assert Image.open(io.BytesIO(kept)).size == (450, 300)


def test_a_picture_that_cannot_be_made_small_is_refused():
    out = io.BytesIO()
    Image.effect_noise((2000, 2000), 80).convert("RGB").save(out, "PNG")
    with pytest.raises(SystemExit, match="smaller part"):
        small(out.getvalue())
