"""Run by a test as a process of its own, since the catalogue and the areas are read once a process.

Opens every page and every part of it as an admin of one kabupaten, sends one file, and prints as JSON what was seen.
Argument: the kabupaten's code. KPI_DATA and KPI_WAREHOUSE name what is opened.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator

from indicators import access, intake, warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.screens import sign_in
from indicators.vocabulary import Mode, Period
from indicators.wording import topics, upload
from tests.pages.conftest import Reader, every_page


def told(seen: Reader, page: str, part: str = "") -> dict[str, object]:
    return {"page": page, "part": part, "failed": seen.failed, "text": seen.said}


def every_part(visitor: Reader) -> Iterator[dict[str, object]]:
    """One visitor goes through the menu, and on each page through its parts."""
    for page in every_page():
        yield told(visitor.open(page.name), page.name)
        for part in list(topics.VIEWS.get(page.name, ()))[1:]:
            visitor.at.segmented_control("bagian_buttons").set_value(part).run()
            yield told(visitor, page.name, part)


def send_births(code: str) -> None:
    """One report by the template and the page Unggah, published."""
    here, dataset = all_kabupaten()[code], catalogue().datasets["births"]
    month = Period.month(2026, 10)
    lines = intake.template(dataset, here, period=month, format="csv").decode("utf-8-sig").splitlines()
    header = lines[0].split(";")
    values = {"lahir_hidup": "41", "lahir_mati": "0"}
    row = [values.get(name, cell) for name, cell in zip(header, lines[1].split(";"), strict=True)]
    staff = Reader(kabupaten=code, set_data="births").open("upload")
    content = "\n".join([lines[0], ";".join(row)]).encode()
    staff.at.file_uploader[0].set_value(("kelahiran.csv", content, "text/csv")).run()
    for field in [field for field in staff.at.text_input if (field.key or "").startswith("reason-")]:
        field.input("sudah dicocokkan")
    staff.press(upload.PUBLISH)
    assert staff.failed == [], staff.failed
    assert warehouse.current_version() > 0, staff.text


def main(code: str) -> None:
    os.environ[sign_in.SERVED] = "1"
    admin = access.Account("ani", "Ani", access.Role("admin"), access.EVERY_KABUPATEN, ())
    access.account_of = lambda token: admin
    visitor = Reader(kabupaten=code)
    seen = list(every_part(visitor))
    send_births(code)
    after = told(visitor.open("summary"), "summary")
    warehouse.switch_mode(code, Mode.OFFICIAL, by="ani")
    official = told(visitor.open("summary"), "summary")
    other = next(other for other in all_kabupaten() if other != code)
    visitor.choose("kabupaten", other)
    json.dump(
        {
            "seen": seen,
            "after_publishing": after,
            "official": official,
            "switched": told(visitor, "summary"),
            "version": warehouse.current_version(),
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main(sys.argv[1])
