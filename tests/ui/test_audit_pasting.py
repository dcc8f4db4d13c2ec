"""What people paste into the audit page: nothing of it is lost, and nothing of it does harm."""

import time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from audit_desk.domain.answer_check import faults
from audit_desk.domain.audit import Answer, FullAudit
from audit_desk.errors import UserError
from audit_desk.ui.theme import Theme
from tests.ui.audit_page import CTRL, Key, Page, build_page
from tests.ui.conftest import RecordedErrors
from tests.ui.fake_auditing import NOW, FakeAuditing

_MEGABYTE = "A visit was made and written down. " * 30_000


class Checking(FakeAuditing):
    """Refuses what the service refuses."""

    def save_answer(self, audit_id: str, answer: Answer, by: str) -> FullAudit:
        wrong = faults(self.tool.question(answer.question_id), answer, NOW.date())
        if wrong:
            raise UserError(wrong[0])
        return super().save_answer(audit_id, answer, by)


def _paste(page: Page, text: str) -> None:
    clipboard = QApplication.clipboard()
    data = QMimeData()
    data.setText(text)
    clipboard.setMimeData(data)
    page.press(Key.Key_V, modifier=CTRL)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, errors: RecordedErrors) -> Page:
    made = build_page(qtbot, theme, errors, Checking())
    made.screen.moving.by(2)
    made.press(Key.Key_2, Key.Key_E)
    return made


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("She said: \U0001f642 \U0001f468\u200d\U0001f469\u200d\U0001f467", None),
        ("قالت إنها بأمان ‎(Arabic)", None),
        ("\u202eright to left\u202c", None),
        (
            "A\x00 bell\x07, an escape\x1b[31m and a delete\x7f",
            "A bell, an escape[31m and a delete",
        ),
        ("Mr\u200b Sh\u00adah, \ufeffaunt\u2060s", "Mr Shah, aunts"),
        ("soft\x0bbreak\x0cpage\r\nline\u2028end", "soft\nbreak\npage\nline\nend"),
    ],
)
def test_all_that_can_be_read_is_kept_as_it_is(page: Page, pasted: str, kept: str | None) -> None:
    _paste(page, pasted)
    page.press(Key.Key_S, modifier=CTRL)
    assert page.auditing.full.answers["ST3"].evidence == (kept or pasted)


def test_a_megabyte_is_refused_in_words_and_stays_to_be_shortened(
    page: Page, errors: RecordedErrors
) -> None:
    page.type("Seen. ")
    page.press(Key.Key_S, modifier=CTRL)
    started = time.process_time()
    _paste(page, _MEGABYTE)
    page.press(Key.Key_S, modifier=CTRL)
    assert time.process_time() - started < 10, "the page stood still"
    assert page.auditing.full.answers["ST3"].evidence == "Seen. "
    assert page.screen.view.question.evidence.text.toPlainText() == f"Seen. {_MEGABYTE}"
    assert "may have 200,000" in str(errors.shown.pop())
    QTest.keyClick(page.focused(), Qt.Key.Key_Z, CTRL)
    page.type("And safe.")
    page.press(Key.Key_S, modifier=CTRL)
    assert page.auditing.full.answers["ST3"].evidence == "Seen. And safe."
