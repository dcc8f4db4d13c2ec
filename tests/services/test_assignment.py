"""Giving files to auditors: due dates, conflicts, exceptions, declarations, all on record."""

from datetime import date

import pytest

from audit_desk.domain.audit import Answer, Audit, AuditState
from audit_desk.domain.independence import Statement
from audit_desk.domain.round import Round
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.independence import Allowed
from audit_desk.services.registers import check
from audit_desk.services.sampling import DrawRequest
from audit_desk.storage.rows import to_json

DUE = date(2026, 6, 30)
ANSWER = Answer("ST3", "2")


@pytest.fixture
def held(desk: Desk) -> Round:
    """A round of five files; the first child's worker is Leigh, Ezra."""
    round_ = desk.rounds.create("Spring", by="Ada")
    desk.sampling.draw(round_, DrawRequest(5, 1), "Ada")
    first = desk.rounds.audits(round_.id)[0]
    facts = {**first.facts, "worker": "Leigh, Ezra"}
    desk.register.db.execute(
        "UPDATE cases SET facts = ? WHERE id = ?", (to_json(facts), first.case_id)
    )
    return round_


def audits(desk: Desk, round_: Round) -> tuple[Audit, ...]:
    return desk.rounds.audits(round_.id)


def actions(desk: Desk, audit: Audit) -> list[tuple[str, str]]:
    return [(line.who, line.action) for line in desk.register.history.lines("audit", audit.id)]


def test_files_are_given_with_a_day_and_each_is_on_record(desk: Desk, held: Round) -> None:
    two = [audit.id for audit in audits(desk, held)[1:3]]
    given = desk.assignment.assign(two, " Ben  Ode ", DUE, "Ada")
    assert [(each.auditor, each.due_on) for each in given] == [("Ben Ode", DUE)] * 2
    assert desk.rounds.audits(held.id)[1] == given[0]
    (line,) = desk.register.history.lines("audit", two[0])
    assert line.before == '{"auditor":"","due_on":null}'
    assert line.after == '{"auditor":"Ben Ode","due_on":"2026-06-30"}'
    assert desk.assignment.assign(two, "Ben Ode", None, "Ada") == (), "nothing changed"
    assert desk.assignment.auditors() == ("Ben Ode",)
    assert desk.assignment.load(["ode, ben", "Cai"]) == {"ode, ben": 2, "Cai": 0}
    assert check(desk.register).faults == ()


def test_a_day_is_set_taken_away_and_stays_when_a_file_changes_hands(
    desk: Desk, held: Round
) -> None:
    ids = [audits(desk, held)[1].id]
    desk.assignment.set_due(ids, DUE, "Ada")
    desk.assignment.assign(ids, "Ben", None, "Ada")
    assert audits(desk, held)[1].due_on == DUE
    desk.assignment.unassign(ids, "Ada")
    assert (audits(desk, held)[1].auditor, audits(desk, held)[1].due_on) == ("", DUE)
    desk.assignment.set_due(ids, None, "Ada")
    assert audits(desk, held)[1].due_on is None


def test_the_worker_of_a_child_is_refused_and_then_nobody_is_given_anything(
    desk: Desk, held: Round
) -> None:
    both = [audit.id for audit in audits(desk, held)[:2]]
    lines = desk.register.history.count()
    with pytest.raises(UserError, match=r"Leigh, Ezra is the allocated worker of CST-\d+"):
        desk.assignment.assign(both, "ezra leigh", DUE, "Ada")
    assert {each.auditor for each in audits(desk, held)} == {""}
    assert desk.register.history.count() == lines


def test_an_exception_has_a_reason_and_somebody_else_s_name(desk: Desk, held: Round) -> None:
    first = audits(desk, held)[0]
    with pytest.raises(UserError, match="themselves"):
        desk.assignment.assign([first.id], "Ezra Leigh", None, "Leigh, Ezra", override="Nobody")
    assert audits(desk, held)[0].auditor == ""
    desk.assignment.assign(
        [first.id], "Ezra Leigh", None, "Ada", override="Nobody else reads Welsh"
    )
    (override,) = desk.independence.record(first.id).overrides
    assert (override.auditor, override.reason, override.by) == (
        "Ezra Leigh",
        "Nobody else reads Welsh",
        "Ada",
    )
    assert "allocated worker" in override.conflict
    assert actions(desk, first) == [("Ada", "allowed"), ("Ada", "assigned")]
    desk.auditing.save_answer(first.id, ANSWER, "Ezra Leigh")
    assert desk.assignment.conflicts([first.id], "Ezra Leigh") == ()


