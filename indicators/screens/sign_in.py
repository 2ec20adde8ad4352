"""Sign-in, sign-out, a new password, the first admin: plain HTML forms beside the app, working without JavaScript."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote, urlsplit

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from indicators import access
from indicators.screens import identity_provider as provider
from indicators.wording import access as wording

SIGN_IN, SIGN_OUT, PASSWORD, SETUP = "/masuk", "/keluar", "/sandi", "/mulai"
PROVIDER, PROVIDER_DONE = "/masuk-kabupaten", "/masuk-selesai"
PATHS = (SIGN_IN, SIGN_OUT, PASSWORD, SETUP, PROVIDER, PROVIDER_DONE)
FORM_COOKIE = "kpi_formulir"
PROVIDER_COOKIE = "kpi_kabupaten"

_FORM_LIFETIME = 2 * 60 * 60  # seconds
_PROVIDER_LIFETIME = 10 * 60  # seconds
_PAGE = Template(Path(__file__).with_suffix(".html").read_text(encoding="utf-8"))
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Fields = Mapping[str, str]


def routes() -> list[Route]:
    """The routes to put beside the app."""
    return [
        Route(SIGN_IN, show_sign_in, methods=["GET"]),
        Route(SIGN_IN, sign_in, methods=["POST"]),
        Route(PROVIDER, begin_at_provider, methods=["GET"]),
        Route(PROVIDER_DONE, come_from_provider, methods=["GET"]),
        Route(SIGN_OUT, show_sign_out, methods=["GET"]),
        Route(SIGN_OUT, sign_out, methods=["POST"]),
        Route(PASSWORD, show_password, methods=["GET"]),
        Route(PASSWORD, replace_password, methods=["POST"]),
        Route(SETUP, show_setup, methods=["GET"]),
        Route(SETUP, set_up, methods=["POST"]),
    ]


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


# Signing in


async def show_sign_in(request: Request) -> Response:
    next_path = safe_next(request.query_params.get("next"))
    if access.account_waiting(_token(request)):
        return _to_password(next_path)
    if access.account_of(_token(request)):
        return RedirectResponse(next_path, status_code=303, headers=_HEADERS)
    return _sign_in_page(request, {"next": next_path})


async def sign_in(request: Request) -> Response:
    fields = await _fields(request)
    if not _form_is_ours(request, fields):
        return _sign_in_page(request, fields, fault=wording.FORM_EXPIRED, status=403)
    try:
        token = await run_in_threadpool(
            access.sign_in, fields.get("name", ""), fields.get("password", ""), _address(request)
        )
    except access.AccessError as refused:
        return _sign_in_page(request, fields, fault=str(refused), status=_status(refused))
    return _signed_in(request, token, safe_next(fields.get("next")))


def _sign_in_page(request: Request, fields: Fields, *, fault: str = "", status: int = 200) -> Response:
    next_path, name = safe_next(fields.get("next")), fields.get("name", "")
    if not fault and _nobody_can_sign_in():
        body = f'<p class="note">{escape(wording.NO_ACCOUNT_YET)}</p>'
        return _page(request, title=wording.SIGN_IN_TITLE, lead="", body=lambda _: body, back=next_path)
    return _page(
        request,
        title=wording.SIGN_IN_TITLE,
        lead=wording.SIGN_IN_LEAD if access.viewing_is_open() else wording.SIGN_IN_LEAD_CLOSED,
        fault=fault,
        status=status,
        back=next_path,
        body=lambda form_token: _form(
            SIGN_IN,
            _hidden("form", form_token),
            _hidden("next", next_path),
            _provider_link(next_path) if provider.is_configured() else "",
            _input("name", wording.NAME_LABEL, value=name, autocomplete="username", focus=not name),
            _input(
                "password",
                wording.PASSWORD_LABEL,
                kind="password",
                autocomplete="current-password",
                focus=bool(name),
            ),
            _button(wording.SIGN_IN_BUTTON),
            f'<p class="note">{escape(wording.FORGOTTEN)}</p>',
        ),
    )


def _nobody_can_sign_in() -> bool:
    try:
        return not access.has_accounts()
    except access.AccountsUnreadable:
        return False  # the form stays, and its answer says what is wrong


# Signing in with the provider


def _provider_link(next_path: str) -> str:
    return (
        f'<a class="button" href="{PROVIDER}?next={escape(quote(next_path))}">{escape(wording.PROVIDER_BUTTON)}</a>'
        f'<p class="or">{escape(wording.PROVIDER_OR)}</p>'
    )


async def begin_at_provider(request: Request) -> Response:
    """To the provider. What an earlier sign-in has left is forgotten first, so that only a new answer counts."""
    if not provider.is_configured():
        return RedirectResponse(SIGN_IN, status_code=303, headers=_HEADERS)
    answer = RedirectResponse(provider.begin_address(), status_code=303, headers=_HEADERS)
    next_path = safe_next(request.query_params.get("next"))
    for name in provider.cookies_of(request):
        answer.delete_cookie(name)
    _set_cookie(request, answer, PROVIDER_COOKIE, _provider_signer().dumps(next_path), seconds=_PROVIDER_LIFETIME)
    return answer


async def come_from_provider(request: Request) -> Response:
    """Exchanges st.login's answer for a session of ours, once for each time it was asked for here."""
    try:
        next_path = safe_next(
            _provider_signer().loads(request.cookies.get(PROVIDER_COOKIE, ""), max_age=_PROVIDER_LIFETIME)
        )
    except BadData:
        return RedirectResponse(SIGN_IN, status_code=303, headers=_HEADERS)
    identity = provider.identity_of(request) if provider.is_configured() else None
    if identity is None:
        answer = _sign_in_page(request, {"next": next_path}, fault=wording.PROVIDER_SILENT, status=401)
    else:
        try:
            token = await run_in_threadpool(access.sign_in_identity, identity.claim, identity.display_name)
        except access.AccessError as refused:
            answer = _sign_in_page(request, {"next": next_path}, fault=str(refused), status=_status(refused))
        else:
            answer = _signed_in(request, token, next_path)
    _set_cookie(request, answer, PROVIDER_COOKIE, "", seconds=0)
    return answer


