"""Giving files to auditors from the command line."""

import json
from pathlib import Path

from tests.cli.conftest import Command

ANSWERS = {
    "format": "audit-desk-answers/1",
    "independent": True,
    "answers": {"ST3": {"answer": "2"}},
}
STAFF = """Child ID,Team,Gender,Social worker
07001,North,F,"Leigh, Ezra"
07002,South,M,Kit Moss
"""


def listed(command: Command, register: Path) -> dict[str, dict[str, str]]:
    out = command("audits", register, "--round", "Staffed", "--json").out
    return {line["reference"]: line for line in json.loads(out)}


def test_files_are_given_by_hand_and_evenly_and_conflicts_refused(
    command: Command, tmp_path: Path
) -> None:
    register, cases = tmp_path / "north.auditdesk", tmp_path / "staff.csv"
    cases.write_text(STAFF, encoding="utf-8")
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(ANSWERS), encoding="utf-8")
    command("new", register, "--organisation", "Northshire")
    assert command("import", register, cases).status == 0
    command("round", register, "Staffed")
    command("draw", register, "--round", "Staffed", "--size", "2", "--seed", "1")
    of_ezra, of_kit = (
        next(ref for ref in listed(command, register) if ref.endswith(end)) for end in ("1", "2")
    )
    at = ("assign", register, "--round", "Staffed")

    ran = command(*at, "--case", of_ezra, "--to", "Ezra Leigh", "--due", "1/2/2020")
    assert ran.status == 1
    assert "1 February 2020 has passed" in ran.err
    assert f"Leigh, Ezra is the allocated worker of {of_ezra}." in ran.err

    ran = command(*at, "--evenly", "--to", "Ezra Leigh", "--to", "Kit Moss", "--due", "in 2 weeks")
    assert ran.status == 0
    lines = listed(command, register)
    assert (lines[of_ezra]["auditor"], lines[of_kit]["auditor"]) == ("Kit Moss", "Ezra Leigh")
    assert lines[of_kit]["due_on"] == lines[of_ezra]["due_on"] > "2026"
    assert lines[of_kit]["independence"] == "not declared"

    override = ("--override", "Nobody else reads Welsh")
    assert command(*at, "--case", of_ezra, "--to", "Ezra Leigh", *override).status == 0
    assert listed(command, register)[of_ezra]["independence"] == "allowed"

    fill = ("fill", register, "--round", "Staffed", "--case", of_kit, answers, "--auditor")
    ran = command(*fill, "Kit Moss")
    assert ran.status == 1
    assert "Kit Moss cannot read this file" in ran.err
    assert command(*fill, "Ezra Leigh").status == 0
    assert listed(command, register)[of_kit]["independence"] == "declared"
    ran = command(*at, "--case", of_kit, "--to", "Zoe Hart")
    assert (ran.status, "has begun" in ran.err) == (1, True)
    assert command(*at, "--case", of_kit, "--to", "Zoe Hart", "--begun-too").status == 0
    assert "Zoe Hart" in command("audits", register, "--round", "Staffed").out


def test_what_nobody_may_read_stays_and_is_named(command: Command, tmp_path: Path) -> None:
    register, cases = tmp_path / "north.auditdesk", tmp_path / "staff.csv"
    cases.write_text(STAFF, encoding="utf-8")
    command("new", register, "--organisation", "Northshire")
    command("import", register, cases)
    command("round", register, "Staffed")
    command("draw", register, "--round", "Staffed", "--size", "2", "--seed", "1")
    ran = command("assign", register, "--round", "Staffed", "--evenly", "--to", "ezra leigh")
    assert ran.status == 1
    assert "None of these auditors may read" in ran.err
    assert sum(bool(line["auditor"]) for line in listed(command, register).values()) == 1
    for wrong in (("--to", "A"), ("--case", "X", "--evenly", "--to", "A"), ("--case", "X")):
        assert command("assign", register, "--round", "Staffed", *wrong).status == 2
