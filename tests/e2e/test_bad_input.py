"""What people hand in that cannot be used: a sentence with place and cure, and nothing changed."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from audit_desk import paths
from audit_desk.domain.audit import AuditState
from audit_desk.ui.dialogs.import_cases.dialog import ImportDialog
from audit_desk.ui.dialogs.import_cases.steps import Step
from tests.cli.conftest import PASSPHRASE, Command
from tests.e2e.person import Person
from tests.e2e.registers import ROUND, make_register
from tests.services.list_files import write_workbook

_AHEAD = date.today() + timedelta(days=500)  # noqa: DTZ011 - the local day, as the import's


@dataclass(frozen=True)
class Bad:
    """A list that cannot be brought in, and words that its refusal must have."""

    name: str
    make: Callable[[Path], object]
    says: tuple[str, ...]


def _text(content: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(content, encoding="utf-8")


LISTS = (
    Bad(
        "rota.xlsx",
        lambda path: write_workbook(path, {"Rota": [["Day", "Room"], ["Monday", "2.14"]]}),
        ("child's ID", "Rota"),
    ),
    Bad("empty.csv", _text(""), ("“empty.csv” is empty", "Export the list again")),
    Bad("lists", lambda path: path.mkdir(), ("is a folder", "Choose a file in it")),
    Bad(
        "wide.csv",
        _text(",".join(f"Column {n}" for n in range(20_000)) + "\n" + "," * 19_999 + "\n"),
        ("20,000 columns", "Delete the columns that are not needed"),
    ),
    Bad(
        "quote.csv",
        _text('Child ID,Team\n801,North\n802,"South\n803,North\n'),
        ("line 3", "never closed", "Put it right in the file"),
    ),
)
FAULTY_ROWS = (
    Bad(
        "future.csv",
        _text(f"Child ID,CST start date\n801,{_AHEAD:%d/%m/%Y}\n"),
        ("Open to complex safeguarding since|CST start date", "lies in the future"),
    ),
    Bad(
        "return.csv",
        _text("Child ID,Last missing date,Last return date\n801,20/05/2025,18/05/2025\n"),
        ("Last return", "before"),
    ),
)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register that every test gets a copy of: one with a drawn round."""
    path = tmp_path_factory.mktemp("register") / "north.auditdesk"
    make_register(path).register.close()
    return path


