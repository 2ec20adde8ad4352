"""`pages`: the dashboard's pages with title and address."""

from __future__ import annotations

from argparse import Namespace

from indicators.commands import output
from indicators.screens import navigation
from indicators.wording import commands as say


def run(asked: Namespace) -> None:
    rows = [
        (section, page.title, navigation.address_of(page))
        for section, pages in navigation.MENU.items()
        for page in pages
    ]
    output.write(*output.as_table(say.PAGES_COLUMNS, rows))
