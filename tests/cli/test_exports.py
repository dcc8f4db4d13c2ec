"""A round for other programs, by the ending of the file."""

import csv
import json
from pathlib import Path

from tests.cli.conftest import Command


def test_each_ending_has_its_form_and_the_same_round_the_same_bytes(
    command: Command, register: Path, tmp_path: Path
) -> None:
    where = ("report", register, "--round", "Spring", "-o")
    for name, begins in (("r.docx", b"PK"), ("R.XLSX", b"PK"), ("r.csv", b"\xef\xbb\xbfreference")):
        first, again = tmp_path / name, tmp_path / f"again-{name}"
        assert command(*where, first).status == 0
        assert command(*where, again).status == 0
        assert first.read_bytes().startswith(begins)
        assert first.read_bytes() == again.read_bytes()


def test_a_name_without_an_ending_is_a_folder_of_tables(
    command: Command, register: Path, tmp_path: Path
) -> None:
    tables = tmp_path / "tables"
    assert command("report", register, "--round", "Spring", "-o", tables).status == 0
    schema = json.loads((tables / "schema.json").read_text(encoding="utf-8"))
    assert {table["file"] for table in schema["tables"]} == {
        each.name for each in tables.glob("*.csv") if each.name != "dictionary.csv"
    }
    with (tables / "audits.csv").open(encoding="utf-8-sig", newline="") as file:
        audits = list(csv.DictReader(file))
    assert [audit["state"] for audit in audits] == ["Not started"] * 3
    assert all(audit["reference"] for audit in audits)
    assert not any("0700" in each.read_text("utf-8-sig") for each in tables.glob("*.csv"))


def test_another_ending_is_refused_with_those_that_work(
    command: Command, register: Path, tmp_path: Path
) -> None:
    ran = command("report", register, "--round", "Spring", "-o", tmp_path / "r.odt")
    assert ran.status == 1
    assert ".pdf, .docx, .xlsx, .csv" in ran.err
    for name in ("r.pdf", "r.xlsx"):
        folder = tmp_path / "kept" / name
        folder.mkdir(parents=True)
        ran = command("report", register, "--round", "Spring", "-o", folder)
        assert (ran.status, [*folder.iterdir()]) == (1, []), "a folder of tables was not asked for"
        assert "is a folder" in ran.err
    assert not list(tmp_path.glob("r.*"))


def test_texts_that_only_the_data_hold_are_looked_through(
    command: Command, register: Path, tmp_path: Path
) -> None:
    (case,) = json.loads(command("audits", register, "--round", "Spring", "--json").out)[:1]
    answers = tmp_path / "answers.json"
    evidence = {"ST3": {"answer": "Good", "evidence": "Told by ada.holt@example.org."}}
    answers.write_text(json.dumps({"format": "audit-desk-answers/1", "answers": evidence}))
    where = ("--round", "Spring")
    filled = command("fill", register, *where, "--case", case["reference"], answers)
    assert filled.status == 0, filled.err
    for name, status in (("r.pdf", 0), ("r.xlsx", 1), ("tables", 1)):
        target = tmp_path / name
        ran = command("report", register, *where, "-o", target, "--strict")
        assert (ran.status, target.exists()) == (status, status == 0), ran.err


def test_a_report_for_others_is_of_what_they_may_have(
    command: Command, register: Path, tmp_path: Path
) -> None:
    board = ("report", register, "--round", "Spring", "--audience", "board", "-o")
    references = [
        audit["reference"]
        for audit in json.loads(command("audits", register, "--round", "Spring", "--json").out)
    ]
    tables = tmp_path / "tables"
    assert command(*board, tables).status == 0
    said = "".join(each.read_text("utf-8-sig") for each in tables.iterdir())
    assert json.loads((tables / "schema.json").read_text("utf-8"))["audience"] == "board"
    assert not any(reference in said for reference in references)

    (tables / "audits.csv").write_text("an older, full export")
    refused = command(*board, tables)
    assert (refused.status, "audits.csv" in refused.err) == (1, True)
    rows = command(*board, tmp_path / "answers.csv")
    assert (rows.status, "single children" in rows.err) == (1, True)
    assert not (tmp_path / "answers.csv").exists()
    assert command(*board, tmp_path / "r.pdf", "--strict").status == 0
    kept = json.loads(command("reports", register, "--round", "Spring", "--json").out)
    assert {line["audience"] for line in kept} == {"Board"}
