"""However packs, work in them, copies and merges interleave, the register says the same."""

import shutil
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_desk.domain.audit import Answer, Audit
from audit_desk.services.desk import Desk
from audit_desk.services.registers import check, open_register
from audit_desk.storage.travelling import contents_of
from tests.services.conftest import PASSPHRASE, TODAY
from tests.services.pack_work import (
    AMA,
    BEN,
    LEAD,
    SECRET,
    complete,
    copy,
    given_round,
    hand_out,
    keep_keys,
    rows,
    take_in,
)

FILES = 2
_HELD = "SELECT audit_id, ended_how FROM pack_audits ORDER BY audit_id"

step = st.tuples(
    st.sampled_from(["work", "work", "work", "submit", "copy", "merge"]),
    st.integers(0, 1),
    st.integers(0, 3),
    st.integers(0, FILES - 1),
    st.sampled_from(["1", "2", "3", "4"]),
)
"""What is done, whose pack, which copy of it, which file, with which grade."""

Step = tuple[str, int, int, int, str]
Start = tuple[Path, list[Path], list[list[Audit]]]


class Played:
    """One register, the packs of two people with their copies, and what was saved in them."""

    def __init__(self, folder: Path, start: Start) -> None:
        register, packs, self.audits = start
        self.path = Path(shutil.copy(register, folder / "origin.auditdesk"))
        self.packs = [[Path(shutil.copy(pack, folder / pack.name))] for pack in packs]
        self.last: dict[tuple[Path, str], str] = {}
        """The words that were last saved in each copy of a pack, by audit."""
        self.shared: set[str] = set()
        """Words that went along into another copy, which may have changed them."""
        self._numbers = count()

    def take(self, made: Step) -> None:
        """Take one step."""
        act, who, which, file, value = made
        pack = self.packs[who][which % len(self.packs[who])]
        if act == "copy":
            self.packs[who].append(copy(pack, f"copy-{next(self._numbers)}"))
            for (path, audit_id), words in list(self.last.items()):
                if path == pack:
                    self.last[self.packs[who][-1], audit_id] = words
                    self.shared.add(words)
        elif act == "merge":
            self.merge(pack)
        else:
            self._work(pack, act, self.audits[who][file], value)

    def merge(self, pack: Path) -> None:
        """Take a pack in."""
        with open_register(self.path, PASSPHRASE) as register:
            take_in(Desk(register, {}, today=lambda: TODAY), pack)

    def _work(self, pack: Path, act: str, audit: Audit, value: str) -> None:
        with open_register(pack, SECRET) as register:
            desk = Desk(register, {}, today=lambda: TODAY)
            if desk.auditing.open(audit.id).audit.submitted_at is not None:
                desk.auditing.reopen(audit.id, "A word was wrong.", audit.auditor)
            elif act == "submit":
                complete(audit, audit.auditor)(desk)
                self.last.pop((pack, audit.id), None)  # another answer stands there now
            words = f"Seen {next(self._numbers)}."
            if desk.auditing.open(audit.id).audit.submitted_at is None:
                answer = Answer("ST3", value, evidence=words)
                desk.auditing.save_answer(audit.id, answer, audit.auditor)
                self.last[pack, audit.id] = words


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory, _first: Path) -> Iterator[Start]:
    """A register of which Ama and Ben each have two files, and their packs."""
    folder = tmp_path_factory.mktemp("start")
    path = Path(shutil.copy(_first, folder / "start.auditdesk"))
    with pytest.MonkeyPatch.context() as patch:
        keep_keys(patch)
        with open_register(path, PASSPHRASE) as register:
            desk = Desk(register, {}, today=lambda: TODAY)
            round_, audits = given_round(desk, 2 * FILES)
            desk.assignment.assign([each.id for each in audits[FILES:]], BEN, None, LEAD)
            audits = list(desk.rounds.audits(round_.id))
            packs = [hand_out(desk, round_, folder / who, who).path for who in (AMA, BEN)]
        yield path, packs, [audits[:FILES], audits[FILES:]]


def content(path: Path) -> Mapping[str, Any]:
    """Return what a register says of its audits, whatever the hour at which it was taken in."""
    with open_register(path, PASSPHRASE) as register:
        assert check(register).faults == ()
        ids = [row[0] for row in register.db.execute("SELECT id FROM audits ORDER BY id")]
        held = register.db.execute(_HELD).fetchall()
        return {
            "audits": contents_of(register.db, ids),
            "custody": held,
            "record": rows(register)["pack_history"],
        }


def few(test: Any) -> Any:
    """Run a property a few times: each example opens a dozen encrypted files."""
    held = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    return settings(max_examples=7, deadline=None, suppress_health_check=held)(test)


@few
@given(st.lists(step, min_size=5, max_size=9))
def test_merging_whenever_gives_what_merging_once_at_the_end_gives(
    tmp_path_factory: pytest.TempPathFactory, start: Start, steps: list[Step]
) -> None:
    played = Played(tmp_path_factory.mktemp("played"), start)
    once = Path(shutil.copy(start[0], played.path.with_name("once.auditdesk")))
    for made in steps:
        if made[0] != "copy":
            played.take(made)
    (ama,), (ben,) = played.packs
    for pack in (ama, ben, ama):
        played.merge(pack)
    whenever, played.path = content(played.path), once
    for pack in (ben, ama):
        played.merge(pack)
    assert content(once) == whenever


@few
@given(st.lists(step, min_size=5, max_size=9))
def test_nothing_that_was_saved_in_a_pack_or_a_copy_is_lost(
    tmp_path_factory: pytest.TempPathFactory, start: Start, steps: list[Step]
) -> None:
    played = Played(tmp_path_factory.mktemp("played"), start)
    for made in steps:
        played.take(made)
    for pack in (pack for packs in played.packs for pack in packs):
        played.merge(pack)
    standing = content(played.path)["audits"]
    with open_register(played.path, PASSPHRASE) as register:
        kept = [str(row) for row in rows(register)["pack_conflicts"]]
        record = [str(row) for row in rows(register)["pack_history"]]
    for (_, audit_id), words in played.last.items():
        assert any(audit_id in line and words in line for line in record)
        stands = words in str(standing[audit_id])
        assert stands or words in played.shared or any(words in row for row in kept)
