"""What looks like an identifier, listed by command and said before a report leaves."""

import json
from pathlib import Path

from tests.cli.conftest import Command


def test_identifiers_are_listed_and_said_before_a_report_leaves(
    command: Command, register: Path, tmp_path: Path
) -> None:
    ran = command("scan", register)
    assert (ran.status, ran.out) == (0, "")
    assert "Nothing looks like an identifier." in ran.err
    where = ("--round", "Summer")
    purpose = "Asked for by ada.holt@example.org"
    assert command("round", register, "Summer", "--purpose", purpose).status == 0
    assert command("draw", register, *where, "--size", "2").status == 0

    listed = command("scan", register)
    assert listed.out == "Summer: Purpose of the round: e-mail address “ada…”\n"
    (found,) = json.loads(command("scan", register, *where, "--json").out)
    assert (found["kind"], found["begins"]) == ("email", "ada…")
    assert "holt" not in listed.out + listed.err

    _answered(command, register, tmp_path)
    target = tmp_path / "report.pdf"
    strict = command("report", register, *where, "-o", target, "--strict")
    assert strict.status == 1
    assert "1 place in report.pdf looks like an identifier" in strict.err
    assert not target.exists()
    written = command("report", register, *where, "-o", target)
    assert written.status == 0
    assert "Purpose of the round: e-mail address “ada…”" in written.err
    assert target.exists()


def _answered(command: Command, register: Path, folder: Path) -> None:
    """Say of what is found in an audit that it is no identifier, and that it is one after all."""
    spring = ("--round", "Spring")
    case = json.loads(command("audits", register, *spring, "--json").out)[0]["reference"]
    answers = folder / "answers.json"
    given = {"answer": "2", "evidence": "Seen at AB1 2DE and BA3 4DE; AB1 3EF is new."}
    told = {"format": "audit-desk-answers/1", "independent": True, "answers": {"ST3": given}}
    answers.write_text(json.dumps(told), encoding="utf-8")
    filled = command("fill", register, *spring, "--case", case, answers, "--auditor", "Ada")
    assert filled.status == 0, filled.err
    of = ("scan", register, *spring, "--case", case)
    first, *_ = json.loads(command(*of, "--json").out)
    assert (first["kind"], first["said_to_be_none"]) == ("postcode", False)
    assert command("scan", register, "--case", case).status == 2
    assert command(*of, "--not-one", "x", "--is-one", "x").status == 2
    assert command(*of, "--not-one", "XY9").err.startswith(f"Nothing in {case} that looks like")
    assert command(*of, "--not-one", "AB1").err.startswith("2 things of this kind")
    said = f"In {case} “BA3…” is not a postcode, on record.\n"
    assert command(*of, "--not-one", "BA3…").err == said
    assert "BA3…” (said to be none)" in command(*of).out
    assert command(*of, "--is-one", "BA3").status == 0
    assert "said to be none" not in command(*of).out
