"""Choosing between two versions that were both submitted and opened again."""

from pathlib import Path

import pytest

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.audit import Answer, AuditState
from audit_desk.domain.follow_up import FollowUp
from audit_desk.errors import UserError
from audit_desk.services.conflicts import Choice
from audit_desk.services.desk import Desk
from audit_desk.services.registers import check
from tests.services.conftest import TODAY
from tests.services.pack_work import (
    AMA,
    BEN,
    LEAD,
    complete,
    given_round,
    hand_out,
    in_pack,
    take_in,
)


@pytest.mark.parametrize("choice", list(Choice))
def test_both_sides_opened_a_returned_audit_again(
    desk: Desk, tmp_path: Path, choice: Choice
) -> None:
    round_, (one, *_) = given_round(desk)
    pack = hand_out(desk, round_, tmp_path / "ama").path
    in_pack(pack, complete(one))
    take_in(desk, pack)
    desk.auditing.reopen(one.id, "The lead saw a wrong date.", LEAD)
    desk.auditing.save_answer(one.id, Answer("ST3", "1", evidence="Thorough."), LEAD)

    def work(ama: Desk) -> None:
        ama.auditing.reopen(one.id, "Ama remembered a meeting.", AMA)
        ama.auditing.save_answer(one.id, Answer("ST3", "3", evidence="Thin."), AMA)
        draft = ActionDraft("Meetings hear the child.", "Team manager", TODAY)
        ama.actions.keep(one.id, FollowUp("ST3", draft), AMA)
        ama.auditing.save_answer(one.id, Answer("ST5", "3", evidence="Late."), AMA)
        ama.actions.keep(one.id, FollowUp("ST5", same_as="ST3"), AMA)
        assert check(ama.register).faults == ()

    in_pack(pack, work)
    assert take_in(desk, pack)[1].conflicts == 1
    (waiting,) = desk.conflicts.waiting()
    titles = [place.title for place in desk.conflicts.versions(waiting).places]
    assert "ST3: what follows from the answer" in titles
    hint = "Nothing was chosen"
    with pytest.raises(UserError, match=hint):
        desk.conflicts.choose(waiting, choice, "Because\x00", LEAD)
    desk.conflicts.choose(waiting, choice, "The better record.", LEAD)
    assert check(desk.register).faults == ()
    answers = desk.auditing.open(one.id).answers
    assert answers["ST3"].value == ("1" if choice is Choice.OURS else "3")
    reasons = {each.reason for each in desk.submissions.of_audit(one.id)}
    assert "The lead saw a wrong date." in reasons
    if choice is Choice.THEIRS:
        assert "Ama remembered a meeting." in reasons
        told = desk.actions.follow_ups(one.id)
        assert told["ST5"].action_id in {each.id for each in desk.actions.choices(one.id)}
    (kept,) = desk.conflicts.of_audit(one.id)
    assert desk.conflicts.versions(kept).places


def test_what_is_out_is_not_chosen_for_until_it_is_back(desk: Desk, tmp_path: Path) -> None:
    round_, (one, *_) = given_round(desk, 1)
    lost = hand_out(desk, round_, tmp_path / "lost").path
    in_pack(lost, complete(one))
    desk.custody.take_back([one.id], "The stick was lost.", LEAD)
    desk.assignment.assign([one.id], BEN, None, LEAD)
    again = hand_out(desk, round_, tmp_path / "again", BEN).path
    assert take_in(desk, lost)[1].conflicts == 1
    held = desk.custody.holder(one.id)
    assert held is not None
    assert held.person == BEN
    (waiting,) = desk.conflicts.waiting()
    with pytest.raises(UserError, match="is with Ben Ode since"):
        desk.conflicts.choose(waiting, Choice.THEIRS, "It is read.", LEAD)
    in_pack(again, complete(one, BEN))
    take_in(desk, again)
    assert desk.auditing.open(one.id).audit.state is AuditState.SUBMITTED
    desk.conflicts.choose(waiting, Choice.THEIRS, "Ama read it first.", LEAD)
    assert desk.auditing.open(one.id).audit.auditor == AMA
    assert check(desk.register).faults == ()
