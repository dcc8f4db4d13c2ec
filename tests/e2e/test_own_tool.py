"""A quality assurance lead makes the tool her council's own, by keyboard alone."""

from pathlib import Path

from audit_desk.domain.audit import Answer
from audit_desk.domain.audit_tool import ToolStatus
from audit_desk.services.sampling import DrawRequest
from audit_desk.services.tool_files import load_tool
from audit_desk.ui.widgets.reading import ReadingPane
from tests.cli.conftest import PASSPHRASE
from tests.e2e.person import Person
from tests.e2e.registers import AUDITOR, ROUND, make_register

WORDING = "Did anybody ask the child what would help?"


def test_a_tool_is_copied_changed_published_and_used_while_an_audit_under_way_keeps_its_own(
    person: Person, tmp_path: Path
) -> None:
    register = tmp_path / "north.auditdesk"
    made = make_register(register)
    audit = made.rounds.audits(made.rounds.by_name(ROUND).id)[0]
    made.auditing.save_answer(audit.id, Answer("ST3", "2"), AUDITOR)
    before = made.auditing.tool_for(audit.id)
    made.register.close()

    person.start(register, PASSPHRASE)
    desk = person.desk
    person.press("Ctrl+5")
    person.press_button("Copy and change …")
    person.press("Return")
    assert person.focus_name.startswith("Themes, questions, clocks and documents")
    person.press("Down", "Down", "Ctrl+N")
    assert person.focus_name == "Question"
    person.type(WORDING)
    person.press("F8")
    assert person.focus_name == "Guidance"
    person.type("Look for the child's own words.")
    person.press("F6", "Alt+Down")
    person.press("Ctrl+Z", "Ctrl+Y")
    person.tab_to("Undo")
    person.press_button("Publish …")
    assert WORDING in person.dialog.findChildren(ReadingPane)[0].toPlainText()
    person.press_button("Publish")
    assert "Copy and change …" in person.words()
    tool = desk.tools.newest(before.id)
    assert (tool.version, tool.status) == (before.version + 1, ToolStatus.PUBLISHED)
    assert [question.wording for question in tool.themes[0].questions][2] == WORDING

    person.answers.file = tmp_path / "our-own.toml"
    person.press_button("Export …")
    assert load_tool(tmp_path / "our-own.toml") == tool

    assert desk.auditing.tool_for(audit.id) == before
    assert desk.auditing.open(audit.id).answers["ST3"].value == "2"
    round_ = desk.rounds.create("Winter", by=AUDITOR)
    desk.sampling.draw(round_, DrawRequest(2, 1), AUDITOR)
    fresh = desk.rounds.audits(round_.id)[0]
    assert desk.auditing.tool_for(fresh.id) == tool
