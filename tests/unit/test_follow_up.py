"""What follows from an adverse answer, and how an action stands against its day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.action import (
    Action,
    ActionDraft,
    ActionLine,
    ActionState,
    by_urgency,
    due_words,
    overdue,
    timeliness,
)
from audit_desk.domain.answer_rules import needs_evidence
from audit_desk.domain.audit import Absence, Answer
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.due_dates import Timeliness
from audit_desk.domain.follow_up import FollowUp, follow_up_gaps, is_adverse, missing, submit_gaps
from tests.unit.test_completeness import ANSWERS, JUDGEMENTS, TOOL, question

TODAY = date(2026, 6, 1)
AT = datetime(2026, 5, 1, 9, tzinfo=UTC)
DRAFT = ActionDraft("Health is there.", "Team manager", TODAY)
OPEN = Action("a", "r", DRAFT, ActionState.OPEN, "", "", "", "Ada", AT, AT)
DONE = replace(OPEN, state=ActionState.DONE, outcome="Seen", ended_by="Ben", ended_at=AT)


@pytest.mark.parametrize(
    ("kind", "adverse"),
    [
        (AnswerKind.GRADE, {"3", "4"}),
        (AnswerKind.YES_PARTLY_NO, {"partly", "no"}),
        (AnswerKind.SAFETY, {"unsure", "unsafe"}),
        (AnswerKind.FACTS, set[str]()),
    ],
)
def test_which_answers_ask_for_an_action(kind: AnswerKind, adverse: set[str]) -> None:
    asked = question("Q", kind)
    values = ["", "1", "2", "3", "4", "yes", "partly", "no", "safe", "unsure", "unsafe"]
    assert {value for value in values if is_adverse(asked, Answer("Q", value))} == adverse
    for value in adverse:
        assert needs_evidence(asked, Answer("Q", value))  # nobody acts on what nobody saw
        assert not is_adverse(replace(asked, for_moderator=True), Answer("Q", value))
    assert not is_adverse(asked, Answer("Q", absence=Absence.NOT_EVIDENCED))


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (None, "say what will be done, or why nothing is needed."),
        (FollowUp("Q", none_because=" "), "say what will be done, or why nothing is needed."),
        (FollowUp("Q", none_because="He has moved."), ""),
        (FollowUp("Q", action_id="a"), ""),
        (FollowUp("Q", DRAFT), ""),
        (FollowUp("Q", replace(DRAFT, change=" ")), "say what will change for the child."),
        (FollowUp("Q", replace(DRAFT, owner="")), "say who sees to it."),
        (FollowUp("Q", replace(DRAFT, due_on=None)), "say by when."),
        (FollowUp("Q", ActionDraft("Health is there.")), "say who sees to it and by when."),
    ],
)
def test_what_is_still_to_be_said(told: FollowUp | None, asked: str) -> None:
    assert missing(told) == asked


def test_gaps_stand_in_reading_order_among_the_others() -> None:
    answers = {**ANSWERS, "ST2": Answer("ST2", "no", evidence="Seen."), "ST3": Answer("ST3", "3")}
    found = submit_gaps(TOOL, answers, JUDGEMENTS, {}, {})
    assert [gap.sentence.split(":")[0] for gap in found][:3] == [
        "ST2",
        "ST3 is answered “Requires improvement”",
        "ST3",
    ]
    told = {key: FollowUp(key, none_because="Put right.") for key in ("ST2", "ST3")}
    assert not follow_up_gaps(TOOL, answers, {}, told)


def test_an_answer_that_does_not_apply_asks_nothing() -> None:
    answers = {**ANSWERS, "ST6": Answer("ST6", "4", evidence="Seen.")}
    assert not follow_up_gaps(TOOL, answers, {"missing": "no"}, {})
    assert follow_up_gaps(TOOL, answers, {"missing": "yes"}, {})


@given(st.integers(-400, 400))
def test_an_open_action_is_late_after_its_day_and_one_that_ended_never(days: int) -> None:
    due = replace(DRAFT, due_on=TODAY + timedelta(days=days))
    action = replace(OPEN, draft=due)
    assert overdue(action, TODAY) == (days < 0)
    assert (timeliness(action, TODAY) is Timeliness.SOON) == (0 <= days <= 7)
    assert timeliness(replace(DONE, draft=due), TODAY) is Timeliness.NONE
    assert ("overdue" in due_words(action, TODAY)) == (days < 0)


def test_actions_come_as_they_are_worked_on() -> None:
    def line(name: str, days: int | None, action: Action = OPEN) -> ActionLine:
        due = None if days is None else TODAY + timedelta(days=days)
        return ActionLine(replace(action, id=name, draft=replace(DRAFT, due_on=due)), "Spring")

    lines = [line("done", -9, DONE), line("none", None), line("later", 5), line("late", -1)]
    lines.append(line("latest", -30))
    assert [each.action.id for each in by_urgency(lines)] == [
        "latest",
        "late",
        "later",
        "none",
        "done",
    ]
