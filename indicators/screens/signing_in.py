"""Signing in: with a local account, or with the kabupaten's provider."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from indicators import access
from indicators.screens import identity_provider as provider
from indicators.screens.sign_in_page import (
    HEADERS,
    PROVIDER,
    PROVIDER_COOKIE,
    SIGN_IN,
    Fields,
    address_of,
    button,
    field,
    fields_of,
    form,
    form_is_ours,
    hidden,
    nobody_can_sign_in,
    page,
    safe_next,
    set_cookie,
    signed_in,
    status_of,
    to_password,
    token_of,
)
from indicators.wording import access as wording

_PROVIDER_LIFETIME = 10 * 60  # seconds


async def show_sign_in(request: Request) -> Response:
    next_path = safe_next(request.query_params.get("next"))
    if access.account_waiting(token_of(request)):
        return to_password(next_path)
    if access.account_of(token_of(request)):
        return RedirectResponse(next_path, status_code=303, headers=HEADERS)
    return _sign_in_page(request, {"next": next_path})


async def sign_in(request: Request) -> Response:
    fields = await fields_of(request)
    if not form_is_ours(request, fields):
        return _sign_in_page(request, fields, fault=wording.FORM_EXPIRED, status=403)
    try:
        token = await run_in_threadpool(
            access.sign_in, fields.get("name", ""), fields.get("password", ""), address_of(request)
        )
    except access.AccessError as refused:
        return _sign_in_page(request, fields, fault=str(refused), status=status_of(refused))
    return signed_in(request, token, safe_next(fields.get("next")))


def _sign_in_page(request: Request, fields: Fields, *, fault: str = "", status: int = 200) -> Response:
    next_path, name = safe_next(fields.get("next")), fields.get("name", "")
    if not fault and nobody_can_sign_in():
        why = wording.NO_ACCOUNT_YET if access.offline_copy() is None else wording.COPY_HAS_NO_ACCOUNTS
        body = f'<p class="note">{escape(why)}</p>'
        return page(request, title=wording.SIGN_IN_TITLE, lead="", body=lambda _: body, back=next_path)
    return page(
        request,
        title=wording.SIGN_IN_TITLE,
        lead=wording.SIGN_IN_LEAD if access.viewing_is_open() else wording.SIGN_IN_LEAD_CLOSED,
        fault=fault,
        status=status,
        back=next_path,
        body=lambda form_token: form(
            SIGN_IN,
            hidden("form", form_token),
            hidden("next", next_path),
            _provider_link(next_path) if provider.is_configured() else "",
            field("name", wording.NAME_LABEL, value=name, autocomplete="username", focus=not name),
            field(
                "password",
                wording.PASSWORD_LABEL,
                kind="password",
                autocomplete="current-password",
                focus=bool(name),
            ),
            button(wording.SIGN_IN_BUTTON),
            f'<p class="note">{escape(wording.FORGOTTEN)}</p>',
        ),
    )


def _provider_link(next_path: str) -> str:
    return (
        f'<a class="button" href="{PROVIDER}?next={escape(quote(next_path))}">{escape(wording.PROVIDER_BUTTON)}</a>'
        f'<p class="or">{escape(wording.PROVIDER_OR)}</p>'
    )


async def begin_at_provider(request: Request) -> Response:
    """To the provider. What an earlier sign-in has left is forgotten first, so that only a new answer counts."""
    if not provider.is_configured():
        return RedirectResponse(SIGN_IN, status_code=303, headers=HEADERS)
    answer = RedirectResponse(provider.begin_address(), status_code=303, headers=HEADERS)
    next_path = safe_next(request.query_params.get("next"))
    for name in provider.cookies_of(request):
        answer.delete_cookie(name)
    set_cookie(request, answer, PROVIDER_COOKIE, _provider_signer().dumps(next_path), seconds=_PROVIDER_LIFETIME)
    return answer


async def come_from_provider(request: Request) -> Response:
    """Exchanges st.login's answer for a session of ours, once for each time it was asked for here."""
    try:
        next_path = safe_next(
            _provider_signer().loads(request.cookies.get(PROVIDER_COOKIE, ""), max_age=_PROVIDER_LIFETIME)
        )
    except BadData:
        return RedirectResponse(SIGN_IN, status_code=303, headers=HEADERS)
    identity = provider.identity_of(request) if provider.is_configured() else None
    if identity is None:
        answer = _sign_in_page(request, {"next": next_path}, fault=wording.PROVIDER_SILENT, status=401)
    else:
        try:
            token = await run_in_threadpool(access.sign_in_identity, identity.claim, identity.display_name)
        except access.AccessError as refused:
            answer = _sign_in_page(request, {"next": next_path}, fault=str(refused), status=status_of(refused))
        else:
            answer = signed_in(request, token, next_path)
    set_cookie(request, answer, PROVIDER_COOKIE, "", seconds=0)
    return answer


def _provider_signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(access.signing_secret(), salt="kpi-provider")
