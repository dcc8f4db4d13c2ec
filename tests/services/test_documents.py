"""Documents beside the report: who may have which, and what is on record of it."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from audit_desk import app
from audit_desk.domain.action import ActionDraft
from audit_desk.domain.audit import OVERALL, Answer, Grade
from audit_desk.domain.follow_up import FollowUp
from audit_desk.domain.pack import PackKind
from audit_desk.domain.settlement import Feedback, judgement_item
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.pack_order import PackOrder
from audit_desk.services.registers import open_register
from audit_desk.services.report_texts import texts_of_readings
from tests.services.pack_markers import second_reading
from tests.services.pack_work import AMA, BEN, LEAD, SECRET, given_round
from tests.services.readings import read

WORSE = {"ST3": Answer("ST3", "3", evidence="One incident of five was known.")}
OVERALL_ITEM = judgement_item(OVERALL)
CHANGE = ActionDraft("Each meeting reads the chronology first.", "Team manager")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    return Desk(desk.register, {}, desk.today, export_writers=app.export_writers)


def words(path: Path) -> str:
    pages = PdfReader(BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_submitted_audit_is_written_for_its_team_and_that_is_on_record(
    desk: Desk, tmp_path: Path
) -> None:
    _, (audit, other, *_) = given_round(desk)
    with pytest.raises(UserError, match="is not submitted yet"):
        desk.documents.of_audit(audit.id)
    for each in (audit, other):
        due = desk.today()
        draft = ActionDraft(f"{CHANGE.change} {each.id[:4]}", CHANGE.owner, due)
        desk.auditing.save_answer(each.id, WORSE["ST3"], AMA)
        desk.actions.keep(each.id, FollowUp("ST3", draft), AMA)
        read(desk, each, AMA, otherwise=WORSE)
    report = desk.documents.of_audit(audit.id)
    assert [line.action.audit_id for line in report.actions] == [audit.id]
    desk.documents.write_audit(report, tmp_path / "one.pdf")
    desk.documents.note_audit(report, ".pdf", AMA)

    said = words(tmp_path / "one.pdf")
    assert audit.reference in said
    assert other.reference not in said
    assert f"{CHANGE.change} {audit.id[:4]}" in said
    last = desk.register.history.lines("audit", audit.id)
    assert "wrote an audit's report" in {line.action for line in last}


def test_a_pack_for_a_team_has_no_names_and_lists_are_written_as_their_ending_says(
    desk: Desk, tmp_path: Path
) -> None:
    round_, audits = given_round(desk, 6)
    for audit in audits:
        read(desk, audit, AMA)
    desk.actions.create(round_.id, ActionDraft(CHANGE.change, CHANGE.owner, desk.today()), AMA)
    shared = desk.documents.of_team(round_)
    desk.documents.write_loop(shared, tmp_path / "pack.pdf")
    sheet = desk.documents.of_actions(desk.actions.lines(), "Spring")
    desk.documents.write_actions(sheet, tmp_path / "list.pdf")
    desk.documents.write_actions(sheet, tmp_path / "list.docx")

    assert AMA not in words(tmp_path / "pack.pdf")
    assert "To talk about:" in words(tmp_path / "pack.pdf")
    assert CHANGE.change in words(tmp_path / "list.pdf")
    assert (tmp_path / "list.docx").read_bytes().startswith(b"PK")
    with pytest.raises(UserError, match="is read twice"):
        desk.documents.of_moderation(round_)
    with pytest.raises(UserError, match=r"cannot be written as “\.xlsx”"):
        desk.documents.write_loop(shared, tmp_path / "pack.xlsx")


def test_moderation_is_written_with_its_reasons_and_an_audit_says_what_was_settled(
    desk: Desk, tmp_path: Path
) -> None:
    round_, (audit, *_) = given_round(desk)
    read(desk, audit, AMA)
    desk.second_readings.choose([audit.id], "Ama asked for it.", "Lea")
    (further,) = desk.second_readings.of_round(round_.id)
    read(desk, further.audit, "Ben", Grade.REQUIRES_IMPROVEMENT, WORSE)
    settle = desk.moderation.settle
    settle(round_, further.audit.id, OVERALL_ITEM, "3", "Ring 07700 900461.", "Imo")
    given = Feedback(audit.id, "Imo", "yes", "", "no", "Name the role.", round_.created_at)
    desk.moderation.give_feedback(given)

    sheet = desk.documents.of_moderation(round_)
    desk.documents.write_moderation(sheet, tmp_path / "moderation.pdf")
    one = desk.documents.of_audit(audit.id)
    desk.documents.write_audit(one, tmp_path / "one.pdf")

    said = words(tmp_path / "moderation.pdf")
    assert "By hand. Ama asked for it." in said
    assert f"{AMA}: Good; Ben: Requires improvement. Settled as Requires improvement by Imo" in said
    assert "Does it specify corrective action? No. Name the role." in said
    both = "Overall: Good; settled at moderation as Requires improvement."
    assert both in words(tmp_path / "one.pdf")
    assert "Ben" not in words(tmp_path / "one.pdf")
    for found in (
        desk.identifiers.of_report(one),
        desk.identifiers.in_texts(texts_of_readings(sheet.found)),
    ):
        assert found[-1].place.words == "Why it was settled"


def test_whoever_reads_in_a_pack_writes_their_own_audit_there(desk: Desk, tmp_path: Path) -> None:
    round_, (audit, *_) = given_round(desk, 1)
    again = second_reading(desk, audit, BEN)
    for person, kind, audit_id in ((AMA, PackKind.FIRST, audit.id), (BEN, PackKind.SECOND, again)):
        order = PackOrder(round_, person, kind, tmp_path / person, SECRET)
        with open_register(desk.packs.make(order, LEAD).path, SECRET) as register:
            pack = Desk(register, {}, desk.today, export_writers=app.export_writers)
            read(pack, pack.auditing.open(audit_id).audit, person)
            pack.documents.write_audit(pack.documents.of_audit(audit_id), tmp_path / "own.pdf")
            with pytest.raises(UserError, match="not possible in a pack"):
                pack.documents.of_moderation(round_)
        said = words(tmp_path / "own.pdf")
        assert f"Read by {person}" in said
        assert ("made without knowing the first" in said) is (kind is PackKind.SECOND)