def _provider_signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(access.signing_secret(), salt="kpi-provider")


# Signing out


async def show_sign_out(request: Request) -> Response:
    return _sign_out_page(request)


async def sign_out(request: Request) -> Response:
    if not _form_is_ours(request, await _fields(request)):
        return _sign_out_page(request, fault=wording.FORM_EXPIRED, status=403)
    try:
        await run_in_threadpool(access.sign_out, _token(request))
    except access.AccessError as refused:
        return _sign_out_page(request, fault=str(refused), status=_status(refused))
    answer = _signed_out(request)
    _set_cookie(request, answer, access.COOKIE, "", seconds=0)
    return answer


def _signed_out(request: Request) -> Response:
    """Back to the dashboard, or, for one who came by the provider, to the choice of leaving that too.

    A link and no redirect: the form's policy lets the browser go nowhere but here.
    """
    if not (provider.is_configured() and provider.cookies_of(request)):
        return RedirectResponse("/", status_code=303, headers=_HEADERS)
    link = f'<p><a class="button" href="{provider.SIGN_OUT}">{escape(wording.SIGN_OUT_OF_PROVIDER)}</a></p>'
    return _page(request, title=wording.SIGN_OUT_TITLE, lead=wording.SIGNED_OUT, body=lambda _: link)


def _sign_out_page(request: Request, *, fault: str = "", status: int = 200) -> Response:
    account = access.account_of(_token(request)) or access.account_waiting(_token(request))
    if account is None:
        return _page(request, title=wording.SIGN_OUT_TITLE, lead=wording.NOT_SIGNED_IN, body=lambda _: "")
    lead = wording.SIGN_OUT_LEAD.format(display_name=account.display_name, role=wording.ROLES[account.role])
    return _page(
        request,
        title=wording.SIGN_OUT_TITLE,
        lead=lead,
        fault=fault,
        status=status,
        body=lambda form_token: _form(
            SIGN_OUT, _hidden("form", form_token), _button(wording.SIGN_OUT_BUTTON, focus=True)
        ),
    )


