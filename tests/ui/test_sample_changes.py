"""Changing a sample that is drawn: a file swapped for its spare, a case added on purpose."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from audit_desk.ui.screens.round.sample.purposive_dialog import PurposiveDialog
from audit_desk.ui.screens.round.sample.swap_dialog import SwapDialog
from tests.ui.round_page import Opened, opened_page  # noqa: F401 - the fixture is used by name


def _swap_dialog() -> SwapDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SwapDialog)
    return dialog


def test_a_file_is_swapped_for_the_next_spare_of_its_stratum(opened: Opened) -> None:
    opened.draw(12, by=("team",))
    opened.open("sample")
    sample = opened.screen.sample
    before = opened.register.receipts("round-1")[-1]
    gone, due = before.strata[0].drawn[0], before.strata[0].spares[0]
    sample.receipt_page.sample_page.table.selectRow(0)
    sample.swap_button.click()
    dialog = _swap_dialog()
    assert dialog.file_box.currentText() == gone
    assert dialog.comes_in.text() == f"{due} comes in."
    dialog.accept()
    assert "no reason" in dialog.fault.text()
    QTest.keyClicks(dialog.reason, "Moved to another council")
    dialog.accept()
    opened.rest()
    assert opened.register.receipts("round-1")[-1].swaps[0].added == due
    table = sample.receipt_page.sample_page.table.model()
    assert (table.index(0, 1).data(), table.index(0, 5).data()) == (due, gone)
    assert f"{gone} gave way to {due}: Moved to another council" in " ".join(
        sample.receipt_page.facts()
    )
    assert due in {row.audit.reference for row in opened.screen.audits.rows}
    assert due in sample.receipt_page.note.accessibleName()


def test_a_file_that_is_being_read_is_not_swapped(opened: Opened) -> None:
    opened.draw(12)
    opened.register.read(opened.register.rounds[0], submitted=0, begun=1)
    opened.open("sample")
    opened.screen.sample.swap_button.click()
    dialog = _swap_dialog()
    assert "has started" in dialog.comes_in.text()
    assert not dialog.do_button.isEnabled()
    dialog.file_box.setCurrentIndex(1)
    assert dialog.do_button.isEnabled()
    dialog.reject()


def _purposive() -> PurposiveDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PurposiveDialog)
    return dialog


def test_a_case_is_added_on_purpose_with_its_reason(opened: Opened) -> None:
    opened.draw(12)
    opened.open("sample")
    spare = opened.register.receipts("round-1")[-1].strata[0].spares[-1]
    opened.screen.sample.purposive_button.click()
    opened.rest()
    dialog = _purposive()
    reference, reason = dialog.findChildren(QLineEdit)[0], dialog.findChildren(QPlainTextEdit)[0]
    reference.setText("CST-9999")
    dialog.accept()
    assert dialog.fault.text()
    reference.setText(spare)
    QTest.keyClicks(reason, "A complaint was upheld.")
    dialog.accept()
    opened.rest()
    assert opened.register.reasons == ["A complaint was upheld."]
    assert any(spare in said for said in opened.screen.sample.receipt_page.facts())
    assert opened.screen.audits.rows[-1].is_purposive
    waiting = sum(len(each.spares) for each in opened.register.receipts("round-1")[-1].strata) - 1
    titles = opened.screen.sample.receipt_page.contents
    assert f"Spares ({waiting})" in {titles.item(n).text() for n in range(titles.count())}


def test_a_child_who_is_on_no_list_any_more_is_told_before_the_file_is_added(qtbot: QtBot) -> None:
    dialog = PurposiveDialog({"CST-0101": "2026-03-03", "CST-0102": ""}, lambda *_typed: None)
    qtbot.addWidget(dialog)
    reference = dialog.findChildren(QLineEdit)[0]
    for typed, said in (("cst-0101", "no list since 3 Mar 2026"), ("CST-0102", "")):
        reference.setText(typed)
        assert said in dialog.note.text()
        assert dialog.note.isVisibleTo(dialog) == bool(said)
