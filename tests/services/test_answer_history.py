"""Nothing that was written is lost: versions of an answer, kept submissions, where I was."""

import json
import sqlite3
from dataclasses import replace
from datetime import date

import pytest
import sqlcipher3

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.audit import OVERALL, Answer, Audit, AuditState, Grade, Judgement
from audit_desk.domain.content_changes import content_changes
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.follow_up import FollowUp
from audit_desk.domain.practitioner import PRACTITIONER
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.registers import check
from audit_desk.services.seal import read_sealed, seal_of, sealed_text
from tests.services.test_auditing import audit, fill

__all__ = ["audit"]

HEARD = Contribution(
    Role.CHILD,
    invited=True,
    took_part=True,
    on=date(2026, 5, 20),
    said="Nobody asked me whether the plan would work.",
    changed=True,
    how="The plan is graded lower than before.",
)


def test_every_version_of_an_answer_is_there_newest_first_and_comes_back_as_a_new_one(
    desk: Desk, audit: Audit
) -> None:
    desk.auditing.save_answer(audit.id, Answer("ST3", "2"), "Ada")
    for typed in ("Good", "Good minutes", "Good minutes, shared."):
        desk.auditing.save_answer(audit.id, Answer("ST3", "2", evidence=typed), "Ada")
    desk.auditing.save_answer(audit.id, Answer("ST3", "4", evidence="Late."), "Ben")
    versions = desk.answer_history.of_question(audit.id, "ST3")
    assert [(version.who, version.after) for version in versions] == [
        ("Ben", Answer("ST3", "4", evidence="Late.")),
        ("Ada", Answer("ST3", "2", evidence="Good minutes, shared.")),  # one sitting's typing
        ("Ada", Answer("ST3", "2")),
    ]
    assert versions[1].before == versions[2].after
    lines = desk.register.history.count()
    full = desk.answer_history.restore(audit.id, versions[1], "Cleo")
    assert full.answers["ST3"] == versions[1].after
    assert desk.register.history.count() == lines + 1
    newest = desk.answer_history.of_question(audit.id, "ST3")[0]
    assert (newest.who, newest.before) == ("Cleo", versions[0].after)
    assert check(desk.register).faults == ()


def test_judgements_and_contributions_have_versions_too(desk: Desk, audit: Audit) -> None:
    judged = Judgement(OVERALL, Grade.GOOD, strengths="Seen weekly.")
    desk.auditing.save_judgement(audit.id, judged, "Ada")
    desk.auditing.save_judgement(audit.id, replace(judged, strengths=""), "Ben")
    first = desk.answer_history.of_place(audit.id, OVERALL, "")[-1]
    assert desk.answer_history.restore(audit.id, first, "Ada").judgements[OVERALL] == first.after
    desk.auditing.save_contribution(audit.id, HEARD, "Ada")
    desk.auditing.save_contribution(audit.id, replace(HEARD, said="Nobody asked."), "Ben")
    said = desk.answer_history.of_place(audit.id, PRACTITIONER, "")
    assert [version.after for version in said][1] == HEARD
    assert desk.answer_history.restore(audit.id, said[1], "Ada").contributions[Role.CHILD] == HEARD
    assert check(desk.register).faults == ()


def test_a_version_is_not_restored_in_a_locked_audit(desk: Desk, audit: Audit) -> None:
    fill(desk, audit)
    version = desk.answer_history.of_question(audit.id, "ST3")[0]
    desk.auditing.submit(audit.id, "Ada")
    with pytest.raises(UserError, match="submitted and locked"):
        desk.answer_history.restore(audit.id, version, "Ada")


def test_a_corrected_copy_keeps_the_original_and_its_seal(desk: Desk, audit: Audit) -> None:
    fill(desk, audit)
    first = desk.auditing.submit(audit.id, "Ada")
    desk.auditing.reopen(audit.id, "A date was misread", "Ben")
    desk.auditing.save_answer(audit.id, Answer("ST3", "1", evidence="Shared at once."), "Ada")
    desk.auditing.submit(audit.id, "Ada")
    desk.auditing.reopen(audit.id, "Another one", "Ben")
    kept = desk.submissions.of_audit(audit.id)
    assert [(each.sequence, each.reason) for each in kept] == [
        (1, "A date was misread"),
        (2, "Another one"),
    ]
    assert (kept[0].submitted_by, kept[0].reopened_by) == ("Ada", "Ben")
    assert kept[0].seal == first.audit.seal
    assert kept[0].submitted_at == first.audit.submitted_at
    assert kept[0].content.answers == first.answers
    assert kept[0].content.judgements == first.judgements
    assert kept[0].content.contributions == first.contributions
    assert kept[1].content.answers["ST3"].value == "1"
    assert desk.submissions.now(audit.id).answers == kept[1].content.answers
    assert check(desk.register).faults == ()
    for wrong in ("UPDATE submissions SET reason = 'x'", "DELETE FROM submissions"):
        with pytest.raises((sqlite3.DatabaseError, sqlcipher3.DatabaseError), match="never"):
            desk.register.db.execute(wrong)


