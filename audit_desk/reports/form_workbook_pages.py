"""The pages of a form's workbook: a theme a page, and a page for each list of events."""

from collections.abc import Mapping, Sequence
from typing import Any

from audit_desk.domain.applicability import CHOICES_SEPARATOR
from audit_desk.domain.audit import OVERALL, Grade
from audit_desk.domain.audit_form import AuditForm
from audit_desk.domain.audit_tool import AnswerKind, Part, PartKind, Question, Theme
from audit_desk.domain.contribution import Role
from audit_desk.domain.event_rows import read_rows
from audit_desk.domain.form_field import FormField
from audit_desk.domain.form_fields import (
    contribution_fields,
    evidence_field,
    judgement_fields,
    main_field,
    part_fields,
)
from audit_desk.domain.form_follow_ups import asks_follow_up, follow_up_fields
from audit_desk.domain.form_sheets import (
    ANSWER,
    ASKED,
    COLUMNS_ROW,
    EVENTS_ROW,
    FIRST_EVENT_ROW,
    HEADS,
    KEY,
    LOOKS_LIKE,
    NUMBER,
    OPTION,
    WORDS,
)
from audit_desk.domain.form_words import shown
from audit_desk.reports.form_content import applies_note, headline
from audit_desk.reports.form_workbook_tools import Tools

_WIDTHS = {NUMBER: 8, ASKED: 46, ANSWER: 24, WORDS: 62, LOOKS_LIKE: 74}
_HEAD_ROW = 2
_WHAT_FOLLOWS = (
    "For each answer of Requires improvement or Inadequate, partly or no, unsure or unsafe: what"
    " will change for the child, or why nothing is needed. One of the two is enough."
)
_LINKED = "(It leads to another action of the round: leave this empty, and that stays.)"
_LEAST_EVENTS = 25
_SPARE_EVENTS = 15
_EVENT_WIDTH = 26
_TOO_LONG = (
    "(This text is too long for a spreadsheet's cell. It stays in the register as it is; change"
    " it there.)"
)


