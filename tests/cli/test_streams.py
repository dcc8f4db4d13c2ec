"""What goes in and out of a command, and what the system itself refuses."""

import io
from pathlib import Path

import pytest

from audit_desk import __main__, app
from audit_desk.errors import UserError
from audit_desk.services.settings import SettingsService
from tests.cli.conftest import Command

NO_TEXT = b"\xff.csv".decode(errors="surrogateescape")


def test_what_is_no_text_is_refused_before_anything_is_done(
    command: Command, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = register.read_bytes()
    for arguments in (("round", register, NO_TEXT), ("cases", register, "--csv", NO_TEXT)):
        ran = command(*arguments)
        assert (ran.status, ran.out) == (1, "")
        assert "UTF-8" in ran.err
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff"), "utf-8"))
    said = command("words", register, "--round", "Spring", "--write", "headline")
    assert (said.status, "UTF-8" in said.err) == (1, True)
    monkeypatch.setenv("AUDIT_DESK_PASSPHRASE", NO_TEXT)
    assert "UTF-8" in command("rounds", register).err
    assert register.read_bytes() == before


def test_a_command_without_standard_input_says_what_it_misses(
    command: Command, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    said = command("words", register, "--round", "Spring", "--write", "headline")
    assert (said.status, "Standard input" in said.err) == (1, True)
    monkeypatch.delenv("AUDIT_DESK_PASSPHRASE")
    assert "no passphrase" in command("rounds", register).err


def test_what_the_system_refuses_is_one_sentence(
    command: Command, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = command("rounds", "x" * 300)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("This could not be done")
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    assert command("rounds", register).status == 0, "whether a file can be read, opening it tells"


def test_half_a_register_is_none(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(SettingsService, "begin", full)
    path = tmp_path / "new.auditdesk"
    assert command("new", path, "--organisation", "Northshire").status == 1
    assert list(tmp_path.iterdir()) == []


def test_results_that_a_file_takes_are_in_utf_8(
    command: Command, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(taken, "cp1252"))
    assert command("round", register, "Ō ★").status == 0
    assert command("rounds", register).status == 0
    assert "Ō ★" in taken.getvalue().decode()


def test_stopping_is_said_even_while_the_program_starts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "run", stop)
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert (ended.value.code, capsys.readouterr().err) == (1, "Stopped.\n")
