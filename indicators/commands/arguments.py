"""What can be asked of the command line. Imports nothing slow: `--help` answers at once."""

from __future__ import annotations

import argparse

from indicators.wording import commands as say

FORMATS = ("table", "json", "csv")
LEVELS = ("kabupaten", "kecamatan")
MODES = ("contoh", "resmi")
SHOWN_DECISIONS = ("all", "overdue", "open", "closed")
AUDIENCES = ("bupati", "lintas_sektor", "puskesmas")
RATIOS = ("16:9", "4:3")
PLATFORMS = ("windows", "linux")
ROLES = ("viewer", "uploader", "verifier", "innovation_editor", "secretary", "admin")
PASSWORD_SETTING = "KPI_PASSWORD"


def parser() -> argparse.ArgumentParser:
    """The whole command line; the parsed `command` names the module that carries it out."""
    _speak_bahasa()
    whole = _parser(say.PURPOSE, prog=say.PROGRAM, epilog=say.EXIT_CODES)
    commands = whole.add_subparsers(title=say.COMMANDS, dest="command", metavar=say.COMMANDS.upper(), required=True)
    _query(commands.add_parser("query", help=say.QUERY_HELP, description=say.QUERY_DESCRIPTION))
    _innovations(commands.add_parser("innovations", help=say.INNOVATIONS_HELP, description=say.INNOVATIONS_HELP))
    _decisions(commands.add_parser("decisions", help=say.DECISIONS_HELP, description=say.DECISIONS_DESCRIPTION))
    _briefing(commands.add_parser("briefing", help=say.BRIEFING_HELP, description=say.BRIEFING_DESCRIPTION))
    _judge(commands.add_parser("judge", help=say.JUDGE_HELP, description=say.JUDGE_DESCRIPTION))
    _profile(commands.add_parser("profile", help=say.PROFILE_HELP, description=say.PROFILE_DESCRIPTION))
    _report(commands.add_parser("report", help=say.REPORT_HELP, description=say.REPORT_DESCRIPTION))
    _check(commands.add_parser("check", help=say.CHECK_HELP, description=say.CHECK_DESCRIPTION))
    _publish(commands.add_parser("publish", help=say.PUBLISH_HELP, description=say.PUBLISH_DESCRIPTION))
    commands.add_parser("pages", help=say.PAGES_HELP, description=say.PAGES_HELP)
    _mode(commands.add_parser("mode", help=say.MODE_HELP, description=say.MODE_DESCRIPTION))
    commands.add_parser("rebuild-sample", help=say.REBUILD_HELP, description=say.REBUILD_HELP)
    for name, about in (("undo", say.UNDO_HELP), ("redo", say.REDO_HELP)):
        _reverse(commands.add_parser(name, help=about, description=say.REVERSE_DESCRIPTION))
    _history(commands.add_parser("history", help=say.HISTORY_HELP, description=say.HISTORY_HELP))
    _backup(commands.add_parser("backup", help=say.BACKUP_HELP, description=say.BACKUP_DESCRIPTION))
    _snapshot(commands.add_parser("snapshot", help=say.SNAPSHOT_HELP, description=say.SNAPSHOT_DESCRIPTION))
    _restore(commands.add_parser("restore", help=say.RESTORE_HELP, description=say.RESTORE_DESCRIPTION))
    commands.add_parser("forget", help=say.FORGET_HELP, description=say.FORGET_DESCRIPTION)
    _users(commands.add_parser("users", help=say.USERS_HELP, description=say.USERS_DESCRIPTION))
    return whole


def _query(command: argparse.ArgumentParser) -> None:
    command.add_argument("read", nargs="?", metavar="READ", help=say.READ_HELP)
    command.add_argument("--list", action="store_true", help=say.LIST_HELP)
    command.add_argument("--param", action="append", default=[], metavar="NAMA=NILAI", help=say.PARAM_HELP)
    command.add_argument("--format", choices=FORMATS, default="table", help=say.FORMAT_HELP)
    acting_as(command, say.STAFF_HELP)


def _innovations(command: argparse.ArgumentParser) -> None:
    command.add_argument("--area", required=True, metavar="KABUPATEN", help=say.OF_KABUPATEN_HELP)
    command.add_argument("--year", required=True, type=int, metavar="TAHUN", help=say.IGA_YEAR_HELP)
    command.add_argument("--format", choices=FORMATS, default="table", help=say.FORMAT_HELP)
    acting_as(command, say.STAFF_HELP)


