"""Readers of the pages: the whole app run without a browser, and what they then see."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from indicators import access, warehouse
from indicators.areas import all_kabupaten, clock
from indicators.screens import navigation, shared
from indicators.screens.sign_in import SERVED as SIGN_IN_SERVED
from indicators.vocabulary import Mode
from indicators.warehouse import KeptAnswers, snapshot

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-21"

_TAG = re.compile(r"<[^>]*>")
_SPAN = re.compile(r"</?span[^>]*>")
_UNSEEN = re.compile(r"<style>.*?</style>", re.DOTALL)


@dataclass(frozen=True)
class Figure:
    """One chart on a page: the HTML above and below it, and what Plotly draws."""

    heading: str
    spec: dict[str, Any]
    footer: str

    @property
    def title(self) -> str:
        """What stands above it, on one line."""
        return written(self.heading)

    def trace(self, name: str) -> dict[str, Any]:
        """The one trace whose name starts like this."""
        [found] = [trace for trace in self.spec["data"] if (trace.get("name") or "").startswith(name)]
        return dict(found)


class Reader:
    """One visitor with one session."""

    def __init__(self, **address: str) -> None:
        self.at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        # None of these are in use; left alone, each AppTest reads what every installed package says of itself.
        self.at._bidi_component_manager = BidiComponentManager()
        self.at.query_params.update(address)

    def open(self, page: str, **address: str) -> Reader:
        """Go to a page by its file's name (`map`), with what stands in the address besides."""
        found = next(p for p in every_page() if p.name == page)
        if self.at._registered_pages:
            self.at.switch_page(found.file)
        elif found is not navigation.HOME:
            # As from a link. AppTest itself would have to run the first page to learn of the others.
            self.at._page_hash = calc_hash(found.url_path)
        self.at.query_params.update(address)
        self.at.run()
        return self

    @property
    def address(self) -> dict[str, Any]:
        return dict(self.at.query_params)

    @property
    def failed(self) -> list[str]:
        return [error.message for error in self.at.exception]

    @property
    def blocks(self) -> list[str]:
        """Every piece of HTML on the page, without the style sheet."""
        bodies = [element.proto.body for element in _elements(self.at._tree) if element.type == "html"]
        return [found for body in bodies if (found := _UNSEEN.sub("", body))]

    @property
    def text(self) -> str:
        """What is written on the page, widgets included."""
        return plain(" \n ".join([*self.blocks, *self._said(), *self._widgets()]))

    @property
    def said(self) -> str:
        """What is written in HTML, on one line, without what opens when a term is tapped."""
        return written("\n".join(self.blocks))

    @property
    def figures(self) -> list[Figure]:
        shown = [e for e in _elements(self.at._tree) if e.type in ("html", "plotly_chart")]
        found, heading = [], ""
        for element, below in zip(shown, [*shown[1:], None], strict=True):
            if element.type == "html" and 'class="chart-heading"' in element.proto.body:
                heading = element.proto.body
            elif element.type == "plotly_chart":
                footer = below.proto.body if below is not None and below.type == "html" else ""
                found.append(Figure(heading, json.loads(element.proto.spec), footer))
        return found

    def figure(self, title: str) -> Figure:
        """The one chart whose heading contains these words."""
        [found] = [figure for figure in self.figures if title in figure.title]
        return found

    def press(self, label: str) -> Reader:
        [button] = [button for button in self.at.button if button.label == label]
        button.click().run()
        return self

    def choose(self, key: str, option: str) -> Reader:
        self.at.selectbox(key).set_value(option).run()
        return self

    def _said(self) -> list[str]:
        kinds = (self.at.info, self.at.error, self.at.warning, self.at.success, self.at.markdown)
        return [html.escape(element.value) for kind in kinds for element in kind]

    def _widgets(self) -> list[str]:
        """Labels, help and options of every widget, as HTML."""
        parts: list[str] = []
        for element in _elements(self.at._tree):
            proto = getattr(element, "proto", None)
            for name in ("label", "help"):
                parts.append(str(getattr(proto, name, "") or ""))
            parts += [str(option) for option in getattr(element, "options", None) or []]
        return [html.escape(part) for part in parts if part]


