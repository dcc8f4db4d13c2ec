"""Which questions of the tool for complex safeguarding are asked of which child."""

from audit_desk.domain.applicability import applicable, why_not
from audit_desk.domain.audit import Answers
from audit_desk.domain.case_fields import field
from audit_desk.domain.clocks import Outcome, read_clock
from tests.services.safeguarding_tool import BANK, HOLIDAYS, TOOL, parts


def ids(answers: Answers, **facts: int) -> set[str]:
    return {question.id for question in applicable(TOOL, answers, facts)}


def test_a_fresh_audit_hides_nothing_that_is_not_known() -> None:
    everything = {question.id for question in TOOL.questions()} - {"X10"}
    assert ids({}) == everything


def test_conditions_look_only_at_facts_that_a_case_list_can_hold() -> None:
    conditions = [c for question in TOOL.questions() for c in question.applies_when]
    conditions += [c for clock in TOOL.clocks for c in clock.not_counted_when]
    keys = {condition.case for condition in conditions if condition.case is not None}
    assert keys == {"missing_episodes"}
    assert all(field(key).key == key for key in keys)


def test_return_interviews_are_asked_of_children_who_were_missing() -> None:
    interviews = set(BANK["return-home-interviews"])
    assert not ids({}, missing_episodes=0) & interviews
    assert interviews <= ids({}, missing_episodes=1)
    none_due = parts(RH1={"episode": "no"})
    assert ids(none_due) & interviews == {"RH1"}
    assert "the list is then wrong" in why_not(TOOL.question("RH1"), {}, {"missing_episodes": 0})


def test_dates_of_an_episode_that_was_none_after_all_count_for_nothing() -> None:
    (held,) = [each for each in TOOL.clocks if each.stop == "RH1.interviewed"]
    answered = {"returned": "2026-03-02T18:40", "interviewed": "2026-03-03T10:00"}
    in_time = read_clock(held, parts(RH1={"episode": "yes", **answered}), HOLIDAYS)
    assert in_time.outcome is Outcome.IN_TIME
    none_due = read_clock(held, parts(RH1={"episode": "no", **answered}), HOLIDAYS)
    assert none_due.outcome is Outcome.NOT_APPLICABLE


def test_what_was_done_instead_is_asked_where_the_child_declined() -> None:
    declined = ids(parts(RH1={"outcome": "declined"}), missing_episodes=2)
    assert "RH4" in declined
    assert not declined & {"RH6", "RH8"}
    held = ids(parts(RH1={"outcome": "held"}), missing_episodes=2)
    assert "RH4" not in held
    assert {"RH6", "RH8"} <= held
    assert "RH2" in ids(parts(RH1={"outcome": "not_offered"}), missing_episodes=2)


def test_a_meeting_that_should_have_been_held_is_still_judged_by_its_effect() -> None:
    missing_meeting = ids(parts(ST1={"meeting": "needed_not_held"}))
    assert {"ST4", "ST5"} <= missing_meeting
    assert not missing_meeting & {"ST2", "ST3", "ST7", "ST8"}
    assert not ids(parts(ST1={"meeting": "not_needed"})) & {"ST2", "ST3", "ST4", "ST5", "ST7"}


def test_a_joint_safety_plan_is_asked_for_after_repeat_or_long_missing() -> None:
    for pattern in ("repeated", "long"):
        assert "ST6" in ids(parts(ST1={"missing_pattern": pattern, "meeting": "not_needed"}))
    assert "ST6" not in ids(parts(ST1={"missing_pattern": "no"}))


def test_an_overdue_wise_is_judged_and_one_not_yet_due_is_not() -> None:
    of_wise = set(BANK["wise-assessments"]) | {"SU7"}
    assert ids(parts(WI1={"stage": "not_yet_due"})) & of_wise == {"WI1"}
    assert ids(parts(WI1={"stage": "overdue"})) & of_wise == {"WI1", "WI3", "WI4", "WI8"}
    assert of_wise <= ids(parts(WI1={"stage": "completed"}))


def test_endings_are_asked_about_only_where_the_work_ends() -> None:
    assert not ids(parts(WI1={"cst_involvement": "open"})) & {"SU8", "X8"}
    for state in ("ending", "ended"):
        assert {"SU8", "X8"} <= ids(parts(WI1={"cst_involvement": state}))
