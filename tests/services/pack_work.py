"""A round of which files go out and come back, for tests of merging."""

import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.applicability import applicable
from audit_desk.domain.audit import OVERALL, Absence, Answer, Audit, Grade, Judgement
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.pack import PackKind
from audit_desk.domain.round import Round
from audit_desk.services.desk import Desk
from audit_desk.services.merging import MergePreview, MergeResult
from audit_desk.services.pack_order import PackMade, PackOrder
from audit_desk.services.registers import open_register
from audit_desk.services.sampling import DrawRequest
from audit_desk.storage import cipher
from audit_desk.storage.register import Register
from tests.services.conftest import TODAY

AMA, BEN, LEAD = "Ama Cole", "Ben Ode", "Ada"
SECRET = "four unrelated words"


def given_round(desk: Desk, size: int = 3, name: str = "Spring") -> tuple[Round, list[Audit]]:
    """Draw a round of which every file is Ama Cole's."""
    round_ = desk.rounds.create(name, by=LEAD)
    desk.sampling.draw(round_, DrawRequest(size, 1), LEAD)
    audits = [audit.id for audit in desk.rounds.audits(round_.id)]
    desk.assignment.assign(audits, AMA, None, LEAD)
    return round_, list(desk.rounds.audits(round_.id))


def hand_out(desk: Desk, round_: Round, target: Path, person: str = AMA) -> PackMade:
    """Hand somebody's files out in a pack."""
    order = PackOrder(round_, person, PackKind.FIRST, target, SECRET, None, "")
    return desk.packs.make(order, LEAD)


def in_pack(path: Path, work: Callable[[Desk], object]) -> None:
    """Open a pack, do something in it, close it."""
    with open_register(path, SECRET) as register:
        work(Desk(register, {}, today=lambda: TODAY))


def answer(audit: Audit, value: str, question: str = "ST3") -> Callable[[Desk], object]:
    """Return the work of answering one question with a grade and words to go with it."""
    given = Answer(question, value, evidence=f"Seen on file: {value}.")
    return lambda pack: pack.auditing.save_answer(audit.id, given, AMA)


def complete(audit: Audit, by: str = AMA) -> Callable[[Desk], object]:
    """Return the work of filling in and submitting a whole audit."""

    def work(desk: Desk) -> None:
        tool = desk.auditing.tool_for(audit.id)
        answers = []
        for question in applicable(tool, {}, audit.facts):
            if question.kind is AnswerKind.FACTS:
                answers.append(Answer(question.id, absence=Absence.NOT_EVIDENCED))
            else:
                is_grade = question.kind is AnswerKind.GRADE
                value = "2" if is_grade else POSSIBLE_VALUES[question.kind][0]
                answers.append(Answer(question.id, value, evidence="The record shows it."))
        judged = [Judgement(key, Grade.GOOD) for key in [*(t.id for t in tool.themes), OVERALL]]
        desk.auditing.fill(audit.id, answers, judged, by=by, submit=True, independent=True)

    return work


def take_in(desk: Desk, path: Path) -> tuple[MergePreview, MergeResult]:
    """Look at a pack and take it in."""
    preview = desk.merging.look(path, SECRET)
    return preview, desk.merging.apply(preview, LEAD)


def copy(path: Path, name: str) -> Path:
    """Copy a pack that is closed."""
    return Path(shutil.copy(path, path.with_name(f"{name}.auditdesk")))


def rows(register: Register) -> Mapping[str, list[tuple[Any, ...]]]:
    """Return every row of every table."""
    names = register.db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    return {
        name: sorted(register.db.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
        for (name,) in names
    }


def keep_keys(patch: pytest.MonkeyPatch) -> None:
    """Derive each key once: tests of many returns would spend their time on nothing else."""
    opening: Any = Register.open
    patch.setattr(opening.__func__, "__defaults__", (_key,))


@cache
def _key(passphrase: str, salt: bytes) -> cipher.RawKey:
    return cipher.derive(passphrase, salt)
