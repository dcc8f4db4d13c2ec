"""Drawing into a real register: receipts, audits, drawing again, verifying."""

from pathlib import Path

import pytest

from audit_desk.domain.audit import Answer, Selection
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.receipt_files import read_receipt, write_receipt
from audit_desk.services.sampling import DrawRequest


def test_a_draw_makes_an_audit_of_each_drawn_case_in_order(desk: Desk) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    receipt = desk.sampling.draw(round_, DrawRequest(8, seed=42, by=("team",)), "Ada")
    audits = desk.rounds.audits(round_.id)
    assert [audit.reference for audit in audits] == list(receipt.drawn)
    assert {stratum.name for stratum in receipt.strata} == {"North", "South"}
    assert all(audit.facts["team"] in {"North", "South"} for audit in audits)
    assert desk.sampling.verify_round(round_).agrees


def test_conditions_are_spelled_as_the_cases_have_them(desk: Desk) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    asked = DrawRequest(3, 1, where=(("team", "south"),))
    receipt = desk.sampling.preview(round_, asked, "Ada").receipt
    assert receipt.where == (("team", "South"),)
    assert receipt.frame_size == 13
    assert receipt.exclusions[0].count == 27


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (DrawRequest(41), "40"),
        (DrawRequest(0), "1"),
        (DrawRequest(5, by=("shoe_size",)), "shoe_size"),
        (DrawRequest(5, where=(("team", "Atlantis"),)), "North, South"),
    ],
)
def test_a_draw_that_cannot_be_made_says_why(desk: Desk, asked: DrawRequest, sentence: str) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    with pytest.raises(UserError, match=sentence):
        desk.sampling.draw(round_, asked, "Ada")
    assert desk.sampling.receipts(round_.id) == ()


def test_drawing_again_keeps_the_first_draw_in_the_receipts(desk: Desk) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    first = desk.sampling.draw(round_, DrawRequest(5, 1), "Ada")
    second = desk.sampling.draw(round_, DrawRequest(5, 2), "Ada")
    assert [each.seed for each in desk.sampling.receipts(round_.id)] == [1, 2]
    assert second.replaces == 1
    drawn = [audit.reference for audit in desk.rounds.audits(round_.id)]
    assert drawn == list(second.drawn) != list(first.drawn)


def test_a_round_in_which_reading_started_is_not_drawn_again(desk: Desk) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    desk.sampling.draw(round_, DrawRequest(5, 1), "Ada")
    audit = desk.rounds.audits(round_.id)[0]
    desk.auditing.save_answer(audit.id, Answer("ST1", parts={"held": "2026-03-02"}), "Ada")
    with pytest.raises(UserError, match="Reading has started"):
        desk.sampling.draw(round_, DrawRequest(5, 2), "Ada")
    assert len(desk.sampling.receipts(round_.id)) == 1


def test_a_purposive_case_is_marked_and_needs_a_reason(desk: Desk) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    receipt = desk.sampling.draw(round_, DrawRequest(5, 1), "Ada")
    spare = receipt.strata[0].spares[0]
    for reference, reason in ((spare, " "), ("CST-9999", "Why"), (receipt.drawn[0], "Why")):
        with pytest.raises(UserError):
            desk.sampling.add_on_purpose(round_, reference, reason, "Ada")
    desk.sampling.add_on_purpose(round_, spare, "A complaint was upheld", "Ada")
    last = desk.rounds.audits(round_.id)[-1]
    assert (last.reference, last.selection) == (spare, Selection.PURPOSIVE)
    (added,) = desk.sampling.receipts(round_.id)[-1].purposive
    assert (added.reference, added.reason, added.by) == (spare, "A complaint was upheld", "Ada")
    assert added.at
    assert desk.sampling.verify_round(round_).agrees


def test_a_receipt_survives_its_file(desk: Desk, tmp_path: Path) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    receipt = desk.sampling.draw(round_, DrawRequest(5, 7), "Ada")
    write_receipt(receipt, tmp_path / "receipt.json")
    assert read_receipt(tmp_path / "receipt.json") == receipt


@pytest.mark.parametrize("content", ["", "[]", "{", "[" * 100_000, '{"algorithm": "dice"}'])
def test_what_is_not_a_receipt_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "receipt.json"
    path.write_text(content)
    with pytest.raises(UserError):
        read_receipt(path)


def test_round_names_are_unique_and_not_blank(desk: Desk) -> None:
    desk.rounds.create("Spring  2026", by="Ada")
    for name in ("Spring 2026", "   ", "x" * 200):
        with pytest.raises(UserError):
            desk.rounds.create(name, by="Ada")
    with pytest.raises(UserError, match="complex-safeguarding"):
        desk.rounds.create("Summer", by="Ada", tool_id="dentistry")
    assert [line.round.name for line in desk.rounds.lines()] == ["Spring 2026"]
