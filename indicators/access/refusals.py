"""Why access was refused. Every message is Bahasa Indonesia and may be shown as it is."""

from __future__ import annotations

from indicators.wording import access as wording


class AccessError(Exception):
    """Something about accounts or sign-in failed."""


class SignInRefused(AccessError):
    """The name and password do not fit, or there were too many attempts."""


class MustChangePassword(SignInRefused):
    """The password is right and was given by an admin: it has to be replaced first, in the browser."""

    def __init__(self) -> None:
        super().__init__(wording.MUST_CHANGE_FIRST)


class NotAllowed(AccessError):
    """The account's role does not include this."""


class TooManyAttempts(SignInRefused):
    """Attempts are used up; `seconds` says how long to wait."""

    def __init__(self, seconds: float) -> None:
        super().__init__(wording.too_many_attempts(seconds))
        self.seconds = seconds


class SetupRefused(AccessError):
    """The setup code does not fit, or the first account exists already."""


class AccountRefused(AccessError):
    """An account with these details cannot be created or changed."""


class AccountsUnreadable(AccessError):
    """accounts.json exists and is not what this program wrote."""


class SecretTooShort(AccessError):
    """The secret given by the environment is too short to sign with."""
