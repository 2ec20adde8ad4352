"""What stands around a figure on a page: heading above, notes and footer below, as escaped HTML."""

from __future__ import annotations

import html

from indicators.charts.funnel import FunnelSpec
from indicators.charts.replication_network import NetworkSpec
from indicators.charts.spec import ChartSpec, MapSpec
from indicators.charts.spine import SpineSpec
from indicators.wording import charts as wording


def heading(spec: ChartSpec | MapSpec | SpineSpec | FunnelSpec | NetworkSpec) -> str:
    """Title, finding, unit and, for sample data, its mark; wraps on a phone because it is text of the page."""
    mark = f' <strong class="chart-sample">{wording.SAMPLE_MARK}</strong>' if spec.sample else ""
    finding = f'<p class="chart-finding">{html.escape(spec.finding)}</p>' if spec.finding else ""
    return (
        f'<div class="chart-heading"><div class="chart-title">{html.escape(spec.title)}{mark}</div>'
        f'{finding}<div class="chart-unit">{html.escape(wording.heading_unit(spec.unit))}</div></div>'
    )


def footer(spec: ChartSpec | MapSpec | SpineSpec | FunnelSpec | NetworkSpec) -> str:
    """Notes, then source, basis and data version."""
    lines = "".join(f"<div>{html.escape(line)}</div>" for line in (*spec.notes, spec.footer))
    return f'<div class="chart-footer">{lines}</div>'
