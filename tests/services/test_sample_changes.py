"""Who is left out of a draw, and what alters it afterwards: swaps, files added on purpose."""

from datetime import date
from pathlib import Path

import pytest

from audit_desk.domain.audit import Answer, Selection
from audit_desk.domain.sampling import standing
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.receipt_files import verify_files, write_receipt
from audit_desk.services.sampling import DrawRequest
from tests.services.drawn_files import close, give_staff, submit

OWN = ("Ezra Leigh", "leigh,  ezra")


def test_who_is_left_out_stands_in_the_receipt_by_name_in_a_fixed_order(
    desk: Desk, tmp_path: Path
) -> None:
    winter = desk.rounds.create("Winter", by="Ada")
    before = desk.sampling.draw(winter, DrawRequest(3, 1), "Ada").drawn
    audits = desk.rounds.audits(winter.id)
    submit(desk, audits[0], "2025-06-01")  # twelve months to the day
    submit(desk, audits[1], "2025-05-31")
    free = [f"CST-{each:04}" for each in range(1, 41) if f"CST-{each:04}" not in before]
    closed, chosen, worker, former, by_hand, *_ = free
    close(desk, closed, before[1])
    give_staff(desk, worker, "manager", "LEIGH, Ezra")
    give_staff(desk, free[-1], "worker", "Ezra Leighton")
    with desk.register.transaction():
        desk.register.db.execute(
            "INSERT INTO former_staff SELECT id, 'worker', 'Ezra  leigh', '2026-01-01'"
            " FROM cases WHERE reference = ?",
            (former,),
        )
    spring = desk.rounds.create("Spring", by="Ada")
    desk.sampling.add_on_purpose(spring, chosen, "A complaint was upheld", "Ada")
    asked = DrawRequest(
        5,
        7,
        where=(("age", "..16"),),
        audited_within=12,
        not_own_of=(*OWN, "Nobody Known", " "),
        leave_out=((by_hand, " Before the  court "), (closed, "Before the court")),
    )
    receipt = desk.sampling.draw(spring, asked, "Ada")
    ages = {case.reference: int(case.facts["age"]) for case in desk.cases.all()}

    def young(*references: str) -> tuple[str, ...]:
        return tuple(sorted(each for each in references if ages[each] <= 16))

    too_old = sum(age > 16 for age in ages.values())
    assert [(each.reason, each.references) for each in receipt.exclusions] == [
        ("Age is not 16 or less", ()),
        ("No longer on any list", young(closed, before[1])),
        ("Added to this round on purpose", young(chosen)),
        ("Audited in another round within the last 12 months", young(before[0])),
        ("Being read in another round", young(before[2])),
        (
            "Ezra Leigh, who is to read, is or was the worker, manager or chair",
            young(worker, former),
        ),
        ("Nobody Known, who is to read, is or was the worker, manager or chair", ()),
        ("Left out by hand: Before the court", young(by_hand)),
    ]
    counts = [each.count for each in receipt.exclusions]
    assert counts == [too_old, *(len(each.references) for each in receipt.exclusions[1:])]
    assert sum(counts) + receipt.frame_size == 40
    assert desk.sampling.verify_round(spring).agrees
    write_receipt(receipt, tmp_path / "receipt.json")
    desk.cases.write_csv(tmp_path / "cases.csv")
    result = verify_files(tmp_path / "receipt.json", tmp_path / "cases.csv")
    assert (result.differences, result.notes) == ((), ())


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (DrawRequest(5, audited_within=0), "0 is not a number of months"),
        (DrawRequest(5, leave_out=(("CST-9999", "x"),)), "There is no case CST-9999"),
        (DrawRequest(5, leave_out=(("CST-0001", " "),)), "No reason is given for leaving out"),
        (DrawRequest(5, leave_out=(("CST-0001", "x"), ("CST-0001", "y"))), "is left out twice"),
        (DrawRequest(5, where=(("age", "17..13"),)), "ends before it begins"),
        (DrawRequest(5, where=(("age", "21"),)), "No case has 21 as its Age. There is: 13, 14"),
        (DrawRequest(5, where=(("age", "21.."),)), "There is no case to draw from"),
        (DrawRequest(5, where=(("cst_start", "03/25/2026.."),)), "no month 25"),
    ],
)
def test_what_cannot_be_left_out_or_asked_for_says_why(
    desk: Desk, asked: DrawRequest, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        desk.sampling.preview(desk.rounds.create("Spring", by="Ada"), asked, "Ada")


def test_a_swap_keeps_place_auditor_and_due_date_and_stands_in_receipt_and_history(
    desk: Desk,
) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    first = desk.sampling.draw(round_, DrawRequest(6, 1, by=("team",)), "Ada")
    out, own = first.drawn[1], first.drawn[2]
    coming = desk.sampling.next_spare(round_, out)
    with desk.register.transaction():
        desk.register.db.execute("UPDATE audits SET auditor = 'Ezra Leigh', due_on = '2026-07-01'")
    receipt = desk.sampling.swap(round_, out, " The file is sealed ", "Ada")
    audits = desk.rounds.audits(round_.id)
    assert [audit.reference for audit in audits] == list(standing(receipt))
    placed = audits[1]
    assert (placed.reference, placed.auditor, placed.selection) == (
        coming,
        "Ezra Leigh",
        Selection.RANDOM,
    )
    assert (placed.due_on, placed.facts["team"]) == (date(2026, 7, 1), "North")
    # The next spare is a case of this auditor's own: the place stays, without an auditor.
    give_staff(desk, desk.sampling.next_spare(round_, own), "chair", "Ezra Leigh")
    receipt = desk.sampling.swap(round_, own, "Not accessible", "Ada")
    assert desk.rounds.audits(round_.id)[2].auditor == ""
    assert desk.sampling.receipts(round_.id) == (receipt,)
    assert [(done.removed, done.reason) for done in receipt.swaps] == [
        (out, "The file is sealed"),
        (own, "Not accessible"),
    ]
    line = desk.register.history.lines("round", round_.id)[-2]
    assert (line.action, line.who, line.before) == ("swapped", "Ada", f'{{"reference":"{out}"}}')
    assert desk.sampling.verify_round(round_).agrees


def test_a_swap_that_cannot_be_made_says_why_and_changes_nothing(desk: Desk) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    with pytest.raises(UserError, match="No sample was drawn"):
        desk.sampling.swap(round_, "CST-0001", "Why", "Ada")
    request = DrawRequest(13, 1, by=("team",), where=(("team", "South"),))
    receipt = desk.sampling.draw(round_, request, "Ada")
    started = desk.rounds.audits(round_.id)[0]
    desk.auditing.save_answer(started.id, Answer("ST1", parts={"held": "2026-03-02"}), "Ada")
    for reference, reason, sentence in (
        (started.reference, "Why", "Reading of CST-.* has started"),
        (receipt.drawn[1], " ", "no reason was given"),
        (receipt.drawn[1], "Why", "no spare case left"),
        ("CST-0001", "Why", "is not in the sample"),
    ):
        with pytest.raises(UserError, match=sentence):
            desk.sampling.swap(round_, reference, reason, "Ada")
    assert desk.sampling.receipts(round_.id) == (receipt,)
    assert [audit.reference for audit in desk.rounds.audits(round_.id)] == list(receipt.drawn)


def test_what_was_added_on_purpose_survives_every_draw_and_is_never_drawn(desk: Desk) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    for reference in ("CST-0007", "CST-0003"):
        desk.sampling.add_on_purpose(round_, reference, "A complaint", "Bo")
    everyone = DrawRequest(38, 1)
    for _ in range(2):
        receipt = desk.sampling.draw(round_, everyone, "Ada")
        audits = desk.rounds.audits(round_.id)
        assert [audit.reference for audit in audits] == [*receipt.drawn, "CST-0007", "CST-0003"]
    kept = desk.sampling.receipts(round_.id)[-1].purposive
    assert [(one.reference, one.reason, one.by) for one in kept] == [
        ("CST-0007", "A complaint", "Bo"),
        ("CST-0003", "A complaint", "Bo"),
    ]
    assert desk.sampling.verify_round(round_).agrees