def test_a_kept_submission_that_was_altered_or_taken_away_is_found(
    desk: Desk, audit: Audit
) -> None:
    fill(desk, audit)
    desk.auditing.submit(audit.id, "Ada")
    desk.auditing.reopen(audit.id, "A date was misread", "Ben")
    db = desk.register.db
    for trigger in ("changed", "deleted"):
        db.execute(f"DROP TRIGGER submissions_are_never_{trigger}")
    db.execute("UPDATE submissions SET content = replace(content, 'March', 'April')")
    assert "Submission 1 of the audit of" in " ".join(check(desk.register).faults)
    db.execute("DELETE FROM submissions")
    assert any("is missing" in fault for fault in check(desk.register).faults)


def test_an_audit_submitted_before_contributions_existed_keeps_its_seal(
    desk: Desk, audit: Audit
) -> None:
    fill(desk, audit)
    full = desk.auditing.open(audit.id)
    before = replace(full, contributions={})
    assert "contributions" not in json.loads(sealed_text(before))
    assert seal_of(full) != seal_of(before)
    content = read_sealed(sealed_text(full))
    assert (content.answers, content.judgements) == (full.answers, full.judgements)
    assert content.contributions == full.contributions


def test_the_window_asks_for_the_practitioners_part_and_a_file_does_not(
    desk: Desk, audit: Audit
) -> None:
    full = fill(desk, audit)
    desk.auditing.save_contribution(audit.id, Contribution(Role.CHILD), "Ada")
    with pytest.raises(UserError, match="Say whether the child or a carer was invited"):
        desk.auditing.submit(audit.id, "Ada")
    ahead = replace(HEARD, on=date(2027, 1, 1))
    with pytest.raises(UserError, match="cannot be the day"):
        desk.auditing.save_contribution(audit.id, ahead, "Ada")
    filled = desk.auditing.fill(
        audit.id, full.answers.values(), full.judgements.values(), by="Ada", submit=True
    )
    assert filled.audit.state is AuditState.SUBMITTED
    with pytest.raises(UserError, match="locked"):
        desk.auditing.save_contribution(audit.id, HEARD, "Ada")


def test_where_somebody_was_is_kept_for_each_and_is_no_history(desk: Desk, audit: Audit) -> None:
    lines = desk.register.history.count()
    assert desk.places.last(audit.id, "Ada") is None
    desk.places.remember(audit.id, "Ada", "strategy-meetings", "ST3")
    desk.places.remember(audit.id, "Ben", OVERALL, "")
    desk.places.remember(audit.id, "Ada", "strategy-meetings", "ST4")
    ada = desk.places.last(audit.id, "Ada")
    assert ada is not None
    assert (ada.theme_id, ada.question_id) == ("strategy-meetings", "ST4")
    assert desk.register.history.count() == lines


def test_what_followed_is_in_the_versions_and_in_what_was_submitted(
    desk: Desk, audit: Audit
) -> None:
    fill(desk, audit)
    due = date(2026, 6, 30)
    for change in ("Her worker", "Her worker knows of every episode."):
        told = FollowUp("ST3", ActionDraft(change, "Team manager", due))
        desk.actions.keep(audit.id, told, "Ada")
    desk.actions.keep(audit.id, FollowUp("ST4", same_as="ST3"), "Ada")
    desk.auditing.submit(audit.id, "Ada")
    (action,) = [line.action for line in desk.actions.lines()]
    later = ActionDraft("Her worker knows by noon.", "Team manager", due)
    desk.actions.change(action.id, later, "", "Ben")
    desk.auditing.reopen(audit.id, "The wrong child", "Ada")
    desk.actions.keep(audit.id, FollowUp("ST3", none_because="She moved."), "Ada")

    (kept,) = desk.submissions.of_audit(audit.id)
    assert kept.content.follow_ups["ST3"] == told
    assert kept.content.follow_ups["ST4"].draft == told.draft
    now = desk.submissions.now(audit.id)
    assert now.follow_ups["ST4"].draft == later
    titles = [
        place.title
        for place in content_changes(desk.auditing.tool_for(audit.id), kept.content, now)
    ]
    assert titles == ["ST3: what follows", "ST4: what follows"]
    versions = desk.answer_history.of_follow_up(audit.id, "ST3")
    assert [(each.who, each.after) for each in versions] == [
        ("Ada", FollowUp("ST3", none_because="She moved.")),
        ("Ben", FollowUp("ST3", later)),
        ("Ada", told),
    ]
    assert versions[0] in desk.answer_history.of_place(audit.id, "", "ST3")
    desk.answer_history.restore(audit.id, versions[2], "Cleo")
    assert desk.actions.follow_ups(audit.id)["ST3"] == told
    assert check(desk.register).faults == ()
