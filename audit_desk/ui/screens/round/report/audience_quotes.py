"""Choosing what may be quoted outside of a round: passage by passage, or a theme at once."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from audit_desk.domain.passages import Passage
from audit_desk.services.releases import Quotable
from audit_desk.ui.prompts import Prompts, Question
from audit_desk.ui.screens.round.report.audience_tree import PassageTree
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.form_dialog import FormDialog
from audit_desk.ui.widgets.text import label

_CHARS = 104
_TREE_LINES, _TEXT_LINES = 13, 4
_ABOUT = (
    "Reports for a board, a team or a peer hold only the texts that are ticked here. Space ticks a"
    " passage, or on a theme all of its passages without identifiers. A text that is changed"
    " afterwards has to be ticked again."
)
Release = Callable[[Sequence[Passage], Sequence[Passage]], object]
"""Releases the first and takes back the second."""


class QuotesDialog(FormDialog):
    """The passages of a round, to be released for quoting.

    Args:
        passages: The passages, by theme.
        prompts: Asks again about a passage with identifiers.
        release: Keeps what was chosen.
        parent: The window it stands over.
    """

    def __init__(
        self,
        passages: Sequence[Quotable],
        prompts: Prompts,
        release: Release,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Choose what may be quoted", "Keep", parent, _CHARS)
        self._passages = passages
        self._prompts = prompts
        self._release = release
        self.tree = PassageTree(passages, self._may_release)
        """The passages by theme."""
        self.text = QPlainTextEdit()
        """The passage that is looked at, with what looks like an identifier marked."""
        self.marks = label("", "warning")
        """What in it looks like an identifier."""
        self.count = label("", "muted", wrap=False)
        """How many are ticked."""
        self._lay_out()
        self.tree.looked_at.connect(self._show)
        self.tree.ticked.connect(self._say)
        self._say()

    def _lay_out(self) -> None:
        high = self.fontMetrics().lineSpacing()
        self.tree.setMinimumHeight(high * _TREE_LINES)
        self.tree.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("The passage")
        self.text.setPlaceholderText("Choose a passage above to read all of it.")
        self.text.setFixedHeight(high * _TEXT_LINES + 2 * GRID)
        self.marks.hide()
        self.body.addWidget(label("Choose what may be quoted", "heading"))
        self.body.addWidget(label(_ABOUT))
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.text)
        self.body.addWidget(self.marks)
        self.close_with(self.tree, self.count)

    def _say(self) -> None:
        ticked = sum(self.tree.released)
        self.count.setText(f"{ticked} of {len(self._passages)} texts may be quoted")

    def _may_release(self, each: Quotable) -> bool:
        return self._prompts.confirm(
            Question(
                "Quote a text that looks identifying?",
                f"It holds {', '.join(each.identifiers)}. Whoever gets the report reads it too. The"
                " safer way is to change the words in the audit, and to tick the text then.",
                "Quote it all the same",
                harmful=True,
            )
        )

    def _show(self, each: Quotable | None) -> None:
        self.text.setPlainText(each.passage.text if each else "")
        found = each.identifiers if each else ()
        self.marks.setText(f"Looks like an identifier: {', '.join(found)}." if found else "")
        self.marks.setVisible(bool(found))
        look = QTextCharFormat()
        look.setFontUnderline(True)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setFontWeight(700)
        shown = []
        for start, end in each.spans if each else ():
            place = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            place.cursor, place.format = cursor, look
            shown.append(place)
        self.text.setExtraSelections(shown)

    def do(self) -> None:
        """Keep what is ticked."""
        pairs = list(zip(self._passages, self.tree.released, strict=True))
        self._release(
            [each.passage for each, ticked in pairs if ticked and not each.is_released],
            [each.passage for each, ticked in pairs if not ticked and each.is_released],
        )