# A new password


async def show_password(request: Request) -> Response:
    return _password_page(request, {"next": request.query_params.get("next", "")})


async def replace_password(request: Request) -> Response:
    fields = await _fields(request)
    if not _form_is_ours(request, fields):
        return _password_page(request, fields, fault=wording.FORM_EXPIRED, status=403)
    if fields.get("password") != fields.get("password_again"):
        return _password_page(request, fields, fault=wording.PASSWORDS_DIFFER, status=400)
    try:
        token = await run_in_threadpool(
            access.replace_password,
            _token(request),
            current=fields.get("current", ""),
            password=fields.get("password", ""),
            address=_address(request),
        )
    except access.SignInRefused as refused:
        fault = str(refused) if isinstance(refused, access.TooManyAttempts) else wording.CURRENT_PASSWORD_WRONG
        return _password_page(request, fields, fault=fault, status=_status(refused))
    except access.AccessError as refused:
        return _password_page(request, fields, fault=str(refused), status=_status(refused))
    return _signed_in(request, token, safe_next(fields.get("next")))


def _password_page(request: Request, fields: Fields, *, fault: str = "", status: int = 200) -> Response:
    """Asks for the present password too, except of one who has just come in with a one-time password."""
    waiting = access.account_waiting(_token(request))
    account = waiting or access.account_of(_token(request))
    next_path = safe_next(fields.get("next"))
    if account is None:
        link = f'<p><a href="{SIGN_IN}">{escape(wording.SIGN_IN_BUTTON)}</a></p>'
        return _page(request, title=wording.PASSWORD_TITLE, lead=wording.NOT_SIGNED_IN, body=lambda _: link)
    current = _input(
        "current", wording.CURRENT_PASSWORD_LABEL, kind="password", autocomplete="current-password", focus=True
    )
    leave = f'<p class="note"><a href="{SIGN_OUT}">{escape(wording.SIGN_OUT_BUTTON)}</a></p>'
    return _page(
        request,
        title=wording.PASSWORD_TITLE,
        lead=wording.PASSWORD_LEAD_FIRST if waiting else wording.PASSWORD_LEAD,
        fault=fault,
        status=status,
        back="" if waiting else next_path,
        body=lambda form_token: _form(
            PASSWORD,
            _hidden("form", form_token),
            _hidden("next", next_path),
            # For password managers, which keep a password by its name.
            f'<input type="text" name="username" value="{escape(account.name)}" autocomplete="username" hidden>',
            "" if waiting else current,
            _input(
                "password",
                wording.NEW_PASSWORD_LABEL,
                kind="password",
                autocomplete="new-password",
                hint=wording.PASSWORD_HINT.format(length=access.SHORTEST_PASSWORD),
                focus=waiting is not None,
            ),
            _input("password_again", wording.PASSWORD_AGAIN_LABEL, kind="password", autocomplete="new-password"),
            _button(wording.PASSWORD_BUTTON),
            leave if waiting else "",
        ),
    )


# The first admin


async def show_setup(request: Request) -> Response:
    return _setup_page(request, {"code": request.query_params.get("kode", "")})


async def set_up(request: Request) -> Response:
    fields = await _fields(request)
    if not _form_is_ours(request, fields):
        return _setup_page(request, fields, fault=wording.FORM_EXPIRED, status=403)
    if fields.get("password") != fields.get("password_again"):
        return _setup_page(request, fields, fault=wording.PASSWORDS_DIFFER, status=400)
    try:
        token = await run_in_threadpool(
            access.create_first_admin,
            code=fields.get("code", ""),
            name=fields.get("name", ""),
            display_name=fields.get("display_name", ""),
            password=fields.get("password", ""),
            address=_address(request),
        )
    except access.AccessError as refused:
        return _setup_page(request, fields, fault=str(refused), status=_status(refused))
    return _signed_in(request, token, "/")


