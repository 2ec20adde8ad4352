"""The picture of replications: who stands in which column, which line joins whom, and what it says in words."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest

from indicators.areas import all_kabupaten
from indicators.charts import replication_network as charts
from indicators.charts.replication_network import NetworkSpec, replication_network
from indicators.judgement.replications import Link, Replication, Unit
from indicators.judgement.values import state_of
from indicators.render.network_svg import network_svg
from indicators.vocabulary import Level
from indicators.warehouse import current

HERE = "63.11"
Draw = Callable[..., NetworkSpec | None]


@pytest.fixture
def draw(shared_warehouse: object, monkeypatch: pytest.MonkeyPatch) -> Draw:
    """The picture of these links."""

    def drawn(*links: Link) -> NetworkSpec | None:
        monkeypatch.setattr(charts, "network", lambda snapshot, kabupaten: links)
        snapshot = current()
        return replication_network(snapshot, state=state_of(snapshot, kabupaten=HERE))

    return drawn


def unit(place: int, kabupaten: str = HERE) -> Unit:
    facility = all_kabupaten()[kabupaten].puskesmas[place]
    return Unit(facility.id, facility.name, Level.FACILITY, kabupaten, facility.kecamatan)


def copy(state: str = "done", innovation: str | None = "35.10.I001", **fields: str) -> Replication:
    return Replication("x", HERE, innovation, None, state, None, fields, practice=False)


def test_without_a_link_there_is_no_picture(draw: Draw) -> None:
    assert draw() is None


def test_lines_join_their_units_and_only_what_runs_is_a_whole_line(draw: Draw) -> None:
    owner, outside = unit(0, "35.10"), Unit("?kota", "Kota Lain")
    spec = draw(
        Link(outside, unit(1), (copy("draft", None, elsewhere="Sehat <b>"),)),
        Link(owner, unit(0), (copy("draft"), copy("done"))),
        Link(owner, unit(1), (copy(),)),
    )
    assert spec is not None
    assert [node.label for node in spec.origins] == [owner.name, "Kota Lain"]
    joined = {(spec.origins[e.origin].label, spec.copiers[e.copier].label): e.planned for e in spec.edges}
    assert joined == {
        ("Kota Lain", unit(1).name): True,
        (owner.name, unit(0).name): False,
        (owner.name, unit(1).name): False,
    }
    # Nobody knows where Kota Lain lies.
    assert spec.finding == (
        "4 replikasi dicatat (2 berjalan, 2 baru direncanakan) oleh 2 unit dari 2 pemilik, "
        "3 di antaranya antarkabupaten."
    )
    assert f"{unit(0).name} berencana mencontoh Laskar SAKINA dari {owner.name}" in spec.alt
    svg = network_svg(spec)
    assert svg.count("<path") == 3
    assert svg.count('<path class="p"') == 1
    assert "Laskar SAKINA" in svg
    assert html.escape("Sehat <b>") in svg
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", svg)


def test_more_puskesmas_than_fit_are_drawn_as_their_kecamatan(draw: Draw) -> None:
    every = range(len(all_kabupaten()["35.10"].puskesmas))
    spec = draw(*(Link(unit(0), unit(place, "35.10"), (copy(),)) for place in every))
    assert spec is not None
    here = all_kabupaten()["35.10"]
    assert {node.label for node in spec.copiers} == {f"Kecamatan {area.name}" for area in here.kecamatan}
    assert "yang digambar adalah kecamatannya" in " ".join(spec.notes)