def _decisions(command: argparse.ArgumentParser) -> None:
    command.add_argument("--area", required=True, metavar="KABUPATEN", help=say.OF_KABUPATEN_HELP)
    command.add_argument("--status", choices=SHOWN_DECISIONS, default="all", help=say.DECISION_STATUS_HELP)
    command.add_argument("--format", choices=FORMATS, default="table", help=say.FORMAT_HELP)
    acting_as(command, say.STAFF_HELP)


def _briefing(command: argparse.ArgumentParser) -> None:
    command.add_argument("--area", required=True, metavar="KODE", help=say.BRIEFING_AREA_HELP)
    command.add_argument("--period", required=True, metavar="PERIODE", help=say.JUDGE_PERIOD_HELP)
    command.add_argument("--out", required=True, metavar="BERKAS", help=say.BRIEFING_OUT_HELP)
    command.add_argument("--template", default="rakor", metavar="NAMA", help=say.BRIEFING_TEMPLATE_HELP)
    command.add_argument("--audience", choices=AUDIENCES, help=say.BRIEFING_AUDIENCE_HELP)
    command.add_argument("--topic", action="append", default=[], metavar="TOPIK", help=say.BRIEFING_TOPIC_HELP)
    command.add_argument("--ratio", choices=RATIOS, default=RATIOS[0], help=say.BRIEFING_RATIO_HELP)
    command.add_argument("--master", metavar="BERKAS", help=say.BRIEFING_MASTER_HELP)
    acting_as(command, say.STAFF_HELP)


def _judge(command: argparse.ArgumentParser) -> None:
    command.add_argument("--indicator", required=True, metavar="INDIKATOR", help=say.JUDGE_INDICATOR_HELP)
    command.add_argument("--area", required=True, metavar="KODE", help=say.JUDGE_AREA_HELP)
    command.add_argument("--period", required=True, metavar="PERIODE", help=say.JUDGE_PERIOD_HELP)
    command.add_argument("--level", choices=LEVELS, help=say.JUDGE_LEVEL_HELP)
    command.add_argument("--format", choices=FORMATS, default="table", help=say.FORMAT_HELP)
    acting_as(command, say.STAFF_HELP)


def _profile(command: argparse.ArgumentParser) -> None:
    command.add_argument("--area", required=True, metavar="KECAMATAN", help=say.PROFILE_AREA_HELP)
    command.add_argument("--period", metavar="PERIODE", help=say.PROFILE_PERIOD_HELP)
    command.add_argument("--out", required=True, metavar="BERKAS.pdf", help=say.PROFILE_OUT_HELP)


def _report(command: argparse.ArgumentParser) -> None:
    command.add_argument("--area", required=True, metavar="KABUPATEN", help=say.OF_KABUPATEN_HELP)
    command.add_argument("--period", metavar="PERIODE", help=say.PROFILE_PERIOD_HELP)
    command.add_argument("--out", required=True, metavar="BERKAS.pdf", help=say.PROFILE_OUT_HELP)
    acting_as(command, say.STAFF_HELP)


def _file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="BERKAS", help=say.FILE_HELP)
    command.add_argument("--dataset", required=True, metavar="SET_DATA", help=say.DATASET_HELP)
    command.add_argument("--kabupaten", required=True, metavar="KABUPATEN", help=say.OF_KABUPATEN_HELP)
    command.add_argument("--answer", action="append", default=[], metavar="PERTANYAAN=JAWABAN", help=say.ANSWER_HELP)
    command.add_argument("--format", choices=("table", "json"), default="table", help=say.OUTPUT_FORMAT_HELP)
    acting_as(command)


def _check(command: argparse.ArgumentParser) -> None:
    _file(command)
    command.add_argument("--annotated", metavar="BERKAS", help=say.ANNOTATED_HELP)


def _publish(command: argparse.ArgumentParser) -> None:
    _file(command)
    command.add_argument("--reason", metavar="CATATAN", default="", help=say.PUBLISH_REASON_HELP)
    command.add_argument("--pass", dest="passed", action="append", default=[], metavar="ALASAN", help=say.PASS_HELP)
    command.add_argument("--yes", action="store_true", help=say.YES_HELP)


def _mode(command: argparse.ArgumentParser) -> None:
    command.add_argument("kabupaten", metavar="KABUPATEN", help=say.KABUPATEN_HELP)
    command.add_argument("mode", nargs="?", choices=MODES, help=say.NEW_MODE_HELP)
    acting_as(command)
    command.add_argument("--reason", metavar="ALASAN", default="", help=say.REASON_HELP)
    command.add_argument("--yes", action="store_true", help=say.YES_HELP)


