"""Closing, opening again, locking; one register in two hands; the window and the commands."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from audit_desk.storage import cipher
from tests.cli.conftest import PASSPHRASE, Command
from tests.e2e.person import Person
from tests.e2e.registers import AUDITOR, ROUND, make_register

_HOLD = """
import sys
from pathlib import Path
from audit_desk import app
from audit_desk.storage import cipher
cipher._ITERATIONS = int(sys.argv[3])
desk = app.open_desk(Path(sys.argv[1]), sys.argv[2])
print("open", flush=True)
sys.stdin.read()
desk.register.close()
"""


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Yesterday's register: a list, a drawn round, nothing read."""
    path = tmp_path / "north.auditdesk"
    make_register(path).register.close()
    return path


def _unlock(person: Person, passphrase: str) -> None:
    assert person.focus_name == "Passphrase"
    person.type(passphrase)
    person.press("Return")


def test_the_next_day_everything_is_where_it_was(person: Person, register: Path) -> None:
    person.start(register)
    _unlock(person, PASSPHRASE)
    assert person.focus_name == "Begin reading"
    person.press("Return", "Return", "Space", "Ctrl+Return", "1", "Return", "3", "E")
    person.type("Words that no pause has saved yet")
    here = person.audit.moving.here
    person.close()

    person.start()
    before = register.read_bytes()
    _unlock(person, PASSPHRASE.upper())
    assert "The passphrase is wrong." in person.words()
    assert register.read_bytes() == before
    assert isinstance(person.focus, QLineEdit)
    assert person.focus.selectedText(), "what was typed is there to be typed over"
    _unlock(person, PASSPHRASE)
    assert person.focus_name.endswith("3 of 42 answered")
    person.press("Return")
    full = person.desk.auditing.open(person.audit.sheet.audit.id)
    assert full.audit.auditor == AUDITOR
    assert full.answers["ST3"].evidence == "Words that no pause has saved yet"
    assert full.answers["ST2"].value == "yes"
    assert here.question_id == "ST3"
    assert person.audit.moving.here == here, "where the reading was left"
    assert "You were here on " in person.words()
    assert "first unanswered: ST4" in person.words()


def test_ctrl_l_locks_in_the_middle_of_a_word_and_loses_none(
    person: Person, register: Path
) -> None:
    person.start(register, PASSPHRASE)
    person.press("Return", "Return", "Space", "Ctrl+Return", "1", "E")
    person.type("Half a sent")
    person.press("Ctrl+L")
    assert register.stem in person.words()
    assert "Half a sent" not in person.words()
    _unlock(person, PASSPHRASE)
    (line,) = person.desk.rounds.lines()
    written = [
        answer.evidence
        for full in person.desk.rounds.full_audits(line.round.id)
        for answer in full.answers.values()
        if answer.evidence
    ]
    assert written == ["Half a sent"]
    person.press("Ctrl+L")
    _unlock(person, PASSPHRASE)
    assert person.main.current_page == "home"


def test_ctrl_l_waits_for_who_was_told_to_be_recorded(person: Person, register: Path) -> None:
    person.start(register, PASSPHRASE)
    person.press("Return", "Return", "Space", "Ctrl+Return", "3", "Return")
    person.type("She rings the police now.")
    person.press("Ctrl+L")
    assert "This is not recorded yet." in person.words()
    person.press_button("Record that they were told")
    person.press("Ctrl+L")
    assert person.focus_name == "Passphrase"


@contextmanager
def _held_by_another_process(register: Path) -> Iterator[None]:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(register), PASSPHRASE, str(cipher._ITERATIONS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        yield


def test_a_register_that_another_process_holds_is_refused_in_words(
    person: Person, command: Command, register: Path
) -> None:
    before = register.read_bytes()
    with _held_by_another_process(register):
        refused = command("rounds", register)
        assert (refused.status, refused.out) == (1, "")
        assert "in use" in refused.err
        person.start(register)
        _unlock(person, PASSPHRASE)
        assert "north.auditdesk is in use." in person.words()
        assert "Close it there and try again." in person.words()
    assert register.read_bytes() == before
    _unlock(person, PASSPHRASE)
    assert person.main.current_page == "home"


def test_what_the_window_did_the_commands_find_and_the_other_way_round(
    person: Person, command: Command, register: Path, tmp_path: Path
) -> None:
    person.start(register, PASSPHRASE)
    person.press("Return", "Return", "Space", "Ctrl+Return", "1", "Return", "2", "Return")
    in_window = person.audit.sheet.audit.reference
    person.close()

    def findings() -> object:
        printed = command("findings", register, "--round", ROUND, "--json")
        assert printed.status == 0
        return json.loads(printed.out)

    listed = json.loads(command("audits", register, "--round", ROUND, "--json").out)
    states = {audit["reference"]: (audit["state"], audit["answers"]) for audit in listed}
    assert states[in_window] == ("in_progress", 3)

    other = next(reference for reference in states if reference != in_window)
    answers = tmp_path / "answers.json"
    content = {
        "format": "audit-desk-answers/1",
        "answers": {"X9": {"answer": "unsure", "evidence": "Not seen for three weeks."}},
    }
    answers.write_text(json.dumps(content), encoding="utf-8")
    filled = command("fill", register, "--round", ROUND, "--case", other, answers)
    assert "told nobody" in filled.err
    before = findings()

    person.start(register, PASSPHRASE)
    assert other in person.words()
    assert "1 open concern for a child's safety" in person.words()
    person.press("Ctrl+3", "Return", "Alt+F")
    assert "1 child has an open concern." in person.words()
    person.close()
    assert findings() == before
