"""How far a long piece of work is, with a way to stop it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_CHARS = 52


class ProgressDialog(QDialog):
    """A title, a bar, a line of text and Cancel.

    Args:
        title: What is being done.
        on_cancel: Called when the person cancels; ``None`` if they cannot.
        parent: The window it stands over.
    """

    def __init__(
        self, title: str, on_cancel: Callable[[], object] | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._on_cancel = on_cancel
        self._ended = self._stopping = False
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._text = label("", "muted", wrap=False)
        self._cancel: QPushButton | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(label(title, "heading", wrap=False))
        layout.addWidget(self._bar)
        foot = QHBoxLayout()
        foot.addWidget(self._text, 1)
        if on_cancel is not None:
            self._cancel = button("Cancel", self.reject)
            foot.addWidget(self._cancel)
        layout.addLayout(foot)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _CHARS + 48)

    @property
    def text(self) -> str:
        """The line below the bar."""
        return self._text.text()

    def set_progress(self, done: int, total: int, text: str) -> None:
        """Show how far the work is; a total of 0 means that nobody knows yet."""
        self._bar.setMaximum(total)
        self._bar.setValue(done)
        counted = f"{done:,} of {total:,}" if total else ""
        if not self._stopping:
            self._text.setText(" · ".join(part for part in (text, counted) if part))

    def reject(self) -> None:
        """Cancel the work; the dialog stays until it has stopped."""
        if self._on_cancel is None:
            return
        self._stopping = True
        self._on_cancel()
        if self._cancel is not None:
            self._cancel.setEnabled(False)
        self._text.setText("Stopping. Nothing half done is kept.")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is cancelling."""
        if self._ended:
            event.accept()
            return
        event.ignore()
        self.reject()

    def end(self) -> None:
        """Go away: the work has ended."""
        self._ended = True
        self.close()
