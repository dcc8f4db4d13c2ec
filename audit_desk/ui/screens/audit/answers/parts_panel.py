"""All the facts that one question asks for, one under the other."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from audit_desk.domain import answer_check
from audit_desk.domain.audit import Answer
from audit_desk.domain.audit_tool import Part, PartKind, Question
from audit_desk.domain.event_suggestions import Suggestion
from audit_desk.ui.screens.audit.answers.option_editor import OptionEditor
from audit_desk.ui.screens.audit.answers.part_editors import TypedEditor
from audit_desk.ui.screens.audit.events.events_editor import EventsEditor
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.reading import ClockLine
from audit_desk.ui.widgets.text import label

Editor = TypedEditor | OptionEditor | EventsEditor
_LABEL_SHARE, _FIELD_SHARE = 2, 3


class PartsPanel(QWidget):
    """The parts' fields, made anew for each question: there are only ever a few.

    Signals:
        changed: A part's id, its stored form, and whether it was typed (and may wait).
        drafted: A part's id and what is typed but not understood; empty once it is.
        finished: Enter in the last field.
        stepped: An arrow led out of the first or the last field; -1 or +1.
        left: A field lost the focus.
        escaped: Escape was pressed in a field.
        built: What holds the fields of another question.
    """

    changed = Signal(str, str, bool)
    drafted = Signal(str, str)
    finished = Signal()
    stepped = Signal(int)
    left = Signal()
    escaped = Signal()
    built = Signal(QWidget)

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._look = look
        self._today = today
        self._question: Question | None = None
        self._parts: tuple[Part, ...] = ()
        self._values: dict[str, str] = {}
        self._taken: set[tuple[str, str]] = set()
        self.editors: dict[str, Editor] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._holder: QWidget | None = None
        self._built: dict[tuple[Part, ...], tuple[QWidget, dict[str, Editor]]] = {}
        look.theme.changed.connect(self._forget)

    def show_parts(
        self,
        question: Question,
        values: Mapping[str, str],
        drafts: Mapping[str, str],
        from_lists: Mapping[str, Suggestion],
    ) -> None:
        """Show a question's parts with what is written in them.

        Args:
            question: The question.
            values: The parts' stored forms by id.
            drafts: What was typed in them and is not understood, or does not fit, yet.
            from_lists: What lists say of them.
        """
        self._question = question
        self._values = dict(values)
        if question.parts != self._parts:
            self._build(question.parts)
        for part in question.parts:
            editor = self.editors[part.id]
            if isinstance(editor, EventsEditor):
                editor.load(values.get(part.id, ""), drafts.get(part.id, ""))
                editor.suggest(from_lists.get(part.id))
            elif isinstance(editor, TypedEditor):
                editor.load(values.get(part.id, ""), drafts.get(part.id, ""))
                taken = (question.id, part.id) in self._taken
                editor.suggest(from_lists.get(part.id), taken=taken)
            else:
                editor.load(values.get(part.id, ""))
        self.setVisible(bool(question.parts))

    def refresh(self, values: Mapping[str, str]) -> None:
        """Show what changed elsewhere (undo); texts in the making are left alone."""
        self._values = dict(values)
        for part in self._parts:
            editor = self.editors[part.id]
            if isinstance(editor, OptionEditor):
                editor.load(values.get(part.id, ""))
            else:
                editor.follow(values.get(part.id, ""))

    def show_clocks(self, lines: Sequence[ClockLine]) -> None:
        """Show what the clocks of lists say beside their rows."""
        for part in self._parts:
            editor = self.editors[part.id]
            if isinstance(editor, EventsEditor) and self._question is not None:
                place = f"{self._question.id}.{part.id}"
                editor.show_clocks([line for line in lines if line.clock.list_place == place])

    def take_from_list(self) -> None:
        """Take what a list says, into the field in focus or else into the next that is empty."""
        dated = [editor for editor in self.editors.values() if not isinstance(editor, OptionEditor)]
        here = next((n for n, editor in enumerate(dated) if editor.holds_focus()), 0)
        for editor in (*dated[here:], *dated[:here]):
            if editor.list_line.offered:
                editor.take_from_list()
                return

    def check(self, part_id: str, stored: str) -> str:
        """Say what is wrong with a part's value beside the others; empty when nothing is."""
        if self._question is None:
            return ""
        parts = {**self._values, part_id: stored}
        answer = Answer(self._question.id, parts=parts)
        return " ".join(answer_check.faults(self._question, answer, self._today()))

    def _on_changed(self, part_id: str, stored: str, typed: bool) -> None:
        self._values[part_id] = stored
        from_list = not typed and isinstance(self.editors[part_id], TypedEditor)
        if self._question is not None and from_list:
            self._taken.add((self._question.id, part_id))
        if not stored:
            del self._values[part_id]
        self.changed.emit(part_id, stored, typed)
        for other, editor in self.editors.items():
            if isinstance(editor, TypedEditor) and other != part_id:
                editor.retry()

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be written."""
        for editor in self.editors.values():
            editor.set_read_only(read_only)

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        if self._parts:
            self.editors[self._parts[0].id].focus_field()

    def fields(self) -> list[QWidget]:
        """Return everything in the panel that takes the focus, from top to bottom."""
        found: list[QWidget] = []
        for editor in self.editors.values():
            if isinstance(editor, EventsEditor):
                found += editor.fields()
            elif isinstance(editor, TypedEditor):
                found += [editor.field, editor.list_line.button]
            else:
                found += editor.buttons.values()
        return found

    def _build(self, parts: tuple[Part, ...]) -> None:
        if self._holder is not None:
            self._holder.hide()
        self._parts = parts
        if parts in self._built:
            self._holder, self.editors = self._built[parts]
            self._holder.show()
            return
        self._holder = QWidget(self)
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, _LABEL_SHARE)
        grid.setColumnStretch(1, _FIELD_SHARE)
        self.editors = {part.id: self._editor(part) for part in parts}
        for part in parts:
            row = grid.rowCount()
            if part.kind is PartKind.EVENTS:  # a list takes the whole width, below its name
                grid.addWidget(self._naming(part), row, 0, 1, 2)
                grid.addWidget(self.editors[part.id], row + 1, 0, 1, 2)
            else:
                grid.addWidget(self._naming(part), row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(self.editors[part.id], row, 1)
        self._layout.addWidget(self._holder)
        self._built[parts] = self._holder, self.editors
        self.built.emit(self._holder)
        self._holder.show()  # now, not with the next event: the focus may be wanted at once

    def _forget(self) -> None:
        """Let go of the fields that are not shown: they were measured in another text size."""
        for parts, (holder, _editors) in list(self._built.items()):
            if holder is not self._holder:
                del self._built[parts]
                self._layout.removeWidget(holder)
                holder.deleteLater()

    def _editor(self, part: Part) -> Editor:
        if part.kind in {PartKind.CHOICE, PartKind.CHOICES}:
            options = OptionEditor(part, self._look.theme)
            options.changed.connect(self._on_changed)
            options.escaped.connect(self.escaped)
            return options
        typed: TypedEditor | EventsEditor = (
            EventsEditor(part, self._today, self._look)
            if part.kind is PartKind.EVENTS
            else TypedEditor(part, self._today, self.check)
        )
        typed.changed.connect(self._on_changed)
        typed.drafted.connect(self.drafted)
        typed.left.connect(self.left)
        typed.escaped.connect(self.escaped)
        typed.entered.connect(lambda part=part: self._enter(part))
        typed.moved.connect(lambda by, part=part: self._move(part, by))
        return typed

    def _naming(self, part: Part) -> QWidget:
        naming = QWidget()
        lines = QVBoxLayout(naming)
        lines.setContentsMargins(0, 3, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(label(part.label))
        if part.help:
            lines.addWidget(label(part.help, "muted"))
        return naming

    def _enter(self, part: Part) -> None:
        if part is self._parts[-1]:
            self.finished.emit()
        else:
            self._move(part, 1)

    def _move(self, part: Part, by: int) -> None:
        wanted = self._parts.index(part) + by
        if 0 <= wanted < len(self._parts):
            self.editors[self._parts[wanted].id].focus_field()
        else:
            self.stepped.emit(by)
