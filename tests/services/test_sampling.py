"""Drawing into a real register: receipts, audits, drawing again, verifying."""

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from audit_desk.domain.audit import Answer, Selection
from audit_desk.errors import Cancelled, UserError
from audit_desk.services.desk import Desk
from audit_desk.services.receipt_files import read_receipt, verify_files, write_receipt
from audit_desk.services.sampling import DrawRequest
from tests.services.drawn_files import give_staff
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


def test_the_profile_is_that_of_the_day_of_the_draw(desk: Desk) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    with pytest.raises(UserError, match="No sample was drawn"):
        desk.sampling.frame_profile(round_)
    asked = DrawRequest(8, 3)
    profile = desk.sampling.preview(round_, asked, "Ada").profile
    desk.sampling.draw(round_, asked, "Ada")
    for case in desk.cases.all()[:5]:
        give_staff(desk, case.reference, "team", "West")
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
