"""One answer, one transaction: saving, concerns, submitting, sealing, reopening."""

import pytest

from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.applicability import applicable
from audit_desk.domain.audit import (
    OVERALL,
    Absence,
    Answer,
    Audit,
    AuditState,
    FullAudit,
    Grade,
    Judgement,
)
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.independence import Statement
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.registers import check
from audit_desk.services.sampling import DrawRequest


@pytest.fixture
def audit(desk: Desk) -> Audit:
    round_ = desk.rounds.create("Spring", by="Ada")
    desk.sampling.draw(round_, DrawRequest(3, 1), "Ada")
    return desk.rounds.audits(round_.id)[0]


def fill(desk: Desk, audit: Audit) -> FullAudit:
    """Answer everything that applies, favourably, judge as suggested, say who was invited."""
    tool = desk.tools.newest("complex-safeguarding")
    for question in applicable(tool, {}, audit.facts):
        possible = POSSIBLE_VALUES[question.kind]
        if question.kind is AnswerKind.FACTS:
            answer = Answer(question.id, absence=Absence.NOT_EVIDENCED)
        else:
            value = "2" if question.kind is AnswerKind.GRADE else possible[0]
            answer = Answer(question.id, value, evidence="The record of 2 March shows it.")
        desk.auditing.save_answer(audit.id, answer, "Ada")
    for theme in tool.themes:
        desk.auditing.save_judgement(audit.id, Judgement(theme.id, Grade.GOOD), "Ada")
    for role in Role:
        desk.auditing.save_contribution(audit.id, Contribution(role, False, "On leave."), "Ada")
    return desk.auditing.save_judgement(audit.id, Judgement(OVERALL, Grade.GOOD), "Ada")


def test_an_answer_is_there_when_the_call_returns_and_on_record(desk: Desk, audit: Audit) -> None:
    full = desk.auditing.save_answer(audit.id, Answer("ST3", "3", evidence="Thin."), "Ada")
    assert full.audit.state is AuditState.IN_PROGRESS
    assert full.audit.auditor == "Ada"
    assert full.answers["ST3"].grade is Grade.REQUIRES_IMPROVEMENT
    desk.auditing.save_answer(audit.id, Answer("ST3", "2"), "Ben")
    lines = desk.register.history.lines("answer", f"{audit.id}/ST3")
    assert [line.who for line in lines] == ["Ada", "Ben"]
    assert lines[1].before == lines[0].after


def test_what_others_wrote_between_two_answers_is_not_lost_sight_of(
    desk: Desk, audit: Audit
) -> None:
    desk.auditing.save_answer(audit.id, Answer("ST3", "3", evidence="Thin."), "Ada")
    elsewhere = Desk(desk.register.second(), {})
    elsewhere.auditing.save_answer(audit.id, Answer("ST3", "2"), "Ada")
    elsewhere.register.close()
    full = desk.auditing.save_answer(audit.id, Answer("ST5", "2"), "Ada")
    assert full.answers["ST3"] == Answer("ST3", "2")
    assert full == desk.auditing.open(audit.id)
    desk.independence.declare(audit.id, "Ada", Statement.INVOLVED)
    with pytest.raises(UserError, match="cannot read this file"):
        desk.auditing.save_answer(audit.id, Answer("ST5", "1"), "Ada")


def test_the_same_answer_twice_leaves_one_line(desk: Desk, audit: Audit) -> None:
    for _ in range(2):
        desk.auditing.save_answer(audit.id, Answer("ST3", "2"), "Ada")
    assert len(desk.register.history.lines("answer", f"{audit.id}/ST3")) == 1


@pytest.mark.parametrize(
    "answer",
    [
        Answer("ST3", "5"),
        Answer("ST3", "yes"),
        Answer("ST99", "1"),
        Answer("ST3", "2", Absence.NOT_EVIDENCED),
        Answer("ST3", parts={"shoe": "1"}),
        Answer("ST1", parts={"held": "2027-01-01"}),
        Answer("ST1", parts={"held": "02/03/2026"}),
        Answer("RH9", parts={"before": "-1"}),
        Answer("RH1", parts={"missing_from": "2026-03-05", "returned": "2026-03-02"}),
        Answer("ST3", "2", evidence="x" * 300_000),
    ],
)
def test_an_impossible_answer_is_refused_and_nothing_is_lost(
    desk: Desk, audit: Audit, answer: Answer
) -> None:
    desk.auditing.save_answer(audit.id, Answer("ST3", "1", evidence="Clear."), "Ada")
    lines = desk.register.history.count()
    with pytest.raises(UserError):
        desk.auditing.save_answer(audit.id, answer, "Ada")
    assert desk.auditing.open(audit.id).answers["ST3"].value == "1"
    assert desk.register.history.count() == lines


def test_an_unsafe_child_is_on_record_in_the_same_transaction(desk: Desk, audit: Audit) -> None:
    desk.auditing.save_answer(audit.id, Answer("X9", "unsure", evidence="Not seen."), "Ada")
    concern = desk.concerns.open_concerns()[0]
    assert concern.reference == audit.reference
    assert desk.concerns.raise_concern(audit.id, "X9", "again", "Ada") == concern
    desk.auditing.save_answer(audit.id, Answer("X9", "safe"), "Ada")
    assert desk.concerns.open_concerns() == (concern,)


