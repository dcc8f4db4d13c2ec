"""Taking packs in: what comes in, what stays out, what a person chooses."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.audit import Answer, AuditState
from audit_desk.domain.follow_up import FollowUp
from audit_desk.domain.independence import Statement
from audit_desk.domain.merging import Verdict
from audit_desk.domain.privacy_kinds import Kind
from audit_desk.errors import UserError
from audit_desk.services.conflicts import Choice
from audit_desk.services.desk import Desk
from audit_desk.services.registers import check
from tests.services.conftest import TODAY
from tests.services.pack_work import (
    AMA,
    BEN,
    LEAD,
    answer,
    complete,
    copy,
    given_round,
    hand_out,
    in_pack,
    rows,
    take_in,
)

MAY = (Kind.NAME, "may")


def test_a_file_that_its_reader_gave_back_in_the_pack_is_here_again_for_another(
    desk: Desk, tmp_path: Path
) -> None:
    round_, (one, two, _) = given_round(desk)
    pack = hand_out(desk, round_, tmp_path / "ama").path
    in_pack(pack, lambda ama: ama.independence.declare(one.id, AMA, Statement.INVOLVED))
    preview, _ = take_in(desk, pack)
    said = f"1 was given back ({one.reference}): Ama Cole had a part in the case."
    assert said in " ".join(preview.sentences)
    assert [each.stays_out for each in preview.audits] == [False, True, True]
    assert one.id not in desk.custody.of_round(round_.id)
    desk.assignment.assign([one.id], BEN, None, LEAD)
    in_pack(pack, answer(two, "3"))
    preview, _ = take_in(desk, pack)
    assert preview.audits[0].verdict is Verdict.NOTHING_NEW
    assert desk.auditing.open(one.id).audit.auditor == BEN


def test_what_was_done_in_a_pack_comes_in_and_what_is_not_finished_stays_out(
    desk: Desk, tmp_path: Path
) -> None:
    round_, (one, two, three) = given_round(desk)
    desk.auditing.save_answer(one.id, Answer("ST5", "2"), AMA)
    pack = hand_out(desk, round_, tmp_path / "ama").path
    draft = ActionDraft("Plans name the child's own words.", "Team manager", TODAY)

    def work(ama: Desk) -> None:
        complete(one)(ama)
        answer(two, "3")(ama)
        ama.actions.keep(two.id, FollowUp("ST3", draft), AMA)
        ama.auditing.save_answer(two.id, Answer("X9", "unsure", evidence="Not seen."), AMA)
        (concern,) = ama.concerns.open_concerns()
        ama.concerns.record_contact(concern.id, "Team manager", datetime.now(UTC), "Goes now", AMA)
        ama.identifiers.say(two.id, MAY, AMA, is_none=True)
        assert check(ama.register).faults == ()

    in_pack(pack, work)
    before = rows(desk.register)
    preview = desk.merging.look(pack, "four unrelated words")
    assert rows(desk.register) == before
    assert [(each.reference, each.verdict) for each in preview.audits] == [
        (one.reference, Verdict.TAKEN),
        (two.reference, Verdict.TAKEN),
        (three.reference, Verdict.SAME),
    ]
    said = " ".join(preview.sentences)
    assert "2 audits of Ama Cole come in, 1 of them submitted." in said
    assert "2 are not finished and stay with Ama Cole" in said
    assert f"1 concern comes in, still open: {two.reference}: Is the child safe now?" in said

    result = desk.merging.apply(preview, LEAD)
    assert (result.changed, result.taken, result.conflicts, result.concerns) == (True, 2, 0, 1)
    assert desk.auditing.open(one.id).audit.state is AuditState.SUBMITTED
    assert desk.auditing.open(two.id).answers["ST3"].value == "3"
    assert desk.actions.follow_ups(two.id)["ST3"].draft == draft
    (concern,) = desk.concerns.open_concerns()
    assert [each.told for each in concern.contacts] == ["Team manager"]
    assert desk.identifiers.not_ones(two.id) == {MAY}
    assert set(desk.custody.of_round(round_.id)) == {two.id, three.id}
    versions = desk.answer_history.of_question(one.id, "ST5")
    assert len(versions) == 2
    assert (versions[1].who, versions[1].after) == (AMA, Answer("ST5", "2"))
    assert check(desk.register).faults == ()

    again, nothing = take_in(desk, pack)
    assert again.known
    assert not nothing.changed

    desk.auditing.reopen(one.id, "A date was wrong.", LEAD)
    desk.auditing.save_answer(one.id, Answer("ST5", "3", evidence="Late."), LEAD)
    assert check(desk.register).faults == ()
    desk.register.db.execute(
        "UPDATE answers SET evidence = 'else' WHERE audit_id = ? AND question_id = 'ST3'",
        (two.id,),
    )
    assert any("came in with a pack" in fault for fault in check(desk.register).faults)


def test_both_sides_worked_so_both_are_kept_and_a_person_chooses(
    desk: Desk, tmp_path: Path
) -> None:
    round_, (one, two, _) = given_round(desk)
    pack = hand_out(desk, round_, tmp_path / "ama").path
    in_pack(pack, lambda ama: (complete(one)(ama), complete(two)(ama)))
    with pytest.raises(UserError, match=rf"{one.reference} is with Ama Cole since"):
        answer(one, "2")(desk)
    with pytest.raises(UserError, match="No reason"):
        desk.custody.take_back([one.id], " ", LEAD)
    desk.custody.take_back([one.id, two.id], "The stick was thought lost.", LEAD)
    assert desk.custody.holder(one.id) is None
    desk.assignment.assign([one.id, two.id], BEN, None, LEAD)
    for audit in (one, two):
        desk.auditing.save_answer(audit.id, Answer("ST3", "4", evidence="None held."), BEN)

    preview, result = take_in(desk, pack)
    both = f"2 were changed on both sides ({one.reference}, {two.reference})"
    assert both in " ".join(preview.sentences)
    assert (result.taken, result.conflicts) == (0, 2)
    assert desk.auditing.open(one.id).audit.auditor == BEN
    first, second = sorted(desk.conflicts.waiting(), key=lambda each: each.audit_id != one.id)
    versions = desk.conflicts.versions(first)
    assert (versions.ours, versions.theirs) == (
        "In progress, read by Ben Ode",
        "Submitted, read by Ama Cole",
    )
    (place,) = [each for each in versions.places if each.title.startswith("ST3")]
    changed = {each.label: (each.before, each.after) for each in place.changes}
    assert changed["Answer"] == ("Inadequate", "Good")

    with pytest.raises(UserError, match="No reason"):
        desk.conflicts.choose(first, Choice.THEIRS, " ", LEAD)
    desk.conflicts.choose(first, Choice.THEIRS, "Ama had read it all.", LEAD)
    desk.conflicts.choose(second, Choice.OURS, "Ben saw the newer record.", LEAD)
    assert desk.conflicts.waiting() == ()
    with pytest.raises(UserError, match="nothing is to be chosen"):
        desk.conflicts.choose(first, Choice.OURS, "No.", LEAD)
    assert desk.auditing.open(one.id).audit.state is AuditState.SUBMITTED
    assert desk.auditing.open(two.id).answers["ST3"].value == "4"
    (kept,) = desk.conflicts.of_audit(one.id)
    assert desk.conflicts.versions(kept).ours == "In progress, read by Ben Ode"
    assert check(desk.register).faults == ()

    in_pack(pack, lambda ama: ama.auditing.reopen(one.id, "A word was wrong.", AMA))
    preview, _ = take_in(desk, pack)
    verdicts = {each.audit_id: each.verdict for each in preview.audits}
    assert (verdicts[one.id], verdicts[two.id]) == (Verdict.TAKEN, Verdict.NOTHING_NEW)
    assert desk.custody.holder(one.id) is None, "taken back is taken back"
    assert check(desk.register).faults == ()


def test_an_older_copy_after_a_newer_says_nothing_and_two_apart_are_both_kept(
    desk: Desk, tmp_path: Path
) -> None:
    round_, (one, two, three) = given_round(desk)
    pack = hand_out(desk, round_, tmp_path / "ama").path
    in_pack(pack, complete(one))
    older = copy(pack, "older")
    apart = copy(pack, "apart")
    in_pack(pack, answer(two, "2"))
    in_pack(apart, lambda ama: (answer(two, "3")(ama), answer(three, "1")(ama)))

    take_in(desk, pack)
    assert take_in(desk, older)[0].known
    preview, result = take_in(desk, apart)
    assert {each.audit_id: each.verdict for each in preview.audits} == {
        one.id: Verdict.SAME,
        two.id: Verdict.CONFLICT,
        three.id: Verdict.TAKEN,
    }
    assert result.conflicts == 1
    in_pack(apart, answer(two, "4"))
    take_in(desk, apart)
    assert [each.chosen for each in desk.conflicts.of_audit(two.id)] == ["superseded", ""]
    in_pack(pack, complete(two))
    assert take_in(desk, pack)[0].audits[0].verdict is not Verdict.CONFLICT
    assert desk.auditing.open(two.id).audit.state is AuditState.SUBMITTED
    assert len(desk.conflicts.waiting()) == 1
    assert check(desk.register).faults == ()


def test_the_same_words_on_both_sides_are_no_conflict(desk: Desk, tmp_path: Path) -> None:
    round_, (one, *_) = given_round(desk)
    pack = hand_out(desk, round_, tmp_path / "ama").path
    in_pack(pack, complete(one))
    desk.custody.take_back([one.id], "The stick was thought lost.", LEAD)
    complete(one)(desk)
    assert take_in(desk, pack)[1].conflicts == 0
    assert check(desk.register).faults == ()


def test_a_pack_opens_a_returned_audit_again_and_has_it_again(desk: Desk, tmp_path: Path) -> None:
    round_, (one, *_) = given_round(desk)
    pack = hand_out(desk, round_, tmp_path / "ama").path
    in_pack(pack, complete(one))
    take_in(desk, pack)
    assert desk.custody.holder(one.id) is None
    in_pack(pack, lambda ama: ama.auditing.reopen(one.id, "A date was wrong.", AMA))
    preview, _ = take_in(desk, pack)
    assert one.reference in " ".join(preview.sentences)
    held = desk.custody.holder(one.id)
    assert held is not None
    assert held.person == AMA
    assert len(desk.submissions.of_audit(one.id)) == 1
    assert check(desk.register).faults == ()


def test_an_action_that_others_are_linked_to_is_never_lost(desk: Desk, tmp_path: Path) -> None:
    round_, (one, two, _) = given_round(desk)
    answer(one, "3")(desk)
    draft = ActionDraft("Plans name the child's own words.", "Team manager", TODAY)
    desk.actions.keep(one.id, FollowUp("ST3", draft), AMA)
    desk.assignment.assign([two.id], BEN, None, LEAD)
    pack = hand_out(desk, round_, tmp_path / "ama").path
    action = desk.actions.choices(one.id)[0].id
    with pytest.raises(UserError, match="is with Ama Cole"):
        desk.actions.drop(action, "Not wanted.", LEAD)
    desk.auditing.save_answer(two.id, Answer("ST3", "3", evidence="Thin."), BEN)
    desk.actions.keep(two.id, FollowUp("ST3", action_id=action), BEN)

    in_pack(pack, lambda ama: ama.actions.keep(one.id, FollowUp("ST3", none_because="No."), AMA))
    take_in(desk, pack)
    assert desk.actions.by_id(action).draft == draft
    assert desk.actions.by_id(action).audit_id == ""
    assert desk.actions.follow_ups(two.id)["ST3"].action_id == action
    assert check(desk.register).faults == ()


def test_two_open_concerns_of_one_answer_both_stay_and_a_closing_comes_along(
    desk: Desk, tmp_path: Path
) -> None:
    round_, (one, *_) = given_round(desk)
    unsafe = Answer("X9", "unsafe", evidence="Seen hurt.")
    desk.auditing.save_answer(one.id, unsafe, AMA)
    pack = hand_out(desk, round_, tmp_path / "ama").path
    (here,) = desk.concerns.open_concerns()

    def work(ama: Desk) -> None:
        ama.concerns.close(here.id, "Seen today, safe.", "Bea")
        ama.auditing.save_answer(one.id, Answer("X9", "safe"), AMA)
        ama.auditing.save_answer(one.id, unsafe, AMA)

    in_pack(pack, work)
    take_in(desk, pack)
    assert [each.is_open for each in desk.concerns.for_audit(one.id)] == [False, True]
    desk.custody.take_back([one.id], "Lost.", LEAD)
    assert len(desk.concerns.open_concerns()) == 1
