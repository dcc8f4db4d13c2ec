from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.settings import Appearance
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.tools.screen import ToolsScreen
from audit_desk.ui.screens.tools.text import about_html, theme_html
from audit_desk.ui.theme import Theme
from audit_desk.ui.tokens import DARK, LIGHT
from audit_desk.ui.widgets.text import LINE
from tests.ui.invented import invented_tool


@pytest.fixture
def tool() -> AuditTool:
    return invented_tool()


@pytest.fixture
def screen(qtbot: QtBot, tool: AuditTool, theme: Theme, icons: Icons) -> ToolsScreen:
    made = ToolsScreen(lambda: [tool], theme, icons)
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
    qtbot: QtBot, tool: AuditTool, theme: Theme, icons: Icons
) -> None:
    tools = [tool]
    screen = ToolsScreen(lambda: tools, theme, icons)
    qtbot.addWidget(screen)
    screen.refresh()
    screen.show_place("ST2")
    screen.refresh()
    assert screen.view.text.toPlainText().startswith("Strategy meetings")
    tools.append(replace(tool, version=4))
    screen.refresh()
    assert screen.view.tools.count() == 2
    screen.view.tools.setCurrentIndex(1)
    assert "Version 4" in screen.view.text.toPlainText()


def test_without_a_tool_it_says_so(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    screen = ToolsScreen(list, theme, icons)
    qtbot.addWidget(screen)
    screen.refresh()
    assert screen.view.isHidden()
    screen.view.find_box.setText("anything")


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
