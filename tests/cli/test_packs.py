"""Handing out packs and recording people from the command line."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.test_assign import ANSWERS


def test_a_pack_is_made_filled_checked_and_refuses_what_belongs_in_the_register(
    command: Command, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = tmp_path / "ama.auditdesk"
    before = date.today()  # noqa: DTZ011 - the desk's own
    first, *_ = json.loads(command("audits", register, "--round", "Spring", "--json").out)
    case = first["reference"]
    at = ("pack", register, pack, "--round", "Spring", "--auditor", "Ama Cole")
    ran = command(*at)
    assert (ran.status, pack.exists()) == (1, False)
    assert ran.err == (
        "No file of Spring is Ama Cole's."
        " 3 without an auditor: give them out on the round's page first.\n"
    )
    command("assign", register, "--round", "Spring", "--case", case, "--to", "Ama Cole")
    assert "AUDIT_DESK_PACK_PASSPHRASE" in command(*at).err, "there is nobody to ask"
    monkeypatch.setenv("AUDIT_DESK_PACK_PASSPHRASE", "correct horse battery")
    assert "register's own passphrase" in command(*at).err
    monkeypatch.setenv("AUDIT_DESK_PACK_PASSPHRASE", "purple monkey dishwasher")
    ran = command(*at, "--due", "in 2 weeks", "--note", "Ring me.", "--json")
    made = json.loads(ran.out)
    assert (made["files"], made["kind"]) == ([case], "first")
    asked_on = date.fromisoformat(made["due_on"]) - timedelta(days=14)
    assert before <= asked_on <= date.today(), "midnight may pass"  # noqa: DTZ011
    again = command(*at)
    assert again.status == 1
    assert f"{case} is with Ama Cole since" in again.err
    second = command(*at, "--second-reading")
    assert second.err.startswith("No second reading of Spring is Ama Cole's.")

    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(ANSWERS), encoding="utf-8")
    filled = ("fill", register, "--round", "Spring", "--case", case, answers)
    assert command(*filled, "--auditor", "Ama Cole").status == 1, "it is out"

    monkeypatch.setenv("AUDIT_DESK_PASSPHRASE", "purple monkey dishwasher")
    filled = ("fill", pack, *filled[2:])
    assert "This pack is Ama Cole's" in command(*filled, "--auditor", "Ben").err
    assert command(*filled).status == 0
    (line,) = json.loads(command("audits", pack, "--round", "Spring", "--json").out)
    assert (line["reference"], line["auditor"]) == (case, "Ama Cole")
    assert command("check", pack).status == 0
    assert command("backup", pack, tmp_path / "copy.auditdesk").status == 0
    for refused in (
        ("import", pack, answers),
        ("draw", pack, "--round", "Spring", "--size", "2"),
        ("round", pack, "Summer"),
        ("pack", pack, tmp_path / "x", "--round", "Spring", "--auditor", "Ama Cole"),
        ("findings", pack, "--round", "Spring"),
        ("report", pack, "--round", "Spring", "-o", tmp_path / "x.pdf"),
    ):
        ran = command(*refused)
        assert ran.status == 1, refused
        assert "not possible in a pack: it holds Ama Cole's share" in ran.err
    assert not (tmp_path / "x.pdf").exists()


def test_people_are_listed_and_recorded(command: Command, register: Path) -> None:
    assert command("people", register).err.startswith("Nobody is recorded")
    at = ("people", register, "--add", "Ama Cole")
    assert command(*at).err.startswith("Ama Cole has no role.")
    assert command("people", register, "--role", "lead").status == 2
    ran = command(*at, "--role", "second-reader", "--role", "auditor")
    assert ran.out.splitlines()[1] == "Ama Cole  auditor, second reader"
    assert command(*at, "--left", "30/6/2026").status == 2
    ran = command(*at, "--left", "2026-06-30", "--json")
    assert json.loads(ran.out) == [
        {"name": "Ama Cole", "roles": ["auditor", "second reader"], "left_on": "2026-06-30"}
    ]
