"""One entry of a list as a form: a widget a column, which gives what a file would hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

import streamlit as st

from indicators import warehouse
from indicators.catalogue import Column, Dataset, catalogue
from indicators.screens import html
from indicators.warehouse import list_words
from indicators.wording import lists as say

_EARLIEST = date(2000, 1, 1)


def cells(
    dataset: Dataset, fields: list_words.Fields, words: warehouse.Words, *, key: str, only: Collection[str] = ()
) -> dict[str, str]:
    """A widget a column, two beside each other; column id -> what the file will hold. only: of these columns alone."""
    found: dict[str, str] = {}
    places: Iterator[Any] = iter(())
    for id_, column in dataset.columns.items():
        if only and id_ not in only:
            continue
        if column.type == "identifier":
            found[id_] = str(fields.get(id_, ""))
            if found[id_]:
                st.html(f'<p class="hint">{html.text(column.label)}: {html.text(found[id_])}</p>')
            continue
        place = st if column.long else next(places, None)
        if place is None:
            places = iter(st.columns(2))
            place = next(places)
        found[id_] = _widget(place, column, fields.get(id_), words, key=f"{dataset.id}/{key}/{id_}")
    return found


def _widget(place: Any, column: Column, value: Any, words: warehouse.Words, *, key: str) -> str:
    """The text of one cell, typed or chosen."""
    label = f"{column.label} *" if column.required else column.label
    given = {"key": key, "help": column.help or None}
    options = words.options(column) or _numbers(column)
    if options and column.several:
        held = [one for one in value or [] if one in options]
        return list_words.BETWEEN.join(
            place.multiselect(label, list(options), default=held, format_func=options.get, placeholder="", **given)
        )
    if options:
        ids = ["", *options]
        index = ids.index(str(value)) if str(value) in options else 0
        return str(
            place.selectbox(
                label, ids, index=index, format_func=lambda i: options.get(i, column.blank or say.BLANK), **given
            )
        )
    if column.type == "day":
        day = date.fromisoformat(value) if value else None
        found = place.date_input(label, value=day, min_value=_EARLIEST, format="DD/MM/YYYY", **given)
        return found.isoformat() if isinstance(found, date) else ""
    if column.type == "whole" and not column.several:
        number = place.number_input(
            label, value=value, min_value=column.least, max_value=column.most, step=1, format="%d", **given
        )
        return "" if number is None else str(number)
    kind = place.text_area if column.long else place.text_input
    return str(kind(label, value=words.cell(column, value), **given)).strip()


def _numbers(column: Column) -> dict[str, str]:
    """Of a maturity indicator its number and name, by the newest guideline."""
    if column.type != "maturity":
        return {}
    newest = list(catalogue().guidelines.values())[-1]
    return {str(number): f"{number}. {indicator.label}" for number, indicator in newest.indicators.items()}
