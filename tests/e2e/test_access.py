"""Pages for those who hear them, tab through them or read them large: names, order, nothing cut."""

import shutil
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from audit_desk import paths
from audit_desk.domain.audit import Answer
from audit_desk.domain.settings import Appearance
from audit_desk.ui.theme import Theme
from audit_desk.ui.window_state import WindowState
from tests.cli.conftest import PASSPHRASE
from tests.cut_texts import cut_texts, settle
from tests.e2e.person import Person
from tests.e2e.registers import AUDITOR, make_register
from tests.e2e.test_reach import _stops
from tests.gallery.__main__ import take
from tests.gallery.registry import all_shots

pytestmark = pytest.mark.dressed

_MOST = 160
_LEVEL = 24  # pixels: controls beside each other need not be level
_PAGES = {
    "home": "Ctrl+1",
    "cases": "Ctrl+2",
    "sample": "Ctrl+3 Return Alt+S",
    "overall": "Ctrl+3 Return Alt+A Return",
    "adverse": "Ctrl+1 Return Ctrl+Up Down Down 4",
    "concern": "Ctrl+1 Return F4",
    "check": "Ctrl+1 Return Ctrl+Shift+Return",
    "import": "Ctrl+2 Ctrl+I",
}
_LARGE = _PAGES | {
    "audits": "Ctrl+3 Return Alt+A",
    "actions": "Ctrl+4",
    "tools": "Ctrl+5",
}
# Those that are large or were cut once; ``python -m tests.gallery OUT --scale 200`` looks at all.
_STATES = (
    *("unlock-create", "go-to", "error-fault", "question", "import-done", "import-preview-leaving"),
    *("assign-conflict", "share-nobody", "actions-change", "concern-told", "concern-close"),
    *("round-sample-no-swap", "tools-publish", "form-names", "tools-editor", "audit-graded"),
    *("round-findings-timeliness", "audit-identifiers-check"),
)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("register") / "north.auditdesk"
    desk = make_register(path)
    (line,) = desk.rounds.lines()
    audit = desk.rounds.audits(line.round.id)[0]
    desk.auditing.save_answer(audit.id, Answer("X9", "unsafe", evidence="Bruises."), AUDITOR)
    desk.register.close()
    return path


@pytest.fixture
def register(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(first, tmp_path))


def _front(person: Person) -> QWidget:
    return QApplication.activeModalWidget() or person.window


def _shown(person: Person) -> list[QWidget]:
    return [each for each in _front(person).findChildren(QWidget) if each.isVisible()]


def _nameless(person: Person) -> list[str]:
    return [type(each).__name__ for each in _stops(_front(person)) if not each.accessibleName()]


def _shared_keys(person: Person) -> list[str]:
    """Return the Alt keys that more than one control of the page claims."""
    keys = Counter(
        QKeySequence.mnemonic(each.text()).toString()
        for each in _shown(person)
        if isinstance(each, QAbstractButton)
        or (isinstance(each, QLabel) and each.buddy() is not None)
    )
    return [key for key, count in keys.items() if key and count > 1]


def _visited(person: Person) -> list[QWidget]:
    """Return what Tab visits, in its order, until it comes back to what it has visited."""
    seen: list[QWidget] = []
    for _ in range(_MOST):
        QTest.keyClick(person.focus, Qt.Key.Key_Tab)
        if person.focus in seen:
            break
        seen.append(person.focus)
    return seen


def test_every_control_has_a_name_and_a_key_of_its_own(person: Person, register: Path) -> None:
    person.start(register, PASSPHRASE)
    for page, keys in _PAGES.items():
        person.press(*keys.split())
        assert _nameless(person) == [], page
        assert _shared_keys(person) == [], page
        if QApplication.activeModalWidget() is not None:
            person.press("Esc")


def test_tab_goes_down_the_middle_of_an_audit(person: Person, register: Path) -> None:
    person.start(register, PASSPHRASE)
    person.press(*_PAGES["adverse"].split())
    body = person.audit.view.middle.widget()
    assert body is not None
    inside = [each for each in _visited(person) if body.isAncestorOf(each)]
    tops = [each.mapTo(body, QPoint(0, 0)).y() for each in inside]
    start = tops.index(min(tops))
    order = [*range(start, len(inside)), *range(start)]
    climbs = [
        inside[after].accessibleName()
        for before, after in pairwise(order)
        if tops[after] < tops[before] - _LEVEL
    ]
    assert climbs == []
    assert len(inside) > 5


def test_nothing_is_cut_at_twice_the_text_size(person: Person, register: Path) -> None:
    state = WindowState(paths.settings_folder())
    state.remember_look(Appearance.LIGHT, 200)
    state.save()
    person.start(register, PASSPHRASE)
    person.window.resize(1280, 720)
    for page, keys in _LARGE.items():
        person.press(*keys.split())
        settle()
        assert cut_texts(_front(person)) == [], page
        assert (person.window.width(), person.window.height()) == (1280, 720), page
        if QApplication.activeModalWidget() is not None:
            person.press("Esc")


def test_no_state_of_a_page_is_cut_at_twice_the_text_size(
    qapp: QApplication, tmp_path: Path
) -> None:
    theme = Theme()
    theme.install(qapp)
    theme.set_scale(200)
    shots = {shot.name: shot for shot in all_shots()}
    cut = {name: take(qapp, theme, shots[name], tmp_path / "shot.png") for name in _STATES}
    theme.set_scale(100)
    assert {name: texts for name, texts in cut.items() if texts} == {}
