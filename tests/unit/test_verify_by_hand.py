"""The receipts of the product, verified by fifteen lines that share no code with it."""

import ast
import csv
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from audit_desk.domain.receipt import Exclusion, Receipt
from audit_desk.domain.receipt_form import receipt_to_dict
from audit_desk.domain.sampling import draw, in_frame, stratum_name

SCRIPT = Path(__file__).with_name("verify_by_hand.py")
CASES = {
    f"CST-{number:04}": {
        "team": ("North", "South", "East", "")[number % 5 % 4],
        "status": "CIN" if number % 2 else "CP",
        "age": str(10 + number % 8),
    }
    for number in range(1, 134)
}


def make(
    size: int, by: tuple[str, ...], where: tuple[tuple[str, str], ...], out: tuple[str, ...]
) -> Receipt:
    eligible = {ref: facts for ref, facts in CASES.items() if in_frame(facts, where)}
    return draw(
        {ref: stratum_name(facts, by) for ref, facts in eligible.items() if ref not in out},
        seed=20260302,
        size=size,
        where=where,
        by=by,
        exclusions=(Exclusion("Conditions", 133 - len(eligible)), Exclusion("Read", 2, out)),
        drawn_by="QA lead",
        drawn_at="2026-03-02T09:00:00+00:00",
    )


def by_hand(receipt: Receipt, folder: Path) -> str:
    (folder / "receipt.json").write_text(json.dumps(receipt_to_dict(receipt)), encoding="utf-8")
    with (folder / "cases.csv").open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Reference", "Team", "Status", "Age"])
        rows.writerows([ref, *facts.values()] for ref, facts in CASES.items())
    return run_by_hand(folder / "receipt.json", folder / "cases.csv")


def run_by_hand(receipt: Path, cases: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-I", SCRIPT, receipt, cases], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("size", "by", "where", "out"),
    [
        (12, (), (), ()),
        (29, ("team", "status"), (), ()),
        (
            17,
            ("team",),
            (("age", "11"), ("age", "15"), ("status", "CIN")),
            ("CST-0005", "CST-0013"),
        ),
        (3, ("age",), (("team", "Not recorded"),), ("CST-0007",)),
    ],
)
def test_a_receipt_is_verified_by_hand(
    size: int,
    by: tuple[str, ...],
    where: tuple[tuple[str, str], ...],
    out: tuple[str, ...],
    tmp_path: Path,
) -> None:
    receipt = make(size, by, where, out)
    assert len(receipt.drawn) == size
    assert by_hand(receipt, tmp_path) == "verified"


def test_what_was_altered_is_found_by_hand(tmp_path: Path) -> None:
    receipt = make(12, ("team",), (), ("CST-0005", "CST-0013"))
    assert by_hand(replace(receipt, seed=1), tmp_path) == "same frame True, sample False"
    kept = replace(receipt, exclusions=receipt.exclusions[:1])
    assert by_hand(kept, tmp_path).startswith("same frame False")


def test_the_script_is_short_and_shares_no_code_with_the_product() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in imports if isinstance(node, ast.ImportFrom)}
    assert names <= sys.stdlib_module_names
    last = tree.body[-1].end_lineno or 0
    assert last - (imports[-1].end_lineno or 0) - 1 <= 15
