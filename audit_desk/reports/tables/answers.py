"""The table of answers."""

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_tool import Theme
from audit_desk.domain.round_record import RoundRecord
from audit_desk.domain.tool_kinds import AnswerKind
from audit_desk.domain.written_words import part_words
from audit_desk.reports.tables.given import Given, given_answers
from audit_desk.reports.tables.model import YES_NO, Column, DataTable, table, yes_no
from audit_desk.reports.tables.shared import ABSENCES, GRADES, GRADES_STORED, audit_columns

_ANSWERS = f"{GRADES}; Yes, Partly, No; Safe, Unsure, Unsafe"
_STORED = f"{GRADES_STORED}; yes, partly, no; safe, unsure, unsafe"
_KINDS = ", ".join(kind.value for kind in AnswerKind)


def answers_table(record: RoundRecord) -> DataTable:
    """Return one row an answer, its facts in words in one cell."""
    columns: tuple[Column[Given], ...] = (
        *_places(),
        Column(
            "answer",
            "Answer",
            "The main answer in words; empty where there is none.",
            _main_words,
            values=_ANSWERS,
            width=20,
        ),
        Column(
            "answer_stored",
            "Answer stored",
            "The main answer as the register stores it.",
            lambda given: given.answer.value,
            values=_STORED,
            width=10,
        ),
        Column(
            "absence",
            "Absence",
            "The honest other answer that stands instead of a main answer.",
            lambda given: given.answer.absence.label if given.answer.absence else "",
            values=ABSENCES,
            width=16,
        ),
        Column(
            "evidence",
            "Evidence",
            "What the auditor saw on the file, in their words.",
            lambda given: given.answer.evidence,
            width=60,
        ),
        Column(
            "facts",
            "Facts",
            "The further facts that the question asks for, in words; one a line.",
            _facts_words,
            width=50,
        ),
    )
    about = "One row an answer. Questions that nobody answered have no row."
    return table("answers", "Answers", about, columns, given_answers(record))


def _audit_of_given(given: Given) -> FullAudit:
    return given.full


def _places() -> tuple[Column[Given], ...]:
    return (
        *audit_columns(_audit_of_given),
        Column(
            "theme_id",
            "Theme ID",
            "The theme's stable id.",
            lambda given: _id(given.theme),
            width=18,
        ),
        Column(
            "theme",
            "Theme",
            "The theme that the question stands in.",
            lambda given: given.theme.title if given.theme else "",
            width=26,
        ),
        Column(
            "question_id",
            "Question",
            "The question's id; it stays the same in every version of the tool.",
            lambda given: given.answer.question_id,
            width=10,
        ),
        Column(
            "wording",
            "Wording",
            "The question as this round asked it.",
            lambda given: given.question.wording if given.question else "",
            width=50,
        ),
        Column(
            "critical",
            "Critical",
            "Whether it is a ★ question.",
            lambda given: yes_no(given.question is not None and given.question.critical),
            values=YES_NO,
            width=10,
        ),
        Column(
            "kind",
            "Kind",
            "What its main answer is.",
            lambda given: given.question.kind.value if given.question else "",
            values=_KINDS,
            width=14,
        ),
        Column(
            "applies",
            "Applies",
            "Whether the question fits this child. An answer to one that does not counts nowhere.",
            lambda given: yes_no(given.applies),
            values=YES_NO,
            width=10,
        ),
    )


def _id(theme: Theme | None) -> str:
    return theme.id if theme else ""


def _main_words(given: Given) -> str:
    grade = given.answer.grade
    return grade.label if grade else given.answer.value.capitalize()


def _facts_words(given: Given) -> str:
    parts = given.question.parts if given.question else ()
    known = {part.id for part in parts}
    stored = given.answer.parts
    lines = [
        f"{part.label}: {part_words(part, stored[part.id])}"
        for part in parts
        if stored.get(part.id)
    ]
    lines += [f"{key}: {value}" for key, value in stored.items() if key not in known]
    return "\n".join(lines)
