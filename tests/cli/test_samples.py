"""Samples from the command line: left out, swapped, added, verified, and how large."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.unit.test_verify_by_hand import run_by_hand


def test_a_draw_with_conditions_and_exclusions_is_verified_elsewhere_and_by_hand(
    command: Command, register: Path, tmp_path: Path
) -> None:
    receipt, cases = tmp_path / "receipt.json", tmp_path / "list.csv"
    command("round", register, "Summer")
    drawn = command(
        *("draw", register, "--round", "Summer", "--size", 2, "--by", "team", "--seed", 7),
        *("--where", "gender=female", "--where", "gender=Male", "--not-own-of", "Ezra Leigh"),
        *("--leave-out", "CST-0003=Before the court", "--receipt", receipt),
    )
    assert drawn.status == 0
    assert "Left out 1: Left out by hand: Before the court." in drawn.err
    command("cases", register, "--csv", cases)
    assert command("verify-draw", "--receipt", receipt, "--cases", cases).status == 0
    assert run_by_hand(receipt, cases) == "verified"
    altered = json.loads(receipt.read_text(encoding="utf-8")) | {"seed": 9}
    receipt.write_text(json.dumps(altered), encoding="utf-8")
    refused = command("verify-draw", "--receipt", receipt, "--cases", cases)
    assert refused.status == 1
    assert "The draw could not be repeated." in refused.err
    assert run_by_hand(receipt, cases) == "same frame True, sample False"
    # The list as a spreadsheet program may keep it: other columns, another order, one case twice.
    head, *lines = cases.read_text(encoding="utf-8-sig").splitlines()
    cases.write_text("\n".join([head, *lines[::-1], lines[0]]), encoding="utf-8")
    again = command("verify-draw", "--receipt", receipt, "--cases", cases)
    assert (again.status, "a second time" in again.err) == (1, True)


def test_cases_that_another_round_reads_are_left_out(command: Command, register: Path) -> None:
    reading = command("receipt", register, "--round", "Spring")
    taken = set(json.loads(reading.out)["strata"][0]["drawn"])
    command("round", register, "Summer")
    asked = ("--size", 2, "--audited-within", 12, "--where", "age=..30")
    drawn = command("draw", register, "--round", "Summer", *asked)
    assert set(drawn.out.split()).isdisjoint(taken)
    assert "Left out 3: Being read in another round." in drawn.err


def test_a_case_is_swapped_and_another_added_on_purpose(
    command: Command, register: Path, tmp_path: Path
) -> None:
    first = json.loads(command("receipt", register, "--round", "Spring").out)["strata"][0]
    out = first["drawn"][0]
    spare, other = first["spares"]
    of_round = ("--round", "Spring", "--reason", "The file is sealed")
    swapped = command("swap", register, "--case", out, *of_round)
    assert (swapped.status, swapped.out.strip()) == (0, spare)
    assert command("swap", register, "--case", out, *of_round).status == 1
    assert command("add-case", register, "--case", other, *of_round).status == 0
    none_left = command("swap", register, "--case", spare, *of_round)
    assert "no spare case left" in none_left.err
    target = tmp_path / "receipt.json"
    assert command("receipt", register, "--round", "Spring", "-o", target).status == 0
    told = json.loads(target.read_text(encoding="utf-8"))
    assert [(one["removed"], one["added"]) for one in told["swaps"]] == [(out, spare)]
    assert [one["reference"] for one in told["purposive"]] == [other]
    command("draw", register, "--round", "Spring", "--size", 2)
    every = json.loads(command("receipt", register, "--round", "Spring", "--all").out)
    assert (len(every), every[0]["seed"]) == (2, 42)
    assert command("verify-draw", register, "--round", "Spring").status == 0


def test_the_size_helper_needs_no_register(command: Command) -> None:
    told = command("sample-size", "--population", 40, "--faults-in", "1 of 10", "--size", 12)
    assert "1 of 10 files has, read 21 of 40." in told.out
    assert "With 12 of 40 the chance of meeting it is 78 %" in told.out
    assert command("sample-size", "--population", 40, "--faults-in", "many").status == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("draw", "x", "--round", "y", "--size", "1", "--leave-out", "CST-0001"),
        ("swap", "x", "--round", "y", "--case", "CST-0001"),
        ("receipt", "x", "--round", "y", "--all", "-o", "z"),
        ("verify-draw", "x", "--receipt", "y", "--cases", "z"),
        ("sample-size",),
    ],
)
def test_wrong_usage_is_status_two(command: Command, arguments: tuple[str, ...]) -> None:
    assert command(*arguments).status == 2
