"""The record refuses to be changed, and notices when it was."""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3

from audit_desk.storage.history import FIRST, HistoryLine
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


def test_the_chain_goes_on_from_whatever_was_written_last(register: Register) -> None:
    def add(to: Register, number: int) -> None:
        with to.transaction():
            to.history.append("Ada", "answered", ("answer", str(number)))
            to.history.append("Ada", "judged", ("judgement", str(number)))

    other = register.second()
    add(register, 6)
    add(other, 7)
    with pytest.raises(ValueError, match="half way"), register.transaction():
        register.history.append("Ada", "answered", ("answer", "never"))
        raise ValueError("half way")
    add(register, 8)
    other.close()
    assert register.history.count() == 5 + 3 * 2
    assert register.history.faults() == []


def test_a_hash_covers_the_plain_json_list_of_all_that_a_line_says() -> None:
    texts = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]
    facts = ("2026-03-02T10:00:00.000000+00:00", "Ada", "answered", "answer", "a/ST1")
    line = HistoryLine(1, *facts, None, "".join(texts), FIRST, "")
    written = json.dumps(
        [FIRST, *facts, None, line.after], ensure_ascii=False, separators=(",", ":")
    )
    assert line.expected_hash() == hashlib.sha256(written.encode()).hexdigest()
