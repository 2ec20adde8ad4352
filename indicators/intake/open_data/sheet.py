"""One sheet of an export: which dataset it is, where its numbers stand, and of what unit, area and period each is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePath

from indicators.areas import Area, Kabupaten
from indicators.catalogue import Catalogue, Portal, PortalEntry
from indicators.intake.headers import PUBLISHED_ROLES, comparable
from indicators.intake.open_data.exported import Cell, Export
from indicators.intake.open_data.grid import UNIT, Grid, is_number
from indicators.intake.open_data.titles import Titles
from indicators.intake.open_data.years import When, period_of, when_in, years_in
from indicators.intake.places import Places
from indicators.intake.problems import blocking, notice
from indicators.intake.published import area_code
from indicators.intake.questions import Asking, Question
from indicators.intake.tables import Row, RowNumber, Sheet
from indicators.wording import open_data as say
from indicators.wording import reading as say_reading
from indicators.wording.intake import Sentence

_SUM = re.compile(r"(grand )?(jumlah|total|jml)( (kab|kabupaten|seluruh|keseluruhan|semua|akhir)\b.*)?")
_AVERAGE = re.compile(r"(rata ?-? ?rata|rerata)\b.*")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")

_Dated = tuple[Row, Mapping[int, When]]


class Reading:
    """Reads one sheet's table; problems and facts go to the export."""

    def __init__(
        self,
        sheet: Sheet,
        grid: Grid,
        export: Export,
        *,
        portal: Portal,
        titles: Titles,
        kabupaten: Kabupaten,
        entries: Catalogue,
        today: date,
        asking: Asking,
        sheet_name: str,
        file_name: str,
    ) -> None:
        self._sheet, self._grid, self._export = sheet, grid, export
        self._portal, self._titles, self._kabupaten, self._entries = portal, titles, kabupaten, entries
        self._today, self._asking, self._name, self._file = today, asking, sheet_name, file_name
        self._places = Places(kabupaten, asking)
        self._unit_above = _unit_above(grid)
        self._skipped: list[int] = []
        self._notes: list[int] = []
        self._other: list[int] = []

    def cells(self) -> list[Cell]:
        grid = self._grid
        base = self._entry_of_sheet()
        if base is None:
            return []
        if grid.unnamed:
            self._wrong(say.UNNAMED_COLUMN, grid.header_row)
            return []
        columns = self._value_columns(base)
        self._say_columns(columns)
        rows = list(self._rows(columns)) if columns else []
        filled = [when.year for row, whens in rows for c, when in whens.items() if is_number(row.cell(c))]
        newest = max(filled, default=self._today.year)
        rows = self._chosen_rows(rows, base)
        found: list[Cell] = []
        for row, whens in rows:
            found += self._cells_of(row, whens, columns, base, newest)
        self._say_rows()
        return found

    # Which dataset

    def _entry_of_sheet(self) -> str | None:
        """The entry of the whole sheet, `` where rows or columns name theirs; None, and said or asked, if unknown."""
        grid, titles = self._grid, self._titles
        filled = [[cell for cell in row.cells if cell] for row in grid.titles]
        above = [text for cells in filled for text in (*cells, " ".join(cells))]
        headers = [grid.header[c] for c in grid.values]
        rows = [row.cell(grid.label) for row in grid.rows] if grid.label is not None else []
        for texts, where in (
            (above, say.FROM_TITLE),
            ([self._sheet.name], say.FROM_SHEET),
            (headers, say.FROM_COLUMN),
            (rows, say.FROM_ROWS),
            ([PurePath(self._file).stem], say.FROM_NAME),
        ):
            named = titles.named(texts)
            by_part = where in (say.FROM_COLUMN, say.FROM_ROWS)
            if named.entries and (by_part or (len(named.entries) == 1 and not named.refused)):
                known = ", ".join(self._portal.entries[id_].titles[0] for id_ in named.entries)
                self._fact(say.taken_for(known, where))
                return "" if by_part else named.entries[0]
            if named.refused:
                title = named.refused[0]
                self._wrong(say.not_imported(title, self._portal.not_imported[title]), None)
                return None
            if named.entries:
                break
        options = ((id_, entry.titles[0]) for id_, entry in self._portal.entries.items())
        question = Question(
            id=f"open_data/entry/{self._name}".rstrip("/"),
            text=say.ASK_ENTRY,
            options=(*options, (say.NONE, say.NONE_OF_THEM)),
            hint=say.ASK_ENTRY_HINT,
            sheet=self._name,
        )
        answer = self._asking.ask(question)
        if answer == say.NONE:
            self._wrong(say.unknown_title(self._portal.name), None)
            return None
        if answer:
            self._fact(say.taken_for(self._portal.entries[answer].titles[0], say.FROM_ANSWER))
        return answer

    # Where its numbers stand

    def _value_columns(self, base: str) -> dict[int, str]:
        """Column -> entry that its header names, `` for the one of the row or sheet."""
        grid = self._grid
        if grid.across:
            self._unused(grid.values)
            return dict.fromkeys(grid.across, "")
        refused = [c for c in grid.values if self._titles.refused(grid.header[c])]
        candidates = [c for c in grid.values if c not in refused]
        named = {c: id_ for c in candidates if (id_ := self._titles.entry(grid.header[c]))}
        if base in named.values():
            named = {c: id_ for c, id_ in named.items() if id_ == base}
        if named:
            self._unused([c for c in grid.values if c not in named])
            return named
        if len(candidates) > 1:
            ordered = sorted(candidates, key=lambda c: comparable(grid.header[c]) not in ("jumlah", "total", "nilai"))
            options = tuple((str(c), grid.header[c]) for c in ordered)
            id_ = f"open_data/column/{self._name}".rstrip("/")
            question = Question(id_, say.ASK_COLUMN, options, hint=say.ASK_COLUMN_HINT, sheet=self._name)
            answer = self._asking.ask(question)
            if answer is None:
                return {}
            candidates = [int(answer)]
        if not candidates:
            self._wrong(say.NO_VALUE_COLUMN, grid.header_row)
        self._unused([c for c in grid.values if c not in candidates])
        return dict.fromkeys(candidates, "")

    def _when_of_titles(self) -> When | None:
        """The one period that the titles name, where all their years are one."""
        texts = [" ".join(c for c in row.cells if c) for row in self._grid.titles]
        years = frozenset[int]().union(*map(years_in, texts))
        if len(years) != 1:
            return None
        parts = [when for text in texts if (when := when_in(text, today=self._today))]
        return parts[0] if parts else when_in(str(*years), today=self._today)

    def _when(self, row: Row) -> When | None:
        """The period of a row: its year, or the month or quarter of it that stands beside."""
        grid = self._grid
        year = row.cell(grid.year) if grid.year is not None else ""
        if grid.part is None or not (part := row.cell(grid.part)):
            return when_in(year, today=self._today)
        texts = (f"{part} {year}", f"{grid.header[grid.part]} {part} {year}")
        return next((when for text in texts if (when := when_in(text, today=self._today))), None)

    def _rows(self, columns: Collection[int]) -> Iterator[_Dated]:
        """Rows with a number, and the period of each value column."""
        grid = self._grid
        single = None if grid.across or grid.year is not None else self._when_of_titles()
        if not grid.across and grid.year is None and single is None:
            self._wrong(say.NO_YEAR, grid.header_row)
            return
        down = grid.rows if grid.year is not None else ()
        years = {when for row in down if (when := self._when(row))}
        for row in grid.rows:
            if not any(row.cell(c) for c in columns):
                self._notes.append(row.number)
                continue
            texts = [cell.casefold() for cell in row.cells if cell and not is_number(cell)]
            is_sum = any(map(_SUM.fullmatch, texts))
            if any(map(_AVERAGE.fullmatch, texts)):
                self._skipped.append(row.number)
            elif grid.part is not None and grid.year is None:
                self._wrong(say.BAD_YEAR, row.number, grid.header[grid.part])
            elif grid.across:
                yield row, grid.across
            elif grid.year is None:
                yield row, dict.fromkeys(columns, single or When(0))
            else:
                when = self._when(row)
                if when is None and is_sum and len(years) == 1 and grid.area is not None:
                    when = next(iter(years))
                if when is not None:
                    yield row, dict.fromkeys(columns, when)
                elif is_sum:
                    self._skipped.append(row.number)
                else:
                    self._wrong(say.BAD_YEAR, row.number, grid.header[grid.year])

    def _chosen_rows(self, rows: list[_Dated], base: str) -> list[_Dated]:
        """Where a sheet has rows of parts (`Laki-laki`, `Perempuan`) and no kecamatan, the one that a person names."""
        grid, titles = self._grid, self._titles
        if grid.area is not None:
            return rows
        if grid.label is not None:
            label = grid.label
            entry_of = {row.number: titles.entry(row.cell(label)) for row, _ in rows}
            if any(entry_of.values()):
                named = [pair for pair in rows if (id_ := entry_of[pair[0].number]) and base in ("", id_)]
                kept = {row.number for row, _ in named}
                self._other += [number for number in entry_of if number not in kept]
                return named
        elif not grid.across:
            return rows
        by_label: dict[str, list[_Dated]] = {}
        for pair in rows:
            key = str(pair[0].number) if grid.label is None else comparable(pair[0].cell(grid.label))
            by_label.setdefault(key, []).append(pair)
        if len(by_label) < 2:
            return rows
        options = tuple((key, say.row_option(pairs[0][0].number)) for key, pairs in by_label.items())
        id_ = f"open_data/row/{self._name}".rstrip("/")
        answer = self._asking.ask(Question(id_, say.ASK_ROW, options, hint=say.ASK_ROW_HINT, sheet=self._name))
        if answer is None:
            return []
        self._other += [row.number for key, pairs in by_label.items() if key != answer for row, _ in pairs]
        return by_label[answer]

    # What each number is

    def _cells_of(
        self, row: Row, whens: Mapping[int, When], columns: Mapping[int, str], base: str, newest: int
    ) -> Iterator[Cell]:
        grid = self._grid
        own = (self._titles.entry(row.cell(grid.label)) if grid.label is not None else None) or ""
        place = self._area(row)
        if place is None:
            return
        area, is_sum = place
        for column, when in whens.items():
            if not row.cell(column):
                continue
            id_ = columns[column] or own or base
            if not id_:
                self._other.append(row.number)
                continue
            entry = self._portal.entries[id_]
            content = self._content(id_, entry, self._unit(row, column))
            period = period_of(when, entry, newest=newest, today=self._today, asking=self._asking)
            if content is None or period is None:
                continue
            yield Cell(self._numbered(row.number, column), row.cell(column), id_, content, area, period, is_sum)

    def _area(self, row: Row) -> tuple[str, bool] | None:
        """Code, and whether it is a sum of kecamatan; None where a question or a problem about it is open."""
        grid, here = self._grid, self._kabupaten
        if grid.area is None:
            return here.code, False
        text, header = row.cell(grid.area), grid.header[grid.area]
        if any(_SUM.fullmatch(cell.casefold()) for cell in row.cells):
            return here.code, True
        if code := area_code(text, here):
            return code, code == here.code
        if not text:
            self._wrong(say.BAD_AREA, row.number, header)
            return None
        found = self._places.kecamatan(text, row=RowNumber(row.number, sheet=self._name), column=header)
        if isinstance(found, Area):
            return found.code, False
        self._export.problems += found
        return None

    def _unit(self, row: Row, column: int) -> str:
        grid = self._grid
        own = row.cell(grid.unit) if grid.unit is not None else ""
        bracketed = _IN_BRACKETS.search(grid.header[column]) if not grid.across else None
        named = bool(self._titles.entry(grid.header[column]))
        return own or self._unit_above or (bracketed[1] if bracketed and not named else "")

    def _content(self, id_: str, entry: PortalEntry, unit: str) -> str | None:
        """`value` or `numerator`; None, and asked or said, where the unit leaves it open."""
        indicator = self._entries.indicators[entry.indicator]
        as_count = "numerator" if "numerator" in entry.contents else "value"
        written = _plain_unit(unit)
        if written in map(_plain_unit, entry.count_units):
            return as_count
        if written in map(_plain_unit, entry.value_units):
            return "value"
        if not written and len(entry.contents) == 1:
            return entry.contents[0]
        options = [("count", say.count_option(indicator.numerator_label))]
        if entry.value_units:
            options.insert(0, ("value", f"{indicator.label}, {indicator.unit}"))
        answer = self._asking.ask(
            Question(
                id=f"open_data/unit/{id_}/{'other' if written else 'blank'}",
                text=say.ask_unit(entry.titles[0], is_written=bool(written)),
                options=(*options, (say.NONE, say.NEITHER)),
                hint=say.ASK_UNIT_HINT,
            )
        )
        if answer == say.NONE:
            self._wrong(say.WRONG_UNIT, None)
        return {"value": "value", "count": as_count}.get(answer or "")

    # What is said

    def _numbered(self, number: int, column: int) -> RowNumber:
        grid = self._grid
        written: dict[str, str | None] = dict.fromkeys(PUBLISHED_ROLES)
        written["nilai"] = grid.header[column]
        written["tahun"] = grid.header[column] if grid.across else None if grid.year is None else grid.header[grid.year]
        written["kode_wilayah"] = None if grid.area is None else grid.header[grid.area]
        return RowNumber(number, sheet=self._name, columns=written)

    def _say_columns(self, columns: dict[int, str]) -> None:
        grid, taken = self._grid, self._export.columns
        for column, label in ((grid.year, say.YEAR_LABEL), (grid.area, say.AREA_LABEL), (grid.unit, say.UNIT_LABEL)):
            if column is not None and grid.header[column]:
                taken[grid.header[column]] = label
        for column in columns:
            taken[grid.header[column]] = say.VALUE_LABEL
        if grid.across:
            self._fact(say.years_across([when.year for when in grid.across.values()]))
        elif grid.year is not None:
            self._fact(say.YEARS_DOWN)
        elif when := self._when_of_titles():
            self._fact(say.year_from_title(when.year))

    def _say_rows(self) -> None:
        if self._skipped:
            self._fact(say.sums_skipped(self._skipped))
        if self._notes:
            self._fact(say.notes_skipped(self._notes))
        if self._other:
            self._export.problems.append(notice(say.rows_not_imported(self._other)))

    def _unused(self, columns: Sequence[int]) -> None:
        self._export.problems += [notice(say.COLUMN_UNUSED, column=self._grid.header[c]) for c in columns]

    def _fact(self, text: str) -> None:
        self._export.facts.append(say_reading.in_sheet(self._name, text))

    def _wrong(self, sentence: Sentence, row: int | None, column: str | None = None) -> None:
        problem = blocking(sentence, row=None if row is None else RowNumber(row, sheet=self._name), column=column)
        if problem not in self._export.problems:
            self._export.problems.append(problem)


def _unit_above(grid: Grid) -> str:
    """`Satuan: orang`, in one cell or two, above the table."""
    for row in grid.titles:
        cells = [cell for cell in row.cells if cell]
        for cell, after in zip(cells, [*cells[1:], ""], strict=True):
            name, colon, rest = cell.partition(":")
            if comparable(name) in UNIT:
                return rest.strip() if colon and rest.strip() else after.lstrip(": ")
    return ""


def _plain_unit(text: str) -> str:
    return " ".join(text.casefold().replace("/", " per ").split()).strip("() ")
