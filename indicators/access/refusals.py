"""Why access was refused. Every message is Bahasa Indonesia and may be shown as it is."""

from __future__ import annotations


class AccessError(Exception):
    """Something about accounts or sign-in failed."""


class SignInRefused(AccessError):
    """The name and password do not fit, or there were too many attempts."""


class SetupRefused(AccessError):
    """The setup code does not fit, or the first account exists already."""


class AccountRefused(AccessError):
    """An account with these details cannot be created or changed."""


class AccountsUnreadable(AccessError):
    """accounts.json exists and is not what this program wrote."""


class SecretTooShort(AccessError):
    """The secret given by the environment is too short to sign with."""
