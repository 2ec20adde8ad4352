"""What surrounds every page: configuration, style, a filled warehouse, heading and footer."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st

from indicators import access, warehouse
from indicators.areas import AreaError, Kabupaten, all_kabupaten, areas_version
from indicators.catalogue import ROOT, catalogue
from indicators.judgement.values import State
from indicators.screens import html, reading_ahead
from indicators.screens.explain import meanings_style
from indicators.screens.selection import Selection
from indicators.screens.shared import shared
from indicators.vocabulary import Mode
from indicators.wording import as_of as past_words
from indicators.wording import numbers
from indicators.wording import offline as offline_words
from indicators.wording import pages as say

SIDEBAR_WIDTH = 236
_STYLE = Path(__file__).parent / "style.css"


def configure() -> None:
    """Icon, layout and style; to be called first in every run."""
    st.set_page_config(
        page_icon=str(ROOT / "static" / "icon.png"),
        layout="wide",
        initial_sidebar_state=SIDEBAR_WIDTH,
    )
    st.html(_style())


@dataclass(frozen=True)
class _Ready:
    """HTML that Streamlit need not look through for an indentation to take away, 40 kB on every run."""

    markup: str

    def _repr_html_(self) -> str:
        return self.markup


@cache
def _style() -> _Ready:
    return _Ready(f"<style>{_STYLE.read_text(encoding='utf-8')}\n{meanings_style()}</style>")


def require_warehouse(*, to_writer: bool) -> warehouse.Snapshot:
    """The data to show, see `reading_ahead.shown`; an empty warehouse is filled first.

    Stops the page with a plain sentence where it cannot be read.
    """
    try:
        if warehouse.current_version() < 0:
            with st.spinner(say.PREPARING):
                warehouse.ensure_filled()
        snapshot = reading_ahead.shown(to_writer=to_writer)
        _serve_boundaries(areas_version())
    except (warehouse.WarehouseError, AreaError) as error:
        st.error(str(error))
        st.stop()
    return snapshot


@st.cache_resource(show_spinner=False, max_entries=4)
def _serve_boundaries(version: int) -> None:
    """Copy each kabupaten's boundaries to where the browser may fetch them; once for each version of the areas."""
    for here in all_kabupaten().values():
        for path, name in zip((here.boundaries_path, here.dashes_path), served_boundaries(here), strict=True):
            target = ROOT / "static" / "boundaries" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists() or target.read_bytes() != path.read_bytes():
                scratch = target.with_suffix(f".{os.getpid()}")
                shutil.copyfile(path, scratch)
                scratch.replace(target)


def served_boundaries(here: Kabupaten) -> tuple[str, str]:
    """The names of boundaries and dashes under static/boundaries. They name the content, so browsers may keep them."""
    name = f"{here.code}.{here.boundaries_version}"
    return f"{name}.boundaries.geojson", f"{name}.dashes.geojson"


def heading(page: str, chosen: Selection) -> None:
    """Title and lead of a page (an id of `wording.pages.PAGES`), what is selected, the banner of sample data."""
    title, lead = say.PAGES[page]
    st.set_page_config(page_title=f"{title} · {say.PRODUCT}")
    here = all_kabupaten()[chosen.kabupaten]
    place = [here.name]
    if chosen.kecamatan and page in say.OF_ONE_KECAMATAN:
        place.insert(0, f"Kecamatan {here.name_of(chosen.kecamatan)}")
    where = " · ".join([", ".join(place), numbers.period(chosen.period)])
    st.html(
        f'<header class="page-head"><h1>{html.text(title)}</h1><p class="where">{html.text(where)}</p>'
        + (f'<p class="lead">{html.text(lead)}</p>' if lead else "")
        + "</header>"
    )
    if page not in say.WITH_COMPUTED_VALUES:
        return
    complete = chosen.state.newest_complete_month
    if chosen.state.mode is Mode.SAMPLE:
        st.html(f'<p class="banner sample" role="note">{html.text(say.SAMPLE_BANNER)}</p>')
    elif chosen.state.first_month and (complete is None or chosen.period.end > complete.end):
        st.html(f'<p class="banner" role="note">{html.text(say.PROVISIONAL_BANNER)}</p>')


def footer(chosen: Selection) -> None:
    """Data version and date, on every page and every printed sheet; before them, whether this is a copy."""
    said = [_footer(chosen.state, chosen.as_of)]
    if (copied := access.offline_copy()) is not None:
        said.insert(0, offline_words.told(copied.version, copied.made_on))
    st.html(f'<footer class="page-foot">{html.text(" · ".join(said))}</footer>')


@shared(most=20)
def _footer(state: State, as_of: date | None) -> str:
    here = all_kabupaten()[state.kabupaten]
    rule = catalogue().settings.rule_version
    moment = "" if state.changed_at is None else _moment(state.changed_at, here)
    if as_of is not None:
        words = past_words.FOOTER if moment else past_words.FOOTER_NOTHING
        return words.format(day=numbers.day(as_of), moment=moment, rule=rule, product=say.PRODUCT_LONG)
    if moment:
        return say.FOOTER.format(version=state.version, moment=moment, rule=rule, product=say.PRODUCT_LONG)
    return say.FOOTER_NO_CHANGE.format(version=state.version, rule=rule, product=say.PRODUCT)


def _moment(changed: Any, here: Kabupaten) -> str:
    return numbers.moment(changed.tz_convert(ZoneInfo(here.time_zone)).to_pydatetime(), here.time_zone_label)