def test_only_someone_else_closes_a_concern(desk: Desk, audit: Audit) -> None:
    desk.auditing.save_answer(audit.id, Answer("X9", "unsafe", evidence="Seen hurt."), "Ada Reed")
    concern = desk.concerns.open_concerns()[0]
    for who, note in (("Reed,  ADA", "Seen."), ("", "Seen."), ("Ben", "  ")):
        with pytest.raises(UserError):
            desk.concerns.close(concern.id, note, who)
    closed = desk.concerns.close(concern.id, "Seen today by the team manager.", "Ben")
    assert not closed.is_open
    assert desk.concerns.open_concerns() == ()
    with pytest.raises(UserError, match="closed already"):
        desk.concerns.close(concern.id, "Seen.", "Ben")


def test_an_incomplete_audit_is_not_submitted(desk: Desk, audit: Audit) -> None:
    desk.auditing.save_answer(audit.id, Answer("ST3", "2"), "Ada")
    with pytest.raises(UserError, match="not complete"):
        desk.auditing.submit(audit.id, "Ada")
    assert desk.auditing.open(audit.id).audit.state is AuditState.IN_PROGRESS


def test_a_submitted_audit_is_sealed_and_locked_until_reopened(desk: Desk, audit: Audit) -> None:
    fill(desk, audit)
    sealed = desk.auditing.submit(audit.id, "Ada")
    assert sealed.audit.state is AuditState.SUBMITTED
    assert len(sealed.audit.seal) == 64
    assert check(desk.register).faults == ()
    with pytest.raises(UserError, match="locked"):
        desk.auditing.save_answer(audit.id, Answer("ST3", "1", evidence="x"), "Ada")
    with pytest.raises(UserError, match="locked"):
        desk.auditing.save_judgement(audit.id, Judgement(OVERALL, Grade.GOOD), "Ada")
    with pytest.raises(UserError, match="reason"):
        desk.auditing.reopen(audit.id, "  ", "Ada")
    reopened = desk.auditing.reopen(audit.id, "A date was misread", "Ada")
    assert reopened.audit.seal == ""
    assert reopened.answers == sealed.answers
    assert desk.auditing.submit(audit.id, "Ada").audit.seal == sealed.audit.seal


def test_a_change_behind_the_applications_back_is_found(desk: Desk, audit: Audit) -> None:
    fill(desk, audit)
    desk.auditing.submit(audit.id, "Ada")
    desk.register.db.execute("DROP TRIGGER submitted_answers_are_locked")
    desk.register.db.execute("UPDATE answers SET evidence = 'Fine.' WHERE question_id = 'ST3'")
    faults = check(desk.register).faults
    assert any("ST3" in fault for fault in faults)
    assert any("seal" in fault for fault in faults)


def lines_of(desk: Desk, audit: Audit) -> list[tuple[str, ...]]:
    """What history says of one audit, without times, hashes and the audit's own id."""
    return [
        tuple(
            str(part).replace(audit.id, "ID")
            for part in (line.who, line.action, line.subject, line.subject_id, line.after)
        )
        for line in desk.register.history.lines()
        if audit.id in line.subject_id and line.action != "submitted"
    ]


def test_a_whole_fill_leaves_the_same_record_as_single_saves(desk: Desk, audit: Audit) -> None:
    by_hand = fill(desk, audit)
    desk.auditing.submit(audit.id, "Ada")
    again = desk.rounds.create("Autumn", by="Ada")
    desk.sampling.add_on_purpose(again, audit.reference, "To read it twice", "Ada")
    other = desk.rounds.audits(again.id)[0]
    at_once = desk.auditing.fill(
        other.id,
        by_hand.answers.values(),
        by_hand.judgements.values(),
        contributions=by_hand.contributions.values(),
        by="Ada",
        submit=True,
    )
    assert at_once == desk.auditing.open(other.id)
    assert at_once.answers == by_hand.answers
    assert at_once.judgements == by_hand.judgements
    assert at_once.audit.state is AuditState.SUBMITTED
    assert sorted(lines_of(desk, other)) == sorted(lines_of(desk, audit))
    assert check(desk.register).faults == ()


def test_a_fill_with_one_wrong_answer_saves_nothing(desk: Desk, audit: Audit) -> None:
    lines = desk.register.history.count()
    good, wrong = Answer("X9", "unsafe", evidence="Seen hurt."), Answer("ST3", "yes")
    with pytest.raises(UserError, match="ST3"):
        desk.auditing.fill(audit.id, [good, wrong], [], by="Ada")
    with pytest.raises(UserError, match="not complete"):
        desk.auditing.fill(audit.id, [good], [], by="Ada", submit=True)
    assert desk.register.history.count() == lines
    assert desk.concerns.open_concerns() == ()
    assert desk.auditing.open(audit.id).audit.state is AuditState.NOT_STARTED
