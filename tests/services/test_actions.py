"""Actions: said at an answer, shared by several, followed until practice changed."""

import csv
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from audit_desk.domain.action import ActionDraft, ActionState
from audit_desk.domain.audit import Answer, Audit, AuditState
from audit_desk.domain.follow_up import FollowUp
from audit_desk.errors import UserError
from audit_desk.services.action_list import write_actions_csv
from audit_desk.services.answer_files import read_answers
from audit_desk.services.desk import Desk
from audit_desk.services.findings_json import findings_to_json
from audit_desk.services.registers import check
from audit_desk.services.sampling import DrawRequest
from tests.services.conftest import TODAY
from tests.services.test_auditing import fill

DRAFT = ActionDraft("Her worker knows of every episode.", "Team manager", TODAY)
OWN = FollowUp("ST3", DRAFT)
NONE = FollowUp("ST3", none_because="He has moved away.")


@pytest.fixture
def audits(desk: Desk) -> list[Audit]:
    """Two audits of which ST3 and ST4 are answered as requiring improvement."""
    round_ = desk.rounds.create("Spring", by="Ada")
    desk.sampling.draw(round_, DrawRequest(3, 1), "Ada")
    for audit in desk.rounds.audits(round_.id)[:2]:
        for question in ("ST3", "ST4"):
            desk.auditing.save_answer(audit.id, Answer(question, "3", evidence="Thin."), "Ada")
    return list(desk.rounds.audits(round_.id))


def _only(desk: Desk) -> ActionDraft:
    (line,) = desk.actions.lines()
    return line.action.draft


def test_an_action_grows_as_it_is_typed_and_leaves_its_lines(
    desk: Desk, audits: list[Audit]
) -> None:
    audit = audits[0]
    for draft in (ActionDraft("Her"), ActionDraft("Her worker knows."), DRAFT, DRAFT):
        desk.actions.keep(audit.id, FollowUp("ST3", draft), "Ada")
    assert desk.actions.follow_ups(audit.id) == {"ST3": OWN}
    (line,) = desk.actions.lines()
    assert line.references == (audit.reference,)
    assert line.findings[0].wording
    lines = desk.register.history.lines("action", line.action.id)
    assert [each.action for each in lines] == ["planned", "changed", "changed"]
    assert [words for _, _, words in desk.actions.story(line.action.id)] == ["Planned"]
    assert check(desk.register).faults == ()


def test_one_action_answers_several_findings_and_stays_while_one_is_left(
    desk: Desk, audits: list[Audit]
) -> None:
    first, second = audits[:2]
    desk.actions.keep(first.id, OWN, "Ada")
    (shared,) = desk.actions.choices(second.id)
    desk.actions.keep(second.id, FollowUp("ST4", action_id=shared.id), "Ben")
    (line,) = desk.actions.lines()
    assert {(each.reference, each.question_id) for each in line.findings} == {
        (first.reference, "ST3"),
        (second.reference, "ST4"),
    }
    desk.actions.keep(first.id, NONE, "Ada")
    assert [each.reference for each in desk.actions.lines()[0].findings] == [second.reference]
    assert desk.actions.follow_ups(first.id) == {"ST3": NONE}


@pytest.mark.parametrize("instead", [NONE, FollowUp("ST3")])
def test_an_action_that_is_not_wanted_any_more_goes_and_is_on_record(
    desk: Desk, audits: list[Audit], instead: FollowUp
) -> None:
    desk.actions.keep(audits[0].id, OWN, "Ada")
    (line,) = desk.actions.lines()
    desk.actions.keep(audits[0].id, instead, "Ada")
    assert desk.actions.lines() == ()
    last = desk.register.history.lines("action", line.action.id)[-1]
    assert last.action == "taken back"
    assert DRAFT.change in str(last.before)


