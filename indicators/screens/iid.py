"""Count and quality: what further innovations and better evidence do to the innovation index."""

from __future__ import annotations

import streamlit as st

from indicators import warehouse
from indicators.judgement import iid
from indicators.judgement.iid import CountAndQuality, Further, Gain
from indicators.judgement.iid_sentences import sentences_of
from indicators.judgement.innovations import next_target
from indicators.judgement.maturity import EVIDENCE
from indicators.screens import addresses, data, html, sections
from indicators.screens.charts import show_chart
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.wording import iid as say
from indicators.wording import numbers

# Innovations named in a row, and rows before the others are folded away.
SHOWN, FIRST = 3, 8
_MEANING = {True: say.LOWERS, None: say.MAY_LOWER, False: say.RAISES}


def count_and_quality(chosen: Selection) -> None:
    """The simulation once its figures are entered, else the direction and what is still to be entered."""
    found = iid.count_and_quality(warehouse.at(chosen.version), chosen.kabupaten)
    sections.title(say.TITLE, lead=say.LEAD)
    if found.year is not None and found.year.practice:
        st.html(f'<p class="banner sample" role="note">{html.text(say.PRACTICE)}</p>')
    said = "".join(f"<p>{explained(one)}</p>" for one in _sentences(found, chosen))
    st.html(said + _source(found) + _to_enter(found, chosen))
    if found.simulation is not None:
        show_chart("further_innovations", chosen, key="further-innovations")
    _further(found)
    _evidence(found, chosen)


def _sentences(found: CountAndQuality, chosen: Selection) -> list[str]:
    year, target = next_target(warehouse.at(chosen.version), chosen.kabupaten, chosen.today)
    missing = data.pipeline(chosen.version, chosen.kabupaten, year, target).missing
    return sentences_of(found, year=year, missing=missing)


def _further(found: CountAndQuality) -> None:
    if not found.further:
        return
    st.html(
        f"<h3>{html.text(say.FURTHER)}</h3>"
        + html.table(say.FURTHER_COLUMNS, [_sending(one) for one in found.further], numeric=(1, 2))
    )


def _sending(one: Further) -> list[str]:
    return [
        html.text(one.maturity.innovation.name),
        say.score(one.maturity.least, one.maturity.most),
        f'{say.effect(one.least, one.most)}<div class="remark">{html.text(_MEANING[one.lowers])}</div>',
    ]


def _evidence(found: CountAndQuality, chosen: Selection) -> None:
    lead = say.evidence_lead(found.guideline.label, len(found.matures), found.without) if found.matures else ""
    st.html(f"<h3>{html.text(say.EVIDENCE)}</h3>" + (f'<p class="lead">{explained(lead)}</p>' if lead else ""))
    if not found.matures:
        link = _link(EVIDENCE, say.ENTER_EVIDENCE, chosen)
        st.html(f'<p class="empty">{html.text(say.NO_EVIDENCE)} {link}</p>')
    elif not found.gains:
        st.html(f'<p class="empty">{html.text(say.NOTHING_TO_GAIN)}</p>')
    else:
        rows = [_gain(gain, found) for gain in found.gains]
        source = f"{found.guideline.document} ({found.guideline.source}). {found.guideline.note}"
        st.html(html.table(say.EVIDENCE_COLUMNS, rows[:FIRST], numeric=(2, 3, 4)))
        if rest := rows[FIRST:]:
            with st.expander(say.other_indicators(len(rest))):
                st.html(html.table(say.EVIDENCE_COLUMNS, rest, numeric=(2, 3, 4)))
        st.html(f'<p class="source">{html.text(source)}</p>')


def _gain(gain: Gain, found: CountAndQuality) -> list[str]:
    indicator = found.guideline.indicators[gain.number]
    name = f"{gain.number}. {html.text(indicator.label)}"
    if indicator.required:
        name += f' <span class="remark">{say.REQUIRED}</span>'
    stars = {one.innovation.id: one.stars[gain.number] + 1 for one in found.matures if gain.number in one.stars}
    wanted = [
        html.text(say.next_star(innovation.name, stars[innovation.id], indicator.stars[stars[innovation.id]]))
        for innovation, _ in gain.scores[:SHOWN]
    ]
    more = len(gain.scores) - len(wanted)
    effect = say.NOT_ENTERED
    if found.simulation is not None and found.incomparable is None:
        effect = say.signed(found.simulation.of_more_score(gain.points), 3)
    return [
        f'{name}<div class="remark">{html.text(indicator.proof)}</div>',
        numbers.listed([*wanted, *([say.others(more)] if more else [])]),
        f"+{numbers.number(gain.points)}",
        effect,
        numbers.number(gain.unrecorded),
    ]


def _source(found: CountAndQuality) -> str:
    year = found.year
    if year is None or not (year.source or year.url):
        return ""
    note = f" · {html.text(year.note)}" if year.note else ""
    return f'<p class="source">{html.link(year.url, year.source or year.url)}{note}</p>'


def _to_enter(found: CountAndQuality, chosen: Selection) -> str:
    """Where staff enter what is lacking."""
    if not found.lacking and found.incomparable is None:
        return ""
    links = [_link(iid.YEARS, say.ENTER_YEAR, chosen)]
    if iid.Lacking.COUNT_SCORES in found.lacking or iid.Lacking.BELOW_FIRST in found.lacking:
        links.append(_link(iid.COUNT_SCORES, say.ENTER_SCORES, chosen))
    return f'<p class="missing"><b aria-hidden="true">○</b> {" · ".join(links)}</p>'


def _link(dataset: str, label: str, chosen: Selection) -> str:
    """To the form of a list of the registry."""
    address = addresses.view("kelola-inovasi", chosen, daftar=dataset)
    return addresses.linked(f'<a href="{address}" target="_self">{html.text(label)}</a>', chosen)
