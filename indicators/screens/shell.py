"""The HTML page around the app: Streamlit's index.html, in Bahasa Indonesia and closed to other hosts."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir

from indicators.wording import server as wording

_FONT = "./app/static/fonts/plus-jakarta-sans-latin.woff2"
_CONDITIONAL = {b"if-none-match", b"if-modified-since", b"accept-encoding"}

# The browser itself refuses whatever a library would fetch from another host. Plotly and the frontend need
# inline styles and eval; ws: is named because older Safari does not count a websocket as 'self'.
_POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "media-src 'self' data: blob:",
        "connect-src 'self' ws: wss: data: blob:",
        "worker-src 'self' blob:",
        "frame-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    ]
)
_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def streamlit_page() -> bytes:
    """Streamlit's own index.html."""
    return (Path(get_static_dir()) / "index.html").read_bytes()


def page_in_bahasa(page: bytes) -> bytes:
    """Streamlit's page with its language, title, icon and fallback text replaced and the translation added.

    A part that Streamlit no longer has is left out, and the page still works; a test notices.
    """
    text = page.decode("utf-8")
    text = text.replace('<html lang="en">', '<html lang="id">', 1)
    text = text.replace("<title>Streamlit</title>", f"<title>{html.escape(wording.TITLE)}</title>", 1)
    text = text.replace('href="./favicon.png"', 'href="./app/static/icon.png"', 1)
    # Streamlit preloads the 170 kB font of its own theme, which ours does not use.
    text = re.sub(r'href="\./static/media/SourceSans[^"]*"', f'href="{_FONT}"', text, count=1)
    # The agent API is off.
    text = re.sub(r'<!--(?:(?!-->).)*?-->\s*<link rel="service-desc"[^>]*>', "", text, count=1, flags=re.DOTALL)
    text = re.sub(
        r"<noscript>.*?</noscript>",
        f"<noscript><p>{html.escape(wording.NO_SCRIPT)}</p></noscript>",
        text,
        count=1,
        flags=re.DOTALL,
    )
    return text.replace("</head>", f"{_head()}</head>", 1).encode("utf-8")


def _head() -> str:
    phrases = json.dumps({"phrases": wording.PHRASES, "patterns": wording.PATTERNS}, ensure_ascii=False)
    in_script = phrases.replace("<", r"\u003c")
    return (
        f'<meta name="description" content="{html.escape(wording.DESCRIPTION)}" />\n'
        f'<script type="application/json" id="bahasa">{in_script}</script>\n'
        '<script defer src="./app/static/bahasa.js"></script>\n'
        '<script defer src="./app/static/print.js"></script>\n'
        f"{_charts_ahead()}"
    )


def _charts_ahead() -> str:
    """Has the browser load and start the chart library (4.7 MB) while the server makes the first page.

    Streamlit asks for it when the first chart arrives, and the reader then waits for the one after the other. To be
    removed when Streamlit loads it ahead. Nothing where Streamlit has no such file.
    """
    found = sorted(Path(get_static_dir()).glob("static/js/PlotlyChart.*.js"))
    if not found:
        return ""
    # Safari has no idle callback.
    later = "(window.requestIdleCallback || setTimeout)"
    return f'<script type="module">{later}(() => import("./static/js/{found[0].name}"));</script>\n'


class PageInBahasa:
    """ASGI middleware: wherever Streamlit answers with its index.html, answers with ours instead.

    To be removed when Streamlit can set the language and head of its page.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._original = streamlit_page()
        self._ours = page_in_bahasa(self._original)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _asks_for_a_page(scope):
            await self._app(scope, receive, send)
            return
        # Without these the answer is always whole and readable here.
        headers = [(name, value) for name, value in scope["headers"] if name not in _CONDITIONAL]
        answer = _Answer(original=self._original, ours=self._ours, send=send)
        await self._app({**scope, "headers": headers}, receive, answer.send)
        if answer.is_streamlits_page:
            await Response(self._ours, media_type="text/html", headers=_HEADERS)(scope, receive, send)


class _Answer:
    """Holds back an answer that may be Streamlit's page; passes on every other as it comes."""

    def __init__(self, *, original: bytes, ours: bytes, send: Send) -> None:
        self._original = original
        self._send = send
        self._start: Message | None = None
        self._body = b""
        self.is_streamlits_page = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and self._may_be_streamlits_page(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self._start)

    def _may_be_streamlits_page(self, start: Message) -> bool:
        headers = Headers(raw=start["headers"])
        is_html = headers.get("content-type", "").startswith("text/html")
        return is_html and headers.get("content-length") == str(len(self._original))

    async def _finish(self, start: Message) -> None:
        if self._body == self._original:
            self.is_streamlits_page = True
            return
        await self._send(start)
        await self._send({"type": "http.response.body", "body": self._body})


def _asks_for_a_page(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    return "text/html" in Headers(raw=scope["headers"]).get("accept", "")
