"""The form of a part: one fact that a question asks for."""

from collections.abc import Mapping

from audit_desk.domain.audit_tool import AuditTool, Option, Part, PartKind
from audit_desk.domain.tool_edit import ToolPath, item_at
from audit_desk.domain.tool_new import new_option
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.tools.editor.fields import LineText, LongText, Pick
from audit_desk.ui.screens.tools.editor.form import Form
from audit_desk.ui.screens.tools.editor.list_editors import ListDateRow, OptionRow
from audit_desk.ui.screens.tools.editor.names import CHOICE_KINDS, DATES, part_kinds, short
from audit_desk.ui.screens.tools.editor.rows import RowsEditor
from audit_desk.ui.widgets.boxes import row

_ID_CHARS = 22
_FIRST_COLUMN = (Part("held", "When", PartKind.DATE),)


class PartForm(Form):
    """One fact: its label, what it holds, and what is known of it beforehand."""

    def __init__(self, icons: Icons) -> None:
        super().__init__("Fact that the question asks for")
        self._siblings: tuple[tuple[object, str], ...] = ()
        name = LineText(at_end=True)
        name.setMaximumWidth(name.fontMetrics().averageCharWidth() * _ID_CHARS)
        self.kind = Pick()
        head = row(self.bind("id", "Id", name), self.bind("kind", "Holds", self.kind), spacing=16)
        head.setStretch(1, 1)
        self.add("label", "Label", LongText(1), "What the auditor reads beside the field.")
        self.column.addLayout(head)
        self.add("help", "Words on what to enter", LongText(1), "Shown under the field.")
        self.options = RowsEditor(icons, "choice", OptionRow, self._new_option)
        self.add("options", "Choices", self.options)
        self.earlier = Pick()
        self.add("not_before", "Cannot come before", self.earlier)
        self.lists = RowsEditor(icons, "list", ListDateRow, lambda _others: "case.cst_start")
        self.add(
            "from_list",
            "Lists that may know the date",
            self.lists,
            "The first that knows it speaks; the auditor checks it on file.",
        )
        self.column.addStretch(1)

    def show_item(self, tool: AuditTool, path: ToolPath) -> None:
        """Show a part, or a column of a list of events."""
        column = path[-2] == "columns"
        self.heading.setText("Column of a list of events" if column else "Fact")
        self.kind.offer(part_kinds(column=column))
        here = item_at(tool, path)
        dates = [
            (each.id, short(each.label))
            for each in item_at(tool, path[:-1])
            if each.kind in DATES and each.id != here.id
        ]
        self._siblings = (("", "Nothing: any date will do"), *dates)
        super().show_item(tool, path)

    def prepare(self) -> None:
        """Show what this kind of part has."""
        self.earlier.offer(self._siblings)
        dated = self.item.kind in DATES
        self.fields["options"].setVisible(self.item.kind in CHOICE_KINDS)
        self.fields["not_before"].setVisible(dated)
        self.fields["from_list"].setVisible(dated)

    def changes(self, name: str, value: object) -> Mapping[str, object]:
        """Return the fields that change: another kind drops what it cannot have."""
        if name != "kind" or not isinstance(value, PartKind):
            return {name: value}
        dated = value in DATES
        options = self.item.options or (Option("yes", "Yes"), Option("no", "No"))
        return {
            "kind": value,
            "options": options if value in CHOICE_KINDS else (),
            "not_before": self.item.not_before if dated else "",
            "from_list": self.item.from_list if dated else (),
            "columns": (self.item.columns or _FIRST_COLUMN) if value is PartKind.EVENTS else (),
        }

    def focus_field(self, sentence: str = "") -> None:
        """Lead to the field that a fault is about, else to the label."""
        super().focus_field(sentence or "label is")

    def _new_option(self, others: tuple[Option, ...]) -> Option:
        return new_option(others)
