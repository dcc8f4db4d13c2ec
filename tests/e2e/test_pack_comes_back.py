"""A pack comes back twice, once after its files were taken back: the lead at the keyboard."""

from pathlib import Path

import pytest

from audit_desk.domain.audit import Answer, AuditState
from tests.cli.conftest import PASSPHRASE
from tests.e2e.person import Person
from tests.e2e.registers import make_register
from tests.services.pack_work import (
    AMA,
    BEN,
    LEAD,
    SECRET,
    answer,
    complete,
    hand_out,
    in_pack,
    keep_keys,
)


def _handed_out(path: Path) -> tuple[Path, list[str]]:
    desk = make_register(path)
    (line,) = desk.rounds.lines()
    ids = [each.id for each in desk.rounds.audits(line.round.id)]
    desk.assignment.assign(ids[:2], AMA, None, LEAD)
    pack = hand_out(desk, line.round, path.with_name("ama")).path
    one, two = desk.rounds.audits(line.round.id)[:2]
    in_pack(pack, lambda ama: (complete(one)(ama), answer(two, "3")(ama)))
    desk.register.close()
    return pack, [one.reference, two.reference]


def _take_in(person: Person) -> None:
    person.press_button("Take in a pack")
    person.press_button("Choose a file")
    person.type(SECRET)
    person.press("Return")


def test_a_pack_comes_back_and_both_versions_are_kept(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_keys(monkeypatch)
    register = tmp_path / "north.auditdesk"
    pack, (one, two) = _handed_out(register)
    person.start(register, PASSPHRASE)
    person.answers.file = pack
    desk = person.desk
    (line,) = desk.rounds.lines()
    first, second = desk.rounds.audits(line.round.id)[:2]
    person.main.show_page("rounds")
    _take_in(person)
    assert "1 of them submitted" in person.words()
    assert f"1 is not finished and stays with Ama Cole ({two})" in person.words()
    person.press("Return")
    assert "2 audits came in. 1 file stays with Ama Cole" in person.words()
    person.press("Return")
    assert desk.auditing.open(first.id).audit.state is AuditState.SUBMITTED

    person.press("Ctrl+K")
    person.type(line.round.name)
    person.press("Return")
    assert "1 file is out, with Ama Cole." in person.words()
    desk.custody.take_back([second.id], "She is ill.", LEAD)
    desk.assignment.assign([second.id], BEN, None, LEAD, begun_too=True)
    desk.auditing.save_answer(second.id, Answer("ST3", "4", evidence="None."), BEN)
    in_pack(pack, complete(second))
    person.main.show_page("rounds")
    _take_in(person)
    assert f"1 was changed on both sides ({two}): both versions are kept" in person.words()
    person.press("Return")
    person.press_button("Choose between the versions")
    assert f"{two}: two versions of the audit" in person.words()
    assert f"{one}: two versions" not in person.words()
    person.press("Escape")
    person.main.show_page("home")
    assert "1 audit has two versions" in person.words()
    person.press_button("1 audit has two versions")
    person.tab_to("Let this register's version stand")
    person.press("Right", "Space")
    person.fill("Why this one?", "She had read all of it.")
    person.press_button("Let it stand")
    assert "two versions" not in person.words()
    assert desk.auditing.open(second.id).audit.auditor == AMA
    (kept,) = desk.conflicts.of_audit(second.id)
    assert kept.reason == "She had read all of it."
