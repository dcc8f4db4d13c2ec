"""The whole job on a fresh computer, from a workbook to the report, by keyboard."""

import sqlite3
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPdf import QPdfDocument

from audit_desk import app
from audit_desk.domain.audit import Absence, AuditState, Grade
from audit_desk.domain.concern import Concern
from audit_desk.ui.dialogs.import_cases.dialog import ImportDialog
from tests.cli.conftest import PASSPHRASE, Command
from tests.e2e import reading
from tests.e2e.lists import BY_HAND, CARE, CHILDREN, annex_a, secrets
from tests.e2e.person import Person

AUDITOR, OTHER = "Amina Khan", "Ben Ode"
SIZE, SEED = 6, 4711


@pytest.mark.dressed
def test_from_a_workbook_to_the_report(person: Person, command: Command, tmp_path: Path) -> None:
    person.start()
    register = _create_a_register(person)
    _see_the_first_steps(person)
    _set_who_sits_here(person)
    _bring_in_a_list(person, annex_a(tmp_path / "annex a.xlsx"))
    _create_a_round(person)
    _draw(person)
    reference = _read_one_file(person)
    _look_at_the_findings(person)
    report = tmp_path / "report.pdf"
    _save_the_report(person, report)
    _another_person_closes_the_concern(person, reference)
    person.close()
    _read_the_report(report, reference)
    assert "an unbroken chain" in command("check", register).out
    _look_for_identifiers(register)


def _create_a_register(person: Person) -> Path:
    assert person.focus_name == "Create a register"
    person.press("Return")
    assert person.focus_name == "Organisation"
    person.type("Northshire Council")
    person.fill("Passphrase", PASSPHRASE)
    person.fill("The same passphrase again", PASSPHRASE)
    person.press("Return")
    assert person.main.windowTitle() == "Northshire Council – Audit Desk"  # noqa: RUF001
    return person.desk.register.path


def _see_the_first_steps(person: Person) -> None:
    shown = person.words()
    assert "First steps" in shown
    assert person.focus_name == "Bring in a case list"


def _set_who_sits_here(person: Person) -> None:
    person.press("Ctrl+7")
    person.fill("Your name", AUDITOR)
    person.fill("Name, contact 1", "Jo Bell")
    person.press("Ctrl+1")
    assert person.desk.settings.person() == AUDITOR
    assert person.desk.settings.get().escalation_contacts[0].name == "Jo Bell"


def _bring_in_a_list(person: Person, workbook: Path) -> None:
    before = person.desk.register.history.count()
    person.answers.file = workbook
    person.press_button("Bring in a case list")
    person.press("Return")
    assert person.focus_name == "Sheets of the workbook"
    assert f"{CARE} · {CHILDREN + 5} rows" in _sheets(person)
    person.press("Down", "Down", "Return")
    dialog = person.dialog
    assert isinstance(dialog, ImportDialog)
    assert "Headings: row 3" in person.words()
    assert "Its heading says that it holds names, which Audit Desk never keeps." in person.words()
    assert person.focus_name == f"What the column {BY_HAND} is"
    person.type("Alloc")
    person.wait_until(lambda: dialog.is_settled)
    person.press("Return")
    assert person.focus_name == f"Bring in {CHILDREN} cases", "every value is understood"
    assert f"{CHILDREN} cases, all new" in person.words()
    person.tab_to("What bringing the list in would do")
    person.press("Right", "Right", "Right")
    assert dialog.preview.tab == "refused"
    faults = dialog.preview.table.model()
    refused = {str(faults.index(row, 3).data()) for row in range(faults.rowCount())}
    assert "Lies in the future" in refused
    assert faults.rowCount() == 2
    assert person.answers.asked == ["Choose a list"], "Enter in a choice asks for nothing"
    assert person.desk.cases.count() == 0
    assert person.desk.register.history.count() == before
    person.press_button(f"Bring in {CHILDREN} cases")
    assert f"{CHILDREN} added" in person.words()
    assert person.focus_name == "Name of the profile"
    person.press("Return")
    (profile,) = person.desk.profiles.all()
    assert profile.mapping == {BY_HAND: "worker"}
    person.press("Return")
    assert person.main.current_page == "cases"
    assert f"{CHILDREN} cases" in person.words()


def _sheets(person: Person) -> list[str]:
    dialog = person.dialog
    assert isinstance(dialog, ImportDialog)
    held = dialog.file_page.sheets
    return [held.item(place).text() for place in range(held.count())]


def _create_a_round(person: Person) -> None:
    person.press("Ctrl+3")
    assert person.focus_name == "Create the first round"
    person.press("Return")
    person.type("Autumn 2025")
    person.fill("Purpose", "A first look at how return home interviews are used.")
    person.press_button("Create round")


def _draw(person: Person) -> None:
    assert person.focus_name == "Files to read"
    person.type(str(SIZE))
    person.fill("Seed", str(SEED))
    person.tab_to("Stratify by")
    person.press("Space")
    person.wait_until(lambda: f"{SIZE} of {CHILDREN}" in person.words())
    person.press_button("Draw the sample")
    assert f"{SIZE} of {CHILDREN} children drawn with seed {SEED}" in person.words()
    (round_,) = person.desk.rounds.lines()
    (receipt,) = person.desk.sampling.receipts(round_.round.id)
    assert (receipt.size, receipt.seed, receipt.by) == (SIZE, SEED, ("team",))
    assert [len(stratum.drawn) for stratum in receipt.strata] == [4, 2]


