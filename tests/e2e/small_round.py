"""A round of short audits, and how its files are read outside of a window."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from audit_desk import app
from audit_desk.domain.audit import OVERALL, Answer, AuditState, Grade, Judgement
from audit_desk.domain.person import Role
from audit_desk.services.case_import import ImportRequest
from audit_desk.services.sampling import DrawRequest
from audit_desk.services.tool_files import load_tool
from tests.cli.conftest import PASSPHRASE
from tests.e2e.lists import CARE, annex_a

LEAD, MODERATOR = "Lena Fox", "Moira Hale"
READERS = ("Ama Cole", "Ben Ode", "Cai Mostyn")
ROUND, FILES = "Spring 2026", 12
KNOWN, PLANNED = "K1", "K2"
THEME = "known"

_QUESTION = """
[[themes.questions]]
id = "{id}"
wording = "{wording}"
kind = "grade"
guidance = "Read the last three months."
evidence_for = ["1", "4"]
sources = []
[themes.questions.descriptors]
outstanding = "Vividly."
good = "Clearly."
requires_improvement = "Partly."
inadequate = "Not at all."
"""
_TOOL = (
    """format = 1
id = "short"
version = 1
status = "published"
title = "A short tool"
purpose = "Two questions."
documents = []
clocks = []

[[themes]]
id = "known"
title = "Known"
about = "Whether the child is known."
"""
    + _QUESTION.format(id=KNOWN, wording="How well is the child known?")
    + _QUESTION.format(id=PLANNED, wording="How well does the plan fit?")
)


def make_round(path: Path) -> None:
    """Make the lead's register: a drawn round of which each reader has as many files."""
    path.parent.mkdir(parents=True)
    desk = app.create_desk(path, PASSPHRASE, "Northshire Council", LEAD)
    tool_file = path.with_suffix(".toml")
    tool_file.write_text(_TOOL, encoding="utf-8")
    desk.tools.keep(load_tool(tool_file), LEAD)
    workbook = annex_a(path.with_suffix(".xlsx"))
    desk.imports.apply(desk.imports.preview(ImportRequest(workbook, CARE)), LEAD)
    round_ = desk.rounds.create(ROUND, by=LEAD, tool_id="short")
    desk.sampling.draw(round_, DrawRequest(FILES, 4711), LEAD)
    ids = [audit.id for audit in desk.rounds.audits(round_.id)]
    for place, reader in enumerate(READERS):
        desk.assignment.assign(ids[place :: len(READERS)], reader, None, LEAD)
        desk.people.add(reader, (Role.AUDITOR, Role.SECOND_READER), LEAD)
    desk.people.add(LEAD, (Role.LEAD,), LEAD)
    desk.people.add(MODERATOR, (Role.MODERATOR,), LEAD)
    desk.register.close()


def read_in(path: Path, passphrase: str, grades: Mapping[str, Grade], who: str) -> None:
    """Read in a pack, without a window, what is not submitted yet.

    Args:
        path: The file.
        passphrase: Its passphrase.
        grades: Each file's overall judgement, by reference.
        who: Who reads.
    """
    desk = app.open_desk(path, passphrase)
    (line,) = desk.rounds.lines()
    for audit in desk.rounds.every_reading(line.round.id):
        if audit.reference in grades and audit.state is not AuditState.SUBMITTED:
            grade = grades[audit.reference]
            answers = [_answer(KNOWN, grade, who), _answer(PLANNED, Grade.GOOD, who)]
            judged = [Judgement(each, grade, rationale="So it is.") for each in (THEME, OVERALL)]
            desk.auditing.fill(audit.id, answers, judged, by=who, submit=True, independent=True)
    desk.register.close()


def _answer(question: str, grade: Grade, who: str) -> Answer:
    return Answer(question, str(grade.value), evidence=f"{who} saw it in the record of 2 March.")


def references(path: Path, passphrase: str, kind: Iterable[int] = (1, 2)) -> list[str]:
    """Return the references of the audits in a file, in drawing order."""
    desk = app.open_desk(path, passphrase)
    (line,) = desk.rounds.lines()
    found = [each for each in desk.rounds.every_reading(line.round.id) if each.reading in kind]
    desk.register.close()
    return [each.reference for each in found]
