from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.errors import Cancelled, UserError
from audit_desk.ui.error_presenter import ErrorDialog, ErrorPresenter, error_text
from audit_desk.ui.widgets.text import TextLabel


def _fault(secret: str) -> Exception:
    try:
        try:
            int(secret)
        except ValueError as error:
            raise RuntimeError(f"cannot count {secret}") from error
    except RuntimeError as raised:
        return raised
    raise AssertionError(secret)


def _dialog(window: QWidget) -> ErrorDialog:
    return window.findChildren(ErrorDialog)[0]


def test_a_persons_own_error_is_said_with_its_cure(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ErrorPresenter(window).show(UserError("The file is empty.", "Export the list again."))
    dialog = _dialog(window)
    words = [text.text() for text in dialog.findChildren(TextLabel)]
    assert words == ["The file is empty.", "Export the list again."]
    assert not dialog.findChildren(QPlainTextEdit)
    dialog.close()


def test_a_fault_says_whose_it_is_and_gives_details(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    presenter = ErrorPresenter()
    presenter.attach(window)
    presenter.show(_fault("Jane Example"))
    dialog = _dialog(window)
    copy = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Copy details")
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "test_error_presenter.py" in copied
    assert copied.index("RuntimeError") < copied.index("ValueError")
    dialog.close()


def test_details_hold_no_value_that_the_program_handled() -> None:
    text = error_text(_fault("Jane Example"))
    assert "Jane" not in text.heading + text.advice + text.details
    assert "/home" not in text.details


def test_cancelling_is_no_error(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ErrorPresenter(window).show(Cancelled())
    assert not window.findChildren(ErrorDialog)
