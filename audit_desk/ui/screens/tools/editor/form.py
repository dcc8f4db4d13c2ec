"""What every form of the editor has: labelled fields bound to the fields of one item."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.tool_edit import ToolPath, item_at
from audit_desk.ui.screens.tools.editor.fault_words import fault_words, field_of
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.text import label


class Form(QWidget):
    """The fields of one kind of item.

    Signals:
        given: The fields that a person gave another value, by name, and what is being typed in.
        settled: Typing is over for now.
    """

    given = Signal(object, str)
    settled = Signal()

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.tool: AuditTool
        self.item: Any = None
        self.fields: dict[str, Field] = {}
        """The labelled editors, by the field's name."""
        self._bound: dict[str, Any] = {}
        self.heading = label(heading, "heading", wrap=False)
        self.faults = label("", "error")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 12, 16)
        self.column.setSpacing(12)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.faults)
        self.faults.hide()

    def bind(self, name: str, title: str, editor: Any, hint: str = "") -> Field:
        """Bind an editor to a field of the item; return it with its label, to be placed."""
        field = Field(title, editor, hint)
        self.fields[name] = field
        self._bound[name] = editor
        editor.given.connect(partial(self._on_given, name))
        editor.settled.connect(self.settled)
        return field

    def add(self, name: str, title: str, editor: Any, hint: str = "") -> Field:
        """Bind an editor and put it below the others."""
        field = self.bind(name, title, editor, hint)
        self.column.addWidget(field)
        return field

    def show_item(self, tool: AuditTool, path: ToolPath) -> None:
        """Show an item; what stands there already is left alone."""
        self.tool = tool
        self.item = item_at(tool, path)
        self.prepare()
        for name, editor in self._bound.items():
            editor.load(self.value_of(name))

    def prepare(self) -> None:
        """Offer what can be chosen in this tool, before the values are loaded."""

    def value_of(self, name: str) -> object:
        """Return what the editor of a name shows."""
        return getattr(self.item, name)

    def changes(self, name: str, value: object) -> Mapping[str, object]:
        """Return the fields that change when an editor gives a value."""
        return {name: value}

    def show_faults(self, sentences: Sequence[str]) -> None:
        """Say what is wrong: beside the field that it is wrong with, else on top."""
        at: dict[str, list[str]] = {}
        for sentence in sentences:
            name = field_of(sentence, self.fields)
            at.setdefault(name, []).append(fault_words(sentence))
        top = at.pop("", [])
        self.faults.setText("\n".join(top))
        self.faults.setVisible(bool(top))
        for name, field in self.fields.items():
            if name in at:
                field.set_error("\n".join(at[name]))
            else:
                field.clear_error()

    def focus_field(self, sentence: str = "") -> None:
        """Lead to the field that a fault is about, else to the first."""
        name = field_of(sentence, self.fields)
        field = self.fields.get(name) or next(iter(self.fields.values()))
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_given(self, name: str, value: object) -> None:
        self.given.emit(dict(self.changes(name, value)), name)
