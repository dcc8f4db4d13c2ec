"""What a condition looks at, and what that can be compared with."""

from dataclasses import dataclass, replace
from typing import Any

from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.audit_tool import AuditTool, Condition, PartKind
from audit_desk.domain.case_field import FieldKind
from audit_desk.domain.case_fields import CASES
from audit_desk.domain.tool_words import part_named
from audit_desk.ui.screens.tools.editor.fields import Choices
from audit_desk.ui.screens.tools.editor.names import value_words

ANY, NONE, LEAST = "any_of", "none_of", "at_least"
TESTS = {ANY: "is any of", NONE: "is none of", LEAST: "is at least"}
"""How a subject is compared, and the words of it."""
_NUMBERS = (FieldKind.COUNT, FieldKind.AGE)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a condition can compare its subject with.

    Attributes:
        values: Stored values and their words; empty where they are typed or a number.
        number: Whether it is a number.
        typed: Whether values may be typed.
    """

    values: Choices = ()
    number: bool = False
    typed: bool = False


def subject_of(key: str, tool: AuditTool) -> Subject:
    """Return what ``answer:QUESTION.part`` or ``case:FIELD`` can be compared with."""
    sort, _, name = key.partition(":")
    return _fact(name) if sort == "case" else _answer(name, tool)


def _fact(key: str) -> Subject:
    if key not in CASES:
        return Subject(typed=True)
    field = CASES.field(key)
    if field.kind in _NUMBERS:
        return Subject(number=True)
    if field.kind is FieldKind.YES_NO:
        return Subject((("Yes", "Yes"), ("No", "No")))
    known = tuple((choice.value, choice.value) for choice in field.choices)
    return Subject(known, typed=not known)


def _answer(name: str, tool: AuditTool) -> Subject:
    question_id, _, rest = name.partition(".")
    try:
        question = tool.question(question_id)
        part = part_named(question, rest) if rest else None
    except KeyError:
        return Subject(typed=True)
    if part is None:
        values = POSSIBLE_VALUES[question.kind]
        return Subject(tuple((each, value_words(each, question.kind)) for each in values))
    if part.kind is PartKind.COUNT:
        return Subject(number=True)
    return Subject(tuple((option.id, option.label) for option in part.options))


def first_condition(subjects: Choices, tool: AuditTool) -> Condition:
    """Return the condition that a new row begins with."""
    return condition_on(str(subjects[0][0]), tool) if subjects else Condition()


def condition_on(key: str, tool: AuditTool) -> Condition:
    """Return a condition on a subject, with the first value that it can have."""
    sort, _, name = key.partition(":")
    subject = subject_of(key, tool)
    bare = Condition(case=name) if sort == "case" else Condition(answer=name)
    if subject.number:
        return replace(bare, at_least=1)
    return replace(bare, any_of=tuple(str(value) for value, _words in subject.values[:1]))


def with_test(condition: Condition, test: str, value: Any) -> Condition:
    """Return a condition on the same subject with one test and its value."""
    bare = replace(condition, any_of=(), none_of=(), at_least=None)
    return replace(bare, **{test: value})
