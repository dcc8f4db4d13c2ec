"""The fields for the facts that a question asks for beside its main answer."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from audit_desk.domain.audit_tool import Part, PartKind
from audit_desk.domain.event_suggestions import Suggestion
from audit_desk.errors import UserError
from audit_desk.ui.screens.audit.answers.list_line import ListLine
from audit_desk.ui.screens.audit.answers.part_line import PartLine
from audit_desk.ui.screens.audit.answers.part_reading import read_part, say_part, shown_part
from audit_desk.ui.screens.audit.answers.typed_part import TypedPart
from audit_desk.ui.widgets.identifier_watches import holds_words
from audit_desk.ui.widgets.text import Role, label

_EXAMPLES = {
    PartKind.MOMENT: "3/5 14:20",
    PartKind.DATE: "3/5",
    PartKind.COUNT: "0",
    PartKind.TEXT: "",
}
_FIELD_CHARACTERS = 18
_LONGEST = 2_000_000
"""Far more than a text may have: what is pasted is refused in words, never cut in silence."""

Check = Callable[[str, str], str]
"""Says what is wrong with a part's stored form beside the other parts; empty when nothing is."""


class TypedEditor(TypedPart):
    """A typed fact with what the page understood beside it."""

    def __init__(self, part: Part, today: Callable[[], date], check: Check) -> None:
        super().__init__()
        self._part = part
        self._today = today
        self._check = check
        self._drafting = False
        self._kept = self._told = ""
        self.field = PartLine()
        self.field.setAccessibleName(part.label)
        self.field.setPlaceholderText(_EXAMPLES[part.kind])
        if part.kind is PartKind.TEXT:
            holds_words(self.field)
        self.note = label("", "muted")
        self.list_line = ListLine(part.label, self.take_from_list)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(10)
        lines.addLayout(row)
        lines.addWidget(self.list_line)
        row.addWidget(self.field, 0 if part.kind is not PartKind.TEXT else 1)
        if part.kind is not PartKind.TEXT:
            width = self.field.fontMetrics().averageCharWidth() * _FIELD_CHARACTERS
            self.field.setFixedWidth(width)
            row.addWidget(self.note, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            lines.addWidget(self.note)
            self.field.setMaxLength(_LONGEST)
        self.field.textEdited.connect(self._on_edited)
        self.field.left.connect(self._on_left)
        self.field.entered.connect(self.entered)
        self.field.moved.connect(self.moved)
        self.field.escaped.connect(self.escaped)

    def focus_field(self) -> None:
        """Put the focus into the field."""
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def holds_focus(self) -> bool:
        """Whether the field has the focus."""
        return self.field.hasFocus()

    def load(self, stored: str, draft: str = "") -> None:
        """Show a stored fact, or what was typed earlier and is not understood yet."""
        self._kept = self._told = stored
        self.field.setText(draft or shown_part(self._part.kind, stored))
        self._say(stored, draft)
        self._show_list()

    def follow(self, stored: str) -> None:
        """Show a fact that was chosen or undone elsewhere; typing under way is left alone."""
        if stored != self._told:
            self.load(stored)

    def suggest(self, suggestion: Suggestion | None, *, taken: bool) -> None:
        """Show what a list says; ``taken`` where the auditor took it on this visit."""
        self.list_line.suggest(suggestion, taken=taken)
        self._show_list()

    def take_from_list(self) -> None:
        """Fill in what the list says, as if it were typed and left; it can be undone."""
        stored = self.list_line.offered
        if not stored:
            return
        self.field.setText(shown_part(self._part.kind, stored))
        self.focus_field()
        wrong = self._check(self._part.id, stored)
        if wrong:
            self._on_edited(self.field.text())
            self._refuse(wrong)
            return
        self.list_line.mark_taken()
        self._end_draft()
        self._kept = self._told = stored
        self._show_note(say_part(self._part.kind, stored), "muted")
        self._show_list()
        self.changed.emit(self._part.id, stored, False)

    def _show_list(self) -> None:
        self.list_line.show_beside(self._told, read_only=self.field.isReadOnly())

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be typed."""
        self.field.setReadOnly(read_only)
        self._show_list()

    def retry(self) -> None:
        """Read again what was not understood or did not fit, now that another field changed."""
        if self._drafting:
            self._on_edited(self.field.text())
            if not self.holds_focus():  # nobody is typing here: say again what is wrong
                self._say_wrong(self.field.text())

    def _read(self, text: str) -> str:
        stored = read_part(self._part.kind, text, self._today())
        wrong = self._check(self._part.id, stored) if stored else ""
        if wrong:
            raise UserError(wrong)
        return stored

    def _on_edited(self, text: str) -> None:
        try:
            stored = self._read(text)
        except UserError:
            self._drafting = True
            self._show_note("…", "muted")
            self.drafted.emit(self._part.id, text)
            self._tell(self._kept)  # 5/4 on the way to 5/4/2099 is no fact that anybody stated
            return
        self._end_draft()
        self._show_note(say_part(self._part.kind, stored), "muted")
        self._tell(stored)

    def _end_draft(self) -> None:
        if self._drafting:
            self._drafting = False
            self.drafted.emit(self._part.id, "")

    def _tell(self, stored: str) -> None:
        if stored != self._told:
            self._told = stored
            self._show_list()
            self.changed.emit(self._part.id, stored, True)

    def _on_left(self) -> None:
        try:
            stored = self._read(self.field.text())
        except UserError as error:
            self._refuse(str(error))
        else:
            self._kept = stored
            self.field.setText(shown_part(self._part.kind, stored))
        self.left.emit()

    def _say(self, stored: str, draft: str) -> None:
        self._drafting = bool(draft)
        if draft:
            self._say_wrong(draft)
        else:
            self._show_note(say_part(self._part.kind, stored), "muted")

    def _say_wrong(self, typed: str) -> None:
        try:
            self._read(typed)
        except UserError as error:
            self._refuse(str(error))

    def _refuse(self, why: str) -> None:
        kept = shown_part(self._part.kind, self._kept)
        stays = f" {kept} stays." if kept else ""  # what the clocks count from, unlike the field
        self._show_note(f"Not saved. {why}{stays}", "error")

    def _show_note(self, text: str, role: Role) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text) or self._part.kind is not PartKind.TEXT)
        if self.note.property("role") != role:
            self.note.set_role(role)
        self.field.setAccessibleDescription(text)
