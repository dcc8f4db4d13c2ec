"""Why a question is asked: the findings of published reports that it comes from."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from audit_desk.domain.audit_tool import Source
from audit_desk.ui.widgets.boxes import clear
from audit_desk.ui.widgets.text import label


class WhyPanel(QFrame):
    """The sources of one question, shown and hidden by one key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName("Why this question is asked")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(12, 10, 12, 10)
        self._lines.setSpacing(4)
        self.hide()

    def show_sources(self, sources: tuple[Source, ...], titles: Mapping[str, str]) -> None:
        """Show the findings, each with its document and place.

        Args:
            sources: The findings.
            titles: The documents' titles by id.
        """
        clear(self._lines)
        for source in sources:
            where = f"{titles.get(source.document, source.document)}, {source.place}"
            self._lines.addWidget(label(source.finding))
            self._lines.addWidget(label(where, "muted"))
