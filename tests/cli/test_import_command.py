"""The import by command: editions, parts, translations, faults, and the first row of a report."""

import csv
import json
from pathlib import Path

from tests.cli.conftest import LIST, Command


def test_the_next_edition_tells_who_is_new_changed_gone_and_back(
    command: Command, register: Path, tmp_path: Path
) -> None:
    april = tmp_path / "april.csv"
    kept = [line for line in LIST.splitlines() if not line.startswith("07005")]
    kept[1] = kept[1].replace("North", "East")
    april.write_text("\n".join([*kept, "07009,Flo,East,F,01/01/2011,0"]), encoding="utf-8")
    told = json.loads(command("import", register, april, "--dry-run", "--json").out)
    assert [told[key] for key in ("new", "known", "changed", "unchanged", "gone", "reopened")] == [
        1,
        4,
        1,
        3,
        1,
        0,
    ]
    assert told["list"] == "cases"
    assert told["last_edition"]["children"] == 5
    assert told["changes"] == [
        {"reference": "CST-0001", "label": "Team", "before": "North", "after": "East"}
    ]
    assert told["leaving"] == [{"reference": "CST-0005", "closes": True}]
    assert "07009" not in json.dumps(told)
    assert "closed_on" not in command("cases", register, "--json").out
    assert command("import", register, april).out.splitlines() == [
        "Took in 1 new and 4 known cases; 0 rows left out.",
        "Of the known, 1 changed and 3 did not.",
        "1 are not on “cases” any more; 1 of them are on no other list, so their cases are closed.",
    ]
    held = json.loads(command("cases", register, "--json").out)
    assert [case["reference"] for case in held if "closed_on" in case] == ["CST-0005"]
    table = tmp_path / "table.csv"
    command("cases", register, "--csv", table)
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    closed = {row["Reference"]: row["No longer on a list since"] for row in rows}
    assert [reference for reference, day in closed.items() if day] == ["CST-0005"]
    receipt = tmp_path / "receipt.json"
    assert command("draw", register, "--round", "Spring", "--size", 1, "--receipt", receipt).out
    assert command("verify-draw", "--receipt", receipt, "--cases", table).status == 0
    first = tmp_path / "cases.csv"
    assert "1 had been closed and are open again." in command("import", register, first).out


def test_a_list_that_would_close_most_cases_is_taken_only_when_that_is_meant(
    command: Command, register: Path, tmp_path: Path
) -> None:
    part = tmp_path / "part.csv"
    part.write_text("\n".join(LIST.splitlines()[:3]), encoding="utf-8")
    refused = command("import", register, part)
    assert refused.status == 1
    assert "3 of the 5 children" in refused.err
    assert "--part" in refused.err
    assert command("import", register, part, "--list", "South hub").status == 0
    assert command("import", register, part, "--part").status == 0
    assert "closed_on" not in command("cases", register, "--json").out
    assert command("import", register, part, "--list", "cases", "--whole").status == 0
    assert command("cases", register, "--json").out.count("closed_on") == 3


def test_values_headings_and_faults(command: Command, register: Path, tmp_path: Path) -> None:
    odd, faults = tmp_path / "odd.csv", tmp_path / "faults.csv"
    odd.write_text("Team list,,\nAs of,May,\nChild ID,Team,Age\n1,102,12\n2,102,old\n3,,=1\n")
    told = command(
        "import", register, odd, "--header-row", 3, "--kind", "cases", "--faults", faults
    )
    assert told.status == 0
    assert "Wrote 2 faults" in told.err
    rows = list(csv.reader(faults.read_text(encoding="utf-8-sig").splitlines()))
    assert [row[:3] for row in rows] == [
        ["Row", "Column", "Value"],
        ["5", "Age", "old"],
        ["6", "Age", "'=1"],
    ]
    said = command("import", register, odd, "--translate", "team:102=East hub", "--json")
    (change,) = json.loads(said.out)["changes"]
    assert (change["before"], change["after"]) == ("102", "East hub")
    again = command("import", register, odd, "--dry-run", "--json")
    assert json.loads(again.out)["unchanged"] == 1
    assert command("import", register, odd, "--translate", "team").status == 2
    assert command("import", register, odd, "--translate", "colour:1=x").status == 1


def test_a_column_that_means_what_another_says_is_named_when_it_is_not_kept(
    command: Command, register: Path, tmp_path: Path
) -> None:
    twice = tmp_path / "twice.csv"
    twice.write_text("Child ID,Team,Allocated Team\n1,North,South\n2,East,East\n", "utf-8")
    told = command("import", register, twice, "--dry-run").err
    assert "Not kept: Allocated Team: Means the same as the column “Team”" in told
