"""The fields of a form: all that an auditor writes of an audit, each with a key of its own.

A field is described as a part of a tool is, so that a cell of a form is read, checked and put
into words by one set of rules, whether it holds a grade, a date or a judgement's rationale.
"""

from collections.abc import Mapping
from datetime import date

from audit_desk.domain.answer_check import POSSIBLE_VALUES, possible_absences
from audit_desk.domain.audit import OVERALL, Absence, Answer, FullAudit, Grade, Judgement
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Option, Part, PartKind, Question
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.follow_up import FollowUps
from audit_desk.domain.form_field import FormField
from audit_desk.domain.form_follow_ups import (
    asks_follow_up,
    follow_up_fields,
    follow_up_values,
)

Values = Mapping[str, str]
"""Stored values by a field's key; an empty field is absent or empty."""

EVIDENCE_LABEL = "Evidence"
_GRADES = tuple(Option(str(grade.value), grade.label) for grade in Grade)
_YES, _NO = "yes", "no"
_YES_NO = (Option(_YES, "Yes"), Option(_NO, "No"))
_JUDGED = (
    Part("grade", "Judgement", PartKind.CHOICE, _GRADES),
    Part(
        "rationale",
        "Why this judgement",
        PartKind.TEXT,
        help="Needed where it differs from what the answers suggest.",
    ),
    Part("strengths", "What was done well", PartKind.TEXT),
    Part("improvements", "What needs to improve", PartKind.TEXT),
    Part("lived_experience", "What it was like for the child", PartKind.TEXT),
)
_CONTRIBUTED = (
    Part("invited", "Invited to the audit?", PartKind.CHOICE, _YES_NO),
    Part("why_not", "If not, why?", PartKind.TEXT),
    Part("took_part", "Took part?", PartKind.CHOICE, _YES_NO),
    Part("on", "When they spoke or wrote", PartKind.DATE),
    Part("said", "What they said", PartKind.TEXT, help="In their own words, without names."),
    Part("changed", "Did it change the audit?", PartKind.CHOICE, _YES_NO),
    Part("how", "If so, how?", PartKind.TEXT),
)


def asked_of_auditor(tool: AuditTool) -> tuple[Question, ...]:
    """Return the questions that a form asks: all but those for the moderator."""
    return tuple(question for question in tool.questions() if not question.for_moderator)


def main_field(question: Question) -> FormField:
    """Return a question's main answer: its values, then the honest absences."""
    given = POSSIBLE_VALUES[question.kind]
    if question.kind is AnswerKind.GRADE:
        options = _GRADES
    else:
        options = tuple(Option(value, value.capitalize()) for value in given)
    absences = (Option(each.value, each.label) for each in possible_absences(question.kind))
    part = Part("", "Answer", PartKind.CHOICE, (*options, *absences))
    return FormField(question.id, question.id, part, question.id)


def evidence_field(question: Question) -> FormField:
    """Return a question's evidence."""
    part = Part("evidence", EVIDENCE_LABEL, PartKind.TEXT, help=question.evidence)
    return FormField(f"{question.id} evidence", question.id, part, f"{question.id}, evidence")


def part_fields(question: Question) -> tuple[FormField, ...]:
    """Return a question's parts."""
    return tuple(
        FormField(f"{question.id}.{part.id}", question.id, part, f"{question.id}, “{part.label}”")
        for part in question.parts
    )


def judgement_fields(theme_id: str, title: str) -> tuple[FormField, ...]:
    """Return the fields of a theme's judgement, or of the whole audit's (``OVERALL``)."""
    return tuple(
        FormField(f"{theme_id} {part.id}", theme_id, part, f"{title}, {part.label.lower()}")
        for part in _JUDGED
    )


def contribution_fields(role: Role) -> tuple[FormField, ...]:
    """Return the fields of one role's part in the audit."""
    return tuple(
        FormField(f"{role.value} {part.id}", role.value, part, f"{role.label}, {part.label}")
        for part in _CONTRIBUTED
    )


def fields_of(tool: AuditTool) -> tuple[FormField, ...]:
    """Return every field of a tool's form, in reading order."""
    found: list[FormField] = []
    for theme in tool.themes:
        for question in theme.questions:
            if not question.for_moderator:
                found += [main_field(question), *part_fields(question), evidence_field(question)]
        found += judgement_fields(theme.id, theme.title)
    found += judgement_fields(OVERALL, "Overall judgement")
    for role in Role:
        found += contribution_fields(role)
    for question in tool.questions():
        if asks_follow_up(question):
            found += follow_up_fields(question)
    return tuple(found)


def values_of(full: FullAudit, follow_ups: FollowUps) -> dict[str, str]:
    """Return what stands in an audit, by field; empty fields are left out.

    Args:
        full: The audit.
        follow_ups: What follows from its answers.
    """
    found: dict[str, str] = follow_up_values(follow_ups)
    for answer in full.answers.values():
        found[answer.question_id] = answer.absence.value if answer.absence else answer.value
        found[f"{answer.question_id} evidence"] = answer.evidence
        found |= {f"{answer.question_id}.{key}": value for key, value in answer.parts.items()}
    for judged in full.judgements.values():
        found[f"{judged.theme_id} grade"] = str(judged.grade.value) if judged.grade else ""
        for name in ("rationale", "strengths", "improvements", "lived_experience"):
            found[f"{judged.theme_id} {name}"] = getattr(judged, name)
    for made in full.contributions.values():
        found |= {f"{made.role.value} {key}": value for key, value in _said(made).items()}
    return {key: value for key, value in found.items() if value}


def answer_from(question: Question, values: Values) -> Answer:
    """Return the answer that a question's fields make."""
    main = values.get(question.id, "")
    absence = Absence(main) if main in {each.value for each in Absence} else None
    parts = {part.id: values.get(f"{question.id}.{part.id}", "") for part in question.parts}
    return Answer(
        question.id,
        "" if absence else main,
        absence,
        values.get(f"{question.id} evidence", ""),
        {key: value for key, value in parts.items() if value},
    )


def judgement_from(theme_id: str, values: Values) -> Judgement:
    """Return the judgement that a theme's fields make; what is suggested is not part of it."""
    grade = values.get(f"{theme_id} grade", "")
    rationale, strengths, improvements, lived_experience = (
        values.get(f"{theme_id} {part.id}", "") for part in _JUDGED[1:]
    )
    return Judgement(
        theme_id,
        Grade(int(grade)) if grade else None,
        rationale,
        strengths,
        improvements,
        lived_experience,
    )


def contribution_from(role: Role, values: Values) -> Contribution:
    """Return the contribution that a role's fields make."""
    held = {part.id: values.get(f"{role.value} {part.id}", "") for part in _CONTRIBUTED}
    return Contribution(
        role,
        _read_yes_no(held["invited"]),
        held["why_not"],
        _read_yes_no(held["took_part"]),
        date.fromisoformat(held["on"]) if held["on"] else None,
        held["said"],
        _read_yes_no(held["changed"]),
        held["how"],
    )


def _said(made: Contribution) -> dict[str, str]:
    return {
        "invited": _yes_no(made.invited),
        "why_not": made.why_not,
        "took_part": _yes_no(made.took_part),
        "on": made.on.isoformat() if made.on else "",
        "said": made.said,
        "changed": _yes_no(made.changed),
        "how": made.how,
    }


def _yes_no(value: bool | None) -> str:
    if value is None:
        return ""
    return _YES if value else _NO


def _read_yes_no(value: str) -> bool | None:
    return value == _YES if value else None
