"""For whom a report is, and choosing what may be quoted in it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from audit_desk.domain.audience import Audience
from audit_desk.domain.passages import Passage, PassageKind
from audit_desk.services.releases import Quotable
from audit_desk.ui.screens.round.report.audience_quotes import QuotesDialog
from tests.ui.fake_report import small_pdf
from tests.ui.round_page import Opened, opened_page  # noqa: F401 - the fixture is used by name


def quotable(group: str, text: str, *, released: bool = False, name: str = "") -> Quotable:
    passage = Passage(PassageKind.STRENGTH, group, "CST-0101", group, text)
    start = text.find(name)
    spans = ((start, start + len(name)),) if name else ()
    return Quotable(passage, released, (f"name “{name}”",) if name else (), spans)


PASSAGES = (
    quotable("Supervision", "It asks what changed for her.", released=True),
    quotable("Supervision", "The manager read the plan."),
    quotable("Strategy meetings", "Police were in the room."),
    quotable("Strategy meetings", "Ms Shah rang the same evening.", name="Ms Shah"),
)


@pytest.fixture
def drawn(opened: Opened) -> Opened:
    opened.draw(6)
    opened.register.pdf = small_pdf(1)
    opened.register.report.quotable = PASSAGES
    opened.open("report")
    return opened


def _dialog(drawn: Opened) -> QuotesDialog:
    drawn.screen.report.audiences.quotes_button.click()
    drawn.rest()
    return drawn.screen.window().findChildren(QuotesDialog)[-1]


def test_a_report_for_others_is_previewed_and_saved_as_theirs(
    drawn: Opened, tmp_path: Path
) -> None:
    tab = drawn.screen.report
    assert not tab.audiences.quotes_button.isVisible(), "a full report quotes everything"

    tab.audiences.choose(Audience.BOARD)
    drawn.rest()
    assert drawn.register.audiences[-1] is Audience.BOARD
    said = tab.audiences.about.text()
    assert Audience.BOARD.purpose in said
    assert "Left out: names" in said

    drawn.prompts.file = tmp_path / "Board.pdf"
    tab.save_button.click()
    drawn.rest()
    assert drawn.register.audiences[-1] is Audience.BOARD


def test_passages_are_released_by_keyboard_and_identifiers_asked_for_again(drawn: Opened) -> None:
    drawn.screen.report.audiences.choose(Audience.TEAM)
    drawn.rest()
    dialog = _dialog(drawn)
    tree = dialog.tree
    assert tree.released == (True, False, False, False)

    theme = tree.topLevelItem(1)
    assert theme is not None
    tree.setCurrentItem(theme)
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert tree.released == (True, False, True, False), "a theme leaves out what looks identifying"

    for _step in range(2):
        QTest.keyClick(tree, Qt.Key.Key_Down)
    assert dialog.marks.text() == "Looks like an identifier: name “Ms Shah”."
    assert dialog.text.extraSelections()[0].cursor.selectedText() == "Ms Shah"
    drawn.prompts.answer = False
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert not tree.released[3]
    drawn.prompts.answer = True
    QTest.keyClick(tree, Qt.Key.Key_Space)
    tree.tick(0)
    assert tree.released == (False, False, True, True)
    assert dialog.count.text() == "2 of 4 texts may be quoted"

    dialog.accept()
    drawn.rest()
    added, gone, _by = drawn.register.report.released[-1]
    assert added == ("Police were in the room.", "Ms Shah rang the same evening.")
    assert gone == ("It asks what changed for her.",)
    assert drawn.register.audiences[-1] is Audience.TEAM, "the preview is made again"
