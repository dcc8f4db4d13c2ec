"""Which answers cannot wait for the report."""

import pytest

from audit_desk.domain.audit import Absence, Answer
from audit_desk.domain.audit_tool import AnswerKind, Question
from audit_desk.domain.concern import concern_cause


def question(
    kind: AnswerKind, *, critical: bool = True, wording: str = "Is the child safe now?"
) -> Question:
    return Question("ST4", wording, kind, guidance="", sources=(), critical=critical)


@pytest.mark.parametrize("critical", [True, False])
@pytest.mark.parametrize(
    ("value", "cause"),
    [
        ("unsafe", "Is the child safe now? Unsafe"),
        ("unsure", "Is the child safe now? Unsure"),
        ("safe", ""),
        ("", ""),
    ],
)
def test_a_child_who_is_not_known_to_be_safe(value: str, cause: str, critical: bool) -> None:
    of = question(AnswerKind.SAFETY, critical=critical)
    assert concern_cause(of, Answer("ST4", value)) == cause


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (AnswerKind.GRADE, "4", "Inadequate"),
        (AnswerKind.YES_PARTLY_NO, "no", "No"),
        (AnswerKind.GRADE, "3", ""),
        (AnswerKind.GRADE, "1", ""),
        (AnswerKind.YES_PARTLY_NO, "partly", ""),
        (AnswerKind.YES_PARTLY_NO, "yes", ""),
        (AnswerKind.FACTS, "no", ""),
    ],
)
def test_a_star_answered_inadequate_or_no(kind: AnswerKind, value: str, words: str) -> None:
    wording = "Did it make the child safe during the enquiry?"
    cause = f"ST4 ★: {words}. {wording}" if words else ""
    assert concern_cause(question(kind, wording=wording), Answer("ST4", value)) == cause
    plain = question(kind, critical=False, wording=wording)
    assert concern_cause(plain, Answer("ST4", value)) == ""


@pytest.mark.parametrize("absence", list(Absence))
def test_an_absence_raises_none(absence: Absence) -> None:
    for kind, value in ((AnswerKind.SAFETY, "unsafe"), (AnswerKind.GRADE, "4")):
        assert concern_cause(question(kind), Answer("ST4", value, absence=absence)) == ""
