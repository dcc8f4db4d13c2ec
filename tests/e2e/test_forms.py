"""A form from the audit's page to a spreadsheet and back, by keyboard."""

from pathlib import Path

from audit_desk.services.form_reader import read_form
from audit_desk.ui.dialogs.audit_forms.preview import FormPreviewDialog
from tests.cli.conftest import PASSPHRASE
from tests.e2e.person import Person
from tests.e2e.registers import make_register
from tests.form_filling import fill


def test_a_form_goes_out_and_comes_back_without_the_mouse(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "north.auditdesk"
    make_register(path).register.close()
    person.start(path, PASSPHRASE)
    person.answers.file = tmp_path / "form.xlsx"
    person.press("Ctrl+5")
    person.press_button("Blank form")
    person.press("Return", "Escape")
    assert read_form(tmp_path / "form.xlsx").stamp.audit_id == ""
    person.press("Ctrl+1")
    person.press_button("Begin reading")
    person.declare()
    person.press("Ctrl+P")
    assert person.focus_name.startswith("Save as workbook")
    person.press("Return")
    fill(tmp_path / "form.xlsx", {"ST3": "Good", "X9": "Unsafe"}, {"X9": "Seen on Friday."})
    person.press_button("Read a filled workbook")
    assert isinstance(person.dialog, FormPreviewDialog)
    assert "A concern for the child goes on record with it" in person.words()
    assert person.focus_name == "Save the changes"
    person.press("Return")
    assert person.audit.sheet.answer("ST3").value == "2"
    assert person.desk.auditing.open(person.audit.sheet.audit.id).answers["ST3"].value == "2"
    assert person.audit.view.is_showing(person.audit.view.concern), "whom to tell comes first"