def plain(markup: str) -> str:
    """The text between tags; tags part words."""
    return html.unescape(_TAG.sub(" ", markup))


def written(markup: str) -> str:
    """The text as it is read, on one line: terms do not part words."""
    return " ".join(plain(_SPAN.sub("", markup)).split())


def every_page() -> list[navigation.Page]:
    return [page for pages in navigation.MENU.values() for page in pages]


def _elements(node: Any) -> Iterator[Any]:
    for child in getattr(node, "children", {}).values():
        yield child
        yield from _elements(child)


_READ_ONLY = {"shared_warehouse", "official_warehouse", "three_days_warehouse"}
_remembered: dict[str, dict[KeptAnswers, OrderedDict[Hashable, Any]]] = {name: {} for name in _READ_ONLY}


@pytest.fixture(autouse=True)
def fresh_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The date is fixed, sign-in is served, and nothing is remembered from a test with another warehouse.

    What screens keep is found by data version and kabupaten, not by the warehouse's folder, of which a server has one
    only. Tests of one read-only warehouse share it, and a copy of it begins with it, since that is much faster.
    """
    monkeypatch.setenv(clock.TODAY_SETTING, TODAY)
    monkeypatch.setenv(SIGN_IN_SERVED, "1")
    st.cache_resource.clear()
    warehouses = {name for name in request.fixturenames if name.endswith("_warehouse")}
    copied = "filled_warehouse" in warehouses
    known = _remembered.get("shared_warehouse" if copied else ",".join(warehouses), {})
    for kept in shared._all:
        answers = known.setdefault(kept, OrderedDict())
        kept._kept = answers.copy() if copied else answers


@pytest.fixture
def visit() -> Callable[..., Reader]:
    """`visit("map", kabupaten="51.01")`: a new visitor opens a page."""

    def opened(page: str, **address: str) -> Reader:
        return Reader(**address).open(page)

    return opened


@pytest.fixture
def visitor() -> Callable[..., Reader]:
    """A new visitor who has opened nothing yet; `visitor(kabupaten="51.01")` sets the address."""
    return Reader


@pytest.fixture
def sign_in(monkeypatch: pytest.MonkeyPatch) -> Callable[..., access.Account]:
    """From now on every visitor is this person."""

    def signed_in(
        role: str = "admin",
        kabupaten: str = access.EVERY_KABUPATEN,
        name: str = "Ani",
        facilities: tuple[str, ...] = (),
    ) -> access.Account:
        person = access.Account(name.lower(), name, access.Role(role), kabupaten, facilities)
        monkeypatch.setattr(access, "account_of", lambda token: person)
        return person

    return signed_in


@pytest.fixture(scope="session")
def official_folder(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse in which every kabupaten is in mode resmi and nobody has sent anything."""
    folder = tmp_path_factory.mktemp("official") / "warehouse"
    shutil.copytree(shared_folder, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KPI_WAREHOUSE", str(folder))
        for code in all_kabupaten():
            warehouse.switch_mode(code, Mode.OFFICIAL, by="Ani")
    return folder


@pytest.fixture
def official_warehouse(official_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """To be read only."""
    monkeypatch.setenv("KPI_WAREHOUSE", str(official_folder))
    return official_folder


@pytest.fixture
def broken_warehouse(shared_folder: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy in which one file of observations has been cut short; the setting does not point to it yet."""
    folder = tmp_path / "broken"
    shutil.copytree(shared_folder, folder)
    first = sorted((folder / "observations").rglob("*.parquet"))[0]
    first.write_bytes(first.read_bytes()[:200])
    yield folder
    snapshot._held.pop(str(folder), None)
