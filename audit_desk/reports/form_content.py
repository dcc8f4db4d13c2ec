"""What a form says on paper, computed once from the tool and the audit."""

from collections.abc import Sequence

from audit_desk.domain.applicability import CHOICES_SEPARATOR, relevant_answers, why_not
from audit_desk.domain.audit import OVERALL, AuditState
from audit_desk.domain.audit_form import AuditForm
from audit_desk.domain.audit_tool import AnswerKind, Part, PartKind, Question, Theme
from audit_desk.domain.clock_words import rule
from audit_desk.domain.contribution import Role
from audit_desk.domain.event_rows import read_rows
from audit_desk.domain.form_field import FormField
from audit_desk.domain.form_fields import (
    Values,
    contribution_fields,
    judgement_fields,
    main_field,
    part_fields,
    values_of,
)
from audit_desk.domain.form_words import shown
from audit_desk.reports.form_blocks import Asked, Choice, Fact, FormContent, Group
from audit_desk.reports.words import date

KEEPING = (
    "This form is about a child. Keep it where you keep the child's file, never in a bag or on a"
    " desk, and destroy it once its answers are in the register."
)
"""Where a form is kept, and how it ends."""
MARKING = "About a child: keep it as you keep the child's file"
"""The foot of every page."""
_STOPS = (
    "If the child may not be safe now, tell the people whom your council names for it at once."
    " This form tells nobody."
)
_HOW_TO = (
    (
        "Tick one answer a question. The figures and letters are the keys that give the same answer"
        " on the screen."
    ),
    (
        "Not evidenced: no record was found. Not accessible: the record could not be opened. Not"
        " applicable: the question does not fit this child."
    ),
    "Take dates from the file, with the time where it has one, and never guess a time.",
    (
        "Outstanding, Requires improvement, Inadequate, partly, no, unsure and unsafe need"
        " evidence. ★ marks the questions that matter most for the child's safety."
    ),
    "Write roles and not names, of the child as of everybody else.",
)
_ABSENCE_KEYS = {"not_evidenced": "0", "not_accessible": "A", "not_applicable": "N"}
_LINES = 3
_LINES_FOR_FACTS = 2


def headline(form: AuditForm) -> str:
    """Return what a form is called: the reference and the round, or the tool."""
    what = "Audit form" if form.filled else "Blank audit form"
    names = [form.reference, form.round_name] if form.full else [form.tool.title]
    return " · ".join([what, *filter(None, names)])


def build_form(form: AuditForm) -> FormContent:
    """Return what a form says."""
    values = values_of(form.shown, form.follow_ups) if form.shown else {}
    groups = [_group(form, theme, values) for theme in form.tool.themes]
    told = [(role.label, _facts(contribution_fields(role), values)) for role in Role]
    judged = ("The whole audit", _facts(judgement_fields(OVERALL, ""), values))
    groups.append(Group("Overall judgement", "", (), (), (judged, *told)))
    return FormContent(
        title=form.reference or form.tool.title,
        running_head=headline(form),
        organisation=f"{form.organisation} · {'Audit form' if form.filled else 'Blank audit form'}",
        about=tuple(_about(form)),
        stops=_STOPS,
        how_to=() if form.filled else _HOW_TO,
        keeping=KEEPING,
        groups=tuple(groups),
        filled=form.filled,
    )


def _about(form: AuditForm) -> list[tuple[str, str]]:
    tool = f"{form.tool.title}, version {form.tool.version}"
    if form.full is None:
        return [("Audit tool", tool), ("Reference", ""), ("Round", ""), ("Read on", "")]
    pairs = [("Audit tool", tool), ("Round", form.round_name)]
    if not form.filled:
        return [*pairs, ("Read on", "")]
    audit = form.full.audit
    done = audit.submitted_at if audit.state is AuditState.SUBMITTED else None
    stands = f"Submitted on {date(done)}" if done else f"{audit.state.label}"
    return [*pairs, ("State", stands), ("Printed", f"{form.written_at:%d/%m/%Y %H:%M} UTC")]


def _group(form: AuditForm, theme: Theme, values: Values) -> Group:
    asked = [question for question in theme.questions if not question.for_moderator]
    judged = ("Judgement of this theme", _facts(judgement_fields(theme.id, theme.title), values))
    return Group(
        theme.title,
        " ".join(theme.about.split()),
        tuple(_asked(form, question, values) for question in asked),
        tuple(_standards(form, theme)),
        (judged, *_follow_ups(form, theme)),
    )


