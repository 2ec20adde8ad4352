"""In which order the elements of a presentation stand (ECMA-376, 5th edition, part 1).

Whole sequences of the complex types that our slides use, also of children that we do not write, from the schemas of
annex A: `dml-chart.xsd` (chapter 21.2), `dml-main.xsd` (20.1, 21.1) and `pml.xsd` (19.3). Children of one group may
stand in any order among themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Group = tuple[str, ...]

_FILLS: Group = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_TEXT = "bodyPr lstStyle p"
_AXIS = (
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr "
    "txPr crossAx crosses crossesAt"
)
_FLAGS = (
    "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator "
    "showLeaderLines leaderLines extLst"
)
_SHAPE: list[Group] = [
    ("xfrm",), ("custGeom", "prstGeom"), _FILLS, ("ln",), ("effectLst", "effectDag"), ("scene3d",), ("sp3d",),
    ("extLst",),
]  # fmt: skip
_RUN: list[Group] = [
    ("ln",), _FILLS, ("effectLst", "effectDag"), ("highlight",), ("uLnTx", "uLn"), ("uFillTx", "uFill"), ("latin",),
    ("ea",), ("cs",), ("sym",), ("hlinkClick",), ("hlinkMouseOver",), ("rtl",), ("extLst",),
]  # fmt: skip


def _each(names: str) -> list[Group]:
    return [(name,) for name in names.split()]


# By prefix and name of the parent. A series is of three types, told by the chart that it stands in.
ORDER: dict[str, list[Group]] = {
    "c:chartSpace": _each(
        "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData "
        "printSettings userShapes extLst"
    ),
    "c:chart": _each(
        "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly "
        "dispBlanksAs extLst"
    ),
    "c:plotArea": [
        ("layout",), ("barChart", "lineChart", "scatterChart"), ("catAx", "valAx", "dateAx", "serAx"), ("dTable",),
        ("spPr",), ("extLst",),
    ],
    "c:barChart": _each("barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst"),
    "c:lineChart": _each("grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst"),
    "c:scatterChart": _each("scatterStyle varyColors ser dLbls axId extLst"),
    "c:barChart/ser": _each(
        "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape extLst"
    ),
    "c:lineChart/ser": _each("idx order tx spPr marker dPt dLbls trendline errBars cat val smooth extLst"),
    "c:scatterChart/ser": _each("idx order tx spPr marker dPt dLbls trendline errBars xVal yVal smooth extLst"),
    "c:marker": _each("symbol size spPr extLst"),
    "c:dPt": _each("idx invertIfNegative marker bubble3D explosion spPr pictureOptions extLst"),
    "c:dLbls": _each(f"dLbl delete {_FLAGS}"),
    "c:dLbl": _each(f"idx delete layout tx {_FLAGS}"),
    "c:errBars": _each("errDir errBarType errValType noEndCap plus minus val spPr extLst"),
    "c:catAx": _each(f"{_AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst"),
    "c:valAx": _each(f"{_AXIS} crossBetween majorUnit minorUnit dispUnits extLst"),
    "c:scaling": _each("logBase orientation max min extLst"),
    "c:title": _each("tx layout overlay spPr txPr extLst"),
    "c:legend": _each("legendPos legendEntry layout overlay spPr txPr extLst"),
    "c:legendEntry": _each("idx delete txPr extLst"),
    "c:manualLayout": _each("layoutTarget xMode yMode wMode hMode x y w h extLst"),
    "c:numRef": _each("f numCache extLst"),
    "c:numCache": _each("formatCode ptCount pt extLst"),
    "c:strRef": _each("f strCache extLst"),
    "c:strCache": _each("ptCount pt extLst"),
    "c:rich": _each(_TEXT),
    "c:txPr": _each(_TEXT),
    "c:spPr": _SHAPE,
    "p:spPr": _SHAPE,
    "p:txBody": _each(_TEXT),
    "a:txBody": _each(_TEXT),
    "a:p": [("pPr",), ("r", "br", "fld"), ("endParaRPr",)],
    "a:pPr": [
        ("lnSpc",), ("spcBef",), ("spcAft",), ("buClrTx", "buClr"), ("buSzTx", "buSzPct", "buSzPts"),
        ("buFontTx", "buFont"), ("buNone", "buAutoNum", "buChar", "buBlip"), ("tabLst",), ("defRPr",), ("extLst",),
    ],
    "a:r": _each("rPr t"),
    "a:fld": _each("rPr pPr t"),
    "a:rPr": _RUN,
    "a:defRPr": _RUN,
    "a:endParaRPr": _RUN,
    "a:ln": [_FILLS, ("prstDash", "custDash"), ("round", "bevel", "miter"), ("headEnd",), ("tailEnd",), ("extLst",)],
    "a:pattFill": _each("fgClr bgClr"),
    "a:xfrm": _each("off ext chOff chExt"),
    "p:xfrm": _each("off ext"),
    "a:custGeom": _each("avLst gdLst ahLst cxnLst rect pathLst"),
    "a:path": [("close", "moveTo", "lnTo", "arcTo", "quadBezTo", "cubicBezTo")],
    "a:tbl": _each("tblPr tblGrid tr"),
    "a:tblPr": [_FILLS, ("effectLst", "effectDag"), ("tableStyle", "tableStyleId"), ("extLst",)],
    "a:tc": _each("txBody tcPr extLst"),
    "a:tcPr": [
        *_each("lnL lnR lnT lnB lnTlToBr lnBlToTr cell3D"), _FILLS, ("headers",), ("extLst",)
    ],
    "p:sld": _each("cSld clrMapOvr transition timing extLst"),
    "p:notes": _each("cSld clrMapOvr extLst"),
    "p:cSld": _each("bg spTree custDataLst controls extLst"),
    "p:spTree": [
        ("nvGrpSpPr",), ("grpSpPr",), ("sp", "grpSp", "graphicFrame", "cxnSp", "pic", "contentPart"), ("extLst",)
    ],
    "p:sp": _each("nvSpPr spPr style txBody extLst"),
    "p:nvSpPr": _each("cNvPr cNvSpPr nvPr"),
    "p:graphicFrame": _each("nvGraphicFramePr xfrm graphic extLst"),
    "p:nvGraphicFramePr": _each("cNvPr cNvGraphicFramePr nvPr"),
}  # fmt: skip

_PREFIXES = {"drawingml/2006/chart": "c", "drawingml/2006/main": "a", "presentationml/2006/main": "p"}


def kind_of(element: Any) -> str:
    """`c:valAx`, `c:barChart/ser`; of another namespace, its name alone."""
    namespace, _, name = element.tag.removeprefix("{").rpartition("}")
    prefix = next((short for end, short in _PREFIXES.items() if namespace.endswith(end)), "")
    if (prefix, name) == ("c", "ser"):
        return f"{kind_of(element.getparent())}/ser"
    return f"{prefix}:{name}" if prefix else name


def misplaced(root: Any) -> Iterator[str]:
    """What stands below an element where its schema does not allow it."""
    for element in root.iter("{*}*"):
        if groups := ORDER.get(kind_of(element)):
            places = {name: place for place, group in enumerate(groups) for name in group}
            names = [child.tag.rpartition("}")[2] for child in element]
            found = [places.get(name, -1) for name in names]
            if -1 in found or found != sorted(found):
                yield f"{kind_of(element)}: {' '.join(names)}"
