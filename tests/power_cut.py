"""Kills a process that saves answers at random moments: ``python -m tests.power_cut [TIMES]``.

Nothing that was acknowledged may be lost, and the register must be sound after each cut. The
suite does a few; fifty take a minute or two.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from audit_desk import app
from audit_desk.services.registers import check
from audit_desk.storage import cipher
from tests.cli.conftest import PASSPHRASE
from tests.e2e.registers import AUDITOR, make_register

_ANSWER = """
import sys
from pathlib import Path
from audit_desk import app
from audit_desk.domain.audit import Answer
from audit_desk.storage import cipher

register, passphrase, audit, by, first, rounds = sys.argv[1:]
cipher._ITERATIONS = int(rounds)
desk = app.open_desk(Path(register), passphrase)
questions = [each.id for each in desk.auditing.tool_for(audit).questions() if each.descriptors]
number = int(first)
while True:
    question = questions[number % len(questions)]
    text = f"What stands on file, written down as number {number}."
    desk.auditing.save_answer(audit, Answer(question, str(1 + number % 3), evidence=text), by)
    print(number, question, flush=True)
    number += 1
"""
"""Saves one answer after the other and says so of each, only after it is saved."""


def cut_the_power(folder: Path, times: int) -> int:
    """Save answers and kill the process, again and again; return how many were acknowledged."""
    register = folder / "north.auditdesk"
    desk = make_register(register)
    (line,) = desk.rounds.lines()
    audit_id = desk.rounds.audits(line.round.id)[0].id
    desk.register.close()
    chance = random.Random(20_251)  # noqa: S311 - when the power goes is no secret
    acknowledged: dict[str, int] = {}
    number = 0
    for _ in range(times):
        told = _work_until_the_power_goes(register, audit_id, number, chance.uniform(0, 0.15))
        lines = [line.split() for line in told.splitlines(keepends=True) if line.endswith("\n")]
        acknowledged |= {question: int(count) for count, question in lines}
        number = _nothing_is_lost(register, audit_id, acknowledged)
    return number


def _text(number: int) -> str:
    return f"What stands on file, written down as number {number}."


def _work_until_the_power_goes(register: Path, audit_id: str, first: int, after: float) -> str:
    # It derives its key as this process does: a test's in a moment.
    told = (str(register), PASSPHRASE, audit_id, AUDITOR, str(first), str(cipher._ITERATIONS))
    worker = subprocess.Popen(
        [sys.executable, "-c", _ANSWER, *told],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert worker.stdout is not None
    said = worker.stdout.readline()
    time.sleep(after)  # the cut comes at any moment of the work
    worker.send_signal(signal.SIGKILL)
    rest, _ = worker.communicate()
    return said + rest


def _nothing_is_lost(register: Path, audit_id: str, acknowledged: dict[str, int]) -> int:
    """Hold the register to what was acknowledged; return the number to go on from."""
    number = 1 + max(acknowledged.values())
    desk = app.open_desk(register, PASSPHRASE)
    kept = desk.auditing.open(audit_id).answers
    written = sum(each.subject == "answer" for each in desk.register.history.lines())
    # One answer more may be on disk: the cut came before it could be told.
    assert written in {number, number + 1}
    for question, count in acknowledged.items():
        assert kept[question].evidence in {_text(count), _text(number)}
    assert check(desk.register).faults == ()
    desk.register.close()
    return number


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if sys.argv[1:] else 50
    with tempfile.TemporaryDirectory() as made:
        saved = cut_the_power(Path(made), wanted)
    print(f"Killed {wanted} times; all of {saved} acknowledged answers are there.")