@pytest.fixture
def register(first: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "registers"
    folder.mkdir()
    return Path(shutil.copy(first, folder))


def _has(said: str, wanted: str) -> bool:
    return any(each.casefold() in said.casefold() for each in wanted.split("|"))


def _refused_by_command(command: Command, register: Path, *arguments: object) -> str:
    before = register.read_bytes()
    ran = command(*arguments)
    assert (ran.status, ran.out) == (1, "")
    assert register.read_bytes() == before
    assert "Traceback" not in ran.err
    return ran.err


@pytest.mark.parametrize("bad", [*LISTS, *FAULTY_ROWS], ids=lambda bad: bad.name)
def test_a_bad_list_by_command(command: Command, register: Path, tmp_path: Path, bad: Bad) -> None:
    bad.make(tmp_path / bad.name)
    said = _refused_by_command(command, register, "import", register, tmp_path / bad.name)
    assert [wanted for wanted in bad.says if not _has(said, wanted)] == [], said


@pytest.mark.parametrize("bad", [*LISTS, *FAULTY_ROWS], ids=lambda bad: bad.name)
def test_a_bad_list_in_the_window(person: Person, register: Path, tmp_path: Path, bad: Bad) -> None:
    bad.make(tmp_path / bad.name)
    person.start(register, PASSPHRASE)
    lines, cases = person.desk.register.history.count(), person.desk.cases.count()
    dialog = _look_at(person, tmp_path / bad.name)
    said = person.words() + "\n".join(_cells(dialog))
    assert [wanted for wanted in bad.says if not _has(said, wanted)] == [], said
    assert not (dialog.next.isVisible() and dialog.next.isEnabled())
    person.press("Esc")
    assert person.desk.register.history.count() == lines
    assert person.desk.cases.count() == cases


def _look_at(person: Person, file: Path) -> ImportDialog:
    person.press("Ctrl+2")
    person.answers.file = file
    person.press_button("Bring in a case list")
    person.press("Return")
    dialog = person.dialog
    assert isinstance(dialog, ImportDialog)
    for _ in Step:
        if dialog.step < Step.PREVIEW and dialog.next.isVisible() and dialog.next.isEnabled():
            person.press("Alt+Right")
    if dialog.step is Step.PREVIEW:
        dialog.preview.show_tab("refused")
    return dialog


def _cells(dialog: ImportDialog) -> list[str]:
    table = dialog.preview.table.model()
    return [
        str(table.index(row, column).data())
        for row in range(table.rowCount())
        for column in range(table.columnCount())
    ]


def test_good_rows_are_taken_beside_a_bad_one(
    command: Command, register: Path, tmp_path: Path
) -> None:
    mixed = tmp_path / "mixed.csv"
    mixed.write_text(f"Child ID,CST start date\n801,{_AHEAD:%d/%m/%Y}\n802,01/02/2025\n")
    ran = command("import", register, mixed)
    assert (ran.status, ran.out) == (0, "Took in 1 new and 0 known cases; 1 rows left out.\n")
    assert "row 2" in ran.err


_TWICE = "Child ID,Audit reference\n801,CST-0900\n802,CST-0900\n"


def test_a_reference_given_twice_names_both_rows(
    command: Command, person: Person, register: Path, tmp_path: Path
) -> None:
    file = tmp_path / "twice.csv"
    file.write_text(_TWICE, encoding="utf-8")
    before = register.read_bytes()
    ran = command("import", register, file, "--dry-run")
    assert "row 3" in ran.err
    assert "reference that stands for another child in row 2" in ran.err
    assert register.read_bytes() == before

    person.start(register, PASSPHRASE)
    dialog = _look_at(person, file)
    assert dialog.preview.tabs.tabText(dialog.preview.tabs.currentIndex()) == "Left out 1"
    assert "Has a reference that stands for another child in row 2" in _cells(dialog)
    person.press("Esc")


def test_a_reference_that_another_child_has_changes_nothing_of_that_child(
    command: Command, person: Person, register: Path, tmp_path: Path
) -> None:
    file = tmp_path / "taken.csv"
    file.write_text("Child ID,Audit reference,Team\n802,CST-0001,Elsewhere\n", encoding="utf-8")
    said = _refused_by_command(command, register, "import", register, file)
    assert "row 2" in said
    assert "stands for another child" in said
    assert "Correct the rows that are named" in said

    person.start(register, PASSPHRASE)
    dialog = _look_at(person, file)
    assert "No row can be brought in" in person.words()
    assert any("tands for another child" in cell for cell in _cells(dialog))
    assert not dialog.next.isEnabled()
    person.press("Esc")


# What is answered in an audit

_DATES = {
    "future": ({"missing_from": f"{_AHEAD.isoformat()}T08:00"}, ("RH1", "Missing from", "future")),
    "return": (
        {"missing_from": "2025-05-20T22:10", "returned": "2025-05-20T21:00"},
        ("RH1", "Returned", "is before", "Missing from", "Check both dates"),
    ),
}


@pytest.mark.parametrize("which", _DATES)
def test_an_impossible_date_of_an_audit_by_command(
    command: Command, register: Path, tmp_path: Path, which: str
) -> None:
    parts, says = _DATES[which]
    listed = json.loads(command("audits", register, "--round", ROUND, "--json").out)
    file = tmp_path / "answers.json"
    content = {
        "format": "audit-desk-answers/1",
        "answers": {"ST3": {"answer": "Good"}, "RH1": {"parts": parts}},
    }
    file.write_text(json.dumps(content), encoding="utf-8")
    first = listed[0]["reference"]
    said = _refused_by_command(
        command, register, "fill", register, "--round", ROUND, "--case", first, file
    )
    assert [wanted for wanted in says if wanted not in said] == [], said


def test_an_impossible_date_of_an_audit_in_the_window(person: Person, register: Path) -> None:
    person.start(register, PASSPHRASE)
    person.press("Return", "Return", "Ctrl+Down", "Ctrl+Down")
    assert person.audit.moving.here.question_id == "RH1"
    lines = person.desk.register.history.count()
    person.tab_to("Missing from")
    person.type(f"{_AHEAD:%d/%m/%Y} 08:00")
    person.press("Return")
    assert "Not saved." in person.words()
    assert "is in the future; an audit records what has happened." in person.words()
    assert person.desk.register.history.count() == lines
    person.press("Up")
    person.type("20/5/2025 22:10")
    person.press("Return")
    person.type("20/5/2025 21:00")
    person.press("Return")
    assert "“Returned” is before “Missing from”. Check both dates on the file." in person.words()
    person.press("Ctrl+S")
    full = person.desk.auditing.open(person.audit.sheet.audit.id)
    assert full.answers["RH1"].parts == {"missing_from": "2025-05-20T22:10"}
    assert full.audit.state is AuditState.IN_PROGRESS
    person.press("Ctrl+Shift+Return")
    said = person.words()
    assert "RH1: something that you typed there is not understood, and not saved." in said
    assert "All that you wrote is saved." not in said, "one page says one thing"
    person.press_button("Go to RH1")
    assert "is before “Missing from”" in person.words(), "it waits there, with its fault"


# A tool file


@pytest.fixture
def wrong_tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Among the tools lies a file in which a word stands where a number belongs."""
    folder = tmp_path / "resources"
    (folder / "audit_tools").mkdir(parents=True)
    real = paths.resource
    text = real("audit_tools", "complex-safeguarding.toml").read_text(encoding="utf-8")
    wrong = re.sub(r"^version = \d+$", 'version = "two"', text, count=1, flags=re.MULTILINE)
    (folder / "audit_tools" / "local.toml").write_text(wrong, encoding="utf-8")

    def resource(*parts: str) -> Path:
        return (folder if parts[0] == "audit_tools" else real()).joinpath(*parts)

    monkeypatch.setattr(paths, "resource", resource)


_WRONG_TOOL = ("local.toml", "version", "Correct the file and load it again")


@pytest.mark.usefixtures("wrong_tool")
def test_a_tool_with_a_wrong_type_by_command(command: Command, tmp_path: Path) -> None:
    register = tmp_path / "south.auditdesk"
    make_register(register, drawn=False).register.close()
    said = _refused_by_command(command, register, "round", register, "Spring")
    assert [wanted for wanted in _WRONG_TOOL if wanted not in said] == [], said


@pytest.mark.usefixtures("wrong_tool")
@pytest.mark.parametrize("keys", ["Ctrl+3 Return", "Ctrl+5"])
def test_a_tool_with_a_wrong_type_in_the_window(person: Person, tmp_path: Path, keys: str) -> None:
    register = tmp_path / "south.auditdesk"
    make_register(register, drawn=False).register.close()
    person.start(register, PASSPHRASE)
    lines = person.desk.register.history.count()
    person.press(*keys.split())
    said = person.words()
    assert [wanted for wanted in _WRONG_TOOL if wanted not in said] == [], said
    person.press("Return")
    assert person.main.isVisible()
    assert person.desk.register.history.count() == lines
