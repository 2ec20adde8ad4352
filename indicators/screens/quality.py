"""The page Mutu data: all indicators as traffic lights, one indicator check by check, and the limits in words."""

from __future__ import annotations

from datetime import date
from string import ascii_lowercase

import streamlit as st

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.quality import Check, CheckKind, Quality, Unmade
from indicators.screens import access, choices, data, html, sections
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.screens.shared import shared
from indicators.vocabulary import Light, Period
from indicators.wording import quality as say

INDICATOR = "indikator"


def show(chosen: Selection) -> None:
    """The table of lights, the checks of one indicator, and the limits that are used."""
    if sections.nothing_yet(chosen):
        return
    found = data.quality(chosen.version, chosen.kabupaten, chosen.period, chosen.today)
    sections.title(say.TABLE, lead=say.LEAD)
    st.html(_table(chosen.version, chosen.kabupaten, chosen.period, chosen.today))
    sections.title(say.DETAILS)
    ordered = _worst_first(found)
    picked = choices.choose(
        say.INDICATOR,
        INDICATOR,
        ordered,
        format_option=lambda id_: catalogue().indicators[id_].label,
        default=ordered[0],
    )
    choices.remember(INDICATOR, picked, unless=ordered[0])
    st.html(checks(found[picked], chosen))
    with st.expander(say.RULES):
        st.html(html.table(("", ""), [[html.text(name), html.text(said)] for name, said in _rules()]))


def _worst_first(found: dict[str, Quality]) -> list[str]:
    """Red, amber, green, then those that could not be checked; each in catalogue order."""
    order = [*reversed(Light), None]
    return sorted(found, key=lambda id_: order.index(found[id_].light))


@shared(most=100)
def _table(version: int, kabupaten: str, period: Period, today: date) -> str:
    found = data.quality(version, kabupaten, period, today)
    letters = _letters(found)
    heads = "".join(f'<th scope="col">{html.text(say.CHECKS[kind][1])}</th>' for kind in CheckKind)
    rows = "".join(
        f'<tr><th scope="row">{explained(catalogue().indicators[id_].short)}</th>{_cell(found[id_].light)}'
        f"{''.join(_cell(check.light, letters[check.why] if check.why else '') for check in found[id_].checks)}</tr>"
        for id_ in _worst_first(found)
    )
    return (
        f'<div class="table-wrap lights"><table><thead><tr><th scope="col">{say.INDICATOR}</th>'
        f'<th scope="col">{say.OVERALL}</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
        + "".join(
            f'<p class="hint"><sup>{letter}</sup> {html.text(say.UNMADE[why])}</p>' for why, letter in letters.items()
        )
    )


def _letters(found: dict[str, Quality]) -> dict[Unmade, str]:
    """A letter for each reason why a check could not be made, explained below the table."""
    reasons = dict.fromkeys(check.why for quality in found.values() for check in quality.checks if check.why)
    return dict(zip(reasons, ascii_lowercase, strict=False))


def _cell(light: Light | None, letter: str = "") -> str:
    """The word, to which the style sheet adds its sign; of a check that could not be made a dash and why."""
    if light is None:
        return f"<td>{say.ICON[None]} <sup>{letter}</sup></td>" if letter else f"<td>{html.text(say.LIGHT[None])}</td>"
    return f'<td class="light {light}">{html.text(say.LIGHT[light])}</td>'


def _light(light: Light) -> str:
    return (
        f'<span class="light {light}"><b aria-hidden="true">{say.ICON[light]}</b> {html.text(say.LIGHT[light])}</span>'
    )


def checks(quality: Quality, chosen: Selection) -> str:
    """Every check of one indicator with the numbers behind it; the units by name for those who may see their counts."""
    named = access.may_see_small_cells(chosen)
    rows = [
        [
            html.text(say.CHECKS[check.kind][0]),
            _light(check.light) if check.light else say.ICON[None],
            _behind(check, chosen, named=named),
        ]
        for check in quality.checks
    ]
    made = say.made(len(quality.made), len(quality.checks))
    return html.table(say.COLUMNS, rows) + f'<p class="hint">{html.text(made)}</p>'


def _behind(check: Check, chosen: Selection, *, named: bool) -> str:
    if check.why is not None:
        return f'<span class="none">{html.text(say.UNMADE[check.why])}</span>'
    said = html.text(say.behind(check.kind, check.numbers, check.about))
    if named and check.units:
        here = all_kabupaten()[chosen.kabupaten]
        names = sorted(here.name_of(unit) for unit in check.units)
        said += f'<div class="remark">{html.text(say.units(names))}</div>'
    if check.light is not Light.GREEN:
        said += f"<div><strong>{html.text(say.ACTION[check.kind])}</strong></div>"
    return said


def _rules() -> list[tuple[str, str]]:
    rules = catalogue().settings
    return say.rules(
        complete=rules.complete_share,
        reports_red=rules.quality_reports_red,
        on_time_green=rules.quality_on_time_green,
        on_time_red=rules.quality_on_time_red,
        spreads=rules.past_spreads,
        outliers_red=rules.quality_outliers_red,
        outliers_weigh=rules.quality_outliers_weigh,
        excess_red=rules.quality_excess_red,
        total_green=rules.quality_total_green,
        total_red=rules.quality_total_red,
        coverage_far=rules.coverage_unlikely,
        coverage_units=rules.quality_coverage_units,
        digits_from=rules.digits_from,
        digits_least=rules.digits_least,
        digits_red=rules.digits_red,
    )
