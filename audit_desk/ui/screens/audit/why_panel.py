"""Why a question is asked: the findings of published reports that it comes from."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QVBoxLayout

from audit_desk.domain.audit_tool import Source
from audit_desk.ui.widgets.boxes import clear
from audit_desk.ui.widgets.text import label


class WhyPanel(QFrame):
    """The sources of one question, shown and hidden by one key."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName("Why this question is asked")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(12, 10, 12, 10)
        self._lines.setSpacing(4)
        self._sources: tuple[Source, ...] = ()
        self._titles: Mapping[str, str] = {}
        self.hide()

    def show_sources(self, sources: tuple[Source, ...], titles: Mapping[str, str]) -> None:
        """Take another question's findings; they are set out while the panel is shown.

        Args:
            sources: The findings, each with its document and place.
            titles: The documents' titles by id.
        """
        self._sources, self._titles = sources, titles
        if not self.isHidden():
            self._set_out()

    def toggle(self) -> None:
        """Show the findings, or hide them again."""
        if self.isHidden():
            self._set_out()
        self.setVisible(self.isHidden())

    def _set_out(self) -> None:
        clear(self._lines)
        for source in self._sources:
            where = f"{self._titles.get(source.document, source.document)}, {source.place}"
            self._lines.addWidget(label(source.finding))
            self._lines.addWidget(label(where, "muted"))
