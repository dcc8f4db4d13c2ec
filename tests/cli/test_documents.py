"""Documents beside the report from the command line."""

import json
from pathlib import Path

from tests.cli.conftest import Command

AT = ("--round", "Spring")


def test_a_pack_and_actions_are_written_and_an_audit_only_once_it_is_submitted(
    command: Command, register: Path, tmp_path: Path
) -> None:
    pack, listed = tmp_path / "pack.docx", tmp_path / "actions.pdf"
    assert command("loop-pack", register, *AT, "-o", pack).status == 0
    assert pack.read_bytes().startswith(b"PK")
    assert command("actions", register, "-o", listed).status == 0
    assert listed.read_bytes().startswith(b"%PDF")
    assert command("actions", register, "-o", listed, "--json").status == 2
    first = json.loads(command("audits", register, *AT, "--json").out)[0]["reference"]
    ran = command("audit-report", register, *AT, "--case", first, "-o", tmp_path / "one.pdf")
    assert (ran.status, "is not submitted yet" in ran.err) == (1, True)


def test_moderation_is_reported_only_once_a_file_is_read_twice(
    command: Command, register: Path, tmp_path: Path
) -> None:
    target = tmp_path / "moderation.pdf"
    ran = command("moderation-report", register, *AT, "-o", target)

    assert (ran.status, target.exists()) == (1, False)
    assert "No file of “Spring” is read twice" in ran.err