def _asked(form: AuditForm, question: Question, values: Values) -> Asked:
    main = values.get(question.id, "")
    keyed = _choices(main_field(question).part, main)
    looks_like = question.descriptors.by_grade() if question.descriptors else ()
    answers = [choice for choice in keyed if choice.key not in _ABSENCE_KEYS.values()]
    for number, text in enumerate(looks_like):
        told = " ".join(text.split())
        answers[number] = Choice(
            answers[number].key, answers[number].label, told, answers[number].chosen
        )
    return Asked(
        question.id,
        question.critical,
        question.wording,
        applies_note(form, question),
        tuple(answers),
        tuple(choice for choice in keyed if choice.key in _ABSENCE_KEYS.values()),
        _facts(part_fields(question), values),
        " ".join(question.evidence.split()),
        values.get(f"{question.id} evidence", ""),
        _LINES_FOR_FACTS if question.kind is AnswerKind.FACTS else _LINES,
    )


def applies_note(form: AuditForm, question: Question) -> str:
    """Return why a question may not apply, or does not; empty where nothing need be said."""
    if not question.applies_note:
        return ""
    if form.full is not None:
        facts = form.full.audit.facts
        relevant = relevant_answers(form.tool, form.full.answers, facts)
        if why_not(question, relevant, facts):
            return f"Does not apply to this child as far as is known. {question.applies_note}"
    return "" if form.filled else f"May not apply. {question.applies_note}"


def _choices(part: Part, stored: str) -> tuple[Choice, ...]:
    chosen = stored.split(CHOICES_SEPARATOR)
    return tuple(
        Choice(
            _ABSENCE_KEYS.get(option.id, str(number)),
            option.label,
            chosen=option.id in chosen,
        )
        for number, option in enumerate(part.options, start=1)
    )


def _facts(fields: Sequence[FormField], values: Values) -> tuple[Fact, ...]:
    return tuple(_fact(field.part, values.get(field.key, "")) for field in fields)


def _fact(part: Part, stored: str) -> Fact:
    if part.kind is PartKind.EVENTS:
        rows = tuple(
            tuple(
                shown(column, row[column.id]) if column.id in row else "" for column in part.columns
            )
            for row in read_rows(stored)
        )
        heads = tuple(column.label for column in part.columns)
        return Fact(part.label, part.kind, part.help, heads=heads, rows=rows)
    if part.kind in (PartKind.CHOICE, PartKind.CHOICES):
        boxes = tuple(
            Choice("", choice.label, chosen=choice.chosen) for choice in _choices(part, stored)
        )
        return Fact(part.label, part.kind, part.help, choices=boxes)
    return Fact(part.label, part.kind, part.help, shown(part, stored) if stored else "")


def _standards(form: AuditForm, theme: Theme) -> list[tuple[str, str]]:
    readings = {reading.clock_id: reading for reading in form.readings}
    lines = []
    for clock in form.tool.clocks:
        if clock.theme != theme.id:
            continue
        reading = readings.get(clock.id)
        lines.append(
            (clock.title, f"{reading.result}. {reading.working}" if reading else rule(clock))
        )
    return lines


def _follow_ups(form: AuditForm, theme: Theme) -> list[tuple[str, tuple[Fact, ...]]]:
    """Return what follows from a theme's answers: what was said, or room to say it."""
    if not form.filled:
        action = (
            Fact("What will change for the child, and after which question", PartKind.TEXT),
            Fact("Who sees to it: a role", PartKind.TEXT, short=True),
            Fact("By when", PartKind.DATE),
        )
        return [("What follows", action)]
    told = []
    for question in theme.questions:
        follow_up = form.follow_ups.get(question.id)
        if follow_up is None or follow_up.is_empty:
            continue
        draft = follow_up.draft
        due = f"{draft.due_on:%d/%m/%Y}" if draft.due_on else ""
        words = "; ".join(filter(None, (draft.change, draft.owner, due)))
        told.append(
            Fact(
                f"After {question.id}",
                PartKind.TEXT,
                text=words or follow_up.none_because or "An action that the round has already.",
            )
        )
    return [("What follows", tuple(told))] if told else []
