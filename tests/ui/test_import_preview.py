"""What an import would bring in, and what it leaves out, before anything is saved."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest

from audit_desk.errors import UserError
from audit_desk.services.case_preview import Leaving
from audit_desk.services.case_rows import RowFault
from tests.ui import fake_import
from tests.ui.import_window import (
    KEYS,
    Open,
    at_preview,
    opened_window,  # noqa: F401 - the fixture is used by name
)


def test_the_tabs_say_who_is_new_changed_leaving_and_left_out(opened: Open) -> None:
    at_preview(opened)
    tabs = opened.dialog.preview.tabs
    assert [tabs.tabText(place) for place in range(tabs.count())] == [
        *("New 12", "Changed 2", "Unchanged 20", "Leaving 3", "Left out 6", "Dropped columns 3"),
    ]
    assert opened.cells()[0][:3] == ["2", "East", "10"]
    opened.dialog.preview.show_tab("changed")
    assert opened.cells()[2] == ["CST-0004", "Closed to complex safeguarding", "", "27 Feb 2026"]
    opened.dialog.preview.show_tab("leaving")
    assert [row[1].split(".")[0] for row in opened.cells()] == [
        "The case is closed",
        "The case is closed",
        "Stays open: the child is on another list",
    ]
    opened.dialog.preview.show_tab("refused")
    assert opened.cells()[0] == ["2", "CST start date", "2027-01-01", "Lies in the future"]
    opened.dialog.preview.show_tab("unchanged")
    assert not opened.dialog.preview.table.isVisible()


def test_a_part_of_a_list_makes_nobody_leave(opened: Open) -> None:
    leaving = tuple(Leaving(f"CST-{each}", closes=True) for each in range(30))
    opened.port.made = replace(fake_import.preview(), gone=30, leaving=leaving)
    at_preview(opened)
    assert "30 of the 37 children" in opened.dialog.preview.warning.accessibleName()
    assert opened.dialog.preview.warning.isVisible()
    opened.dialog.preview.edition.whole.click()
    opened.runner.drain()
    assert opened.port.read[-1].whole is False
    assert len(opened.port.discarded) == 1, "what was staged before is forgotten"


def test_a_list_is_the_next_edition_of_another_or_a_new_one(opened: Open) -> None:
    at_preview(opened)
    which = opened.dialog.preview.edition.which
    assert which.currentText() == "the next edition of CST cohort"
    which.setFocus()
    QTest.keyClick(which, KEYS.Key_Down)
    opened.runner.drain()
    assert opened.port.read[-1].list_name == "Children in need"
    which.setFocus()
    QTest.keyClick(which, KEYS.Key_Down)
    assert opened.focus is opened.dialog.preview.edition.name
    QTest.keyClicks(opened.focus, "Summer cohort")
    opened.press(KEYS.Key_Return)
    assert opened.port.read[-1].list_name == "Summer cohort"


class _Many(list[RowFault]):
    """A million faults, of which nobody may read more than what is shown."""

    read = 0

    def __len__(self) -> int:
        return 1_000_000

    def __getitem__(self, place: object) -> list[RowFault]:  # type: ignore[override]
        assert isinstance(place, slice)
        numbers = range(place.start, place.stop)
        type(self).read += len(numbers)
        return [RowFault(number, "Age", "x", "is not an age") for number in numbers]


def test_a_million_faults_are_read_as_they_come_into_sight(opened: Open) -> None:
    opened.port.made = replace(fake_import.preview(), refused=_Many(), refused_rows=1_000_000)
    at_preview(opened)
    opened.dialog.preview.show_tab("refused")
    model = opened.dialog.preview.table.model()
    assert model.rowCount() == 1_000_000
    assert model.index(999_999, 0).data() == "999,999"
    assert _Many.read < 2_000


def test_no_row_at_all_leaves_nothing_to_bring_in(opened: Open) -> None:
    opened.port.made = replace(fake_import.preview(), new=0, changed=0, unchanged=0, rows=())
    at_preview(opened)
    assert opened.dialog.preview.words == "No row can be brought in"
    assert not opened.dialog.next.isEnabled()


def test_what_cannot_be_saved_leaves_the_preview(opened: Open) -> None:
    at_preview(opened)
    opened.port.refusal = UserError("The register is locked.", "Nothing was saved.")
    opened.press(KEYS.Key_Return)
    assert "The register is locked." in opened.error
    assert opened.dialog.next.text() == "Bring in 34 cases"
    assert opened.dialog.next.isEnabled()
    assert opened.results == []


def test_the_rows_left_out_are_saved_for_whoever_corrects_them(
    opened: Open, tmp_path: Path
) -> None:
    at_preview(opened)
    opened.dialog.preview.show_tab("refused")
    opened.prompts.file = tmp_path / "left out.csv"
    QTest.keyClick(opened.dialog.preview.save, KEYS.Key_Space)
    lines = opened.prompts.file.read_text(encoding="utf-8-sig").splitlines()
    assert lines[:2] == [
        "Row,Column,Value,Reason",
        "2,CST start date,2027-01-01,lies in the future",
    ]
    assert len(lines) == 7
    assert opened.dialog.preview.note == f"Saved 6 faults as left out.csv in {tmp_path}."
    opened.prompts.file = tmp_path / "no such folder" / "left out.csv"
    opened.dialog.save_faults()
    assert "There is no folder" in opened.error
