"""The page around the app: in Bahasa Indonesia, closed to other hosts, and still Streamlit's."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.file_util import get_static_dir

from indicators.screens import shell
from indicators.wording import server as wording

ORIGINAL = shell.streamlit_page().decode()
OURS = shell.page_in_bahasa(shell.streamlit_page()).decode()
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@cache
def streamlits_script() -> str:
    return "\n".join(path.read_text() for path in Path(get_static_dir()).glob("static/js/*.js"))


def test_the_page_is_in_bahasa_indonesia() -> None:
    assert '<html lang="id">' in OURS
    assert f"<title>{wording.TITLE}</title>" in OURS
    assert f'<meta name="description" content="{wording.DESCRIPTION}" />' in OURS
    assert f"<noscript><p>{wording.NO_SCRIPT}</p></noscript>" in OURS
    for gone in ('lang="en"', "<title>Streamlit</title>", "You need to enable", "service-desc", "SourceSans"):
        assert gone in ORIGINAL, f"Streamlit's page no longer has {gone}"
        assert gone not in OURS


def test_streamlits_own_script_and_style_stay() -> None:
    for kept in re.findall(r'<script type="module"[^>]*></script>|<link rel="stylesheet"[^>]*>', ORIGINAL):
        assert kept in OURS
    assert '<div id="root"></div>' in OURS


def test_every_local_file_the_page_names_exists() -> None:
    named = re.findall(r'(?:href|src)="\./app/static/([^"]+)"', OURS)
    assert {"icon.png", "bahasa.js", "fonts/plus-jakarta-sans-latin.woff2"} <= set(named)
    for name in named:
        assert (Path("static") / name).is_file()


def test_the_chart_library_loaded_ahead_is_the_one_that_streamlit_asks_for() -> None:
    found = re.findall(r'import\("\./static/js/([^"]+)"\)', OURS)
    assert len(found) == 1
    assert (Path(get_static_dir()) / "static/js" / found[0]).is_file()
    assert f"./{found[0]}" in (Path(get_static_dir()) / "static/js" / _main_script()).read_text()


def _main_script() -> str:
    found = re.search(r'<script type="module"[^>]*src="\./static/js/([^"]+)"', ORIGINAL)
    assert found is not None
    return found[1]


def test_the_phrases_reach_the_page_unharmed() -> None:
    found = re.search(r'<script type="application/json" id="bahasa">(.*?)</script>', OURS)
    assert found is not None
    assert json.loads(found[1]) == {"phrases": wording.PHRASES, "patterns": wording.PATTERNS}


@pytest.mark.parametrize("phrase", wording.PHRASES)
def test_a_translated_phrase_is_one_that_streamlit_says(phrase: str) -> None:
    assert any(f"{quote}{phrase}" in streamlits_script() for quote in "`'\"")


def test_no_translation_would_be_translated_again() -> None:
    for words in wording.PHRASES.values():
        assert words not in wording.PHRASES
        assert not any(re.match(pattern, words) for pattern in wording.PATTERNS)


CHANGING = [
    ("25MB per file", "Paling besar 25MB per berkas"),
    ("File must be 25.0MB or smaller.", "Berkas lebih besar dari 25.0MB. Pecah per tahun, lalu unggah satu per satu."),
    ("image/png files are not allowed.", "Jenis berkas image/png tidak diterima."),
    ("Press Enter to apply", "Tekan Enter untuk menerapkan"),
    ("Press Ctrl+Enter to submit form", "Tekan Ctrl+Enter untuk mengirim"),
    ("Cancel upload of a.csv", "Batalkan unggahan a.csv"),
    ("Remove a.csv", "Hapus a.csv"),
    ("View 3 more", "Lihat 3 lainnya"),
    (
        "You can only select up to 1 option. Remove an option first.",
        "Paling banyak 1 pilihan. Hapus salah satu lebih dahulu.",
    ),
    (
        "You have requested page /x, but no corresponding file was found in the app's pages/ directory. "
        "Running the app's main page.",
        "Halaman /x tidak ada. Halaman utama ditampilkan.",
    ),
    (
        "The page that you have requested does not seem to exist. Running the app's main page.",
        "Halaman itu tidak ada. Halaman utama ditampilkan.",
    ),
    ("Connection failed with status 502.", "Server menjawab dengan galat 502."),
]  # fmt: skip


def in_bahasa(text: str) -> list[str]:
    return [
        re.sub(pattern, words.replace("$1", r"\1"), text)
        for pattern, words in wording.PATTERNS.items()
        if re.search(pattern, text)
    ]


@pytest.mark.parametrize(("english", "bahasa"), CHANGING)
def test_a_phrase_with_a_changing_part_is_translated_around_it(english: str, bahasa: str) -> None:
    assert in_bahasa(english) == [bahasa]


def test_every_pattern_has_an_example_here() -> None:
    for pattern in wording.PATTERNS:
        assert any(re.search(pattern, english) for english, _ in CHANGING), pattern


# The middleware


def client() -> TestClient:
    async def index(request: Request) -> Response:
        return FileResponse(Path(get_static_dir()) / "index.html")

    async def other_page(request: Request) -> Response:
        return HTMLResponse('<html lang="en">laporan</html>')

    async def same_length(request: Request) -> Response:
        return HTMLResponse("x" * len(ORIGINAL.encode()))

    async def data(request: Request) -> Response:
        return JSONResponse({"encoding": request.headers.get("accept-encoding")})

    routes = [
        Route("/", index),
        Route("/peta", index),
        Route("/laporan", other_page),
        Route("/sama", same_length),
        Route("/data", data),
    ]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(shell.PageInBahasa)]))


@pytest.mark.parametrize("path", ["/", "/peta"])
def test_every_path_of_the_app_gets_our_page_and_its_policy(path: str) -> None:
    answer = client().get(path, headers=BROWSER)
    assert answer.text == OURS
    assert answer.headers["content-length"] == str(len(OURS.encode()))
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert "etag" not in answer.headers


def test_a_copy_of_streamlits_page_kept_by_the_browser_is_not_confirmed() -> None:
    kept = client().get("/", headers={"Accept": "*/*"}).headers["etag"]
    answer = client().get("/", headers={**BROWSER, "If-None-Match": kept})
    assert (answer.status_code, answer.text) == (200, OURS)


def test_other_pages_pass_unchanged() -> None:
    assert client().get("/laporan", headers=BROWSER).text == '<html lang="en">laporan</html>'
    assert set(client().get("/sama", headers=BROWSER).text) == {"x"}


def test_requests_that_ask_for_no_page_are_left_alone() -> None:
    answer = client().get("/data", headers={"Accept": "application/json", "Accept-Encoding": "gzip"})
    assert answer.json() == {"encoding": "gzip"}
