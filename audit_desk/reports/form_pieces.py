"""Sets a form's pieces on paper: questions with their boxes, facts, judgements."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.platypus import CondPageBreak, KeepTogether, Spacer, TableStyle
from reportlab.platypus import Table as PaperTable

from audit_desk.domain.audit_tool import PartKind
from audit_desk.reports import fonts
from audit_desk.reports.blocks import Column, Table, Text
from audit_desk.reports.fonts import Printable
from audit_desk.reports.form_blocks import Asked, Choice, Fact
from audit_desk.reports.form_flowables import DAY, LINE, MOMENT, NUMBER, Boxes, Lines, UnreadLines
from audit_desk.reports.pdf_blocks import block_flowables
from audit_desk.reports.pdf_styles import (
    ACCENT,
    INK,
    QUIET,
    RULE,
    STRONG_RULE,
    TEXT_WIDTH,
    styles,
)
from audit_desk.reports.pdf_tables import paper_table
from audit_desk.reports.pdf_tags.flowables import TaggedText
from audit_desk.reports.pdf_tags.structure import Element

_EMPTY, _TICKED = "☐", "☑"
_NOTHING = "\N{EN DASH}"
_LABEL_WIDTH = 168.0
_GRADE_WIDTH = 128.0
_EMPTY_EVENTS = 6
_ROOM_TO_BEGIN = 90.0
_LONGEST_ROW = 46
"""Characters of choices that stand beside each other."""
_TEXT_LINES = 2
_DATED = (PartKind.MOMENT, PartKind.DATE)


class Pieces:
    """Sets a form's pieces.

    Args:
        printable: Turns texts into what the typeface can set.
        filled: Whether the form holds answers; there are then no lines to write on.
    """

    def __init__(self, printable: Printable, *, filled: bool) -> None:
        self._printable = printable
        self._filled = filled
        base = styles()
        self._small = base.note.clone("form-small", textColor=INK, spaceBefore=0, spaceAfter=0)
        self._quiet = self._small.clone("form-quiet", textColor=QUIET)
        self._choice = self._small.clone("form-choice", fontSize=10, leading=13.2)
        self._asked = base.small_heading.clone(
            "form-asked", fontSize=11, leading=14.6, spaceBefore=12, keepWithNext=1
        )

    def heading(self, title: str) -> Any:
        """Return the heading of a theme, with its place in the outline."""
        return _Heading(self._set(title), styles().heading, Element("H2"))

    def note(self, text: str) -> Any:
        """Return a few quiet words."""
        return TaggedText(self._set(text), styles().note)

    def form_lines(self, pairs: Sequence[tuple[str, str]]) -> Any:
        """Return names with their values, or with a line to write one on."""
        rows = [
            [
                self._label(name),
                TaggedText(self._set(text), self._choice) if text else Lines(1, 240),
            ]
            for name, text in pairs
        ]
        return _table(rows, (118.0, TEXT_WIDTH - 118.0))

    def question(self, asked: Asked) -> Iterator[Any]:
        """Yield a question with its boxes, its facts and the room for evidence."""
        star = " ★" if asked.critical else ""
        head = [
            TaggedText(self._set(f"{asked.id}{star}  {asked.wording}"), self._asked, Element("H3"))
        ]
        if asked.note:
            head.append(TaggedText(self._set(asked.note), self._quiet))
        begin = [*head, *self._answers(asked)]
        if asked.facts or self._filled:
            yield KeepTogether(begin)
            yield from self._facts(asked.facts)
            yield from self._evidence(asked)
        else:
            yield KeepTogether([*begin, *self._evidence(asked)])

    def standards(self, lines: Sequence[tuple[str, str]]) -> Iterator[Any]:
        """Yield how long things may take, or what the clocks say."""
        yield CondPageBreak(_ROOM_TO_BEGIN)
        yield TaggedText("Timeliness", styles().subheading, Element("H3"))
        for title, text in lines:
            yield TaggedText(f"{self._bold(title)}: {self._set(text)}", self._small)
            yield Spacer(0, 3)

    def judgement(self, title: str, facts: Sequence[Fact]) -> Iterator[Any]:
        """Yield what is judged or told under a small heading."""
        yield CondPageBreak(_ROOM_TO_BEGIN)
        yield TaggedText(self._set(title), styles().subheading, Element("H3"))
        yield from self._facts(facts)

    def _answers(self, asked: Asked) -> Iterator[Any]:
        if any(choice.looks_like for choice in asked.choices):
            rows = [
                [
                    TaggedText(self._box(choice), self._choice),
                    TaggedText(self._set(choice.looks_like), self._small),
                ]
                for choice in asked.choices
            ]
            yield _table(rows, (_GRADE_WIDTH, TEXT_WIDTH - _GRADE_WIDTH))
        elif asked.choices:
            yield TaggedText(self._in_line(asked.choices), self._choice)
            yield Spacer(0, 2)
        yield TaggedText(self._in_line(asked.absences), self._quiet)
        yield Spacer(0, 4)

    def _evidence(self, asked: Asked) -> Iterator[Any]:
        if self._filled:
            if asked.evidence:
                yield TaggedText(self._bold("Evidence"), self._small)
                yield from block_flowables(Text(asked.evidence), self._printable)
            return
        hint = f": {self._set(asked.evidence_hint)}" if asked.evidence_hint else ""
        said = TaggedText(f"{self._bold('Evidence')}{hint}", self._quiet)
        lines = [said, Lines(asked.lines), Spacer(0, 4)]
        yield from [KeepTogether(lines)] if asked.facts else lines

    def _facts(self, facts: Iterable[Fact]) -> Iterator[Any]:
        rows: list[list[Any]] = []
        for fact in facts:
            if fact.kind in (PartKind.TEXT, PartKind.EVENTS) and not fact.short:
                yield from _rows(rows)
                rows = []
                yield from self._events(fact) if fact.heads else self._text(fact)
            else:
                rows.append([self._label(fact.label, fact.help), self._value(fact)])
        yield from _rows(rows)

    def _value(self, fact: Fact) -> Any:
        if fact.choices:
            if sum(len(choice.label) for choice in fact.choices) <= _LONGEST_ROW:
                return TaggedText(self._in_line(fact.choices), self._choice)
            boxes = "<br/>".join(self._box(choice) for choice in fact.choices)
            return TaggedText(boxes, self._choice)
        if self._filled:
            return TaggedText(self._set(fact.text or _NOTHING), self._choice)
        if fact.kind in _DATED:
            return Boxes(MOMENT if fact.kind is PartKind.MOMENT else DAY)
        return Boxes(NUMBER) if fact.kind is PartKind.COUNT else Lines(1, 240)

    def _text(self, fact: Fact) -> Iterator[Any]:
        label = self._label(fact.label, fact.help)
        if not self._filled:
            yield KeepTogether([label, Lines(_TEXT_LINES), Spacer(0, 5)])
        elif fact.text:
            yield label
            yield from block_flowables(Text(fact.text), self._printable)

    def _events(self, fact: Fact) -> Iterator[Any]:
        label = self._label(fact.label, fact.help)
        if self._filled:
            yield label
            if not fact.rows:
                yield TaggedText("Nothing is listed.", self._quiet)
                return
            columns = tuple(Column(head, 1) for head in fact.heads)
            rows = tuple((row[0] or _NOTHING, *row[1:]) for row in fact.rows)  # each stands alone
            yield paper_table(Table(columns, rows), self._printable)
            return
        heads = [TaggedText(self._set(head), self._quiet) for head in fact.heads]
        empty = [[""] * len(heads) for _ in range(_EMPTY_EVENTS)]
        grid = PaperTable(
            [heads, *empty],
            colWidths=[TEXT_WIDTH / len(heads)] * len(heads),
            rowHeights=[None, *[LINE] * _EMPTY_EVENTS],
            style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, STRONG_RULE)]),
            hAlign="LEFT",
            renderCB=UnreadLines(),
            spaceBefore=3,
            spaceAfter=7,
        )
        yield KeepTogether([label, grid])

    def _label(self, text: str, hint: str = "") -> Any:
        more = f'<br/><font color="#5a6670">{self._set(hint)}</font>' if hint else ""
        return TaggedText(f"{self._bold(text)}{more}", self._small)

    def _in_line(self, choices: Iterable[Choice]) -> str:
        space = "\N{NO-BREAK SPACE}"
        return f"{space * 2} ".join(self._box(choice).replace(" ", space) for choice in choices)

    def _box(self, choice: Choice) -> str:
        space = "\N{NO-BREAK SPACE}"
        mark = _TICKED if choice.chosen else _EMPTY
        key = f"{choice.key}{space}" if choice.key else ""
        words = f"{mark}{space}{key}{self._set(choice.label)}"
        return f"<b>{words}</b>" if choice.chosen else words

    def _bold(self, text: str) -> str:
        return f'<font name="{fonts.SEMIBOLD}" color="#1f2a33">{self._set(text)}</font>'

    def _set(self, text: str) -> str:
        return escape(self._printable(text.strip()))


class _Heading(TaggedText):
    """A heading that enters the outline."""

    def draw(self) -> None:
        """Draw it with a bookmark at its top."""
        name = f"theme-{self.canv.getPageNumber()}"
        self.canv.bookmarkHorizontal(name, 0, self.height + 12)
        self.canv.addOutlineEntry(self.getPlainText(), name, 0)
        super().draw()


def _rows(rows: Sequence[Sequence[Any]]) -> Iterator[Any]:
    if rows:
        yield _table(rows, (_LABEL_WIDTH, TEXT_WIDTH - _LABEL_WIDTH))


def _table(rows: Sequence[Sequence[Any]], widths: Sequence[float]) -> Any:
    look = TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 6),
            ("TOPPADDING", (0, 0), (-1, -1), 1.4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, RULE),
            ("TEXTCOLOR", (0, 0), (-1, -1), ACCENT),
        ]
    )
    return PaperTable(
        [*rows],
        colWidths=[*widths],
        style=look,
        hAlign="LEFT",
        spaceAfter=5,
        renderCB=UnreadLines(),
    )
