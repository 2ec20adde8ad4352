"""Signing out, also of the kabupaten's provider."""

from __future__ import annotations

from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from indicators import access
from indicators.screens import identity_provider as provider
from indicators.screens.sign_in_page import (
    HEADERS,
    SIGN_OUT,
    button,
    fields_of,
    form,
    form_is_ours,
    hidden,
    page,
    set_cookie,
    status_of,
    token_of,
)
from indicators.wording import access as wording


async def show_sign_out(request: Request) -> Response:
    return _sign_out_page(request)


async def sign_out(request: Request) -> Response:
    if not form_is_ours(request, await fields_of(request)):
        return _sign_out_page(request, fault=wording.FORM_EXPIRED, status=403)
    try:
        await run_in_threadpool(access.sign_out, token_of(request))
    except access.AccessError as refused:
        return _sign_out_page(request, fault=str(refused), status=status_of(refused))
    answer = _signed_out(request)
    set_cookie(request, answer, access.COOKIE, "", seconds=0)
    return answer


def _signed_out(request: Request) -> Response:
    """Back to the dashboard, or, for one who came by the provider, to the choice of leaving that too.

    A link and no redirect: the form's policy lets the browser go nowhere but here.
    """
    if not (provider.is_configured() and provider.cookies_of(request)):
        return RedirectResponse("/", status_code=303, headers=HEADERS)
    link = f'<p><a class="button" href="{provider.SIGN_OUT}">{escape(wording.SIGN_OUT_OF_PROVIDER)}</a></p>'
    return page(request, title=wording.SIGN_OUT_TITLE, lead=wording.SIGNED_OUT, body=lambda _: link)


def _sign_out_page(request: Request, *, fault: str = "", status: int = 200) -> Response:
    account = access.account_of(token_of(request)) or access.account_waiting(token_of(request))
    if account is None:
        return page(request, title=wording.SIGN_OUT_TITLE, lead=wording.NOT_SIGNED_IN, body=lambda _: "")
    lead = wording.SIGN_OUT_LEAD.format(display_name=account.display_name, role=wording.ROLES[account.role])
    return page(
        request,
        title=wording.SIGN_OUT_TITLE,
        lead=lead,
        fault=fault,
        status=status,
        body=lambda form_token: form(SIGN_OUT, hidden("form", form_token), button(wording.SIGN_OUT_BUTTON, focus=True)),
    )