def _read_one_file(person: Person) -> str:
    person.press("Alt+A")
    assert person.focus_name == "Audits"
    person.press("Return")
    audit_id, reference = person.audit.sheet.audit.id, person.audit.sheet.audit.reference
    assert f"Nobody called {AUDITOR} stands as worker" in person.words()
    person.declare()
    reading.read_file(person)
    shown = person.words()
    assert "Everything is answered: submit this audit?" in shown
    assert "A concern for this child is open." in shown
    person.press("Return")  # the key for the next question, tapped twice
    person.press("Tab")
    assert person.focus_name == "Submit this audit"
    person.press("Return")
    full = person.desk.auditing.open(audit_id)
    assert full.audit.state is AuditState.SUBMITTED
    assert full.audit.auditor == AUDITOR
    assert full.answers["ST1"].parts == {
        "meeting": "held",
        "known": "2025-06-02T09:15",
        "requested": "2025-06-02T11:30",
        "held": "2025-06-03T14:00",
        "waited_for": "did_not_wait",
    }
    assert full.answers["ST3"].evidence == reading.EVIDENCE
    assert full.answers["ST5"].absence is Absence.NOT_EVIDENCED
    assert full.answers["X9"].evidence == reading.UNSAFE
    assert full.judgements["supervision"].is_override
    assert full.judgements["supervision"].rationale == reading.RATIONALE
    assert full.judgements["overall"].grade is Grade.INADEQUATE
    (concern,) = person.desk.concerns.open_concerns()
    assert [(each.told, each.response) for each in concern.contacts] == [
        ("Jo Bell (Team manager)", reading.ANSWERED)
    ]
    person.press("Alt+Left")
    assert person.focus_name == "Audits"
    assert f"1 of {SIZE} submitted" in person.words()
    _follow_the_action(person, reference)
    return reference


def _follow_the_action(person: Person, reference: str) -> None:
    person.press("Ctrl+4")
    assert person.focus_name == "Actions"
    shown = person.words()
    assert "1 open" in shown
    assert reading.CHANGE in shown
    person.tab_to(f"Open the audit of {reference}, ST3")
    person.press_button("Mark done")
    person.type("Three files read since: everyone had.")
    person.press_button("Mark done")
    assert "1 done or dropped" in person.words()
    person.press("Ctrl+3")
    assert person.focus_name == "Audits"


def _look_at_the_findings(person: Person) -> None:
    person.press("Alt+F")
    shown = person.words()
    assert f"1 of {SIZE}" in shown
    assert "1 child has an open concern." in shown
    assert "0 of 1" in shown


def _save_the_report(person: Person, target: Path) -> None:
    person.press("Alt+R")
    preview = person.main.findChild(QPdfDocument)
    assert preview is not None
    assert preview.pageCount() > 5
    person.answers.file = target
    person.press("Ctrl+S")
    person.wait_until(lambda: f"It is saved as {target}." in person.words())


def _another_person_closes_the_concern(person: Person, reference: str) -> None:
    person.press("Ctrl+1")
    shown = person.words()
    assert "1 open concern for a child's safety" in shown
    assert "Told Jo Bell (Team manager)" in shown
    person.press("Ctrl+7")
    person.fill("Your name", OTHER)
    person.press("Ctrl+1")
    person.press_button(f"Child seen or safe: {reference}")
    person.type("Seen at home by the duty worker at 19:40; the plan now names who checks.")
    person.press_button("Record")
    assert "open concern" not in person.words()
    assert person.focus_name.startswith("CST-"), "the next file, not somewhere in the navigation"
    (concern,) = _concerns(person)
    assert (concern.closed_by, concern.is_open) == (OTHER, False)


def _concerns(person: Person) -> tuple[Concern, ...]:
    (line,) = person.desk.rounds.lines()
    return person.desk.concerns.of_round(line.round.id)


def _read_the_report(report: Path, reference: str) -> None:
    pdf = PdfReader(report)
    assert pdf.metadata is not None
    assert "Autumn 2025" in str(pdf.metadata.title)
    assert str(pdf.trailer["/Root"]["/Lang"]).startswith("en")  # type: ignore[index]
    text = "\n".join(page.extract_text() for page in pdf.pages)
    assert reference in text
    assert str(SEED) in text
    assert f"1 of {SIZE}" in " ".join(text.split())
    whole = text.casefold()
    assert [each for each in secrets().never_shown if each.casefold() in whole] == []


def _look_for_identifiers(register: Path) -> None:
    raw = register.read_bytes()
    assert b"SQLite format" not in raw
    assert b"Northshire" not in raw
    desk = app.open_desk(register, PASSPHRASE)
    try:
        db = desk.register.db
        tables = {name: "\n".join(map(str, db[name].rows)).casefold() for name in db.table_names()}
    finally:
        desk.register.close()
    found = secrets()
    kept = {
        (table, each)
        for table, content in tables.items()
        for each in found.never_kept
        if each.casefold() in content
    }
    assert kept == set()
    holders = {t for t, content in tables.items() for each in found.system_ids if each in content}
    assert holders == {"case_lookup"}


def test_without_its_passphrase_a_register_is_no_database(person: Person) -> None:
    person.start()
    register = _create_a_register(person)
    person.close()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(register).execute("SELECT * FROM cases")
