"""Drawing into a real register: receipts, audits, drawing again, verifying."""

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from audit_desk.domain.audit import Answer, Audit, Selection
from audit_desk.domain.sampling import standing
from audit_desk.errors import Cancelled, UserError
from audit_desk.services.desk import Desk
from audit_desk.services.receipt_files import read_receipt, verify_files, write_receipt
from audit_desk.services.sampling import DrawRequest
from audit_desk.storage.case_repo import CaseRepo
from tests.stored_cases import change_facts


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


@pytest.mark.parametrize("step", [0, 1, 2, 3])
def test_a_cancelled_draw_leaves_everything_as_it_was(desk: Desk, step: int) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    desk.sampling.draw(round_, DrawRequest(5, 1), "Ada")
    before = (desk.sampling.receipts(round_.id), desk.rounds.audits(round_.id))
    entries = desk.register.history.count()

    def cancel(done: int, of: int) -> None:
        assert of == 3
        if done == step:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.sampling.draw(round_, DrawRequest(6, 2), "Ada", cancel)
    assert (desk.sampling.receipts(round_.id), desk.rounds.audits(round_.id)) == before
    assert desk.register.history.count() == entries


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


OWN = ("Ezra Leigh", "leigh,  ezra")


def _close(desk: Desk, *references: str) -> None:
    with desk.register.transaction():
        for reference in references:
            desk.register.db.execute(
                "UPDATE cases SET closed_on = '2026-05-01' WHERE reference = ?", (reference,)
            )


def _give_staff(desk: Desk, reference: str, role: str, name: str) -> None:
    repo = CaseRepo(desk.register)
    case = repo.by_references([reference])[reference]
    with desk.register.transaction():
        change_facts(desk.register, [replace(case, facts={**case.facts, role: name})])


def _submit(desk: Desk, audit: Audit, day: str) -> None:
    with desk.register.transaction():
        desk.register.db.execute(
            "UPDATE audits SET state = 'submitted', submitted_at = ?, seal = ? WHERE id = ?",
            (f"{day}T12:00:00+00:00", "0" * 64, audit.id),
        )


def test_who_is_left_out_stands_in_the_receipt_by_name_in_a_fixed_order(
    desk: Desk, tmp_path: Path
) -> None:
    winter = desk.rounds.create("Winter", by="Ada")
    before = desk.sampling.draw(winter, DrawRequest(3, 1), "Ada").drawn
    audits = desk.rounds.audits(winter.id)
    _submit(desk, audits[0], "2025-06-01")  # twelve months to the day
    _submit(desk, audits[1], "2025-05-31")
    free = [f"CST-{each:04}" for each in range(1, 41) if f"CST-{each:04}" not in before]
    closed, chosen, worker, former, by_hand, *_ = free
    _close(desk, closed, before[1])
    _give_staff(desk, worker, "manager", "LEIGH, Ezra")
    _give_staff(desk, free[-1], "worker", "Ezra Leighton")
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
    _give_staff(desk, desk.sampling.next_spare(round_, own), "chair", "Ezra Leigh")
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


def test_the_profile_is_that_of_the_day_of_the_draw(desk: Desk) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    with pytest.raises(UserError, match="No sample was drawn"):
        desk.sampling.frame_profile(round_)
    asked = DrawRequest(8, 3)
    profile = desk.sampling.preview(round_, asked, "Ada").profile
    desk.sampling.draw(round_, asked, "Ada")
    for case in desk.cases.all()[:5]:
        _give_staff(desk, case.reference, "team", "West")
    assert desk.sampling.frame_profile(round_) == profile
    assert desk.findings.of_round(round_).profiles == profile
    (team,) = (one for one in profile if one.field_label == "Team")
    assert [(row.value, row.in_frame) for row in team.rows] == [("North", 27), ("South", 13)]
    # The first draws kept none: it is computed from the cases as they are now.
    with desk.register.transaction():
        desk.register.db.execute("UPDATE draws SET profile = '[]'")
    (team,) = (one for one in desk.sampling.frame_profile(round_) if one.field_label == "Team")
    assert "West" in [row.value for row in team.rows]


def test_a_receipt_is_verified_from_a_list_that_a_spreadsheet_program_kept(
    desk: Desk, tmp_path: Path
) -> None:
    opened = {f"CST-{each:04}": date(2026, 1 + each % 5, 1 + each % 28) for each in range(1, 40)}
    with desk.register.transaction():
        change_facts(
            desk.register,
            [
                replace(case, facts={**case.facts, "cst_start": opened[case.reference].isoformat()})
                for case in desk.cases.all()
                if case.reference in opened
            ],
        )
    round_ = desk.rounds.create("Spring", by="Ada")
    where = (("cst_start", "01/02/2026..30/04/2026"), ("cst_start", "not recorded"))
    receipt = desk.sampling.draw(round_, DrawRequest(5, 1, ("team",), where), "Ada")
    assert receipt.where[0] == ("cst_start", "2026-02-01..2026-04-30")
    reason = "Open to complex safeguarding since is not from 1 February 2026 to 30 April 2026 or"
    assert receipt.exclusions[0].reason == f"{reason} “Not recorded”"
    write_receipt(receipt, tmp_path / "receipt.json")

    rows: list[tuple[str, str, date | None]] = [
        (case.reference, str(case.facts["team"]), opened.get(case.reference))
        for case in reversed(desk.cases.all())
    ]
    heads = ("Reference", "Team", "Open to complex safeguarding since")
    book = Workbook(tmp_path / "cases.xlsx")
    sheet = book.add_worksheet()
    day_format = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, heads)
    for place, (reference, team, day) in enumerate(rows, start=1):
        sheet.write_row(place, 0, (reference, team))
        if day:
            sheet.write_datetime(place, 2, datetime.combine(day, time.min), day_format)
    book.close()
    lines = [(ref, team, f"{day:%d/%m/%Y}" if day else "") for ref, team, day in rows]
    text = "\n".join(";".join(line) for line in (heads, *lines))
    (tmp_path / "cases.csv").write_text(text, encoding="utf-8")

    for name in ("cases.xlsx", "cases.csv"):
        result = verify_files(tmp_path / "receipt.json", tmp_path / name)
        assert (result.differences, result.notes) == ((), ()), name
