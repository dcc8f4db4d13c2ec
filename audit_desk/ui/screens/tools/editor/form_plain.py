"""The forms of the tool itself, of a theme and of a document."""

from audit_desk.ui.screens.tools.editor.fields import LineText, LongText
from audit_desk.ui.screens.tools.editor.form import Form
from audit_desk.ui.widgets.text import label


class ToolForm(Form):
    """The tool: what it is called and what it is for."""

    def __init__(self) -> None:
        super().__init__("About this tool")
        self.version = label("", "muted")
        self.column.addWidget(self.version)
        self.add("title", "Title", LongText(1), "What people call it.")
        self.add("purpose", "Purpose", LongText(4), "What it is for, in a sentence or two.")
        self.column.addStretch(1)

    def prepare(self) -> None:
        """Say which version of which tool this is."""
        self.version.setText(f"{self.item.id}, version {self.item.version}")


class ThemeForm(Form):
    """A theme: questions that are judged as one."""

    def __init__(self) -> None:
        super().__init__("Theme")
        self.add("title", "Title", LongText(1))
        self.add("about", "What it is about", LongText(4), "The auditor reads it with the theme.")
        self.add("id", "Id", LineText(at_end=True), "Small letters and hyphens; stays as it is.")
        self.column.addStretch(1)


class DocumentForm(Form):
    """A document that findings come from."""

    def __init__(self) -> None:
        super().__init__("Document")
        self.add("title", "Title", LongText(1), "With its date and who published it.")
        self.add("id", "Id", LineText(at_end=True), "Sources name the document by it.")
        self.column.addStretch(1)
