"""Start to first window, on a register that is in use, against an empty window of PySide6."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

from audit_desk.domain.audit import Grade
from audit_desk.services.case_import import ImportRequest
from audit_desk.services.desk import Desk
from audit_desk.services.registers import create_register
from audit_desk.services.sampling import DrawRequest
from audit_desk.storage.cipher import derive, new_salt
from tests.benchmarks.bench_import import write_list
from tests.benchmarks.filled import fill
from tests.benchmarks.first_paint import PAINTED
from tests.benchmarks.measure import Row, best

_PASSPHRASE = "only to measure"
_CASES = 10_000
_ROUNDS = 20
_AUDITS = 50  # of each round
_TWICE = 14  # of each round that is read
_RUNS = 12


def build(path: Path, list_: Path) -> None:
    """Build a register of 10,000 cases and 1,000 audits; the newest round is being read.

    Two readers read 266 of the files, and differ in each.
    """
    write_list(list_, _CASES)
    register = create_register(path, _PASSPHRASE, "Bench", "Ada")
    desk = Desk(register, {})
    desk.imports.apply(desk.imports.preview(ImportRequest(list_)), "Ada")
    for number in range(_ROUNDS):
        round_ = desk.rounds.create(f"Round {number + 1}", by="Ada")
        desk.sampling.draw(round_, DrawRequest(_AUDITS, number), "Ada")
        audits = desk.rounds.audits(round_.id)
        is_newest = number == _ROUNDS - 1
        for audit in audits[: _AUDITS // 2] if is_newest else audits:
            fill(desk, audit, submit=not is_newest)
        if not is_newest:
            desk.second_readings.choose([audit.id for audit in audits[:_TWICE]], "Measured", "Ada")
            for further in desk.second_readings.of_round(round_.id):
                fill(desk, further.audit, submit=True, by="Ben", grade=Grade.OUTSTANDING)
    register.close()


def rows(folder: Path) -> list[Row]:
    register = folder / "bench.auditdesk"
    build(register, folder / "cases.csv")
    surroundings = {
        **os.environ,
        "AUDIT_DESK_PASSPHRASE": _PASSPHRASE,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder),
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),  # as where it is installed
    }
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)

    def painted(*arguments: str) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.first_paint", *arguments]
        with subprocess.Popen(
            command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
        expected = register.stem if arguments else ""
        assert line.startswith(f"{PAINTED} {expected}"), f"It did not start: {process.stderr}"

    path = str(register)
    home = (path, "MainWindow")
    # In turns, so that what else the machine does falls on all alike.
    turns = [
        (best(painted, 1), best(partial(painted, path), 1), best(partial(painted, *home), 1))
        for _ in range(_RUNS)
    ]
    empty, first, main = (min(times) for times in zip(*turns, strict=True))
    key = best(lambda: derive(_PASSPHRASE, new_salt()))
    return [
        Row(
            "start to first window, 10,000 cases and 1,000 audits",
            "an empty window of PySide6",
            first,
            empty,
            2.0,
        ),
        Row(
            "start to Home of the same, the key derived",
            "the empty window, then one key derivation",
            main,
            empty + key,
            2.0,
        ),
    ]