def test_the_first_answer_of_a_worker_is_refused_whoever_was_to_read(
    desk: Desk, held: Round
) -> None:
    first = audits(desk, held)[0]
    for assigned in ("", "Ben"):
        if assigned:
            desk.assignment.assign([first.id], assigned, None, "Ada")
        with pytest.raises(UserError, match="cannot read this file"):
            desk.auditing.save_answer(first.id, ANSWER, "Ezra Leigh")
    assert desk.auditing.open(first.id).answers == {}
    desk.auditing.save_answer(first.id, ANSWER, "Ben")
    with pytest.raises(UserError, match="cannot read this file"):
        desk.auditing.save_answer(first.id, Answer("ST3", "1"), "Ezra Leigh")


def test_who_was_the_worker_before_is_refused_with_the_day(desk: Desk, held: Round) -> None:
    second = audits(desk, held)[1]
    desk.register.db.execute(
        "INSERT INTO former_staff VALUES (?, 'worker', 'Ode, Ben', '2026-03-01')", (second.case_id,)
    )
    with pytest.raises(UserError, match="until 1 March 2026"):
        desk.auditing.save_answer(second.id, ANSWER, "Ben Ode")


def test_an_auditor_who_has_begun_is_not_stopped_by_a_later_list(desk: Desk, held: Round) -> None:
    second = audits(desk, held)[1]
    desk.auditing.save_answer(second.id, ANSWER, "Ben")
    desk.register.db.execute(
        "UPDATE cases SET facts = ? WHERE id = ?", (to_json({"manager": "Ben"}), second.case_id)
    )
    desk.auditing.save_answer(second.id, Answer("ST3", "1"), "Ben")
    assert desk.independence.record(second.id).bars("Ben")


def test_a_begun_file_changes_hands_only_when_that_is_meant(desk: Desk, held: Round) -> None:
    second = audits(desk, held)[1]
    desk.auditing.save_answer(second.id, ANSWER, "Ben")
    with pytest.raises(UserError, match="Ben has begun to read"):
        desk.assignment.assign([second.id], "Cai", None, "Ada")
    with pytest.raises(UserError, match="in progress"):
        desk.assignment.unassign([second.id], "Ada")
    desk.assignment.assign([second.id], "Cai", None, "Ada", begun_too=True)
    full = desk.auditing.open(second.id)
    assert (full.audit.auditor, full.audit.state) == ("Cai", AuditState.IN_PROGRESS)
    assert full.answers["ST3"] == ANSWER
    assert ("Ada", "assigned") in actions(desk, second)


def test_a_submitted_audit_stays_with_its_auditor(desk: Desk, held: Round) -> None:
    second = audits(desk, held)[1]
    desk.register.db.execute(
        "UPDATE audits SET state = 'submitted', submitted_at = '2026-05-01T09:00:00+00:00',"
        " auditor = 'Ben', seal = ? WHERE id = ?",
        ("0" * 64, second.id),
    )
    for change in (
        lambda: desk.assignment.assign([second.id], "Cai", None, "Ada", begun_too=True),
        lambda: desk.assignment.set_due([second.id], DUE, "Ada"),
        lambda: desk.assignment.unassign([second.id], "Ada"),
        lambda: desk.independence.declare(second.id, "Ben", Statement.INVOLVED),
    ):
        with pytest.raises(UserError, match="submitted"):
            change()


def test_files_are_shared_out_evenly_around_conflicts(desk: Desk, held: Round) -> None:
    desk.assignment.assign([audits(desk, held)[4].id], "Ben", None, "Ada")
    plan = desk.assignment.plan(held.id, ["Ezra Leigh", "Ben"])
    assert [(each.auditor, each.holds, each.total) for each in plan.portions] == [
        ("Ben", 1, 3),
        ("Ezra Leigh", 0, 2),
    ]
    assert audits(desk, held)[1].auditor == "", "a plan saves nothing"
    assert desk.assignment.share_out(held.id, ["Ezra Leigh", "Ben"], DUE, "Ada") == plan
    now = audits(desk, held)
    assert now[0].auditor == "Ben"
    assert {each.due_on for each in now[:4]} == {DUE}
    assert desk.assignment.plan(held.id, ["Cai"]).portions[0].gets == ()
    for wrong in ([], ["Ben", "BEN"], ["  "]):
        with pytest.raises(UserError):
            desk.assignment.plan(held.id, wrong)


def test_files_without_an_auditor_are_counted_where_files_are_assigned_at_all(
    desk: Desk, held: Round
) -> None:
    assert desk.assignment.without_auditor() == {}
    desk.assignment.assign([audits(desk, held)[4].id], "Ben", None, "Ada")
    assert desk.assignment.without_auditor() == {held.id: 4}


def test_files_without_an_auditor_still_count_when_those_given_out_are_begun(
    desk: Desk, held: Round
) -> None:
    given, taken, *_ = audits(desk, held)[3:]
    desk.auditing.save_answer(taken.id, Answer("ST3", "2"), "Cai")
    assert desk.assignment.without_auditor() == {}, "Cai took the file, nobody gave it"
    desk.assignment.assign([given.id], "Ben", DUE, "Ada")
    desk.auditing.save_answer(given.id, Answer("ST3", "2"), "Ben")
    assert desk.assignment.without_auditor() == {held.id: 3}


