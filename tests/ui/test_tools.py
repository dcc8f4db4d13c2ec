from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit_tool import AuditTool, ToolStatus
from audit_desk.domain.settings import Appearance
from audit_desk.errors import UserError
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.tools.ports import ToolsDesk
from audit_desk.ui.screens.tools.screen import ToolsScreen
from audit_desk.ui.screens.tools.start_dialog import StartDialog
from audit_desk.ui.screens.tools.text import about_html, theme_html
from audit_desk.ui.theme import Theme
from audit_desk.ui.tokens import DARK, LIGHT
from audit_desk.ui.widgets.text import LINE
from tests.ui.conftest import FakePrompts, RecordedErrors
from tests.ui.fake_tools import FakeTools, key
from tests.ui.invented import invented_tool
from tests.ui.tool_editor_page import desk

__all__ = ["desk"]


@pytest.fixture
def tool() -> AuditTool:
    return invented_tool()


@pytest.fixture
def fake(tool: AuditTool) -> FakeTools:
    return FakeTools({key(tool): tool})


@pytest.fixture
def opened() -> list[AuditTool]:
    """Drafts that the editor would have been opened on."""
    return []


@pytest.fixture
def screen(
    qtbot: QtBot, desk: ToolsDesk, theme: Theme, icons: Icons, opened: list[AuditTool]
) -> ToolsScreen:
    made = ToolsScreen(desk, theme, icons, opened.append)
    qtbot.addWidget(made)
    made.refresh()
    return made


def _listed(screen: ToolsScreen) -> list[str]:
    return [item.text(0) for item in screen._items() if not item.isHidden()]


def test_it_opens_on_what_the_tool_is(screen: ToolsScreen, tool: AuditTool) -> None:
    words = screen.view.text.toPlainText()
    assert words.startswith(tool.title)
    assert "Version 3 · Draft · 2 themes, 3 questions" in words
    assert "Inspection report 2021" in words
    assert "1 working day · local setting" in words


def test_contents_list_every_question_and_mark_the_critical_ones(screen: ToolsScreen) -> None:
    assert _listed(screen) == [
        "About this tool",
        "Strategy meetings",
        "ST1 ★  Who came?",
        "ST2  When was it?",
        "Supervision",
        "SU1  Did supervision <b>help</b>?",
    ]


def test_a_question_shows_all_that_was_written_for_it(screen: ToolsScreen) -> None:
    screen.show_place("SU1")
    words = screen.view.text.toPlainText()
    for text in (
        "Did supervision <b>help</b>?",
        "Read all of it.",
        "Applies: Only where there is a plan.",
        "Requires improvement",
        "thin",
        "Asks for: Last held (date); Kind (one of Group, Alone).",
        "Evidence: Dates.",
        "Clocks: Supervision held: Every four weeks.",
        "Gaps were found. Inspection report 2021, ¶52",
    ):
        assert text in words.replace("\xa0", " ")


def test_finding_looks_everywhere_and_shows_the_first(screen: ToolsScreen) -> None:
    screen.view.find_box.setText("GAPS inspection")
    assert _listed(screen) == ["Supervision", "SU1  Did supervision <b>help</b>?"]
    assert "Did supervision" in screen.view.text.toPlainText()
    assert screen.view.nothing.isHidden()
    screen.view.find_box.setText("zebra")
    assert _listed(screen) == []
    assert not screen.view.nothing.isHidden()
    screen.view.find_box.clear()
    assert len(_listed(screen)) == 6


def test_themes_are_links_from_the_first_page(screen: ToolsScreen) -> None:
    screen.view.text.anchorClicked.emit(QUrl("supervision"))
    assert screen.view.text.toPlainText().startswith("Supervision")
    screen.show_place("nowhere")
    assert screen.view.text.toPlainText().startswith("Supervision")


def test_refreshing_keeps_what_is_read_unless_the_tools_changed(
    screen: ToolsScreen, fake: FakeTools, tool: AuditTool
) -> None:
    screen.show_place("ST2")
    screen.refresh()
    assert screen.view.text.toPlainText().startswith("Strategy meetings")
    later = replace(tool, version=4)
    fake.tools[key(later)] = later
    screen.refresh()
    assert screen.view.tools.count() == 2
    assert "Version 3" in screen.view.text.toPlainText()
    screen.view.tools.setCurrentRow(1)
    assert "Version 4" in screen.view.text.toPlainText()


