"""An audit to be filled and the files that fill it."""

import json
from pathlib import Path
from typing import Any

import pytest

from audit_desk.domain.audit import Audit
from audit_desk.paths import database_file, resource
from audit_desk.services.answer_files import FORMAT, FilledAudit, read_answers
from audit_desk.services.desk import Desk
from audit_desk.services.sampling import DrawRequest

EXAMPLE = database_file("sample", "answers-example.json")
HELP = resource("help", "answers-file.md")


@pytest.fixture(name="audit")
def audit_to_fill(desk: Desk) -> Audit:
    """An audit of a child with missing episodes."""
    round_ = desk.rounds.create("Spring", by="Ada")
    desk.sampling.draw(round_, DrawRequest(40, 1), "Ada")
    audits = desk.rounds.audits(round_.id)
    return next(each for each in audits if each.facts["missing_episodes"])


def written(folder: Path, content: object) -> Path:
    path = folder / "answers.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def answers_file(**content: Any) -> dict[str, Any]:
    return {"format": FORMAT, **content}


def filled(folder: Path, **content: Any) -> FilledAudit:
    return read_answers(written(folder, answers_file(**content)))


def fill(desk: Desk, audit: Audit, content: FilledAudit, *, submit: bool = False) -> Audit:
    return desk.fills.fill("Spring", audit.reference, content, by="Ada", submit=submit)
