"""Actions from the command line."""

import json
from pathlib import Path

from tests.cli.conftest import Command

ANSWERS = {
    "format": "audit-desk-answers/1",
    "independent": True,
    "answers": {
        "ST3": {"answer": "RI", "evidence": "The meeting knew of one incident of five."},
        "ST4": {"answer": "RI", "evidence": "Nobody was named to check at night."},
        "ST5": {"answer": "I", "evidence": "No reason is on file."},
    },
    "actions": {
        "ST3": {"change": "Each meeting has read the chronology.", "owner": "Chair"},
        "ST4": {"same_as": "ST3"},
    },
}


def test_actions_are_listed_and_ended_by_command(
    command: Command, register: Path, tmp_path: Path
) -> None:
    answers = tmp_path / "answers.json"
    first = json.loads(command("audits", register, "--round", "Spring", "--json").out)[0]
    reference = first["reference"]
    at = ("fill", register, "--round", "Spring", "--case", reference, answers)

    assert command("actions", register).err.strip() == "There is no such action."
    answers.write_text(json.dumps(ANSWERS), encoding="utf-8")
    ran = command(*at)
    assert ran.status == 0
    # ST3's own action has no day yet; ST4 shares it, and of ST5 nothing is said
    assert "Note: nothing is said yet of what follows from ST3, ST5" in ran.err

    ANSWERS["actions"]["ST3"]["due"] = "2020-02-01"  # type: ignore[index]
    answers.write_text(json.dumps(ANSWERS), encoding="utf-8")
    command(*at)
    (late,) = json.loads(command("actions", register, "--overdue", "--json").out)
    assert (late["owner"], late["due_on"], late["overdue"]) == ("Chair", "2020-02-01", True)
    assert [each["question"] for each in late["findings"]] == ["ST3", "ST4"]

    shown = command("actions", register, "--round", "Spring", "--open").out
    assert late["id"][:8] in shown
    assert "overdue by" in shown
    assert command("actions", register, "--open", "--overdue").status == 2
    assert command("actions", register, "--round", "Autumn").status == 1

    nothing = command("action-done", register, late["id"][:8], "--evidence", " ")
    assert nothing.status == 1
    assert "what showed that practice changed" in nothing.err
    assert command("action-done", register, "zz", "--evidence", "Seen.").status == 1
    done = command("action-done", register, late["id"][:8], "--evidence", "Five files read.")
    assert done.status == 0
    assert json.loads(command("actions", register, "--overdue", "--json").out) == []
    listed = tmp_path / "actions.csv"
    ran = command("actions", register, "--csv", listed)
    assert ran.status == 0
    assert "look" not in ran.err  # like an identifier: nothing does
    assert "Five files read." in listed.read_text(encoding="utf-8-sig")
    found = json.loads(command("findings", register, "--round", "Spring", "--json").out)
    assert [each["state"] for each in found["actions"]] == ["done"]
