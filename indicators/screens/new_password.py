"""A password that somebody chooses: in place of the present one, or for the first admin."""

from __future__ import annotations

from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from indicators import access
from indicators.screens.sign_in_page import (
    PASSWORD,
    SETUP,
    SIGN_IN,
    SIGN_OUT,
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
    signed_in,
    status_of,
    token_of,
)
from indicators.wording import access as wording


async def show_password(request: Request) -> Response:
    return _password_page(request, {"next": request.query_params.get("next", "")})


async def replace_password(request: Request) -> Response:
    fields = await fields_of(request)
    if wrong := _fault_of(request, fields):
        return _password_page(request, fields, fault=wrong[0], status=wrong[1])
    try:
        token = await run_in_threadpool(
            access.replace_password,
            token_of(request),
            current=fields.get("current", ""),
            password=fields.get("password", ""),
            address=address_of(request),
        )
    except access.SignInRefused as refused:
        fault = str(refused) if isinstance(refused, access.TooManyAttempts) else wording.CURRENT_PASSWORD_WRONG
        return _password_page(request, fields, fault=fault, status=status_of(refused))
    except access.AccessError as refused:
        return _password_page(request, fields, fault=str(refused), status=status_of(refused))
    return signed_in(request, token, safe_next(fields.get("next")))


def _password_page(request: Request, fields: Fields, *, fault: str = "", status: int = 200) -> Response:
    """Asks for the present password too, except of one who has just come in with a one-time password."""
    waiting = access.account_waiting(token_of(request))
    account = waiting or access.account_of(token_of(request))
    next_path = safe_next(fields.get("next"))
    if account is None:
        link = f'<p><a href="{SIGN_IN}">{escape(wording.SIGN_IN_BUTTON)}</a></p>'
        return page(request, title=wording.PASSWORD_TITLE, lead=wording.NOT_SIGNED_IN, body=lambda _: link)
    current = field(
        "current", wording.CURRENT_PASSWORD_LABEL, kind="password", autocomplete="current-password", focus=True
    )
    leave = f'<p class="note"><a href="{SIGN_OUT}">{escape(wording.SIGN_OUT_BUTTON)}</a></p>'
    return page(
        request,
        title=wording.PASSWORD_TITLE,
        lead=wording.PASSWORD_LEAD_FIRST if waiting else wording.PASSWORD_LEAD,
        fault=fault,
        status=status,
        back="" if waiting else next_path,
        body=lambda form_token: form(
            PASSWORD,
            hidden("form", form_token),
            hidden("next", next_path),
            # For password managers, which keep a password by its name.
            f'<input type="text" name="username" value="{escape(account.name)}" autocomplete="username" hidden>',
            "" if waiting else current,
            _chosen_twice(wording.NEW_PASSWORD_LABEL, focus=waiting is not None),
            button(wording.PASSWORD_BUTTON),
            leave if waiting else "",
        ),
    )


async def show_setup(request: Request) -> Response:
    return _setup_page(request, {"code": request.query_params.get("kode", "")})


async def set_up(request: Request) -> Response:
    fields = await fields_of(request)
    if wrong := _fault_of(request, fields):
        return _setup_page(request, fields, fault=wrong[0], status=wrong[1])
    try:
        token = await run_in_threadpool(
            access.create_first_admin,
            code=fields.get("code", ""),
            name=fields.get("name", ""),
            display_name=fields.get("display_name", ""),
            password=fields.get("password", ""),
            address=address_of(request),
        )
    except access.AccessError as refused:
        return _setup_page(request, fields, fault=str(refused), status=status_of(refused))
    return signed_in(request, token, "/")


def _setup_page(request: Request, fields: Fields, *, fault: str = "", status: int = 200) -> Response:
    if not nobody_can_sign_in():
        return page(
            request,
            title=wording.SETUP_TITLE,
            lead=wording.SETUP_IS_OVER,
            status=status,
            body=lambda _: f'<p><a href="{SIGN_IN}">{escape(wording.SIGN_IN_BUTTON)}</a></p>',
        )
    code = fields.get("code", "")
    return page(
        request,
        title=wording.SETUP_TITLE,
        lead=wording.SETUP_LEAD,
        fault=fault,
        status=status,
        body=lambda form_token: form(
            SETUP,
            hidden("form", form_token),
            field("code", wording.SETUP_CODE_LABEL, value=code, autocomplete="one-time-code", focus=not code),
            field(
                "display_name",
                wording.DISPLAY_NAME_LABEL,
                value=fields.get("display_name", ""),
                autocomplete="name",
                focus=bool(code),
            ),
            field(
                "name",
                wording.NAME_LABEL,
                value=fields.get("name", ""),
                autocomplete="username",
                hint=wording.NAME_RULE,
            ),
            _chosen_twice(wording.PASSWORD_LABEL),
            button(wording.SETUP_BUTTON),
        ),
    )


def _fault_of(request: Request, fields: Fields) -> tuple[str, int] | None:
    """What is wrong with a form before it is looked at further, and the status that says so."""
    if not form_is_ours(request, fields):
        return wording.FORM_EXPIRED, 403
    return None if fields.get("password") == fields.get("password_again") else (wording.PASSWORDS_DIFFER, 400)


def _chosen_twice(label: str, *, focus: bool = False) -> str:
    hint = wording.PASSWORD_HINT.format(length=access.SHORTEST_PASSWORD)
    first = field("password", label, kind="password", autocomplete="new-password", hint=hint, focus=focus)
    again = field("password_again", wording.PASSWORD_AGAIN_LABEL, kind="password", autocomplete="new-password")
    return f"{first}\n{again}"
