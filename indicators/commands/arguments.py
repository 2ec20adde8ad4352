"""What can be asked of the command line. Imports nothing slow: `--help` answers at once."""

from __future__ import annotations

import argparse

from indicators.wording import commands as say

FORMATS = ("table", "json", "csv")
MODES = ("contoh", "resmi")
ROLES = ("viewer", "staff", "admin")
PASSWORD_SETTING = "KPI_PASSWORD"


def parser() -> argparse.ArgumentParser:
    """The whole command line; the parsed `command` names the module that carries it out."""
    _speak_bahasa()
    whole = _parser(say.PURPOSE, prog=say.PROGRAM, epilog=say.EXIT_CODES)
    commands = whole.add_subparsers(title=say.COMMANDS, dest="command", metavar=say.COMMANDS.upper(), required=True)
    _query(commands.add_parser("query", help=say.QUERY_HELP, description=say.QUERY_DESCRIPTION))
    commands.add_parser("pages", help=say.PAGES_HELP, description=say.PAGES_HELP)
    _mode(commands.add_parser("mode", help=say.MODE_HELP, description=say.MODE_DESCRIPTION))
    commands.add_parser("rebuild-sample", help=say.REBUILD_HELP, description=say.REBUILD_HELP)
    commands.add_parser("restore", help=say.RESTORE_HELP, description=say.RESTORE_DESCRIPTION)
    _account(commands.add_parser("account", help=say.ACCOUNT_HELP, description=say.ACCOUNT_HELP))
    return whole


def _query(command: argparse.ArgumentParser) -> None:
    command.add_argument("read", nargs="?", metavar="READ", help=say.READ_HELP)
    command.add_argument("--list", action="store_true", help=say.LIST_HELP)
    command.add_argument("--param", action="append", default=[], metavar="NAMA=NILAI", help=say.PARAM_HELP)
    command.add_argument("--format", choices=FORMATS, default="table", help=say.FORMAT_HELP)
    command.add_argument("--petugas", action="store_true", help=say.STAFF_HELP)


def _mode(command: argparse.ArgumentParser) -> None:
    command.add_argument("kabupaten", metavar="KABUPATEN", help=say.KABUPATEN_HELP)
    command.add_argument("mode", nargs="?", choices=MODES, help=say.NEW_MODE_HELP)
    command.add_argument("--by", metavar="NAMA", help=say.BY_HELP)
    command.add_argument("--reason", metavar="ALASAN", default="", help=say.REASON_HELP)
    command.add_argument("--yes", action="store_true", help=say.YES_HELP)


def _account(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(
        title=say.ACCOUNT_ACTIONS, dest="action", metavar=say.ACCOUNT_ACTIONS.upper(), required=True
    )
    about_password = say.PASSWORD_DESCRIPTION.format(variable=PASSWORD_SETTING)
    actions.add_parser("list", help=say.ACCOUNT_LIST_HELP, description=say.ACCOUNT_LIST_HELP)
    added = actions.add_parser("add", help=say.ACCOUNT_ADD_HELP, description=about_password)
    added.add_argument("name", metavar="NAMA", help=say.ACCOUNT_NAME_HELP)
    added.add_argument("--full-name", required=True, metavar="NAMA_LENGKAP", help=say.FULL_NAME_HELP)
    added.add_argument("--role", required=True, choices=ROLES, help=say.ROLE_HELP)
    added.add_argument("--kabupaten", default="semua", metavar="KABUPATEN", help=say.ACCOUNT_KABUPATEN_HELP)
    changed = actions.add_parser("password", help=say.ACCOUNT_PASSWORD_HELP, description=about_password)
    changed.add_argument("name", metavar="NAMA", help=say.ACCOUNT_NAME_HELP)
    removed = actions.add_parser("remove", help=say.ACCOUNT_REMOVE_HELP, description=say.ACCOUNT_REMOVE_HELP)
    removed.add_argument("name", metavar="NAMA", help=say.ACCOUNT_NAME_HELP)
    removed.add_argument("--yes", action="store_true", help=say.YES_HELP)


def _parser(description: str, *, prog: str, epilog: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(prog=prog, description=description, epilog=epilog)


def _speak_bahasa() -> None:
    """Let argparse say its own words in Bahasa Indonesia.

    It looks them up with gettext, whose catalogue would have to be compiled and chosen by the environment's
    language. To be removed when argparse takes its words as arguments.
    """
    argparse._ = lambda text: say.ARGPARSE.get(text, text)  # type: ignore[attr-defined]
    argparse.ngettext = lambda one, many, n: say.ARGPARSE.get(many, many)  # type: ignore[attr-defined]
