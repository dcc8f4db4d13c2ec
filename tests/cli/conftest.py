"""A command line on a register of its own."""

import shutil
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


@pytest.fixture(scope="session")
def _first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the register is made that every test gets a copy of."""
    return tmp_path_factory.mktemp("register") / "north.auditdesk"


@pytest.fixture
def register(command: Command, tmp_path: Path, _first: Path) -> Path:
    """A register with five children and a round with a sample of three."""
    cases = tmp_path / "cases.csv"
    cases.write_text(LIST, encoding="utf-8")
    if not _first.exists():
        for arguments in (
            ("new", _first, "--organisation", "Northshire"),
            ("import", _first, cases),
            ("round", _first, "Spring", "--purpose", "Yearly"),
            ("draw", _first, "--round", "Spring", "--size", "3", "--seed", "42"),
        ):
            assert command(*arguments).status == 0
    return Path(shutil.copy(_first, tmp_path))