def _setup_page(request: Request, fields: Fields, *, fault: str = "", status: int = 200) -> Response:
    if not _nobody_can_sign_in():
        return _page(
            request,
            title=wording.SETUP_TITLE,
            lead=wording.SETUP_IS_OVER,
            status=status,
            body=lambda _: f'<p><a href="{SIGN_IN}">{escape(wording.SIGN_IN_BUTTON)}</a></p>',
        )
    code = fields.get("code", "")
    return _page(
        request,
        title=wording.SETUP_TITLE,
        lead=wording.SETUP_LEAD,
        fault=fault,
        status=status,
        body=lambda form_token: _form(
            SETUP,
            _hidden("form", form_token),
            _input("code", wording.SETUP_CODE_LABEL, value=code, autocomplete="one-time-code", focus=not code),
            _input(
                "display_name",
                wording.DISPLAY_NAME_LABEL,
                value=fields.get("display_name", ""),
                autocomplete="name",
                focus=bool(code),
            ),
            _input(
                "name",
                wording.NAME_LABEL,
                value=fields.get("name", ""),
                autocomplete="username",
                hint=wording.NAME_RULE,
            ),
            _input(
                "password",
                wording.PASSWORD_LABEL,
                kind="password",
                autocomplete="new-password",
                hint=wording.PASSWORD_HINT.format(length=access.SHORTEST_PASSWORD),
            ),
            _input("password_again", wording.PASSWORD_AGAIN_LABEL, kind="password", autocomplete="new-password"),
            _button(wording.SETUP_BUTTON),
        ),
    )


# What the forms share


def _page(
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
    answer = HTMLResponse(content, status_code=status, headers=_HEADERS)
    _set_cookie(request, answer, FORM_COOKIE, nonce, seconds=_FORM_LIFETIME)
    return answer


def _signed_in(request: Request, token: str, next_path: str) -> Response:
    """Onwards with a session; who came in with a one-time password first replaces it."""
    if access.account_waiting(token):
        answer = _to_password(next_path)
    else:
        answer = RedirectResponse(next_path, status_code=303, headers=_HEADERS)
    _set_cookie(request, answer, access.COOKIE, token, seconds=access.LIFETIME)
    return answer


def _to_password(next_path: str) -> Response:
    return RedirectResponse(f"{PASSWORD}?next={quote(next_path)}", status_code=303, headers=_HEADERS)


def _token(request: Request) -> str | None:
    return request.cookies.get(access.COOKIE)


def _set_cookie(request: Request, answer: Response, name: str, value: str, *, seconds: int) -> None:
    """Keep a value in the browser that no script reads and no other site sends; with 0 seconds, forget it."""
    secure = request.url.scheme == "https"
    answer.set_cookie(name, value, max_age=seconds, path="/", secure=secure, httponly=True, samesite="lax")


def _form_is_ours(request: Request, fields: Fields) -> bool:
    """Whether the form was handed out here to this browser: the cookie and the signed field must agree."""
    try:
        nonce: str = _form_signer().loads(fields.get("form", ""), max_age=_FORM_LIFETIME)
    except BadData:
        return False
    return secrets.compare_digest(nonce.encode(), request.cookies.get(FORM_COOKIE, "").encode())


def _form_signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(access.signing_secret(), salt="kpi-form")


async def _fields(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=10, max_part_size=10_000) as form:
        return {name: value for name, value in form.items() if isinstance(value, str)}


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _status(refused: access.AccessError) -> int:
    match refused:
        case access.TooManyAttempts():
            return 429
        case access.AccountsUnreadable():
            return 500
        case access.SignInRefused():
            return 401
        case _:
            return 400


def _form(action: str, *parts: str) -> str:
    return f'<form method="post" action="{action}">\n' + "\n".join(parts) + "\n</form>"


def _hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{escape(value)}">'


def _button(label: str, *, focus: bool = False) -> str:
    return f'<button type="submit"{" autofocus" if focus else ""}>{escape(label)}</button>'


def _input(
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
