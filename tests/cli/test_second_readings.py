"""Who is read twice, from the command line: by the rule, by hand, and files that everyone reads."""

import json
from pathlib import Path
from typing import Any

from audit_desk import app
from audit_desk.domain.audit import Grade
from tests.cli.conftest import PASSPHRASE, Command
from tests.services.readings import read

AT = ("--round", "Spring")


def listed(command: Command, register: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(command("second-readings", register, *AT, "--json").out)
    return told


def test_the_rule_is_looked_at_changed_and_applied_and_more_chosen_by_hand(
    command: Command, register: Path
) -> None:
    ran = command("second-readings", register, *AT)
    assert ran.err.startswith("The rule, which nobody applied yet: Every file judged Outstanding")
    desk = app.open_desk(register, PASSPHRASE)
    (best, good, last) = desk.rounds.audits(desk.rounds.by_name("Spring").id)
    read(desk, best, "Ada", Grade.OUTSTANDING)
    read(desk, good, "Ada", Grade.GOOD)
    desk.register.close()

    twice = ("read-twice", register, *AT)
    told = json.loads(command(*twice, "--preview", "--json").out)
    assert {each["reference"] for each in told["adds"]} == {best.reference, good.reference}
    ran = command(*twice, "--preview", "--share", "0")
    assert ran.out == f"{best.reference}: Judged Outstanding overall.\n"
    assert ran.err.endswith("1 file would be added. Nothing was changed: this was a preview.\n")
    assert listed(command, register)["readings"] == []
    ran = command(*twice, "--grade", "none", "--share", "0")
    assert (ran.status, ran.err) == (0, "It adds no file now.\n")
    assert listed(command, register)["rule"] == "No grade of itself; none of the rest."
    ran = command(*twice, "--grade", "outstanding")
    assert (ran.out, ran.err) == (
        f"{best.reference}: Judged Outstanding overall.\n",
        "1 file added, 1 in all.\n",
    )
    assert command(*twice, "--case", good.reference).status == 2, "no reason"
    assert command(*twice, "--case", "CST-9", "--reason", "So.").status == 1
    (made,) = json.loads(
        command(*twice, "--case", good.reference, "--reason", "A complaint.", "--json").out
    )
    assert (made["how"], made["reason"], made["reader"]) == ("hand", "A complaint.", "")
    for wrong in (("--grade", "none", "--grade", "good"), ("--share", "101"), ("--reason", "So.")):
        assert command(*twice, *wrong).status == 2

    give = ("assign", register, *AT, "--second-reading", "--case")
    assert "makes another reading" in command(*give, best.reference, "--to", "ada").err
    assert command(*give, best.reference, "--to", "Ben").status == 0
    assert command(*give, last.reference, "--to", "Ben").err.startswith("No second reading of")
    told = listed(command, register)
    assert (told["rule_is_applied"], len(told["readings"])) == (True, 2)
    assert "Ben" in command("second-readings", register, *AT).out


def test_everyone_reads_a_file_and_what_nobody_began_is_taken_away(
    command: Command, register: Path
) -> None:
    audits = json.loads(command("audits", register, *AT, "--json").out)
    case = audits[0]["reference"]
    of = ("--case", case)
    assert command("assign", register, *AT, *of, "--to", "Ada").status == 0
    calibrate = ("calibrate", register, *AT, *of, "--reason", "To grade alike.", "--reader", "Ada")
    assert command(*calibrate).err.startswith(f"Everyone named reads {case} already.")
    ran = command(*calibrate, "--reader", "Ben", "--reader", "Cai", "--due", "1/2/2020")
    assert ran.err.endswith(f"{case} gets 2 more readers; 1 named read it already.\n")
    assert "1 February 2020 has passed" in ran.err
    once = ("read-once", register, *AT, *of)
    assert "is read again by several: Ben, Cai." in command(*once).err
    assert command(*once, "--reader", "ben").err == f"{case} will not be read again by Ben.\n"
    (left,) = listed(command, register)["readings"]
    assert (left["reader"], left["how"], left["due_on"]) == ("Cai", "calibration", "2020-02-01")
    assert command("check", register).status == 0
