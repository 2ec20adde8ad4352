"""The XML of native charts (ECMA-376, part 1, chapter 21.2), element by element in the order that its schema asks for.

PowerPoint repairs or refuses a chart whose elements stand in another order. Every number is also a cell of the chart's
own workbook, from which `formula` takes it when somebody edits the data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from xml.sax.saxutils import escape

from indicators.render.slide_text import FONT, LINE_HEIGHT, height, width

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
GREY, GRID = "868F9B", "D9DCE0"
# In 60,000ths of a degree.
_SLANT = -2_700_000
# In points: before a name in the legend; between title, plot and legend.
_KEY, _GAP = 40, 6
# In points: no writing is smaller.
_LEAST = 14


class Kind(StrEnum):
    """How a native series is drawn."""

    BAR = "bar"
    LINE = "line"
    SCATTER = "scatter"


@dataclass(frozen=True)
class Column:
    """A column of the workbook: where it stands and what it holds. name: its header cell."""

    letter: str
    name: str
    values: tuple[float | None, ...]

    @property
    def header(self) -> str:
        return f"Sheet1!${self.letter}$1"

    @property
    def cells(self) -> str:
        return f"Sheet1!${self.letter}$2:${self.letter}${len(self.values) + 1}"


@dataclass(frozen=True)
class Label:
    """Beside one point. text: None writes its value, which follows the data when they are edited."""

    text: str | None = None
    place: str = ""


@dataclass(frozen=True)
class NativeSeries:
    """colour: `RRGGBB`. width: of the line in points, 0 for none. below, above: the lengths of the error bars.

    across: a scatter's own x values. hatched, hollow: places (from 0) of points that look so.
    """

    kind: Kind
    values: Column
    colour: str
    width: float = 0.0
    dash: str = "solid"
    symbol: str = "none"
    size: int = 8
    hollow: bool = False
    hatched: tuple[int, ...] = ()
    labels: Mapping[int, Label] = field(default_factory=dict)
    number_format: str = "General"
    below: Column | None = None
    above: Column | None = None
    across: Column | None = None


@dataclass(frozen=True)
class ValueAxis:
    """low, high: its ends, None leaves them to the program. title: empty for none."""

    number_format: str
    title: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class NativeChart:
    """One plot. categories: None for a scatter, whose `across` is then the horizontal axis.

    size: of all writing but the legend's, which is a little smaller; width, height: of the whole; all in points.
    legend: whether the series are named below, without those of `unnamed`. slanted: categories are too long, or too
    many, to stand beside one another upright.
    """

    series: tuple[NativeSeries, ...]
    values: ValueAxis
    title: str
    size: int
    width: float
    height: float
    categories: tuple[str, ...] | None = None
    across: ValueAxis | None = None
    horizontal: bool = False
    legend: bool = True
    unnamed: tuple[int, ...] = ()
    slanted: bool = False

    @property
    def legend_size(self) -> int:
        """Of the writing in the legend, in points."""
        return max(_LEAST, self.size - 2)


def chart_xml(chart: NativeChart) -> str:
    """The element c:chart."""
    order = {id(series): place for place, series in enumerate(chart.series)}
    plots = []
    for kind, write in ((Kind.BAR, _bar), (Kind.LINE, _line), (Kind.SCATTER, _scatter)):
        members = [(order[id(series)], series) for series in chart.series if series.kind is kind]
        if members:
            plots.append(write(chart, members))
    axes = _scatter_axes(chart) if chart.categories is None else _category_axes(chart)
    return (
        f"<c:chart {_NAMESPACES}>{_title(chart.title, chart.size, bold=True)}<c:autoTitleDeleted "
        f'val="{0 if chart.title else 1}"/><c:plotArea>{_layout(*_plot(chart))}{"".join(plots)}{axes}</c:plotArea>'
        f'{_legend(chart)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
    )


def text_properties(size: int) -> str:
    """The element c:txPr of a whole chart."""
    return f"<c:txPr {_NAMESPACES}>{_text_body(size)}</c:txPr>"


def _bar(chart: NativeChart, members: Sequence[tuple[int, NativeSeries]]) -> str:
    series = "".join(_series(chart, place, one) for place, one in members)
    return (
        f'<c:barChart><c:barDir val="{"bar" if chart.horizontal else "col"}"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="45"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    )


def _line(chart: NativeChart, members: Sequence[tuple[int, NativeSeries]]) -> str:
    series = "".join(_series(chart, place, one) for place, one in members)
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        '<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>'
    )


def _scatter(chart: NativeChart, members: Sequence[tuple[int, NativeSeries]]) -> str:
    series = "".join(_series(chart, place, one) for place, one in members)
    return (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{series}'
        '<c:axId val="1"/><c:axId val="2"/></c:scatterChart>'
    )


def _series(chart: NativeChart, place: int, one: NativeSeries) -> str:
    name = (
        f'<c:tx><c:strRef><c:f>{one.values.header}</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{escape(one.values.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )
    parts = [f'<c:idx val="{place}"/><c:order val="{place}"/>', name, _look(one)]
    parts += ['<c:invertIfNegative val="0"/>'] if one.kind is Kind.BAR else [_marker(one)]
    parts += [_hatched(one, point) for point in one.hatched]
    parts += [_labels(one, chart.size), _error_bars(one)]
    if one.across is not None:
        parts += [f"<c:xVal>{_numbers(one.across)}</c:xVal><c:yVal>{_numbers(one.values)}</c:yVal>"]
    else:
        parts += [f"<c:cat>{_texts(chart.categories or ())}</c:cat><c:val>{_numbers(one.values)}</c:val>"]
    if one.kind is not Kind.BAR:
        parts.append('<c:smooth val="0"/>')
    return f"<c:ser>{''.join(parts)}</c:ser>"


def _look(one: NativeSeries) -> str:
    if one.kind is Kind.BAR:
        return f"<c:spPr>{_fill(one.colour)}</c:spPr>"
    if not one.width:
        return '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
    return f"<c:spPr>{_stroke(one.colour, one.width, one.dash)}</c:spPr>"


def _marker(one: NativeSeries) -> str:
    if one.symbol == "none":
        return '<c:marker><c:symbol val="none"/></c:marker>'
    # A light filling, not a white one: some programs draw no edge around markers.
    light = '<a:lumMod val="40000"/><a:lumOff val="60000"/>' if one.hollow else ""
    inside = f'<a:solidFill><a:srgbClr val="{one.colour}">{light}</a:srgbClr></a:solidFill>'
    return (
        f'<c:marker><c:symbol val="{one.symbol}"/><c:size val="{one.size}"/>'
        f"<c:spPr>{inside}{_stroke(one.colour, 1.75)}</c:spPr></c:marker>"
    )


def _hatched(one: NativeSeries, point: int) -> str:
    """A bar of part of a year: in the same colour, striped."""
    return (
        f'<c:dPt><c:idx val="{point}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>'
        f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{one.colour}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>{_stroke(one.colour, 1)}</c:spPr></c:dPt>'
    )


def _labels(one: NativeSeries, size: int) -> str:
    shown = "".join(_label(one, point, label, size) for point, label in sorted(one.labels.items()))
    return f"<c:dLbls>{shown}{_flags(value=False)}</c:dLbls>" if shown else ""


def _label(one: NativeSeries, point: int, label: Label, size: int) -> str:
    written = ""
    if label.text is not None:
        run = f'<a:r><a:rPr lang="id-ID"/><a:t>{escape(label.text)}</a:t></a:r>'
        written = f"<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>{run}</a:p></c:rich></c:tx>"
    place = label.place or ("outEnd" if one.kind is Kind.BAR else "r")
    colour = one.colour if one.kind is not Kind.BAR else "17292B"
    return (
        f'<c:dLbl><c:idx val="{point}"/>{written}<c:numFmt formatCode="{escape(one.number_format)}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr>{_text_body(size, colour, bold=True)}</c:txPr>"
        f'<c:dLblPos val="{place}"/>{_flags(value=True)}</c:dLbl>'
    )


def _flags(*, value: bool) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _error_bars(one: NativeSeries) -> str:
    """The interval of each point. In a bar or line chart they can only stand upright along the value axis."""
    if one.below is None or one.above is None:
        return ""
    direction = "" if one.kind is Kind.BAR else '<c:errDir val="y"/>'
    return (
        f'<c:errBars>{direction}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{_numbers(one.above)}</c:plus><c:minus>{_numbers(one.below)}</c:minus>"
        f"<c:spPr>{_stroke(one.colour, 1.5)}</c:spPr></c:errBars>"
    )


def _numbers(column: Column) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>'
        for place, value in enumerate(column.values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{column.cells}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(column.values)}"/>{points}</c:numCache></c:numRef>'
    )


def _texts(categories: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{escape(text)}</c:v></c:pt>' for i, text in enumerate(categories))
    return (
        f"<c:strRef><c:f>Sheet1!$A$2:$A${len(categories) + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{len(categories)}"/>{points}</c:strCache></c:strRef>'
    )


def _category_axes(chart: NativeChart) -> str:
    """Categories run down a horizontal chart in reading order, so its values are written at the far end."""
    across, turned = chart.horizontal, _SLANT if chart.slanted else 0
    category = (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{"maxMin" if across else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if across else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{_stroke(GREY, 1)}</c:spPr><c:txPr>{_text_body(chart.size, turned=turned)}</c:txPr>"
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )
    return category + _value_axis(
        chart.values, 2, 1, "b" if across else "l", chart.size, crosses="max" if across else "autoZero", between=True
    )


def _scatter_axes(chart: NativeChart) -> str:
    assert chart.across is not None
    return _value_axis(chart.across, 1, 2, "b", chart.size, grid=False) + _value_axis(
        chart.values, 2, 1, "l", chart.size
    )


def _value_axis(
    axis: ValueAxis,
    own: int,
    other: int,
    place: str,
    size: int,
    *,
    crosses: str = "autoZero",
    between: bool = False,
    grid: bool = True,
) -> str:
    ends = "".join(f'<c:{n} val="{v!r}"/>' for n, v in (("max", axis.high), ("min", axis.low)) if v is not None)
    lines = f"<c:majorGridlines><c:spPr>{_stroke(GRID, 0.75)}</c:spPr></c:majorGridlines>" if grid else ""
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>{ends}</c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{place}"/>{lines}{_title(axis.title, size)}'
        f'<c:numFmt formatCode="{escape(axis.number_format)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{_stroke(GREY, 1)}</c:spPr><c:txPr>{_text_body(size)}</c:txPr>"
        f'<c:crossAx val="{other}"/><c:crosses val="{crosses}"/>'
        f'<c:crossBetween val="{"between" if between else "midCat"}"/></c:valAx>'
    )


def _title(text: str, size: int, *, bold: bool = False) -> str:
    """Lines of a title as paragraphs of their own, the first one bold."""
    if not text:
        return ""
    lines = [(f'sz="{size * 100}" b="{int(bold and not i)}"', escape(line)) for i, line in enumerate(text.split("\n"))]
    paragraphs = "".join(
        f'<a:p><a:pPr><a:defRPr {look}/></a:pPr><a:r><a:rPr lang="id-ID" {look}/><a:t>{line}</a:t></a:r></a:p>'
        for look, line in lines
    )
    place = '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/>'
    place = f"{place}</c:manualLayout></c:layout>" if bold else ""
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>{paragraphs}</c:rich></c:tx>{place}"
        '<c:overlay val="0"/></c:title>'
    )


def _legend(chart: NativeChart) -> str:
    if not chart.legend:
        return ""
    hidden = "".join(f'<c:legendEntry><c:idx val="{i}"/><c:delete val="1"/></c:legendEntry>' for i in chart.unnamed)
    high = _legend_height(chart) / chart.height
    return (
        f'<c:legend><c:legendPos val="b"/>{hidden}{_layout(0.0, 1 - high, 1.0, high)}<c:overlay val="0"/>'
        f"<c:txPr>{_text_body(chart.legend_size)}</c:txPr></c:legend>"
    )


def _plot(chart: NativeChart) -> tuple[float, float, float, float]:
    """Left, top, width and height of the plot with its axes, as shares of the chart: below the title, above the legend.

    Said outright, since programs disagree on how much a title or a legend of several lines leaves over.
    """
    lines = chart.title.split("\n") if chart.title else []
    above = sum(height(line, chart.size, chart.width * 0.8, bold=not i) for i, line in enumerate(lines)) + _GAP
    below = _legend_height(chart) + _GAP if chart.legend else 0.0
    return 0.0, above / chart.height, 0.98, (chart.height - above - below) / chart.height


def _legend_height(chart: NativeChart) -> float:
    """In points: one line where all names stand side by side, else one for each name, or more where it is long."""
    names = [one.values.name for place, one in enumerate(chart.series) if place not in chart.unnamed]
    if sum(width(name, chart.legend_size) + _KEY for name in names) <= chart.width:
        return chart.legend_size * LINE_HEIGHT + _GAP
    return sum(height(name, chart.legend_size, 0.88 * chart.width - _KEY) for name in names) + _GAP


def _layout(left: float, top: float, wide: float, high: float) -> str:
    sides = "".join(
        f'<c:{side} val="{share:.4f}"/>' for side, share in zip("xywh", (left, top, wide, high), strict=True)
    )
    return f'<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>{sides}</c:manualLayout></c:layout>'


def _text_body(size: int, colour: str = "17292B", *, bold: bool = False, turned: int | None = None) -> str:
    body = "<a:bodyPr/>" if turned is None else f'<a:bodyPr rot="{turned}" vert="horz"/>'
    return (
        f'{body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size * 100}" b="{int(bold)}">{_fill(colour)}'
        f'<a:latin typeface="{FONT}"/></a:defRPr></a:pPr><a:endParaRPr lang="id-ID"/></a:p>'
    )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _stroke(colour: str, width: float, dash: str = "solid") -> str:
    return f'<a:ln w="{round(width * 12700)}" cap="rnd">{_fill(colour)}<a:prstDash val="{dash}"/><a:round/></a:ln>'
