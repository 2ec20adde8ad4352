"""The kabupaten's mode (sample or official), and its kecamatan and puskesmas."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import Kabupaten, all_kabupaten
from indicators.screens import as_of, html
from indicators.screens.access import account, require
from indicators.screens.selection import Selection
from indicators.vocabulary import Mode, Period
from indicators.wording import area_settings as say
from indicators.wording import judgement, numbers

_DONE = "mode_done"


def mode(chosen: Selection) -> None:
    """Which data are shown; an admin may switch, after seeing what that does."""
    st.html(f"<h2>{say.MODE_TITLE}</h2>")
    if said := st.session_state.pop(_DONE, None):
        st.success(said)
    now = chosen.state.mode
    st.html(
        f'<p class="strong">{say.NOW.format(mode=judgement.MODE[now].lower())}</p>'
        f'<p class="lead">{html.text(say.EXPLAINED[now])}</p>'
    )
    person = account()
    if access.may_upload(person, chosen.kabupaten):
        _switches(chosen)  # with the names of staff, so not for the public
    if not access.may_administer(person, chosen.kabupaten):
        st.html(f'<p class="hint">{say.WHO_MAY}</p>')
        return
    if as_of.closed(chosen.as_of):
        return
    other = Mode.OFFICIAL if now is Mode.SAMPLE else Mode.SAMPLE
    st.html(f"<p>{html.text(_preview(chosen.version, chosen.kabupaten, other))}</p>")
    reason = st.text_input(say.REASON, max_chars=200, key="mode_reason")
    if st.button(say.SWITCH_TO.format(mode=judgement.MODE[other].lower()), type="primary") and (
        person := require("administer", chosen)
    ):
        if refused := intake.personal_data_in(reason):
            st.error(refused)
            return
        try:
            warehouse.switch_mode(chosen.kabupaten, other, by=person.display_name, account=person.name, reason=reason)
        except (warehouse.RefusedError, warehouse.WarehouseError) as error:
            st.error(str(error))
            return
        st.session_state[_DONE] = say.SWITCHED.format(mode=judgement.MODE[other].lower())
        st.rerun()


def units(chosen: Selection) -> None:
    """Kecamatan with their codes and puskesmas, and how sure each puskesmas' place is."""
    here = all_kabupaten()[chosen.kabupaten]
    st.html(f"<h2>{say.UNITS_TITLE}</h2>")
    rows = [
        [
            html.text(area.name),
            html.text(area.code),
            html.text(area.bps_code or say.MISSING_CODE),
            "<br>".join(html.text(f.name).replace(" ", "&nbsp;") for f in here.puskesmas if f.kecamatan == area.code),
            _remarks(here, area.code),
        ]
        for area in here.kecamatan
    ]
    st.html(html.table(say.UNIT_COLUMNS, rows))
    st.html(f'<p class="source">{say.SOURCE}: {html.text(here.source)}</p>')


def _switches(chosen: Selection) -> None:
    """Every switch so far, newest first."""
    here = all_kabupaten()[chosen.kabupaten]
    rows = [
        [
            html.text(numbers.moment(row.recorded_at.tz_convert(ZoneInfo(here.time_zone)), here.time_zone_label)),
            html.text(row.recorded_by or numbers.MISSING),
            html.text(judgement.MODE[Mode(row.mode)]),
            html.text(row.reason or numbers.MISSING),
        ]
        for row in warehouse.at(chosen.version).rows("mode_history", kabupaten=here.code)
    ]
    if rows:
        with st.expander(say.SWITCHES):
            st.html(html.table(say.SWITCH_COLUMNS, rows))


@st.cache_resource(show_spinner=False, max_entries=12)
def _preview(version: int, kabupaten: str, other: Mode) -> str:
    effect = warehouse.at(version).read("mode_effect", kabupaten=kabupaten, mode=str(other))
    after = effect[effect["would_be_visible"]]
    months = ""
    if after["first_month"].notna().any():
        first, last = (
            numbers.period(Period.month(m.year, m.month))
            for m in (after["first_month"].min(), after["last_month"].max())
        )
        months = f"{first} sampai {last}"
    shown = int((effect["would_be_visible"] & ~effect["visible"]).sum())
    hidden = int((effect["visible"] & ~effect["would_be_visible"]).sum())
    return say.preview(judgement.MODE[other].lower(), shown, hidden, months)


def _remarks(here: Kabupaten, kecamatan: str) -> str:
    """Each different remark on its puskesmas once."""
    remarks = dict.fromkeys(
        " · ".join(part for part in (f.status, f.note) if part) for f in here.puskesmas if f.kecamatan == kecamatan
    )
    return f'<span class="remark">{"<br>".join(html.text(r) for r in remarks)}</span>'
