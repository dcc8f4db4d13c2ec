"""Handing out a share of a round: what goes, what is refused, and that it is all or nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from audit_desk.domain.audit import Answer, AuditState
from audit_desk.domain.pack import PackKind
from audit_desk.domain.person import Role
from audit_desk.domain.round import Round
from audit_desk.domain.settings import DeskSettings
from audit_desk.domain.settlement import Feedback
from audit_desk.errors import Cancelled, UserError
from audit_desk.services.desk import Desk
from audit_desk.services.pack_feedback import carried_feedback, feedback_for
from audit_desk.services.pack_order import PackOrder
from audit_desk.services.pack_slip import read_handed_out, slip_of
from audit_desk.services.registers import check, open_register
from audit_desk.storage.case_repo import CaseRepo
from audit_desk.storage.rows import to_facts, to_json
from audit_desk.storage.travelling import contents_of, hash_of
from tests.services.conftest import PASSPHRASE, TODAY
from tests.services.pack_markers import FIRST, LEAD, SECOND, drawn, second_reading
from tests.services.readings import read
from tests.services.test_packs_blind import DUE, PACK_PASSPHRASE


@pytest.fixture
def round_(desk: Desk) -> Round:
    """A round of three files of the first reader, one of which is read a second time."""
    return drawn(desk)[0]


def order(round_: Round, target: Path, kind: PackKind = PackKind.FIRST) -> PackOrder:
    person = FIRST if kind is PackKind.FIRST else SECOND
    return PackOrder(round_, person, kind, target, PACK_PASSPHRASE, DUE, " Ring me. ")


def test_a_pack_has_what_its_person_needs_and_the_register_knows_who_has_it(
    desk: Desk, round_: Round, tmp_path: Path
) -> None:
    first, _, done, _ = desk.rounds.every_reading(round_.id)
    desk.auditing.save_answer(first.id, Answer("X9", "unsure", evidence="Not seen."), FIRST)
    desk.register.db.execute("UPDATE audits SET due_on = '2026-07-01' WHERE id = ?", (done.id,))
    facts = to_json({**done.facts, "worker": "Ezra Leigh"})
    desk.register.db.execute("UPDATE cases SET facts = ? WHERE id = ?", (facts, done.case_id))
    preview = desk.packs.preview(round_, " ode, ben ", PackKind.FIRST)
    assert (len(preview.audits), preview.share.person, preview.barred) == (3, FIRST, ())
    words = " ".join(preview.carries)
    assert "3 files by reference" in words
    assert "Names of staff (Allocated worker)" in words
    assert "1 file already begun" in words

    made = desk.packs.make(order(round_, tmp_path / "Ben"), LEAD)
    assert made.path == tmp_path / "Ben.auditdesk"
    (line,) = desk.register.history.lines("pack", made.slip.pack_id)
    slip, bases = read_handed_out(to_facts(line.after or ""))
    assert (line.who, line.action, slip) == (LEAD, "handed out", made.slip)
    assert {held.person for held in desk.custody.of_round(round_.id).values()} == {FIRST}
    now = contents_of(desk.register.db, list(bases))
    assert {audit_id: hash_of(content) for audit_id, content in now.items()} == bases
    assert check(desk.register).faults == ()

    with open_register(made.path, PACK_PASSPHRASE) as register:
        pack = Desk(register, {}, today=lambda: TODAY)
        assert slip_of(register) == made.slip
        assert (made.slip.note, made.slip.organisation) == ("Ring me.", "Northshire")
        assert pack.settings.person() == FIRST
        assert pack.settings.get().escalation_contacts == desk.settings.get().escalation_contacts
        assert pack.rounds.by_id(round_.id) == round_
        assert pack.rounds.audits(round_.id) == desk.rounds.audits(round_.id)
        assert pack.auditing.open(first.id) == desk.auditing.open(first.id)
        assert pack.auditing.tool_for(first.id) == desk.auditing.tool_for(first.id)
        assert pack.concerns.open_concerns() == desk.concerns.open_concerns()
        assert [case.reference for case in CaseRepo(register).all()] == sorted(
            audit.reference for audit in made.audits
        )
        assert [each.action for each in register.history.lines()] == ["created", "handed out"]
        assert check(register).faults == ()
        refused = (
            ("Drawing a sample", lambda: pack.sampling),
            ("Bringing in a list", lambda: pack.imports),
            ("Looking at a round's findings", lambda: pack.findings),
            ("Looking at a round's findings", lambda: pack.reports),
            ("Creating a round", lambda: pack.rounds.create("Summer", by=FIRST)),
            ("Handing out files", lambda: pack.packs.make(order(round_, tmp_path / "x"), FIRST)),
            ("Changing who works", lambda: pack.people.add("Cy", [Role.LEAD], FIRST)),
            ("Giving files to", lambda: pack.assignment.unassign([done.id], FIRST)),
            ("Changing more than", lambda: pack.settings.save(DeskSettings("Southshire"))),
        )
        for words, work in refused:
            with pytest.raises(UserError, match=f"{words}.* not possible in a pack: it holds Ben"):
                work()
        pack.settings.signed_in = LEAD
        assert pack.settings.person() == FIRST, "a pack is one person's, whoever opens it"
        pack.settings.save(replace(pack.settings.get(), text_scale=150))
    with pytest.raises(UserError, match="passphrase is wrong"):
        open_register(made.path, PASSPHRASE)


def test_what_cannot_be_handed_out_is_refused_and_leaves_neither_file_nor_custody(
    desk: Desk, round_: Round, tmp_path: Path
) -> None:
    good = order(round_, tmp_path / "Ben.auditdesk")
    there = tmp_path / "there.auditdesk"
    there.write_bytes(b"somebody's file")
    before = desk.register.history.head()
    refusals = [
        (replace(good, person="Nobody"), r"No file of Spring is Nobody's"),
        (replace(good, kind=PackKind.SECOND), "No second reading of Spring is Ben Ode's"),
        (replace(good, target=there), "already exists"),
        (replace(good, target=tmp_path / "no" / "Ben"), "There is no folder"),
        (replace(good, passphrase="short"), "fewer than 8"),
        (replace(good, passphrase=PASSPHRASE), "own passphrase. Whoever gets the pack"),
        (replace(good, note="\x00"), "cannot be saved"),
    ]
    for wrong, words in refusals:
        with pytest.raises(UserError, match=words):
            desk.packs.make(wrong, LEAD)

    def stop(done: int, total: int) -> None:
        if done == total - 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.packs.make(good, LEAD, stop)

    def answer(done: int, total: int) -> None:
        if done == total - 1:
            elsewhere = Desk(desk.register.second(), {}, today=lambda: TODAY)
            first = elsewhere.rounds.audits(round_.id)[0]
            elsewhere.auditing.save_answer(first.id, Answer("ST3", "2"), FIRST)
            elsewhere.register.close()

    assert desk.register.history.head() == before
    with pytest.raises(UserError, match="changed while the pack was being made"):
        desk.packs.make(good, LEAD, answer)
    assert desk.custody.of_round(round_.id) == {}
    assert there.read_bytes() == b"somebody's file"
    assert {each.name for each in tmp_path.iterdir() if "north.auditdesk" not in each.name} == {
        "there.auditdesk"
    }


def test_a_file_is_with_one_person_and_never_with_one_who_may_not_read_it(
    desk: Desk, round_: Round, tmp_path: Path
) -> None:
    desk.packs.make(order(round_, tmp_path / "Ben"), LEAD)
    with pytest.raises(UserError, match=r"CST-\d+ is with Ben Ode since .* no other file"):
        desk.packs.make(order(round_, tmp_path / "Again"), LEAD)
    (first, second) = desk.packs.shares(round_)
    assert (first.person, len(first.waiting), len(first.out)) == (FIRST, 0, 3)
    assert (second.person, second.kind, len(second.waiting)) == (SECOND, PackKind.SECOND, 1)

    read = second.waiting[0]
    facts = to_json({**read.facts, "worker": "Mostyn, Cai"})
    db = desk.register.db
    db.execute("UPDATE cases SET facts = ? WHERE id = ?", (facts, read.case_id))
    with pytest.raises(UserError, match="Mostyn, Cai is the allocated worker"):
        desk.packs.make(order(round_, tmp_path / "Cai", PackKind.SECOND), LEAD)
    db.execute("UPDATE cases SET facts = '{}' WHERE id = ?", (read.case_id,))
    db.execute("UPDATE audits SET auditor = ? WHERE id = ?", (FIRST, read.id))
    wrong = replace(order(round_, tmp_path / "Cai", PackKind.SECOND), person=FIRST)
    with pytest.raises(UserError, match="Ben Ode is the first reader of CST"):
        desk.packs.make(wrong, LEAD)
    db.execute("UPDATE audits SET auditor = ? WHERE id = ?", (SECOND, read.id))
    made = desk.packs.make(order(round_, tmp_path / "Cai", PackKind.SECOND), LEAD)
    assert [audit.id for audit in made.audits] == [read.id]
    assert made.audits[0].state is AuditState.NOT_STARTED
    assert made.slip.due_on == date(2026, 6, 30)


def test_a_next_pack_tells_its_person_what_was_said_of_their_audits_and_breaks_no_blindness(
    desk: Desk, round_: Round, tmp_path: Path
) -> None:
    again, _, left, done = desk.rounds.every_reading(round_.id)
    for audit, words in ((done, "Say what it meant for her."), (again, "The other one saw more.")):
        read(desk, audit, FIRST)
        said = Feedback(audit.id, "Moira", "partly", "yes", "", words, datetime.now(UTC))
        desk.moderation.give_feedback(said)
    for kind in PackKind:
        assert (
            "The feedback that moderators gave this person on 1 earlier audit."
            in desk.packs.preview(round_, FIRST if kind is PackKind.FIRST else SECOND, kind).carries
        ) is (kind is PackKind.FIRST)
    made = desk.packs.make(order(round_, tmp_path / "Ben"), LEAD)
    assert [audit.id for audit in made.audits] == [left.id]
    with open_register(made.path, PACK_PASSPHRASE) as pack:
        given = carried_feedback(pack)
        assert [(each.reference, each.words) for each in given] == [
            (done.reference, "Say what it meant for her.")
        ], "of a file that somebody else is still reading nothing is told"
        assert given[0].answered[0] == "Does the audit judge the impact on the child? Partly."

    summer = desk.rounds.create("Summer", by=LEAD)
    second_reading(desk, replace(done, round_id=summer.id), FIRST)
    assert feedback_for(desk.register, FIRST) == (), "of a child whose file they are to read again"
