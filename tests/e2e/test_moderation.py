"""A file is read twice and a third person settles where the readings differ, by keyboard."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from audit_desk.domain.audit import OVERALL, Answer, Grade
from tests.cli.conftest import PASSPHRASE
from tests.e2e.person import Person
from tests.e2e.registers import AUDITOR, make_register
from tests.services.readings import read

FIRST, SECOND = "Ben Ode", "Cai Prosser"


def test_from_the_rule_to_what_counts(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "north.auditdesk"
    desk = make_register(path)
    (line,) = desk.rounds.lines()
    file, other = desk.rounds.audits(line.round.id)[:2]
    read(desk, file, FIRST, Grade.OUTSTANDING)
    read(desk, other, FIRST, Grade.GOOD)
    desk.register.close()

    person.start(path, PASSPHRASE)
    desk = person.desk
    assert desk.settings.person() == AUDITOR
    person.main.show_page("rounds")
    person.press("Return", "Alt+M")
    assert "No file is read twice yet" in person.words()
    person.press_button("Choose who is read twice")
    assert "It adds 2 files now" in person.words()
    person.press_button("Apply the rule")
    person.rest()
    one, two = desk.second_readings.of_round(line.round.id)
    assert one.audit.reference == file.reference
    assert "Nobody yet" in [each for row in _cells(person) for each in row]

    read(desk, one.audit, SECOND, Grade.GOOD, {"ST3": Answer("ST3", "4", evidence="No minutes.")})
    person.main.show_page("home")
    person.rest()
    assert "2 differences to settle" in person.words()
    person.press_button("2 differences to settle")
    person.rest()
    assert f"First reading: {FIRST} · Second reading: {SECOND}" in person.words()
    person.press("Return")  # from the files to what differs
    person.press("2")
    person.type("No plan was reviewed.")
    person.press("Ctrl+Return")
    person.wait_until(lambda: desk.moderation.pair(line.round, one.audit.id).open_items[1:] == ())
    person.press("4")
    person.type("No minutes are on file.")
    person.press("Ctrl+Return")
    person.wait_until(lambda: not desk.moderation.pair(line.round, one.audit.id).open_items)
    person.main.show_page("home")
    person.rest()
    assert "to settle" not in person.words()
    found = desk.findings.of_round(line.round)
    assert found.overall.spread.grades[Grade.GOOD] == 2
    assert desk.auditing.open(file.id).judgements[OVERALL].grade is Grade.OUTSTANDING
    assert two.audit.auditor == ""


def _cells(person: Person) -> list[list[str]]:
    from PySide6.QtWidgets import QTableView

    table = next(
        each
        for each in person.window.findChildren(QTableView)
        if each.accessibleName() == "Further readings"
    )
    model = table.model()
    QApplication.processEvents()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
