"""The pages and their order in the menu: one list, which the router and the command line both read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from indicators.wording import pages as say


@dataclass(frozen=True)
class Page:
    """One page: its file, its address in the browser, and its title, which is found by the file's name."""

    file: str
    url_path: str

    @property
    def title(self) -> str:
        return say.PAGES[PurePosixPath(self.file).stem][0]


HOME = Page("pages/overview/summary.py", "ringkasan")

MENU: dict[str, tuple[Page, ...]] = {
    say.SECTION_OVERVIEW: (
        HOME,
        Page("pages/overview/map.py", "peta"),
        Page("pages/overview/area_profile.py", "profil"),
    ),
    say.SECTION_TOPICS: (
        Page("pages/topics/mortality.py", "kematian"),
        Page("pages/topics/stunting.py", "stunting"),
        Page("pages/topics/innovation.py", "inovasi"),
    ),
    say.SECTION_STAFF: (
        Page("pages/staff/upload.py", "unggah"),
        Page("pages/staff/history.py", "riwayat"),
        Page("pages/staff/areas.py", "wilayah"),
    ),
    say.SECTION_HELP: (Page("pages/help/guide.py", "panduan"),),
}


def address_of(page: Page) -> str:
    """The path in the browser's address; the first page is at the root."""
    return "/" if page == HOME else f"/{page.url_path}"
