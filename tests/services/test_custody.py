"""One owner at a time: what is out is read-only here, and can be taken back with a reason."""

from datetime import timedelta
from pathlib import Path

import pytest

from audit_desk.domain.audit import Answer, Grade, Judgement
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.custody import out_words
from audit_desk.domain.independence import Statement
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.sampling import DrawRequest
from tests.services.conftest import TODAY
from tests.services.pack_work import AMA, BEN, LEAD, given_round, hand_out, in_pack, rows


def test_what_is_out_is_not_written_here_until_it_is_taken_back(desk: Desk, tmp_path: Path) -> None:
    round_, (one, two, three) = given_round(desk)
    desk.assignment.assign([three.id], BEN, None, LEAD)
    pack = hand_out(desk, round_, tmp_path / "ama").path
    held = desk.custody.of_round(round_.id)
    assert set(held) == {one.id, two.id}
    assert out_words(held.values()) == "2 files are out: Ama Cole 2."
    assert out_words((), 1) == "1 further reading is out: see Moderation."
    assert out_words(()) == ""
    before = rows(desk.register)
    auditing, assign = desk.auditing, desk.assignment
    for write in (
        lambda: auditing.save_answer(one.id, Answer("ST3", "2"), AMA),
        lambda: auditing.save_judgement(one.id, Judgement("overall", Grade.GOOD), AMA),
        lambda: auditing.save_contribution(one.id, Contribution(Role.CHILD, False), AMA),
        lambda: auditing.submit(one.id, AMA),
        lambda: auditing.reopen(one.id, "Wrong.", LEAD),
        lambda: desk.independence.declare(one.id, AMA, Statement.INDEPENDENT),
        lambda: assign.assign([one.id], BEN, None, LEAD),
        lambda: assign.unassign([one.id], LEAD),
        lambda: assign.set_due([one.id], TODAY + timedelta(9), LEAD),
        lambda: desk.sampling.swap(round_, one.reference, "Not theirs.", LEAD),
        lambda: desk.sampling.draw(round_, DrawRequest(3, 2), LEAD),
    ):
        with pytest.raises(UserError, match=rf"^{one.reference} is with Ama Cole since \d+ [A-Z]"):
            write()
    assert rows(desk.register) == before
    in_pack(pack, lambda ama: ama.auditing.save_answer(one.id, Answer("ST3", "2"), AMA))
    assert desk.auditing.save_answer(three.id, Answer("ST3", "2"), BEN).answers

    with pytest.raises(UserError, match="is not out"):
        desk.custody.take_back([one.id, three.id], "Ama is ill.", LEAD)
    desk.custody.take_back([one.id, two.id], "Ama is ill.", LEAD)
    (line,) = [
        each for each in desk.register.history.lines("audit", one.id) if each.action == "took back"
    ]
    assert line.who == LEAD
    assert "Ama is ill." in (line.after or "")
    assert desk.custody.of_round(round_.id) == {}
    assert desk.auditing.save_answer(one.id, Answer("ST3", "3"), AMA).answers


def test_a_round_of_which_files_were_out_keeps_its_sample(desk: Desk, tmp_path: Path) -> None:
    round_, audits = given_round(desk)
    hand_out(desk, round_, tmp_path / "ama")
    desk.custody.take_back([each.id for each in audits], "Nobody came.", LEAD)
    with pytest.raises(UserError, match="were handed out in a pack, so it cannot be drawn again"):
        desk.sampling.draw(round_, DrawRequest(3, 2), LEAD)
    with pytest.raises(UserError, match="was handed out in a pack, so it cannot be swapped"):
        desk.sampling.swap(round_, audits[0].reference, "Not theirs.", LEAD)
