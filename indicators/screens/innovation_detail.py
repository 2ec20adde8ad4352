"""One innovation: all that is recorded of it, what is not, what it won, its evidence, its indicators, its copies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from indicators import access, warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.judgement.beside import Standing
from indicators.judgement.innovations import REGISTRY, Innovation, seen_from
from indicators.judgement.judged import Judged, Verdict
from indicators.judgement.maturity import EVIDENCE, Maturity, Proof, maturities, without_evidence
from indicators.judgement.recognitions import by_result, result_labels
from indicators.judgement.replications import Replication, copied_innovations, replications, state_label, unit_of
from indicators.judgement.values import past_target_year
from indicators.screens import before_after, copying, data, evidence_grid, html, quality_mark, sections
from indicators.screens.access import account
from indicators.screens.addresses import about, address, linked
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.vocabulary import Basis, Level, Period
from indicators.warehouse import list_words
from indicators.wording import innovation_catalogue as say
from indicators.wording import judgement, numbers
from indicators.wording import scorecard as standing_words

# Said above the table, or by its own link.
_APART = frozenset({"id", "name", "long_name", "summary", "problem", "url", "source", "source_status", "owner"})


def show(one: Innovation, chosen: Selection) -> None:
    """Everything; and "contoh ini" below what it is."""
    st.html(_head(one))
    copying.offer(one, chosen)
    left, right = st.columns(2)
    left.html(_recorded(one))
    right.html(_won(one))
    st.html(linked(_targeted(one, chosen), chosen))
    _evidence(maturities(warehouse.at(chosen.version), one.kabupaten).get(one.id))
    if fill := _to_fill(one, chosen):
        st.html(linked(fill, chosen))
    st.html(_copies(one, chosen))


def _head(one: Innovation) -> str:
    here = all_kabupaten()[one.kabupaten]
    said = [f"<h2>{html.text(one.name)}</h2>"]
    if one.text("long_name"):
        said.append(f'<p class="lead">{explained(one.text("long_name"))}</p>')
    who = " · ".join(part for part in (one.text("owner"), here.name) if part)
    said.append(f"<p><b>{html.text(who)}</b></p>")
    if one.practice:
        said.append(f'<p class="banner sample" role="note">{html.text(say.PRACTICE_LONG)}</p>')
    for label, column in ((say.SUMMARY, "summary"), (say.PROBLEM, "problem")):
        text = explained(one.text(column)) if one.text(column) else _none()
        said.append(f"<p><b>{label}:</b> {text}</p>")
    source = html.link(one.text("url"), one.text("source") or one.text("source_status") or "–")
    said.append(f'<p class="source">{say.SOURCE}: {source}</p>')
    return "".join(said)


def _recorded(one: Innovation) -> str:
    """The columns of the registry that say something; the others by name."""
    here = all_kabupaten()[one.kabupaten]
    words = warehouse.Words(here, catalogue(), {})
    known, missing = [], []
    for id_, column in catalogue().datasets[REGISTRY].columns.items():
        if id_ in _APART:
            continue
        value = one.fields.get(id_)
        if value is None:
            missing.append(column.label)
        else:
            shown = _day(value) if column.type == "day" else words.cell(column, value)
            known.append((column.label, shown.replace(list_words.BETWEEN, ", ")))
    facts = "".join(f"<dt>{html.text(label)}</dt><dd>{explained(value)}</dd>" for label, value in known)
    missing += [say.PROBLEM] * (not one.text("problem")) + [say.SUMMARY] * (not one.text("summary"))
    unsaid = f'<p class="hint"><b>{say.MISSING}:</b> {html.text(", ".join(missing))}.</p>' if missing else ""
    return f'<h3>{say.RECORDED}</h3><dl class="facts">{facts}</dl>{unsaid}'


def _won(one: Innovation) -> str:
    found, labels = by_result(one), result_labels()
    if not found:
        return f'<h3>{say.WON}</h3><p class="empty">{say.NOTHING_WON}</p>'
    links = {str(entry.get("url")): str(entry.get("source") or "") for entry in one.recognitions if entry.get("url")}
    said = "".join(
        f"<dt>{html.text(labels[result])}</dt>{''.join(f'<dd>{explained(text)}</dd>' for text in texts)}"
        for result, texts in found.items()
    )
    sources = "; ".join(html.link(url, source or url) for url, source in links.items())
    below = f'<p class="source">{say.SOURCE}: {sources}</p>' if sources else ""
    return f'<h3>{say.WON}</h3><dl class="facts">{said}</dl>{below}'


def _targeted(one: Innovation, chosen: Selection) -> str:
    """Each targeted indicator in the kabupaten of origin and where it runs, as the public may see it."""
    heading = f"<h3>{say.KPI}</h3>"
    if not one.indicators:
        return f'{heading}<p class="empty">{say.NO_KPI}</p>'
    rows = [_kpi_row(catalogue().indicators[id_], one, chosen) for id_ in one.indicators]
    table = html.table(say.KPI_COLUMNS, rows, blocks=True)
    asked = {"bagian": "hasil", before_after.INNOVATION: one.id}
    link = address("inovasi", kabupaten=one.kabupaten, period=chosen.period, **asked)
    more = f'<p><a href="{link}" target="_self">{say.BEFORE_AFTER}</a></p>'
    return f'{heading}<p class="lead">{html.text(say.KPI_LEAD)}</p>{table}{more}'


def _kpi_row(entry: Indicator, one: Innovation, chosen: Selection) -> list[str]:
    link = about(entry.id, kabupaten=one.kabupaten, period=chosen.period)
    whole, verdict = _quoted(entry, one, chosen), None
    if entry.numerator:
        now = _value(entry, one, chosen, chosen.period)
        whole = sections.value_cell(entry, now) + _basis(now.basis) + quality_mark.mark_of(now)
        whole += f'<div class="remark">{html.text(numbers.period(now.reference))}</div>'
        verdict = now.verdict or _past_verdict(entry, one, chosen)
    status = f'<span class="none">{say.NO_TARGET}</span>'
    if verdict is not None:
        said = judgement.verdict(
            verdict.status, verdict.year, qualified=verdict.qualified, provisional=verdict.provisional
        )
        icon = judgement.STATUS_ICON[verdict.status]
        status = f'<span class="status {verdict.status}"><b aria-hidden="true">{icon}</b> {html.text(said)}</span>'
    return [
        f'<a href="{link}" target="_self">{html.text(entry.label)}</a>',
        whole,
        status,
        _where_it_runs(entry, one, chosen) or f'<span class="none">{say.NO_PLACE}</span>',
    ]


def _value(entry: Indicator, one: Innovation, chosen: Selection, period: Period) -> Judged:
    """Of the kabupaten of origin."""
    return data.judged(chosen.version, (entry.id,), one.kabupaten, period, Level.KABUPATEN)[0]


def _past_verdict(entry: Indicator, one: Innovation, chosen: Selection) -> Verdict | None:
    """As on the cards: of the newest year before that has a target."""
    first = data.state(chosen.version, one.kabupaten).first_month
    year = past_target_year(entry, all_kabupaten()[one.kabupaten], period=chosen.period, first=first)
    return None if year is None else _value(entry, one, chosen, Period.year(year)).verdict


def _quoted(entry: Indicator, one: Innovation, chosen: Selection) -> str:
    """The newest published value, of an indicator that is only ever published."""
    quotes = data.published(chosen.version, (entry.id,), one.kabupaten) if not entry.numerator else ()
    own = [quote for quote in quotes if quote.area == one.kabupaten and quote.content == "value"]
    if not own:
        return judgement.NOT_SENT
    value = judgement.quoted(own[-1].value, entry.unit, own[-1].sign)
    return f'{html.text(value)}<div class="remark">{html.text(numbers.period(own[-1].period))}</div>'


def _where_it_runs(entry: Indicator, one: Innovation, chosen: Selection) -> str:
    if not one.places or not entry.numerator or entry.lowest_level is not Level.KECAMATAN:
        return ""
    card = data.scorecard(chosen.version, (entry.id,), one.kabupaten, chosen.period)
    said = []
    for place in one.places:
        cell = card.cells.get((place, entry.id))
        if cell is not None:
            word = standing_words.STANDING[cell.standing] if cell.standing is not Standing.NO_VALUE else ""
            remark = f'<span class="remark"> {html.text(word)}</span>' if word else ""
            said.append(
                f"<div>{html.text(cell.judged.area_name)}: {sections.value_cell(entry, cell.judged)}{remark}</div>"
            )
    return "".join(said)


def _evidence(maturity: Maturity | None) -> None:
    """The stars of every indicator and the points they give; without any, what would be asked."""
    asked = maturity or without_evidence()
    label, of = asked.guideline.label, len(asked.proofs)
    said = [f"<h3>{say.EVIDENCE}</h3>"]
    if maturity is None:
        said.append(f'<p class="empty">{html.text(say.no_evidence(of, label))}</p>')
    else:
        said.append(
            f"<p><b>{html.text(say.score(maturity.points, maturity.most, maturity.recorded, of, label))}</b></p>"
        )
        if missing := maturity.missing:
            labels = [proof.indicator.label for proof in missing]
            said.append(f'<p class="missing">{html.text(say.required_missing(labels))}</p>')
    said.append(f'<p class="source">{html.text(asked.guideline.source)}. {html.text(asked.guideline.note)}</p>')
    st.html("".join(said))
    table = html.table(say.EVIDENCE_COLUMNS, [_proof_row(proof) for proof in asked.proofs], numeric=(2,), blocks=True)
    if maturity is not None:
        st.html(table)
        return
    with st.expander(say.PROOFS_ASKED):
        st.html(table)


def _to_fill(one: Innovation, chosen: Selection) -> str:
    """The way to the grid, for who may fill it."""
    if not access.may(catalogue().datasets[EVIDENCE].right, account(), one.kabupaten):
        return ""
    asked = {"daftar": EVIDENCE, evidence_grid.INNOVATION: one.id}
    link = address("kelola-inovasi", kabupaten=one.kabupaten, period=chosen.period, **asked)
    return f'<p><a href="{link}" target="_self">{say.FILL}</a></p>'


def _proof_row(proof: Proof) -> list[str]:
    stars = f'<span class="none">{say.NO_STARS}</span>'
    if proof.stars is not None:
        spoken = html.text(f"{proof.stars}")
        stars = f'<span aria-hidden="true">{say.stars(proof.stars)}</span> {spoken}'
    required = f' <span class="tag">{say.REQUIRED}</span>' if proof.indicator.required else ""
    following = (proof.stars or 0) + 1
    hint = say.next_star(following, proof.indicator.stars[following]) if following <= 3 else ""
    link = html.link(str(proof.fields["url"]), say.SOURCE) if proof.fields.get("url") else ""
    rest = [_day(proof.fields["dated"]) if proof.fields.get("dated") else "", str(proof.fields.get("note") or "")]
    shown = " · ".join([*([link] if link else []), *(html.text(part) for part in rest if part)])
    return [
        f'{proof.number}. {html.text(proof.indicator.label)}{required}<div class="remark">{html.text(hint)}</div>',
        stars,
        numbers.number(proof.points) if proof.stars is not None else "–",
        shown or f'<span class="remark">{html.text(proof.indicator.proof)}</span>',
    ]


def _copies(one: Innovation, chosen: Selection) -> str:
    """Who copied it, and what its owners copied from others."""
    snapshot = warehouse.at(chosen.version)
    by_whom = copied_innovations(snapshot, chosen.kabupaten).get(one.id, ())
    own = [r for r in replications(snapshot, chosen.kabupaten) if r.copier in one.facilities]
    said = f"<h3>{say.COPIES}</h3>"
    if by_whom:
        rows = [
            [_copier(r), html.text(state_label(r)), _started(r), html.text(r.fields.get("note") or "")] for r in by_whom
        ]
        said += html.table(say.COPY_COLUMNS, rows, caption=say.COPIED_BY)
    else:
        said += f'<p class="empty">{say.NO_COPIES}</p>'
    if own:
        names = {other.id: other for other in seen_from(snapshot, chosen.kabupaten)}
        rows = [
            [_what(r, names), html.text(r.fields.get("origin") or "–"), html.text(state_label(r)), _started(r)]
            for r in own
        ]
        said += html.table(say.FROM_COLUMNS, rows, caption=say.COPIED_FROM)
    return said


def _copier(replication: Replication) -> str:
    here = all_kabupaten()[replication.kabupaten]
    elsewhere = str(replication.fields.get("copier_elsewhere") or "")
    if replication.copier in here.kecamatan_of:
        return f'{html.text(here.name_of(str(replication.copier)))}<div class="remark">{html.text(here.name)}</div>'
    return html.text(elsewhere or say.UNKNOWN_UNIT)


def _what(replication: Replication, names: Mapping[str, Innovation]) -> str:
    known = names.get(replication.innovation or "")
    if known is None:
        return html.text(replication.fields.get("elsewhere") or say.UNKNOWN_UNIT)
    return f'{html.text(known.name)}<div class="remark">{html.text(unit_of(known).name)}</div>'


def _started(replication: Replication) -> str:
    return numbers.day(replication.started_on) if replication.started_on else _none()


def _basis(basis: Basis | None) -> str:
    return f' <span class="tag sample">{judgement.SAMPLE_MARK}</span>' if basis is Basis.SAMPLE else ""


def _day(text: Any) -> str:
    return numbers.day(date.fromisoformat(str(text)))


def _none() -> str:
    return f'<span class="none">{say.NOT_RECORDED}</span>'
