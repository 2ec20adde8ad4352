"""The pages and their order in the menu: one list, which the router and the command line both read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from indicators.access import Right
from indicators.wording import pages as say


@dataclass(frozen=True)
class Page:
    """One page: its file, its address in the browser, and its title, which is found by the file's name.

    right: what one must be allowed to do in the chosen kabupaten to find it in the menu and to open it; a page of
    staff names one, the others are for everyone who may look at all.
    """

    file: str
    url_path: str
    right: Right | None = None

    @property
    def name(self) -> str:
        return PurePosixPath(self.file).stem

    @property
    def title(self) -> str:
        return say.PAGES[self.name][0]


HOME = Page("pages/overview/summary.py", "ringkasan")

MENU: dict[str, tuple[Page, ...]] = {
    say.SECTION_OVERVIEW: (
        HOME,
        Page("pages/overview/map.py", "peta"),
        Page("pages/overview/scorecard.py", "papan"),
        Page("pages/overview/area_profile.py", "profil"),
    ),
    say.SECTION_TOPICS: (
        Page("pages/topics/mortality.py", "kematian"),
        Page("pages/topics/stunting.py", "stunting"),
        Page("pages/topics/minimum_service.py", "spm"),
        Page("pages/topics/innovation.py", "inovasi"),
        Page("pages/topics/programmes.py", "program"),
        Page("pages/topics/indicator.py", "indikator"),
    ),
    say.SECTION_MEETING: (
        Page("pages/meeting/presentation.py", "paparan"),
        Page("pages/meeting/actions.py", "tindak-lanjut"),
    ),
    say.SECTION_STAFF: (
        Page("pages/staff/upload.py", "unggah", right="upload"),
        Page("pages/staff/entry.py", "isi", right="upload"),
        Page("pages/staff/registry.py", "kelola-inovasi", right="innovations"),
        Page("pages/staff/minimum_service_elements.py", "kelola-spm", right="elements"),
        Page("pages/staff/records.py", "kelola-rapat", right="record"),
        Page("pages/staff/history.py", "riwayat", right="send"),
        Page("pages/staff/reporting.py", "kelengkapan", right="view"),
        Page("pages/staff/quality.py", "mutu", right="view"),
        Page("pages/staff/areas.py", "wilayah", right="view"),
        Page("pages/staff/users.py", "pengguna", right="administer"),
    ),
    say.SECTION_HELP: (Page("pages/help/guide.py", "panduan"),),
}


def address_of(page: Page) -> str:
    """The path in the browser's address; the first page is at the root."""
    return "/" if page == HOME else f"/{page.url_path}"
