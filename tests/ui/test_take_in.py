"""Taking a pack in, choosing between two versions, and what is out, in the window."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.errors import UserError
from audit_desk.services.conflicts import Choice
from audit_desk.ui.dialogs.take_in.conflict_dialog import ConflictDialog
from audit_desk.ui.dialogs.take_in.dialog import TakeInDialog
from audit_desk.ui.dialogs.take_in.ports import TakeInDesk
from audit_desk.ui.dialogs.take_in.take_back_dialog import TakeBackDialog
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.screens.round.audits.choice import Shown
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.theme import Theme
from tests.ui.audit_page import build_page
from tests.ui.conftest import FakePrompts, RecordedErrors
from tests.ui.fake_returns import (
    SECRET,
    SINCE,
    FakeConflicts,
    FakeCustody,
    FakeTakeIn,
    FakeVersions,
    a_preview,
    conflict,
    custody,
)
from tests.ui.round_page import Opened, opened_page

__all__ = ["opened_page"]

PACK = Path("/media/stick/Ama Cole Spring.auditdesk")


class Desk:
    """The dialog with its fakes."""

    def __init__(
        self, qtbot: QtBot, runner: TaskRunner, prompts: FakePrompts, theme: Theme
    ) -> None:
        self.port = FakeTakeIn()
        self.prompts = prompts
        self.drain = runner.drain
        self.notes: list[str] = []
        beside = TakeInDesk(
            runner, prompts, Icons(theme), theme, Path(), lambda: self.notes.append("choose")
        )
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.dialog = TakeInDialog(self.port, beside, self.window)
        self.dialog.taken.connect(lambda: self.notes.append("taken"))
        self.dialog.open()

    def look(self, secret: str = SECRET) -> None:
        """Type the passphrase and look at the pack."""
        self.dialog.passphrase.setText(secret)
        self.dialog.look_button.click()
        self.drain()

    def words(self) -> str:
        """Return all that can be read in the dialog."""
        labels = self.dialog.findChildren(QLabel)
        return "\n".join(each.text() for each in labels if each.isVisible())


@pytest.fixture
def desk(qtbot: QtBot, runner: TaskRunner, prompts: FakePrompts, theme: Theme) -> Desk:
    return Desk(qtbot, runner, prompts, theme)


def test_a_pack_is_looked_at_before_it_is_taken_in(desk: Desk) -> None:
    dialog = desk.dialog
    assert not dialog.look_button.isEnabled()
    desk.prompts.file = PACK
    dialog.zone.button.click()
    assert "File: Ama Cole Spring.auditdesk" in desk.words()
    dialog.passphrase.setText("wrong")
    dialog.look_button.click()
    dialog.reject()
    assert dialog.isVisible(), "a pack is just being read"
    desk.drain()
    assert "The passphrase is wrong." in desk.words()
    assert dialog.passphrase.hasFocus() or not dialog.isActiveWindow()
    desk.look()
    assert "What Ama Cole's pack brings back" in desk.words()
    assert "11 audits of Ama Cole come in, 10 of them submitted." in desk.words()
    assert "CST-0999 is left out: it is not in this register." in desk.words()
    assert dialog.model.rowCount() == 13
    assert desk.port.applied == 0
    desk.port.refusal = UserError("The register has changed.", "Look at it again.")
    dialog.take_button.click()
    desk.drain()
    assert "The register has changed." in desk.words()
    desk.port.refusal = None
    desk.look()
    dialog.take_button.click()
    desk.drain()
    assert desk.notes == ["taken"]
    assert "11 audits came in. 2 files stay with Ama Cole" in desk.words()
    assert "CST-0147: Is the child safe now? Unsure" in desk.words()
    assert "two versions: choose which is to stand." in desk.words()
    assert "CST-0161" not in desk.words()
    dialog.choose_button.click()
    assert desk.notes == ["taken", "choose"]
    assert dialog.passphrase.text() == ""


def test_a_dropped_pack_that_is_known_offers_nothing_but_to_close(desk: Desk) -> None:
    desk.port.found = a_preview(known=True)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(PACK))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    desk.dialog.zone.dropEvent(QDropEvent(QPointF(4, 4), copy, data, left, none))
    desk.look()
    assert "was taken in before. Nothing would change." in desk.words()
    assert not desk.dialog.take_button.isVisible()
    desk.dialog.back_button.click()
    assert desk.dialog.zone.isVisible()
    desk.dialog.reject()


def test_two_versions_are_chosen_between_one_after_the_other(qtbot: QtBot, theme: Theme) -> None:
    port, made = FakeConflicts(), list[int]()
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ConflictDialog(port, theme, window)
    dialog.chosen.connect(lambda: made.append(1))
    dialog.show()
    words = [each.text() for each in dialog.findChildren(QLabel)]
    assert "CST-0217: two versions of the audit" in words
    assert {"In this register", "In Ama Cole's pack", "(nothing)"} <= set(words)
    dialog.choose_button.click()
    assert dialog.reason_field.note == "Mark which version is to stand."
    dialog.theirs.setChecked(True)
    dialog.choose_button.click()
    assert "No reason is given." in dialog.reason_field.note
    dialog.reason.setPlainText("She had the sibling's file.")
    dialog.choose_button.click()
    assert dialog.heading.text() == "CST-0224: two versions of the audit"
    assert not dialog.theirs.isChecked(), "the next choice is made afresh"
    assert dialog.reason.toPlainText() == ""
    dialog.ours.setChecked(True)
    dialog.reason.setPlainText("Nothing new in the pack.")
    dialog.choose_button.click()
    assert [each[:2] for each in port.chosen] == [
        ("CST-0217", Choice.THEIRS),
        ("CST-0224", Choice.OURS),
    ]
    assert made == [1, 1]
    assert not dialog.isVisible()
    settled = replace(
        conflict(), chosen="theirs", chosen_by="Lee", chosen_at=SINCE, reason="She saw more."
    )
    looking = ConflictDialog(port, theme, window, [settled, settled])
    looking.show()
    assert (
        looking.outcome.text()
        == "The pack's version stands: Lee chose it on 2 March 2026. She saw more."
    )
    assert not looking.reason_field.isVisible()
    looking.choose_button.click()
    assert not looking.choose_button.isVisible(), "there is no next one"
    looking.reject()


def test_the_audits_tab_marks_what_is_out_and_takes_it_back(opened: Opened) -> None:
    opened.draw(4)
    held, notes = FakeCustody(), list[str]()
    audits = [full.audit for full in opened.register.full["round-1"]]
    held.held = {each.id: custody(each.id, each.reference) for each in audits[:2]}
    tab = opened.screen.audits
    tab._desk = replace(tab._desk, returns=held.returns(1, notes))
    tab.assigning._desk = tab._desk
    opened.open("audits")
    assert tab.view.out.text() == "2 files are out: Ama Cole 2."
    assert "1 audit was changed here and in a pack." in tab.view.versions.accessibleName()
    model = tab.table.model()
    assert [model.index(place, 3).data() for place in (0, 2)] == ["Out, 2 Mar", "Not started"]
    tip = model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("With Ama Cole since 2 March, due 20 Mar 2026.")
    tab.open_next()
    assert opened.register.opened == [audits[2].id], "what is out is not offered"
    tab.view.shown.choose(Shown.OUT)
    assert model.rowCount() == 2
    tab.table.selectAll()
    assert not tab.view.assign_button.isEnabled()
    tab.view.back_button.click()
    (dialog,) = opened.screen.window().findChildren(TakeBackDialog)
    dialog.do_button.click()
    assert "No reason is given." in dialog.field.note
    dialog.reason.setPlainText("Ama is ill.")
    dialog.do_button.click()
    opened.rest()
    ids = tuple(each.id for each in audits[:2])
    assert [(taken, reason) for taken, reason, _ in held.taken] == [(ids, "Ama is ill.")]
    assert not tab.view.out.isVisible()


def test_an_audit_that_is_out_opens_read_only_until_it_is_taken_back(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    held, versions = FakeCustody({"audit-1": custody("audit-1", "CST-0142")}), FakeVersions(1)
    page = build_page(qtbot, theme, errors, custody=held, versions=versions)
    screen = page.screen
    banner = screen.view.notices.held
    assert banner is not None
    assert banner.isVisible()
    assert banner.accessibleName().startswith("With Ama Cole since 2 March, due 20 Mar 2026")
    screen.moving.go_to(Place("meetings", "ST3"))
    both = screen.view.notices.versions
    assert both is not None
    assert both.accessibleName().endswith("Choose which of the two is to stand.")
    screen.view.notices.versions_asked.emit()
    assert versions.shown == ["audit-1"]
    assert both.accessibleName().endswith("The other one is kept.")
    before = dict(screen.sheet.answers)
    screen.choose_number(1)
    assert screen.sheet.answers == before
    assert not screen.view.notices.locked.isVisible()
    screen.check()
    assert screen.view.is_reading
    dialog = screen.holding.ask()
    assert dialog is not None
    dialog.reason.setPlainText("Ama is ill.")
    dialog.do_button.click()
    assert held.taken == [(("audit-1",), "Ama is ill.", "Amina Khan")]
    assert not banner.isVisible()
    screen.back_to_reading()
    screen.moving.go_to(Place("meetings", "ST3"))
    screen.choose_number(1)
    assert screen.sheet.answers != before
