"""Runs one command in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from indicators import access
from indicators.__main__ import main


@dataclass(frozen=True)
class Ran:
    """What a command gave: exit code, standard output and standard error."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def run_command(*arguments: str) -> Ran:
        try:
            code = main(arguments)
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run_command


@pytest.fixture
def nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a script: there is no one to answer a question."""

    def end_of_input(prompt: str = "") -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", end_of_input)
    monkeypatch.setattr("getpass.getpass", end_of_input)


@pytest.fixture
def acts(monkeypatch: pytest.MonkeyPatch) -> Callable[..., access.Account]:
    """`acts("uploader", kabupaten="51.01")`: from now on every name after `--as` is a person of this role."""

    def as_this(
        role: str = "admin", kabupaten: str = access.EVERY_KABUPATEN, facilities: tuple[str, ...] = ()
    ) -> access.Account:
        person = access.Account("sari", "Sari Dewi", access.Role(role), kabupaten, facilities)
        monkeypatch.setenv("KPI_PASSWORD", "kuda hijau pantai")
        monkeypatch.setattr(access, "prove", lambda name, password, address: person)
        return person

    return as_this