def test_a_file_that_nobody_may_read_is_named_and_stays(desk: Desk, held: Round) -> None:
    first = audits(desk, held)[0]
    plan = desk.assignment.share_out(held.id, ["Leigh, Ezra"], DUE, "Ada")
    assert plan.nobody == (first.id,)
    assert audits(desk, held)[0].auditor == ""


# Declarations


def test_a_declaration_is_made_once_and_on_record(desk: Desk, held: Round) -> None:
    second = audits(desk, held)[1]
    desk.independence.declare(second.id, "Ben", Statement.INDEPENDENT)
    assert desk.independence.record(second.id).statement("ben") is Statement.INDEPENDENT
    assert actions(desk, second) == [("Ben", "declared")]
    assert audits(desk, held)[1].state is AuditState.NOT_STARTED


def test_whoever_had_a_part_gives_the_file_back_and_cannot_read_on(desk: Desk, held: Round) -> None:
    second = audits(desk, held)[1]
    desk.assignment.assign([second.id], "Ben", DUE, "Ada")
    desk.auditing.save_answer(second.id, ANSWER, "Ben")
    desk.independence.declare(second.id, "Ben", Statement.INVOLVED)
    assert audits(desk, held)[1].auditor == ""
    (back,) = desk.assignment.given_back()
    assert (back.audit.id, back.involved) == (second.id, ("Ben",))
    with pytest.raises(UserError, match="Ben says to have had a part"):
        desk.auditing.save_answer(second.id, Answer("ST3", "1"), "Ben")
    with pytest.raises(UserError, match="part"):
        desk.assignment.assign([second.id], "Ben", None, "Ada")
    desk.auditing.save_answer(second.id, Answer("ST3", "1"), "Cai")
    assert audits(desk, held)[1].auditor == "Cai"
    assert desk.assignment.given_back() == ()


def test_nobody_declares_against_the_list_or_for_another(desk: Desk, held: Round) -> None:
    first, second = audits(desk, held)[:2]
    with pytest.raises(UserError, match="allocated worker"):
        desk.independence.declare(first.id, "Ezra Leigh", Statement.INDEPENDENT)
    desk.assignment.assign([second.id], "Ben", DUE, "Ada")
    with pytest.raises(UserError, match="read by Ben"):
        desk.independence.declare(second.id, "Cai", Statement.INDEPENDENT)


def test_a_whole_audit_from_a_file_is_held_to_the_same(desk: Desk, held: Round) -> None:
    first = audits(desk, held)[0]
    with pytest.raises(UserError, match="cannot read this file"):
        desk.auditing.fill(first.id, [ANSWER], [], by="Ezra Leigh")
    with pytest.raises(UserError, match="ST3"):
        wrong = Answer("ST3", "yes")
        allowed = Allowed("Nobody else", "Ada")
        desk.auditing.fill(first.id, [wrong], [], by="Ezra Leigh", allowed=allowed)
    assert desk.independence.record(first.id).overrides == (), "all of it or nothing"
    desk.auditing.fill(first.id, [ANSWER], [], by="Ezra Leigh", allowed=allowed)
    second = audits(desk, held)[1]
    desk.auditing.fill(second.id, [ANSWER], [], by="Ben", independent=True)
    assert desk.independence.record(second.id).statement("Ben") is Statement.INDEPENDENT


def test_the_findings_say_who_declared_who_was_allowed_and_who_neither(
    desk: Desk, held: Round
) -> None:
    first, second, third, fourth = audits(desk, held)[:4]
    desk.assignment.assign([first.id], "Ezra Leigh", None, "Ada", override="Nobody else")
    desk.independence.declare(second.id, "Ben", Statement.INDEPENDENT)
    desk.independence.declare(fourth.id, "Cai", Statement.INDEPENDENT)
    for audit, auditor in ((first, "Ezra Leigh"), (second, "Ben"), (third, "Leigh, Ezra")):
        desk.auditing.save_answer(audit.id, ANSWER, auditor)
    desk.register.db.execute(
        "INSERT INTO former_staff VALUES (?, 'worker', 'Ezra Leigh', '2026-01-01')",
        (third.case_id,),
    )
    desk.register.db.execute(
        "UPDATE audits SET state = 'submitted', submitted_at = '2027-05-01T09:00:00+00:00',"
        " seal = ? WHERE state = 'in_progress'",
        ("0" * 64,),
    )
    found = desk.findings.of_round(held).independence
    assert found is not None
    assert (found.read, found.declared, found.conflicts) == (3, 1, (third.reference,))
    (exception,) = found.exceptions
    assert (exception.reference, exception.reason, exception.by) == (
        first.reference,
        "Nobody else",
        "Ada",
    )
