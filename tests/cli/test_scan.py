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

    target = tmp_path / "report.pdf"
    strict = command("report", register, *where, "-o", target, "--strict")
    assert strict.status == 1
    assert "1 place in report.pdf looks like an identifier" in strict.err
    assert not target.exists()
    written = command("report", register, *where, "-o", target)
    assert written.status == 0
    assert "Purpose of the round: e-mail address “ada…”" in written.err
    assert target.exists()
