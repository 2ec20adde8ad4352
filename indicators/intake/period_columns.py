"""Every row gets a year and a month in plain numbers: from its columns, the title, the sheet's name, or a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from indicators.intake import when
from indicators.intake.part import Context, Part
from indicators.intake.periods import Moment, year_in
from indicators.intake.problems import blocking
from indicators.intake.questions import Question
from indicators.intake.tables import Asked, Row, RowNumber
from indicators.wording import reading as say
from indicators.wording.numbers import MISSING, MONTHS

YEARS_OFFERED = 3


def fill_period(part: Part, titles: Sequence[Row], sheet: str, context: Context) -> None:
    """Columns `tahun` and `bulan` in plain numbers, from wherever the file says them; asked where it says nothing."""
    _from_columns(part)
    roles = part.roles()
    wanted = [
        role for role in (("tahun", "bulan") if context.dataset.period == "month" else ("tahun",)) if role not in roles
    ]
    if not wanted:
        return
    if "bulan" in wanted and (found := when.counts_on(titles)):
        row, span = found
        part.problems.append(blocking(say.counts_on(*span[1:]), row=RowNumber(row.number, sheet=part.sheet)))
        return
    titled, source = when.moment_of_titles(titles)
    named = when.moment_of_name(sheet)
    for role in wanted:
        field_ = "year" if role == "tahun" else "month"
        own, other = getattr(named, field_), getattr(titled, field_)
        id_ = f"period/{role}/{part.sheet}".rstrip("/")
        asked = "" if own or other else context.asking.ask(_period_question(id_, role, part, context))
        if asked is None:
            part.add_column(role, lambda _: Asked(MISSING), stands_for=None)
            continue
        value = own or other or int(asked)
        if own and other and own != other:
            sentence = say.title_and_sheet_differ(role)
            part.problems.append(blocking(sentence, row=RowNumber(source.number if source else 1, sheet=part.sheet)))
        if own or other:
            shown = str(value) if role == "tahun" else MONTHS[value - 1]
            part.facts.append(say.period_from_sheet(role, shown) if own else say.period_from_title(role, shown))
        part.add_column(role, _always(str(value)), stands_for=None)


def _period_question(id_: str, role: str, part: Part, context: Context) -> Question:
    """The likeliest first: the year under way, and the month before this one."""
    if role == "tahun":
        years = [context.today.year - back for back in range(YEARS_OFFERED)]
        return Question(id_, say.ASK_YEAR, tuple((str(y), str(y)) for y in years), sheet=part.sheet)
    months = [(context.today.month - 2 - back) % 12 + 1 for back in range(12)]
    return Question(id_, say.ASK_MONTH, tuple((str(m), MONTHS[m - 1]) for m in months), sheet=part.sheet)


def _always(value: str) -> Callable[[Row], str]:
    return lambda _: value


def _from_columns(part: Part) -> None:
    """Month names, dates and serial dates of the period columns as plain numbers; what is unclear stays as it is."""
    roles = part.roles()
    source = "bulan" if "bulan" in roles else "periode"
    if source not in roles:
        return
    column, written = roles[source], part.header[roles[source]]
    cells = list(dict.fromkeys(line.row.cell(column) for line in (*part.lines, *part.totals)))
    if all(cell.isdigit() and len(cell) < 3 for cell in cells):
        return
    month_first = when.month_first(cells)
    if month_first is None:
        part.problems.append(blocking(say.DATES_DIFFER, column=written))
        return
    if month_first:
        part.facts.append(say.month_first(written))
    moments = when.year_and_month(cells, month_first=month_first)
    if "tahun" in roles:
        _compare_years(part, roles["tahun"], column, moments, written)
    elif any(moment.year for moment in moments.values()):
        years = {cell: str(moment.year or "") for cell, moment in moments.items()}
        part.add_column("tahun", lambda row: years.get(row.cell(column), row.cell(column)), stands_for=written)
    months = {cell: str(moment.month) for cell, moment in moments.items()}
    if source == "periode":
        part.add_column("bulan", lambda row: months.get(row.cell(column), row.cell(column)), stands_for=written)
    else:
        part.replace(column, lambda cell: months.get(cell, cell))


def _compare_years(part: Part, year: int, month: int, moments: dict[str, Moment], written: str) -> None:
    for line in part.lines:
        moment, stated = moments.get(line.row.cell(month)), year_in(line.row.cell(year))
        if moment and moment.year and isinstance(stated, int) and stated != moment.year:
            part.problems.append(blocking(say.years_differ(moment.year, stated), row=line.row.number, column=written))