def _reverse(command: argparse.ArgumentParser) -> None:
    command.add_argument("submission", metavar="ID", help=say.SUBMISSION_HELP)
    acting_as(command)
    command.add_argument("--reason", metavar="ALASAN", required=True, help=say.REVERSE_REASON_HELP)
    command.add_argument("--format", choices=("table", "json"), default="table", help=say.USERS_FORMAT_HELP)


def _history(command: argparse.ArgumentParser) -> None:
    command.add_argument("--kabupaten", metavar="KABUPATEN", required=True, help=say.KABUPATEN_HELP)
    command.add_argument("--dataset", metavar="SET_DATA", help=say.DATASET_HELP)
    command.add_argument("--limit", metavar="JUMLAH", type=int, default=20, help=say.LIMIT_HELP)
    acting_as(command)
    command.add_argument("--format", choices=FORMATS, default="table", help=say.FORMAT_HELP)


def _backup(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="BERKAS", help=say.BACKUP_FILE_HELP)
    acting_as(command)
    command.add_argument("--format", choices=("table", "json"), default="table", help=say.USERS_FORMAT_HELP)


def _restore(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", nargs="?", metavar="BERKAS", help=say.RESTORE_FILE_HELP)
    acting_as(command)
    command.add_argument("--yes", action="store_true", help=say.YES_HELP)
    command.add_argument("--format", choices=("table", "json"), default="table", help=say.USERS_FORMAT_HELP)


def _snapshot(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", required=True, metavar="FOLDER", help=say.SNAPSHOT_OUT_HELP)
    command.add_argument("--platform", action="append", choices=PLATFORMS, default=[], help=say.SNAPSHOT_PLATFORM_HELP)
    acting_as(command)
    command.add_argument("--format", choices=("table", "json"), default="table", help=say.USERS_FORMAT_HELP)


def _users(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(
        title=say.USERS_ACTIONS, dest="action", metavar=say.USERS_ACTIONS.upper(), required=True
    )

    def action(name: str, about: str, *, of_one: bool = True) -> argparse.ArgumentParser:
        added = actions.add_parser(name, help=about, description=about)
        if of_one:
            added.add_argument("name", metavar="NAMA", help=say.USER_NAME_HELP)
        acting_as(added)
        added.add_argument("--format", choices=("table", "json"), default="table", help=say.USERS_FORMAT_HELP)
        return added

    def rights(of: argparse.ArgumentParser) -> None:
        of.add_argument("--role", required=True, choices=ROLES, help=say.ROLE_HELP)
        of.add_argument("--kabupaten", default="semua", metavar="KABUPATEN", help=say.USER_KABUPATEN_HELP)
        of.add_argument("--facility", action="append", default=[], metavar="KODE", help=say.FACILITY_HELP)
        of.add_argument("--identity", metavar="IDENTITAS", help=say.IDENTITY_HELP)

    action("list", say.USERS_LIST_HELP, of_one=False)
    added = action("add", say.USERS_ADD_HELP)
    added.add_argument("--full-name", required=True, metavar="NAMA_LENGKAP", help=say.FULL_NAME_HELP)
    rights(added)
    rights(action("role", say.USERS_ROLE_HELP))
    action("reset", say.USERS_RESET_HELP)
    action("deactivate", say.USERS_DEACTIVATE_HELP)
    action("activate", say.USERS_ACTIVATE_HELP)
    action("unlock", say.USERS_UNLOCK_HELP)
    action("remove", say.USERS_REMOVE_HELP).add_argument("--yes", action="store_true", help=say.YES_HELP)


def acting_as(command: argparse.ArgumentParser, purpose: str = say.AS_HELP) -> None:
    """`--as NAME`: who gives the command, found as `asked.acting_as`; for `identity.acting`."""
    command.add_argument("--as", dest="acting_as", metavar="NAMA", help=purpose.format(variable=PASSWORD_SETTING))


def _parser(description: str, *, prog: str, epilog: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(prog=prog, description=description, epilog=epilog)


def _speak_bahasa() -> None:
    """Let argparse say its own words in Bahasa Indonesia.

    It looks them up with gettext, whose catalogue would have to be compiled and chosen by the environment's
    language. To be removed when argparse takes its words as arguments.
    """
    argparse._ = lambda text: say.ARGPARSE.get(text, text)  # type: ignore[attr-defined]
    argparse.ngettext = lambda one, many, n: say.ARGPARSE.get(many, many)  # type: ignore[attr-defined]
