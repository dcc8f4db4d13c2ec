"""Packs that come back, from the command line."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import PASSPHRASE, Command
from tests.cli.test_assign import ANSWERS

PACK = "purple monkey dishwasher"


def test_a_pack_is_looked_at_taken_in_and_chosen_from(
    command: Command, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack, answers = tmp_path / "ama.auditdesk", tmp_path / "answers.json"
    answers.write_text(json.dumps(ANSWERS), encoding="utf-8")
    first, second, _ = json.loads(command("audits", register, "--round", "Spring", "--json").out)
    one, two = first["reference"], second["reference"]
    spring = ("--round", "Spring")
    command("assign", register, *spring, "--case", one, "--case", two, "--to", "Ama Cole")
    monkeypatch.setenv("AUDIT_DESK_PACK_PASSPHRASE", PACK)
    assert command("pack", register, pack, *spring, "--auditor", "Ama Cole").status == 0
    monkeypatch.setenv("AUDIT_DESK_PASSPHRASE", PACK)
    for case in (one, two):
        assert command("fill", pack, *spring, "--case", case, answers).status == 0
    assert command("merge", pack, register).err.startswith("Taking in a pack is not possible")
    monkeypatch.setenv("AUDIT_DESK_PASSPHRASE", PASSPHRASE)

    back = ("take-back", register, *spring, "--reason", "The stick was lost.", "--case")
    assert command(*back, "CST-9999").err.startswith("Not out in Spring: CST-9999.")
    ran = command(*back, two)
    assert (ran.status, ran.err) == (0, f"Took {two} back from Ama Cole.\n")
    changed = {**ANSWERS, "answers": {"ST3": {"answer": "Inadequate", "evidence": "None."}}}
    answers.write_text(json.dumps(changed), encoding="utf-8")
    filled = command("fill", register, *spring, "--case", two, answers, "--auditor", "Ama Cole")
    assert filled.status == 0, filled.err

    before = register.read_bytes()
    ran = command("merge", register, pack, "--preview", "--json")
    told = json.loads(ran.out)
    verdicts = {each["reference"]: each["verdict"] for each in told["audits"]}
    assert verdicts == {one: "taken", two: "conflict"}
    assert "merged" not in told
    assert register.read_bytes() == before
    ran = command("merge", register, pack)
    assert ran.status == 0
    assert "1 audit of Ama Cole comes in" in ran.out
    assert f"1 was changed on both sides ({two})" in ran.out
    assert "1 audit waits for your choice" in ran.err
    ran = command("merge", register, shutil.copy(pack, tmp_path / "again.auditdesk"), "--json")
    assert json.loads(ran.out)["merged"]["changed"] is False

    assert command("conflicts", register).out.splitlines()[1].startswith(two)
    told = json.loads(command("conflicts", register, "--case", two, "--json").out)
    assert any(each["place"].startswith("ST") for each in told["differences"])
    assert "    register: " not in command("conflicts", register, "--case", one).out
    assert "        pack:     " in command("conflicts", register, "--case", two).out
    assert command("conflicts", register, "--case", two, "--choose", "pack").status == 2
    chosen = ("conflicts", register, "--case", two, "--choose", "pack", "--reason")
    assert command(*chosen, " ").status == 1
    assert command(*chosen, "Ama had read it all.").status == 0
    assert command("conflicts", register).err == "Nothing waits for a choice.\n"
    assert command("check", register).status == 0

    monkeypatch.setenv("AUDIT_DESK_PACK_PASSPHRASE", "something else")
    ran = command("merge", register, pack)
    assert (ran.status, ran.err[:24]) == (1, "The passphrase is wrong.")
    monkeypatch.delenv("AUDIT_DESK_PACK_PASSPHRASE")
    assert "AUDIT_DESK_PACK_PASSPHRASE" in command("merge", register, pack).err
