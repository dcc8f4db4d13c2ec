"""Builds the audit page for tests, and presses its keys."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.domain.event_suggestions import FromLists
from audit_desk.domain.settings import EscalationContact
from audit_desk.ui.dialogs.take_in.custody_ports import (
    CustodyPort,
    NoCustody,
    NoVersions,
    VersionsPort,
)
from audit_desk.ui.error_presenter import ShowsErrors
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.audit.draft_ports import DraftsPort, NoDrafts
from audit_desk.ui.screens.audit.identifiers.identifier_ports import IdentifiersPort, NoIdentifiers
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import AuditPorts, Desk
from audit_desk.ui.screens.audit.screen import AuditScreen
from audit_desk.ui.theme import Theme
from tests.ui.fake_actions import FakeActions
from tests.ui.fake_auditing import NOW, FakeAuditing, FakeConcerns, FakeLists, NoHolidays
from tests.ui.fake_independence import FakeIndependence
from tests.ui.fake_records import FakeRecords

CONTACTS = (
    EscalationContact("Team manager", "Jo Bell", "0161 496 0101"),
    EscalationContact("Emergency duty team", "", "0161 496 0999"),
)
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Page:
    """The page with its fakes, driven by keys as a person would."""

    qtbot: QtBot
    screen: AuditScreen
    auditing: FakeAuditing
    concerns: FakeConcerns
    closed: list[bool] = field(default_factory=list)

    @property
    def here(self) -> str:
        """The question or theme that is read."""
        return self.screen.moving.here.question_id or self.screen.moving.here.theme_id

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        for key in keys:
            held = modifier or Qt.KeyboardModifier.NoModifier
            to = QApplication.activePopupWidget() or self.focused()  # as the system sends keys
            self.qtbot.keyClick(to, key, held)  # type: ignore[no-untyped-call]

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focused(), text)  # type: ignore[no-untyped-call]

    def press_until(self, key: Qt.Key, reached: Callable[[QWidget], bool]) -> None:
        for _ in range(60):
            if reached(self.focused()):
                return
            self.press(key)
        raise AssertionError("the focus never got there")


def build_page(  # noqa: PLR0913 - one by one what a test may want to be another
    qtbot: QtBot,
    theme: Theme,
    errors: ShowsErrors,
    auditing: FakeAuditing | None = None,
    *,
    person: str = "Amina Khan",
    concerns: FakeConcerns | None = None,
    independence: FakeIndependence | None = None,
    lists: FromLists | None = None,
    actions: FakeActions | None = None,
    records: FakeRecords | None = None,
    identifiers: IdentifiersPort | None = None,
    drafts: DraftsPort | None = None,
    custody: CustodyPort | None = None,
    versions: VersionsPort | None = None,
) -> Page:
    auditing = auditing or FakeAuditing()
    concerns = concerns or FakeConcerns()
    closed: list[bool] = []
    desk = Desk(person, NoHolidays(), CONTACTS, lambda: date(2026, 5, 4), lambda: NOW)
    screen = AuditScreen(
        AuditPorts(
            auditing,
            concerns,
            errors,
            independence or FakeIndependence(person),
            FakeLists(lists or FromLists()),
            actions=actions or FakeActions(),
            records=(records or FakeRecords()).records(),
            identifiers=identifiers or NoIdentifiers(),
            drafts=drafts or NoDrafts(),
            custody=custody or NoCustody(),
            versions=versions or NoVersions(),
        ),
        desk,
        Look(theme, Icons(theme)),
        lambda: closed.append(True),
    )
    screen.open("audit-1")
    qtbot.addWidget(screen)
    screen.resize(1280, 684)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    screen.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return Page(qtbot, screen, auditing, concerns, closed)
