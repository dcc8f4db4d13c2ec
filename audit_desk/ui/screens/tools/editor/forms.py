"""Shows the form that fits the item that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.tool_edit import ToolPath
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.tools.editor.form import Form
from audit_desk.ui.screens.tools.editor.form_clock import ClockForm
from audit_desk.ui.screens.tools.editor.form_part import PartForm
from audit_desk.ui.screens.tools.editor.form_plain import DocumentForm, ThemeForm, ToolForm
from audit_desk.ui.screens.tools.editor.form_question import QuestionForm
from audit_desk.ui.widgets.boxes import scrolled
from audit_desk.ui.widgets.text import label

_GROUPS = {
    "clocks": "Clocks count the time between two dates that questions ask for. Choose one, or add"
    " one with the button under the list.",
    "documents": "Documents are what the findings behind questions come from. Choose one, or add"
    " one with the button under the list.",
}


class Forms(QStackedWidget):
    """One form a kind of item, made when first needed.

    Signals:
        given: The item's path, the fields with their new values, what is being typed in.
        settled: Typing is over for now.
    """

    given = Signal(object, object, str)
    settled = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._areas: dict[str, QScrollArea] = {}
        self._path: ToolPath = ()
        self.form: Form | None = None
        """The form that is shown; ``None`` for a group."""
        self._group = label("", "muted")
        held = QWidget()
        box = QVBoxLayout(held)
        box.setContentsMargins(16, 16, 16, 16)
        box.addWidget(self._group)
        box.addStretch(1)
        self.addWidget(held)

    def show_item(self, tool: AuditTool, path: ToolPath) -> None:
        """Show the form of an item."""
        if path in (("clocks",), ("documents",)):
            self.form = None
            self._group.setText(_GROUPS[str(path[0])])
            self.setCurrentIndex(0)
            return
        area = self._area(_kind(path))
        form = area.widget()
        if not isinstance(form, Form):
            return
        if path != self._path or self.form is not form:
            form.show_faults(())
            area.verticalScrollBar().setValue(0)
        self._path = path
        self.form = form
        form.show_item(tool, path)
        self.setCurrentWidget(area)

    def show_faults(self, sentences: Sequence[str]) -> None:
        """Say what is wrong with the item that is shown."""
        if self.form is not None:
            self.form.show_faults(sentences)

    def focus_field(self, sentence: str = "") -> None:
        """Lead to the field that a fault is about, else to where one begins."""
        if self.form is None:
            return
        self.form.focus_field(sentence)
        focused = self.form.focusWidget()
        area = self.currentWidget()
        if focused is not None and isinstance(area, QScrollArea):
            area.ensureWidgetVisible(focused)

    def _area(self, kind: str) -> QScrollArea:
        if kind not in self._areas:
            form = self._make(kind)
            form.given.connect(self._on_given)
            form.settled.connect(self.settled)
            area = scrolled(form)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            self._areas[kind] = area
            self.addWidget(area)
        return self._areas[kind]

    def _make(self, kind: str) -> Form:
        if kind == "questions":
            return QuestionForm(self._icons)
        if kind == "parts":
            return PartForm(self._icons)
        if kind == "clocks":
            return ClockForm(self._icons)
        return {"themes": ThemeForm, "documents": DocumentForm}.get(kind, ToolForm)()

    def _on_given(self, fields: object, typed: str) -> None:
        self.given.emit(self._path, fields, typed)


def _kind(path: ToolPath) -> str:
    if not path:
        return ""
    kind = str(path[-2])
    return "parts" if kind == "columns" else kind
