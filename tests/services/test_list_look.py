"""What is seen of a list's columns before it is read whole."""

from collections.abc import Mapping, Sequence

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.cells import Cell
from audit_desk.services.case_table import Table
from audit_desk.services.list_look import Fate, ListLook, SeenColumn, look_at

_FIRST = ("Ann", "Bob", "Cyd", "Dia", "Edd", "Flo", "Gus", "Ida", "Jon", "Kit")
_LAST = ("Lee", "Ray", "Fox")
_WHO = [f"{first} {last}" for last in _LAST for first in _FIRST]


def _look(
    columns: Mapping[str, Sequence[Cell]],
    mapping: Mapping[str, str] | None = None,
    kind: ListKind | None = None,
) -> ListLook:
    rows = list(zip(*columns.values(), strict=True))
    return look_at(Table.of_rows("“x.csv”", list(columns), rows), kind, mapping or {})


def _column(look: ListLook, header: str) -> SeenColumn:
    (found,) = (each for each in look.columns if each.header == header)
    return found


LIST: dict[str, Sequence[Cell]] = {
    "Child ID": [f"{70_000 + each}" for each in range(30)],
    "Col 2": _WHO,
    "Their No.": [f"{90_000 + each}" for each in range(30)],
    "Seen": [f"0{1 + each % 9}/03/2011" for each in range(30)],
    "Place": ["North", "South", "SW1A 1AA"] * 10,
    "Age": [14.083561643835616 + each % 3 for each in range(30)],
    "Team": ["East", "West"] * 15,
    "Allocated Worker": ["Jo Bell", "Sam Reed", "Kit Moss"] * 10,
}


def test_values_are_shown_that_say_nothing_of_a_child() -> None:
    look = _look(LIST)
    assert look.kind is ListKind.CASES
    assert look.fault is None
    shown = {each.header: each.samples for each in look.columns}
    assert shown == {
        "Child ID": (),
        "Col 2": (),
        "Their No.": ("different in most rows",),
        "Seen": ("dates",),
        "Place": ("North", "South"),
        "Age": ("14.1", "15.1", "16.1"),
        "Team": ("East", "West"),
        "Allocated Worker": ("Jo Bell", "Sam Reed", "Kit Moss"),
    }
    assert _column(look, "Col 2").fate is Fate.DROPPED
    assert _column(look, "Child ID").fate is Fate.KEPT


def test_an_id_that_holds_names_is_no_id_but_another_column_may_be() -> None:
    columns = {**LIST, "Child ID": _WHO, "Col 2": LIST["Team"]}
    look = _look(columns)
    assert look.fault is not None
    assert "holds names" in _column(look, "Child ID").fault
    assert _column(look, "Child ID").samples == ()
    put_right = _look(columns, {"Their No.": "system_id"})
    assert put_right.fault is None
    assert _column(put_right, "Child ID").fate is Fate.DROPPED


def test_what_cannot_be_chosen_is_told_at_its_column_and_the_rest_stands() -> None:
    look = _look(LIST, {"Col 2": "team", "Place": "status", "Age": "skip"})
    assert look.fault is not None
    assert "names" in _column(look, "Col 2").fault
    assert _column(look, "Place").target == "status"
    assert _column(look, "Age").fate is Fate.OPEN
    assert (_column(look, "Age").target, _column(look, "Age").own) == ("skip", "age")


def test_two_columns_for_one_thing_are_told_at_both() -> None:
    look = _look(LIST, {"Place": "status", "Seen": "status"})
    assert "“Seen” is read as “Status” too" in _column(look, "Place").fault
    assert "“Place” is read as “Status” too" in _column(look, "Seen").fault
    gives_way = _look(LIST, {"Place": "team"})
    assert gives_way.fault is None
    assert "“Place” was chosen for this" in _column(gives_way, "Team").note


def test_a_list_of_events_is_seen_with_its_own_fields() -> None:
    columns: dict[str, Sequence[Cell]] = {
        "Child ID": LIST["Child ID"],
        "Missing from": ["02/03/2026 18:40"] * 30,
        "Return interview offered": ["Y"] * 30,
    }
    look = _look(columns, kind=ListKind.MISSING)
    assert [each.fate for each in look.columns] == [Fate.KEPT] * 3
    assert _look({"Team": ["East"]}, kind=ListKind.MISSING).fault is not None