def test_what_cannot_be_kept_is_refused_and_nothing_changes(
    desk: Desk, audits: list[Audit]
) -> None:
    autumn = desk.rounds.create("Autumn", by="Ada")
    elsewhere = desk.actions.create(autumn.id, DRAFT, "Ada")
    audit = audits[0]
    for told in (
        FollowUp("ST3", action_id=elsewhere.id),
        FollowUp("ST3", same_as="ST4"),
        FollowUp("ZZ9", DRAFT),
        FollowUp("ST3", ActionDraft("x" * 300_000)),
    ):
        with pytest.raises(UserError):
            desk.actions.keep(audit.id, told, "Ada")
    with pytest.raises(UserError, match="not begun"):
        desk.actions.keep(audits[2].id, OWN, "Ada")
    assert desk.actions.follow_ups(audit.id) == {}


def test_an_audit_is_submitted_once_each_adverse_answer_has_its_action(
    desk: Desk, audits: list[Audit]
) -> None:
    audit = audits[0]
    fill(desk, audit)
    desk.auditing.save_answer(audit.id, Answer("ST3", "3", evidence="Thin."), "Ada")
    with pytest.raises(UserError, match="ST3: say what will be done, or why nothing is needed"):
        desk.auditing.submit(audit.id, "Ada")
    desk.actions.keep(audit.id, FollowUp("ST3", replace(DRAFT, due_on=None)), "Ada")
    with pytest.raises(UserError, match="ST3: say by when"):
        desk.auditing.submit(audit.id, "Ada")
    desk.actions.keep(audit.id, OWN, "Ada")
    assert desk.auditing.submit(audit.id, "Ada").audit.state is AuditState.SUBMITTED
    with pytest.raises(UserError, match="submitted and locked"):
        desk.actions.keep(audit.id, NONE, "Ada")
    (line,) = desk.actions.lines()
    done = desk.actions.done(line.action.id, "Five files re-read: all knew.", "Ben")
    assert (done.state, done.ended_by) == (ActionState.DONE, "Ben")
    assert desk.actions.follow_ups(audit.id) == {"ST3": FollowUp("ST3", action_id=done.id)}


def test_an_action_ends_with_what_showed_it_and_can_be_opened_again(
    desk: Desk, audits: list[Audit]
) -> None:
    action = desk.actions.create(audits[0].round_id, DRAFT, "Ada")
    for blank in ("", " \n"):
        with pytest.raises(UserError):
            desk.actions.done(action.id, blank, "Ben")
        with pytest.raises(UserError):
            desk.actions.drop(action.id, blank, "Ben")
    desk.actions.drop(action.id, "The team was dissolved.", "Ben")
    with pytest.raises(UserError, match="dropped already"):
        desk.actions.done(action.id, "Seen.", "Ben")
    with pytest.raises(UserError, match="dropped already"):
        desk.actions.change(action.id, replace(DRAFT, owner="Police"), "", "Ben")
    opened = desk.actions.reopen(action.id, "It is back.", "Ada")
    assert (opened.is_open, opened.outcome, opened.ended_at) == (True, "", None)
    told = [words for _, _, words in desk.actions.story(action.id)]
    assert told == ["Planned", "Dropped: The team was dissolved.", "Reopened: It is back."]


def test_an_action_that_has_ended_stays_linked_and_cannot_be_written_over(
    desk: Desk, audits: list[Audit]
) -> None:
    audit = audits[0]
    desk.actions.keep(audit.id, OWN, "Ada")
    (line,) = desk.actions.lines()
    desk.actions.done(line.action.id, "Five files read.", "Ben")
    assert desk.actions.follow_ups(audit.id) == {"ST3": FollowUp("ST3", action_id=line.action.id)}
    assert [each.id for each in desk.actions.choices(audit.id)] == [line.action.id]
    desk.actions.keep(audit.id, FollowUp("ST3", ActionDraft("Another.")), "Ada")
    changes = [each.action.draft.change for each in desk.actions.lines()]
    assert changes == ["Another.", DRAFT.change]


