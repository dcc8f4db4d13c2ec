"""Every fault of a list of thousands is told at its row, and no other is."""

from pathlib import Path

from audit_desk.services.case_files import read_table
from tests.faulty_list import SPOILT, faulty_list, write_faulty_list
from tests.services.lists import preview


def test_each_fault_is_told_at_its_row_and_column(tmp_path: Path) -> None:
    made = faulty_list(3_000, seed=7)
    assert write_faulty_list(tmp_path / "list.csv", 3_000, seed=7) == made.faults
    assert len(made.faults) == 150
    assert len({fault.reason.partition(" row ")[0] for fault in made.faults}) == len(SPOILT) + 1

    found = preview(read_table(tmp_path / "list.csv"))

    told = [(fault.row, fault.column) for fault in found.refused]
    assert told == [(fault.row, fault.column) for fault in made.faults]
    for fault, due in zip(found.refused, made.faults, strict=True):
        assert fault.reason.startswith(due.reason)
    assert (found.refused_rows, found.repeated) == (150, made.repeated)
    assert found.new == made.children == 3_000 - 150 - 75


def test_another_seed_moves_the_faults() -> None:
    assert faulty_list(400, seed=1) == faulty_list(400, seed=1)
    assert faulty_list(400, seed=1).faults != faulty_list(400, seed=2).faults
