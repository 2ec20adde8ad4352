"""Sign-in, sign-out, a new password, the first admin: plain HTML forms beside the app, working without JavaScript."""

from __future__ import annotations

from starlette.routing import Route

from indicators.screens import new_password, signing_in, signing_out
from indicators.screens.sign_in_page import PASSWORD, PROVIDER, PROVIDER_DONE, SETUP, SIGN_IN, SIGN_OUT

# Set by server.py: with `streamlit run app.py` there is no way to sign in, and the staff pages say so.
SERVED = "KPI_SIGN_IN_SERVED"


def routes() -> list[Route]:
    """The routes to put beside the app."""
    return [
        Route(SIGN_IN, signing_in.show_sign_in, methods=["GET"]),
        Route(SIGN_IN, signing_in.sign_in, methods=["POST"]),
        Route(PROVIDER, signing_in.begin_at_provider, methods=["GET"]),
        Route(PROVIDER_DONE, signing_in.come_from_provider, methods=["GET"]),
        Route(SIGN_OUT, signing_out.show_sign_out, methods=["GET"]),
        Route(SIGN_OUT, signing_out.sign_out, methods=["POST"]),
        Route(PASSWORD, new_password.show_password, methods=["GET"]),
        Route(PASSWORD, new_password.replace_password, methods=["POST"]),
        Route(SETUP, new_password.show_setup, methods=["GET"]),
        Route(SETUP, new_password.set_up, methods=["POST"]),
    ]
