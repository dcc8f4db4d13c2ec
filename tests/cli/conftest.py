"""A command line on a register of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from audit_desk import app

PASSPHRASE = "correct horse battery"
LIST = """Child ID,First name,Team,Gender,Date of birth,Missing episodes
07001,Alex,North,F,01/02/2010,2
07002,Billy,South,M,03/04/2011,0
07003,Charlie,North,M,05/06/2009,1
07004,Dee,South,F,07/08/2010,3
07005,Eddie,North,M,09/10/2012,0
"""


@dataclass
class Ran:
    status: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """Runs one command and returns what it printed."""
    monkeypatch.setenv("AUDIT_DESK_PASSPHRASE", PASSPHRASE)

    def run(*arguments: object) -> Ran:
        status = app.run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Ran(status, out, err)

    return run


@pytest.fixture
def register(command: Command, tmp_path: Path) -> Path:
    """A register with five children and a round with a sample of three."""
    path = tmp_path / "north.auditdesk"
    cases = tmp_path / "cases.csv"
    cases.write_text(LIST, encoding="utf-8")
    for arguments in (
        ("new", path, "--organisation", "Northshire"),
        ("import", path, cases),
        ("round", path, "Spring", "--purpose", "Yearly"),
        ("draw", path, "--round", "Spring", "--size", "3", "--seed", "42"),
    ):
        assert command(*arguments).status == 0
    return path
