"""The record refuses to be changed, and notices when it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3

from audit_desk.storage.register import Register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with Register.create(tmp_path / "r.auditdesk", "correct horse") as register:
        with register.transaction():
            for number in range(5):
                register.history.append(
                    "Ada", "answered", ("answer", str(number)), before=None, after={"value": number}
                )
        yield register


def test_a_sound_chain_has_no_faults(register: Register) -> None:
    assert register.history.faults() == []
    assert register.history.last_change() is not None


@pytest.mark.parametrize("change", ["UPDATE history SET who = 'Eve'", "DELETE FROM history"])
def test_lines_cannot_be_changed_or_deleted(register: Register, change: str) -> None:
    with pytest.raises(sqlcipher3.DatabaseError, match="append-only"):
        register.db.execute(change)
    assert register.history.faults() == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE history SET who = 'Eve' WHERE seq = 3", "line 3"),
        ("UPDATE history SET after = '{\"value\":9}' WHERE seq = 2", "line 2"),
        ("DELETE FROM history WHERE seq = 2", "line 2 is missing"),
        ("DELETE FROM history WHERE seq = 5", "after 4 are missing"),
    ],
)
def test_a_change_behind_the_triggers_back_is_found(
    register: Register, change: str, fault: str
) -> None:
    register.db.execute("DROP TRIGGER history_is_never_changed")
    register.db.execute("DROP TRIGGER history_is_never_deleted")
    register.db.execute(change)
    assert fault in register.history.faults()[0]


def test_one_things_lines_are_found_by_its_id(register: Register) -> None:
    assert [line.subject_id for line in register.history.lines("answer", "3")] == ["3"]