def test_another_day_needs_its_reason(desk: Desk, audits: list[Audit]) -> None:
    action = desk.actions.create(audits[0].round_id, DRAFT, "Ada")
    later = replace(DRAFT, due_on=TODAY + timedelta(days=30))
    with pytest.raises(UserError, match="No reason"):
        desk.actions.change(action.id, later, " ", "Ben")
    desk.actions.change(action.id, replace(DRAFT, owner=" Service  manager "), "", "Ben")
    assert _only(desk).owner == "Service manager"
    desk.actions.change(action.id, later, "The police asked for time.", "Ben")
    assert _only(desk) == later
    assert "The police asked for time." in desk.actions.story(action.id)[-1][2]


def test_what_is_due_is_late_or_near_and_open(desk: Desk, audits: list[Audit]) -> None:
    round_id = audits[0].round_id
    for days in (-40, 0, 7, 8):
        draft = replace(DRAFT, change=str(days), due_on=TODAY + timedelta(days=days))
        desk.actions.create(round_id, draft, "Ada")
    ended = desk.actions.create(round_id, replace(DRAFT, due_on=date(2026, 1, 1)), "Ada")
    desk.actions.done(ended.id, "Seen.", "Ben")
    assert [line.action.draft.change for line in desk.actions.due()] == ["-40", "0", "7"]
    assert desk.actions.owners()[0] == "Team manager"


def test_an_answers_file_may_say_what_follows(
    desk: Desk, audits: list[Audit], tmp_path: Path
) -> None:
    def written(actions: object) -> Path:
        path = tmp_path / "answers.json"
        content = {"format": "audit-desk-answers/1", "actions": actions}
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    said = {"change": DRAFT.change, "owner": DRAFT.owner, "due": "2026-06-01"}
    filled = read_answers(written({"ST4": {"same_as": "ST3"}, "ST3": said}))
    desk.fills.fill("Spring", audits[0].reference, filled, by="Ada", submit=False)
    (line,) = desk.actions.lines()
    assert line.action.draft == DRAFT
    assert [finding.question_id for finding in line.findings] == ["ST3", "ST4"]
    wrongs: tuple[object, ...] = (
        {"ST3": "x"},
        {"ST3": {"what": "x"}},
        {"ST3": said | {"none_because": "x"}},
        {"ST3": said | {"due": "30/6/2026"}},
        {"ST3": said | {"owner": 1}},
        [],
    )
    for wrong in wrongs:
        with pytest.raises(UserError):
            read_answers(written(wrong))


def test_findings_hold_the_actions_of_their_round_and_of_those_before(
    desk: Desk, audits: list[Audit]
) -> None:
    spring = desk.rounds.by_id(audits[0].round_id)
    before = desk.findings.of_round(spring).computed_from
    desk.actions.keep(audits[0].id, OWN, "Ada")
    desk.actions.keep(audits[1].id, FollowUp("ST3", ActionDraft(owner="Police")), "Ada")
    found = findings_to_json(desk.findings.of_round(spring))
    (only,) = found["actions"]  # of the other it is not said what will change
    assert (only["change"], only["owner"]) == (DRAFT.change, DRAFT.owner)
    assert only["due_on"] == "2026-06-01"
    assert only["findings"] == [{"reference": audits[0].reference, "question": "ST3"}]
    assert found["earlier_actions"] == []
    assert desk.findings.of_round(spring).computed_from > before
    later = desk.findings.of_round(desk.rounds.create("Summer", by="Ada"))
    assert [line.action.id for line in later.earlier_actions] == [only["id"]]
    assert later.actions == ()


def test_the_list_opens_in_a_spreadsheet_and_reckons_nothing(
    desk: Desk, audits: list[Audit], tmp_path: Path
) -> None:
    desk.actions.keep(audits[0].id, FollowUp("ST3", replace(DRAFT, change="=1+1")), "Ada")
    target = tmp_path / "actions.csv"
    assert write_actions_csv(desk.actions.lines(), target, TODAY + timedelta(days=1)) == 1
    with target.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["What will change for the child"] == "'=1+1"
    assert (row["Due"], row["Overdue"], row["Files"]) == ("2026-06-01", "Yes", audits[0].reference)
