"""A second reader's pack holds nothing of the first reading: not in a row, not on a free page."""

import json
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from audit_desk.domain.audit import Answer, Audit
from audit_desk.domain.follow_up import FollowUp
from audit_desk.domain.pack import PackKind
from audit_desk.domain.round import Round
from audit_desk.services.desk import Desk
from audit_desk.services.pack_order import PackOrder
from audit_desk.services.pack_slip import slip_of
from audit_desk.services.registers import check, open_register
from audit_desk.storage.register import Register
from tests.decrypting import pages
from tests.services.conftest import PASSPHRASE, TODAY
from tests.services.pack_markers import FIRST, SECOND, Markers, drawn, write_first_reading

OF_A_READING = {
    *("answers", "judgements", "contributions", "declarations", "independence_overrides"),
    *("drafts", "actions", "action_links", "submissions", "concerns", "concern_contacts"),
}
OF_THE_REGISTER = {
    *("case_lookup", "draws", "imports", "lists", "list_members", "people", "second_readings"),
    *("second_reading_rules", "settlements", "audit_feedback", "packs", "pack_audits"),
    *("round_words", "round_reports", "released_texts"),
}
PACK_PASSPHRASE = "purple monkey dishwasher"
DUE = date(2026, 6, 30)


def make(desk: Desk, round_: Round, kind: PackKind, target: Path) -> Path:
    person = FIRST if kind is PackKind.FIRST else SECOND
    order = PackOrder(round_, person, kind, target, PACK_PASSPHRASE, DUE, "Ring me.")
    return desk.packs.make(order, "Ada").path


def rows(register: Register) -> dict[str, list[tuple[Any, ...]]]:
    names = register.db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '#_%' ESCAPE '#'"
    ).fetchall()
    return {name: register.db.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names}


def found(path: Path, words: Iterable[str]) -> set[str]:
    """Return which words stand anywhere in a file or in its log, decrypted."""
    content = b"".join(pages(path, PACK_PASSPHRASE)).lower()
    assert b"create table answers" in content, "the pages are not decrypted"
    return {word for word in words if word.lower().encode() in content}


@pytest.fixture
def read_twice(desk: Desk) -> tuple[Round, Audit, Audit]:
    """A round, its first audit's first reading and its second; nothing is written in either."""
    round_, audits = drawn(desk)
    return round_, audits[0], audits[1]


def test_the_first_reading_is_nowhere_in_the_pack_of_the_second(
    desk: Desk, read_twice: tuple[Round, Audit, Audit], tmp_path: Path
) -> None:
    round_, first, second = read_twice
    # Before anything is written: what a pack of the same reading holds then, it may hold later.
    early = tmp_path / "early"
    early.mkdir()
    before = Path(shutil.copy(desk.register.path, early / "copy.auditdesk"))
    desk.register.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(desk.register.path, before)

    marker = Markers()
    write_first_reading(desk, first, second.id, marker)
    held = rows(desk.register)
    assert [name for name in OF_A_READING if not held[name]] == [], "the test looks for nothing"
    others = [audit.id for audit in desk.rounds.audits(round_.id)]
    secrets = [*marker.given, *others, FIRST]

    path = make(desk, round_, PackKind.SECOND, tmp_path / "second.auditdesk")
    left = {
        each.name for each in tmp_path.iterdir() if "second" in each.name or "part" in each.name
    }
    assert left == {path.name}, "nothing lies beside it"
    assert found(path, secrets) == set()
    with open_register(path, PACK_PASSPHRASE) as pack:
        inside = rows(pack)
        assert {name for name in OF_A_READING | OF_THE_REGISTER if inside[name]} == set()
        assert [row[0] for row in inside["audits"]] == [second.id]
        assert check(pack).faults == ()
        other = Desk(pack, {}, today=lambda: TODAY)
        other.auditing.save_answer(second.id, Answer("ST3", "2", evidence="Mine."), SECOND)
        assert pack.path.with_name("second.auditdesk-wal").stat().st_size
        assert found(path, secrets) == set(), "in the log beside the file"

    # Nothing but its own id and the moments differ from the pack that was made before.
    with open_register(before, PASSPHRASE) as register:
        earlier = make(
            Desk(register, {}, today=lambda: TODAY), round_, PackKind.SECOND, early / "second"
        )
    with open_register(earlier, PACK_PASSPHRASE) as pack:
        assert _comparable(rows(pack), pack) == _comparable(inside, None, _slip(inside))
    assert len(list(pages(earlier, PACK_PASSPHRASE))) == len(list(pages(path, PACK_PASSPHRASE)))


def test_the_same_look_finds_everything_in_the_first_reader_s_own_pack(
    desk: Desk, read_twice: tuple[Round, Audit, Audit], tmp_path: Path
) -> None:
    round_, first, second = read_twice
    marker = Markers()
    write_first_reading(desk, first, second.id, marker)
    path = make(desk, round_, PackKind.FIRST, tmp_path / "first.auditdesk")
    of_the_lead = ("WhyAgain", "Settled", "Moderator", "Feedback", "Headline", "Assigned", "Lookup")
    own = {word for word in marker.given if not word.endswith(of_the_lead)}
    assert found(path, marker.given) == own
    with open_register(path, PACK_PASSPHRASE) as pack:
        inside = rows(pack)
        assert [name for name in OF_A_READING if not inside[name]] == []
        assert {name for name in OF_THE_REGISTER if inside[name]} == set()
        assert second.id not in {row[0] for row in inside["audits"]}
        assert check(pack).faults == ()


def test_an_action_of_the_first_reading_that_the_second_shares_goes_without_its_words(
    desk: Desk, read_twice: tuple[Round, Audit, Audit], tmp_path: Path
) -> None:
    round_, first, second = read_twice
    marker = Markers()
    write_first_reading(desk, first, second.id, marker)
    desk.auditing.save_answer(second.id, Answer("ST3", "3", evidence="Mine."), SECOND)
    shared = next(line.action for line in desk.actions.lines())
    desk.actions.keep(second.id, FollowUp("ST3", action_id=shared.id), SECOND)
    path = make(desk, round_, PackKind.SECOND, tmp_path / "second.auditdesk")
    assert found(path, [*marker.given, first.id, FIRST]) == set()
    with open_register(path, PACK_PASSPHRASE) as pack:
        other = Desk(pack, {}, today=lambda: TODAY)
        assert other.actions.follow_ups(second.id)["ST3"].action_id == shared.id
        assert other.actions.by_id(shared.id).draft.owner == ""
        assert check(pack).faults == ()


def _slip(inside: dict[str, list[tuple[Any, ...]]]) -> dict[str, Any]:
    (slip,) = [json.loads(row[1]) for row in inside["settings"] if row[0] == "pack"]
    assert isinstance(slip, dict)
    return slip


def _comparable(
    inside: dict[str, list[tuple[Any, ...]]],
    pack: Register | None,
    slip: dict[str, Any] | None = None,
) -> str:
    """Return all rows but the history's chain, with the pack's own id and moments blotted out."""
    if pack is not None:
        known = slip_of(pack)
        assert known is not None
    kept = {
        name: sorted(
            (row[2:7] if name == "history" else row)
            for row in table
            if not (name == "settings" and row[0] == "register_id")
        )
        for name, table in inside.items()
    }
    text = json.dumps(kept)
    told = slip or _slip(inside)
    for own in (told["pack_id"], told["made_at"]):
        text = text.replace(own, "·")
    return text
