"""Killed without warning in the middle of its work: nothing that was acknowledged is lost."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from audit_desk import app
from audit_desk.services.registers import check
from tests.cli.conftest import PASSPHRASE
from tests.e2e.registers import AUDITOR, make_register

_CUTS = 5
_ANSWER = """
import sys
from pathlib import Path
from audit_desk import app
from audit_desk.domain.audit import Answer

register, passphrase, audit, by, first = sys.argv[1:]
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


def _text(number: int) -> str:
    return f"What stands on file, written down as number {number}."


def _work_until_the_power_goes(register: Path, audit_id: str, first: int, after: float) -> str:
    worker = subprocess.Popen(
        [sys.executable, "-c", _ANSWER, str(register), PASSPHRASE, audit_id, AUDITOR, str(first)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert worker.stdout is not None
    told = worker.stdout.readline()
    time.sleep(after)  # the cut comes at any moment of the work
    worker.send_signal(signal.SIGKILL)
    rest, _ = worker.communicate()
    return told + rest


@pytest.mark.full_key
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill like that")
def test_every_acknowledged_answer_is_there_after_each_cut(tmp_path: Path) -> None:
    register = tmp_path / "north.auditdesk"
    desk = make_register(register)
    (line,) = desk.rounds.lines()
    audit_id = desk.rounds.audits(line.round.id)[0].id
    desk.register.close()
    chance = random.Random(20_251)  # noqa: S311 - when the power goes is no secret
    acknowledged: dict[str, int] = {}
    number = 0
    for _ in range(_CUTS):
        told = _work_until_the_power_goes(register, audit_id, number, chance.uniform(0, 0.15))
        lines = [line.split() for line in told.splitlines(keepends=True) if line.endswith("\n")]
        acknowledged |= {question: int(count) for count, question in lines}
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
    assert number > _CUTS, "nothing was acknowledged, so nothing was tried"