def test_without_a_tool_it_says_so(screen: ToolsScreen, fake: FakeTools) -> None:
    fake.tools.clear()
    screen.refresh()
    assert screen.view.isHidden()
    screen.view.find_box.setText("anything")


@pytest.mark.dressed
def test_text_follows_the_theme(screen: ToolsScreen, theme: Theme) -> None:
    screen.show_place("SU1")
    assert LIGHT.good.fill in screen.view.text.toHtml()
    theme.set_appearance(Appearance.DARK)
    assert DARK.good.fill in screen.view.text.toHtml()


def test_text_stays_within_a_readable_line(screen: ToolsScreen, qtbot: QtBot) -> None:
    screen.resize(2400, 800)
    screen.show()
    text = screen.view.text
    letters = text.viewport().width() / text.fontMetrics().averageCharWidth()
    assert letters <= LINE + 1


def test_words_of_a_tool_are_never_markup(tool: AuditTool) -> None:
    html = about_html(tool) + "".join(theme_html(tool, theme, LIGHT) for theme in tool.themes)
    assert "<b>help</b>" not in html
    assert "&lt;b&gt;help" in html


def _dialog(screen: ToolsScreen) -> StartDialog:
    (found,) = screen.findChildren(StartDialog)
    return found


def test_a_published_tool_is_copied_into_a_draft_that_opens_in_the_editor(
    screen: ToolsScreen, fake: FakeTools, tool: AuditTool, opened: list[AuditTool]
) -> None:
    fake.publish(tool, "Alex")
    screen.refresh()
    assert screen.view.edit.isHidden()
    screen.view.copy.click()
    dialog = _dialog(screen)
    assert not dialog.id.isVisibleTo(dialog)  # the next version keeps its id and its title
    dialog.other_tool.setChecked(True)
    assert dialog.id.isVisibleTo(dialog)
    dialog.id.setText(tool.id)
    dialog.accept()
    assert "already" in dialog.id_field.note
    dialog.next_version.setChecked(True)
    fake.broken = True
    dialog.accept()
    assert dialog.fault.text() == "The disk is full. Nothing that was saved is lost."
    assert dialog.fault.isVisibleTo(dialog)
    fake.broken = False
    dialog.accept()
    assert [(each.version, each.status) for each in opened] == [(4, ToolStatus.DRAFT)]
    assert "Version 4" in screen.view.text.toPlainText()
    assert screen.view.copy.isHidden()
    screen.view.edit.click()
    assert len(opened) == 2


def test_a_draft_is_discarded_after_a_question_and_can_be_brought_back(
    screen: ToolsScreen, fake: FakeTools, tool: AuditTool, prompts: FakePrompts
) -> None:
    prompts.answer = False
    screen.view.discard.click()
    assert key(tool) in fake.tools
    prompts.answer = True
    screen.view.discard.click()
    assert fake.tools == {}
    assert prompts.asked[-1] == f"Discard the draft of {tool.title}, version 3?"
    screen.view.undo.click()
    assert fake.tools == {key(tool): tool}


def test_a_tool_goes_out_as_a_file_and_a_file_comes_in_as_a_draft(
    screen: ToolsScreen,
    fake: FakeTools,
    tool: AuditTool,
    prompts: FakePrompts,
    errors: RecordedErrors,
    tmp_path: Path,
) -> None:
    prompts.file = tmp_path / "tool.toml"
    screen.view.export.click()
    text = prompts.file.read_text(encoding="utf-8")
    text = text.replace('applies_note = "Only where there is a plan."\n', "")  # its one fault
    prompts.file.write_text(text.replace("version = 3", "version = 7", 1), encoding="utf-8")
    screen.view.take_in.click()
    assert (tool.id, 7) in fake.tools
    assert "Version 7" in screen.view.text.toPlainText()
    prompts.file.write_text("format = 1", encoding="utf-8")
    screen.view.take_in.click()
    (error,) = errors.shown
    assert "the field id is missing" in str(error)
    errors.shown.clear()


def test_a_tool_that_cannot_be_read_is_told_beside_the_others(
    screen: ToolsScreen, fake: FakeTools
) -> None:
    assert screen.view.unread.isHidden()
    fake.unread = (UserError("own.toml, line 3: this is not valid TOML.", "Look at that line."),)
    screen.refresh()
    assert not screen.view.unread.isHidden()
    assert "own.toml, line 3" in screen.view.unread.accessibleName()
    fake.tools.clear()
    screen.refresh()
    assert not screen.view.isHidden()
    assert screen.view.export.isHidden()
