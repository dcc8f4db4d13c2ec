"""The editors of a choice's options, a question's sources, and the lists that know a date."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from audit_desk.domain.audit_tool import Option, Source
from audit_desk.ui.screens.tools.editor.fields import LineText, LongText, Pick
from audit_desk.ui.screens.tools.editor.names import list_dates
from audit_desk.ui.screens.tools.editor.rows import RowEditor
from audit_desk.ui.widgets.boxes import row

_MADE_UP = re.compile(r"option_\d+")
_ID_CHARS = 13


class OptionRow(RowEditor):
    """One choice: its words, and the id that answers are kept under."""

    def __init__(self) -> None:
        super().__init__()
        self._option = Option("", "")
        self.words = LineText()
        self.words.setPlaceholderText("What the auditor reads")
        self.words.setAccessibleName("Words of the choice")
        self.id = LineText(at_end=True)
        self.id.setAccessibleName("Id of the choice")
        self.id.setToolTip("The id that answers are kept under; exports name it.")
        self.id.setFixedWidth(self.fontMetrics().averageCharWidth() * _ID_CHARS + 20)
        line = row(self.words, self.id)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.setFocusProxy(self.words)
        self.words.given.connect(lambda text: self._give(label=text))
        self.id.given.connect(lambda text: self._give(id=text))
        self.words.editingFinished.connect(self._name_it)
        self.words.settled.connect(self.settled)
        self.id.settled.connect(self.settled)

    def load(self, value: Any) -> None:
        """Show a choice."""
        self._option = value
        self.words.load(value.label)
        self.id.load(value.id)

    def _give(self, **fields: str) -> None:
        self._option = replace(self._option, **fields)
        self.id.load(self._option.id)
        self.given.emit(self._option)

    def _name_it(self) -> None:
        # A new choice takes its id from its words; one that was named keeps its name.
        name = "_".join(re.findall(r"[a-z0-9]+", self._option.label.lower())[:3])
        if _MADE_UP.fullmatch(self._option.id) and name[:1].isalpha():
            self._give(id=name)


class SourceRow(RowEditor):
    """One finding behind a question: which document, where in it, what it found."""

    def __init__(self, documents: Callable[[], tuple[tuple[object, str], ...]]) -> None:
        super().__init__()
        self._documents = documents
        self._source = Source("", "", "")
        self.document = Pick()
        self.document.setAccessibleName("Document of the finding")
        self.place = LineText()
        self.place.setPlaceholderText("Where in it, for example paragraph 4")
        self.place.setAccessibleName("Place of the finding")
        self.finding = LongText()
        self.finding.setPlaceholderText("What it found, in your own words")
        self.finding.setAccessibleName("The finding")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 8)
        box.setSpacing(4)
        for editor in (self.document, self.place, self.finding):
            box.addWidget(editor)
            editor.settled.connect(self.settled)
        self.setFocusProxy(self.document)
        self.document.given.connect(lambda value: self._give(document=value))
        self.place.given.connect(lambda value: self._give(place=value))
        self.finding.given.connect(lambda value: self._give(finding=value))

    def load(self, value: Any) -> None:
        """Show a source."""
        self._source = value
        self.document.offer(self._documents())
        self.document.load(value.document)
        self.place.load(value.place)
        self.finding.load(value.finding)

    def _give(self, **fields: Any) -> None:
        self._source = replace(self._source, **fields)
        self.given.emit(self._source)


class ListDateRow(RowEditor):
    """One place in a list that may know a date."""

    def __init__(self) -> None:
        super().__init__()
        self.pick = Pick(list_dates())
        self.pick.setAccessibleName("List and date")
        box = row(self.pick)
        self.setLayout(box)
        self.setFocusProxy(self.pick)
        self.pick.given.connect(self.given)
        self.pick.settled.connect(self.settled)

    def load(self, value: Any) -> None:
        """Show a place."""
        self.pick.load(value)
