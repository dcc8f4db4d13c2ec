"""Every control of every page is reached by Tab, and each page begins where work does."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.audit import Answer
from audit_desk.domain.follow_up import FollowUp
from audit_desk.ui.navigation import Rail
from tests.cli.conftest import PASSPHRASE
from tests.e2e.person import Person
from tests.e2e.registers import AUDITOR, make_register

_MOST = 160


def _stops(window: QWidget) -> set[QWidget]:
    """Return what takes the focus by Tab; of the pages' buttons Tab reaches the open one's."""
    found: set[QWidget] = set()
    each = window.nextInFocusChain()
    tab = Qt.FocusPolicy.TabFocus
    while each is not None and each is not window:
        takes = each.focusPolicy() & tab == tab and each.focusProxy() is None
        usable = each.isVisible() and each.isEnabled()
        if takes and usable and not isinstance(each.parent(), Rail):
            found.add(each)
        each = each.nextInFocusChain()
    return found


def _unreached(person: Person) -> list[str]:
    missed = _stops(person.window)
    start = person.focus
    for _ in range(_MOST):
        missed.discard(person.focus)
        QTest.keyClick(person.focus, Qt.Key.Key_Tab)
        if person.focus is start:
            break
    start.setFocus()
    return [each.accessibleName() or type(each).__name__ for each in missed]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with a drawn round, a concern and an action: every page has all its parts."""
    path = tmp_path_factory.mktemp("register") / "north.auditdesk"
    desk = make_register(path)
    (line,) = desk.rounds.lines()
    audit = desk.rounds.audits(line.round.id)[0]
    desk.auditing.save_answer(audit.id, Answer("X9", "unsafe", evidence="Bruises."), AUDITOR)
    draft = ActionDraft("Somebody she trusts sees her each week.", "Team manager", date(2026, 1, 5))
    desk.actions.keep(audit.id, FollowUp("X9", draft), AUDITOR)
    desk.register.close()
    return path


@pytest.fixture
def register(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(first, tmp_path))


def test_every_control_before_a_register_is_open(person: Person, register: Path) -> None:
    person.start()
    assert _unreached(person) == []
    person.press("Return")
    assert person.focus_name == "Organisation"
    assert _unreached(person) == []
    person.close()
    person.start(register)
    assert person.focus_name == "Passphrase"
    assert _unreached(person) == []


@pytest.mark.parametrize(
    ("keys", "begins"),
    [
        ("Ctrl+1", "CST-"),
        ("Ctrl+2", "Find a case"),
        ("Ctrl+3", "Rounds"),
        ("Ctrl+4", "Actions"),
        ("Ctrl+5", "Themes and questions"),
        ("Ctrl+6", "Help pages"),
        ("Ctrl+7", "Organisation"),
        ("Ctrl+3 Return Alt+S", "Parts of the sample"),
        ("Ctrl+3 Return", "Audits"),
        ("Ctrl+3 Return Alt+F", "Findings"),
        ("Ctrl+3 Return Alt+R", "The report"),
        ("Ctrl+3 Return Return", "Outstanding"),
    ],
)
def test_every_control_of_a_page(person: Person, register: Path, keys: str, begins: str) -> None:
    person.start(register, PASSPHRASE)
    person.press(*keys.split())
    assert person.focus_name.startswith(begins)
    assert _unreached(person) == []


def test_back_from_an_audit_the_keys_work_in_the_list(person: Person, register: Path) -> None:
    person.start(register, PASSPHRASE)
    person.press("Ctrl+3", "Return", "Down", "Return")
    reference = person.audit.sheet.audit.reference
    person.press("Alt+Left")
    assert person.focus_name == "Audits"
    person.press("Return")
    assert person.audit.sheet.audit.reference == reference
    assert QApplication.focusWidget() is not None
