"""What the forms of sign-in share: a page of their own, its parts, its cookies, and that a form comes from here."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote, urlsplit

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from indicators import access
from indicators.wording import access as wording

SIGN_IN, SIGN_OUT, PASSWORD, SETUP = "/masuk", "/keluar", "/sandi", "/mulai"
PROVIDER, PROVIDER_DONE = "/masuk-kabupaten", "/masuk-selesai"
PATHS = (SIGN_IN, SIGN_OUT, PASSWORD, SETUP, PROVIDER, PROVIDER_DONE)
FORM_COOKIE = "kpi_formulir"
PROVIDER_COOKIE = "kpi_kabupaten"

_FORM_LIFETIME = 2 * 60 * 60  # seconds
_PAGE = Template(Path(__file__).with_name("sign_in.html").read_text(encoding="utf-8"))
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Fields = Mapping[str, str]


def safe_next(path: str | None) -> str:
    """Where to go afterwards: a path of this dashboard, never another host and never these forms."""
    if not path or not path.startswith("/") or path.startswith(("//", "/\\")):
        return "/"
    if "\\" in path or any(ord(letter) <= 0x20 or ord(letter) == 0x7F for letter in path):
        return "/"
    parts = urlsplit(path)
    if parts.scheme or parts.netloc or parts.path.rstrip("/") in PATHS:
        return "/"
    return path


def nobody_can_sign_in() -> bool:
    try:
        return not access.has_accounts()
    except access.AccountsUnreadable:
        return False  # the form stays, and its answer says what is wrong


def page(
    request: Request,
    *,
    title: str,
    lead: str,
    body: Callable[[str], str],
    fault: str = "",
    status: int = 200,
    back: str = "/",
) -> Response:
    """A page of its own; body gets the token its form has to send back. back: where the way back leads, if any."""
    nonce = request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(24)
    alert = f'<p class="fault" role="alert">{escape(fault)}</p>\n' if fault else ""
    content = _PAGE.substitute(
        title=escape(title),
        product=escape(wording.PRODUCT),
        product_long=escape(wording.PRODUCT_LONG),
        lead=escape(lead),
        body=alert + body(_form_signer().dumps(nonce)),
        back=f'<p class="back"><a href="{escape(back)}">{escape(wording.BACK)}</a></p>' if back else "",
    )
    answer = HTMLResponse(content, status_code=status, headers=HEADERS)
    set_cookie(request, answer, FORM_COOKIE, nonce, seconds=_FORM_LIFETIME)
    return answer


def signed_in(request: Request, token: str, next_path: str) -> Response:
    """Onwards with a session; who came in with a one-time password first replaces it."""
    if access.account_waiting(token):
        answer = to_password(next_path)
    else:
        answer = RedirectResponse(next_path, status_code=303, headers=HEADERS)
    set_cookie(request, answer, access.COOKIE, token, seconds=access.LIFETIME)
    return answer


def to_password(next_path: str) -> Response:
    return RedirectResponse(f"{PASSWORD}?next={quote(next_path)}", status_code=303, headers=HEADERS)


def token_of(request: Request) -> str | None:
    return request.cookies.get(access.COOKIE)


def set_cookie(request: Request, answer: Response, name: str, value: str, *, seconds: int) -> None:
    """Keep a value in the browser that no script reads and no other site sends; with 0 seconds, forget it."""
    secure = request.url.scheme == "https"
    answer.set_cookie(name, value, max_age=seconds, path="/", secure=secure, httponly=True, samesite="lax")


def form_is_ours(request: Request, fields: Fields) -> bool:
    """Whether the form was handed out here to this browser: the cookie and the signed field must agree."""
    try:
        nonce: str = _form_signer().loads(fields.get("form", ""), max_age=_FORM_LIFETIME)
    except BadData:
        return False
    return secrets.compare_digest(nonce.encode(), request.cookies.get(FORM_COOKIE, "").encode())


def _form_signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(access.signing_secret(), salt="kpi-form")


async def fields_of(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=10, max_part_size=10_000) as form:
        return {name: value for name, value in form.items() if isinstance(value, str)}


def address_of(request: Request) -> str:
    return request.client.host if request.client else ""


def status_of(refused: access.AccessError) -> int:
    match refused:
        case access.TooManyAttempts():
            return 429
        case access.AccountsUnreadable():
            return 500
        case access.SignInRefused():
            return 401
        case _:
            return 400


def form(action: str, *parts: str) -> str:
    return f'<form method="post" action="{action}">\n' + "\n".join(parts) + "\n</form>"


def hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{escape(value)}">'


def button(label: str, *, focus: bool = False) -> str:
    return f'<button type="submit"{" autofocus" if focus else ""}>{escape(label)}</button>'


def field(
    name: str,
    label: str,
    *,
    value: str = "",
    kind: str = "text",
    autocomplete: str,
    focus: bool = False,
    hint: str = "",
) -> str:
    described = f' aria-describedby="{name}-hint"' if hint else ""
    plain = ' autocapitalize="none" spellcheck="false"' if name in ("name", "code") else ""
    explanation = f'<p class="hint" id="{name}-hint">{escape(hint)}</p>' if hint else ""
    return (
        f'<div class="field {name}"><label for="{name}">{escape(label)}</label>'
        f'<input id="{name}" name="{name}" type="{kind}" value="{escape(value)}" '
        f'autocomplete="{autocomplete}" required{plain}{described}{" autofocus" if focus else ""}>'
        f"{explanation}</div>"
    )