class Pages:
    """Writes the pages of one form.

    Args:
        tools: The workbook.
        form: What is written.
        values: What stands in its fields.
        left_out: The keys of fields that are too long for a cell.
    """

    def __init__(
        self, tools: Tools, form: AuditForm, values: Mapping[str, str], left_out: Sequence[str]
    ) -> None:
        self._tools = tools
        self._form = form
        self._values = values
        self._left_out = left_out
        self._row = 0

    def write(self) -> None:
        """Write every page."""
        for number, theme in enumerate(self._form.tool.themes, start=1):
            sheet = self._begin(f"{number} {theme.title}", theme.title, theme.about)
            for question in theme.questions:
                if not question.for_moderator:
                    self._write_question(sheet, question)
            self._write_fields(sheet, "Judgement", judgement_fields(theme.id, theme.title))
            self._write_lists(theme)
        sheet = self._begin("Overall judgement", "Overall judgement", "")
        self._write_fields(sheet, "The whole audit", judgement_fields(OVERALL, "Overall"))
        for role in Role:
            self._write_fields(sheet, role.label, contribution_fields(role))
        sheet = self._begin("What follows", "What follows from the answers", _WHAT_FOLLOWS)
        for question in self._form.tool.questions():
            if asks_follow_up(question):
                title = f"{question.id}: {question.wording}{self._linked(question)}"
                self._write_fields(sheet, title, follow_up_fields(question))

    def _linked(self, question: Question) -> str:
        told = self._form.follow_ups.get(question.id)
        return f" {_LINKED}" if told is not None and told.action_id else ""

    def _begin(self, name: str, title: str, about: str) -> Any:
        sheet = self._tools.page(name)
        page_look(sheet, headline(self._form))
        sheet.set_column(KEY, KEY, None, None, {"hidden": True})
        for column, width in _WIDTHS.items():
            sheet.set_column(column, column, width)
        sheet.write_string(0, NUMBER, title, self._tools.title)
        sheet.write_string(0, LOOKS_LIKE, headline(self._form), self._tools.quiet)
        if about:
            sheet.merge_range(1, NUMBER, 1, WORDS, " ".join(about.split()), self._tools.quiet)
            sheet.set_row(1, 48)
        for column, head in HEADS.items():
            sheet.write_string(_HEAD_ROW, column, head, self._tools.head)
        sheet.freeze_panes(_HEAD_ROW + 1, ASKED + 1)
        sheet.repeat_rows(_HEAD_ROW)
        self._row = _HEAD_ROW + 1
        return sheet

    def _write_question(self, sheet: Any, question: Question) -> None:
        tools, main, evidence = self._tools, main_field(question), evidence_field(question)
        star = " ★" if question.critical else ""
        asked = "\n".join(filter(None, (question.wording, applies_note(self._form, question))))
        sheet.write_string(self._row, KEY, main.key, tools.locked)
        sheet.write_string(self._row, NUMBER, f"{question.id}{star}", tools.question)
        sheet.write_string(self._row, ASKED, asked, tools.question)
        tools.write_input(sheet, self._row, ANSWER, main.part, self._shown(main))
        self._write_text(sheet, evidence)
        sheet.write_string(self._row, LOOKS_LIKE, _looks_like(question), tools.small)
        self._row += 1
        for field in part_fields(question):
            self._write_field(sheet, field)

    def _write_fields(self, sheet: Any, title: str, fields: Sequence[FormField]) -> None:
        for column in range(NUMBER, LOOKS_LIKE + 1):
            sheet.write_string(
                self._row, column, title if column == ASKED else "", self._tools.band
            )
        self._row += 1
        for field in fields:
            self._write_field(sheet, field)

    def _write_field(self, sheet: Any, field: FormField) -> None:
        tools, part = self._tools, field.part
        for column in (NUMBER, ANSWER, WORDS, LOOKS_LIKE):
            sheet.write_string(self._row, column, "", tools.locked)
        sheet.write_string(self._row, KEY, field.key, tools.locked)
        sheet.write_string(self._row, ASKED, part.label, tools.locked)
        sheet.write_string(self._row, LOOKS_LIKE, part.help, tools.small)
        if part.kind is PartKind.EVENTS:
            sheet.write_string(self._row, ANSWER, "A page of its own, after this one", tools.small)
        elif part.kind is PartKind.TEXT:
            self._write_text(sheet, field)
        elif part.kind is PartKind.CHOICES:
            sheet.write_string(self._row, ANSWER, "Choose Yes beside each that fits", tools.small)
            self._write_options(sheet, field)
        else:
            tools.write_input(sheet, self._row, ANSWER, part, self._shown(field))
        self._row += 1

    def _write_options(self, sheet: Any, field: FormField) -> None:
        chosen = self._values.get(field.key, "").split(CHOICES_SEPARATOR)
        for option in field.part.options:
            self._row += 1
            for column in (NUMBER, WORDS, LOOKS_LIKE):
                sheet.write_string(self._row, column, "", self._tools.locked)
            key = f"{field.key}{OPTION}{option.id}"
            sheet.write_string(self._row, KEY, key, self._tools.locked)
            sheet.write_string(self._row, ASKED, option.label, self._tools.option)
            self._tools.write_tick(sheet, self._row, ANSWER, ticked=option.id in chosen)

    def _write_text(self, sheet: Any, field: FormField) -> None:
        if field.key in self._left_out:
            sheet.write_string(self._row, WORDS, _TOO_LONG, self._tools.locked)
        else:
            self._tools.write_input(sheet, self._row, WORDS, field.part, self._shown(field))

    def _shown(self, field: FormField) -> str:
        stored = self._values.get(field.key, "")
        return shown(field.part, stored) if stored else ""

    def _write_lists(self, theme: Theme) -> None:
        for question in theme.questions:
            for field in part_fields(question):
                if field.part.kind is PartKind.EVENTS and not question.for_moderator:
                    self._write_list(question, field)

    def _write_list(self, question: Question, field: FormField) -> None:
        tools, part = self._tools, field.part
        sheet = tools.page(f"{question.id} {part.label}")
        page_look(sheet, headline(self._form))
        sheet.set_column(KEY, KEY, None, None, {"hidden": True})
        sheet.set_column(1, len(part.columns), _EVENT_WIDTH)
        sheet.write_string(EVENTS_ROW, KEY, field.key)
        sheet.write_string(EVENTS_ROW, 1, f"{question.id}: {part.label}", tools.title)
        sheet.set_row(COLUMNS_ROW, None, None, {"hidden": True})
        for number, column in enumerate(part.columns, start=1):
            sheet.write_string(COLUMNS_ROW, number, column.id)
            sheet.write_string(FIRST_EVENT_ROW - 1, number, _column_head(column), tools.head)
        beside = len(part.columns) + 2
        sheet.set_column(beside, beside, 60)
        sheet.write_string(FIRST_EVENT_ROW - 1, beside, part.help, tools.quiet)
        sheet.freeze_panes(FIRST_EVENT_ROW, 1)
        self._write_events(sheet, part, self._values.get(field.key, ""))

    def _write_events(self, sheet: Any, part: Part, stored: str) -> None:
        events = read_rows(stored)
        for number in range(max(_LEAST_EVENTS, len(events) + _SPARE_EVENTS)):
            event = events[number] if number < len(events) else {}
            for place, column in enumerate(part.columns, start=1):
                held = event.get(column.id, "")
                text = shown(column, held) if held else ""
                self._tools.write_input(sheet, FIRST_EVENT_ROW + number, place, column, text)


def page_look(sheet: Any, running_head: str) -> None:
    """Give a page its lock, its paper and its head and foot."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    # An ampersand begins a code there.
    sheet.set_header(f"&L{running_head.replace('&', '&&')[:200]}")
    sheet.set_footer("&LAbout a child: keep it as you keep the child's file.&RPage &P of &N")
    sheet.protect("", {"format_rows": True, "format_columns": True})


def _looks_like(question: Question) -> str:
    texts = []
    if question.kind is AnswerKind.FACTS:
        texts.append("Fill in what stands below. Choose an answer only where there is nothing.")
    if question.descriptors:
        by_grade = zip(Grade, question.descriptors.by_grade(), strict=True)
        texts += [f"{grade.label}: {' '.join(text.split())}" for grade, text in by_grade]
    if question.evidence:
        texts.append(f"Evidence: {' '.join(question.evidence.split())}")
    return "\n".join(texts)


def _column_head(column: Part) -> str:
    return f"{column.label}\n{column.help}" if column.help else column.label
