"""A labelled editor with room for what is wrong with it."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from audit_desk.ui.widgets.text import Role, label


class Field(QWidget):
    """A label above an editor, a hint and, when there is one, an error below.

    Args:
        name: The label.
        editor: The editor; it takes the label as its accessible name.
        hint: What to enter, shown as long as there is no error.
    """

    def __init__(self, name: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        """The editor."""
        self._hint = hint
        self._name = label(name, "strong")
        self._name.setBuddy(editor)
        self._note = label(hint, "muted")
        editor.setAccessibleName(name)
        editor.setAccessibleDescription(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._name)
        layout.addWidget(editor)
        layout.addWidget(self._note)
        if editor.sizePolicy().verticalPolicy() is not QSizePolicy.Policy.Expanding:
            layout.addStretch(1)  # fields beside each other then stand on one line
        self.clear_error()

    @property
    def note(self) -> str:
        """What stands below the editor."""
        return self._note.text()

    def set_error(self, message: str) -> None:
        """Say what is wrong, in the hint's place."""
        self._say(message, "error", invalid=True)

    def set_note(self, message: str, role: Role = "muted") -> None:
        """Say something that is not an error, in the hint's place."""
        self._say(message, role, invalid=False)

    def clear_error(self) -> None:
        """Show the hint again."""
        self._say(self._hint, "muted", invalid=False)

    def _say(self, message: str, role: Role, *, invalid: bool) -> None:
        self._note.setText(message)
        self._note.set_role(role)
        self._note.setVisible(bool(message))
        self.editor.setAccessibleDescription(message)
        self.editor.setProperty("invalid", "true" if invalid else "false")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
