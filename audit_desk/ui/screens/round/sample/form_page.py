"""The draw: what is asked for at the left, what it would give at the right."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.screens.round.sample.form import SampleForm
from audit_desk.ui.screens.round.sample.preview import DrawPreview
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, scrolled, turn_to_fit
from audit_desk.ui.widgets.buttons import button, primary_button, quiet_button
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.table import RemembersColumns
from audit_desk.ui.widgets.text import label

_FORM_CHARS, _LINES_BELOW = 50, 11


class FormPage(QWidget):
    """Form, live preview and the button that draws.

    Args:
        theme: The colours of the pictures.
        icons: Where icons come from.
        today: The local date.
        memory: Keeps column widths.
        on_draw: Draws.
        on_purposive: Adds a case on purpose.
        on_back: Goes back to the receipt of the draw that stands.
    """

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        today: Callable[[], dt.date],
        memory: RemembersColumns | None,
        *,
        on_draw: Callable[[], object],
        on_purposive: Callable[[], object],
        on_back: Callable[[], object],
    ) -> None:
        super().__init__()
        self.form = SampleForm(icons, today)
        """What is asked for."""
        self.preview = DrawPreview(theme, memory)
        """What it would give."""
        self.draw_button = primary_button(
            "&Draw the sample", on_draw, icon=icons.icon("target", Ink.ON_ACCENT)
        )
        """Draws."""
        self.back_button = button("Keep the present sample", on_back)
        """Leaves the draw that stands."""
        self.purposive_button = quiet_button(
            "Add a case on &purpose…", on_purposive, icon=icons.icon("playlist-plus", Ink.ACCENT)
        )
        """Adds a case on purpose."""
        self._again = Banner(
            icons,
            "The earlier receipt is kept and printed, so that nobody can shop for a seed unseen.",
            heading="You are about to draw this round again.",
            tone="warning",
        )
        self._purposive = label("", "muted")
        self._lay_out()
        self.set_again(again=False)  # until the round is read, no draw is known to stand

    def _lay_out(self) -> None:
        left = self._left = scrolled(self.form)
        left.setFixedWidth(self.fontMetrics().averageCharWidth() * _FORM_CHARS + 4 * GRID)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self.preview, 1)
        right.addWidget(self._purposive)
        right.addWidget(flow_row(self.purposive_button, None, self.back_button, self.draw_button))
        body = self._body = QHBoxLayout()
        body.setSpacing(4 * GRID)
        body.addWidget(left)
        body.addLayout(right, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 2 * GRID, 0, 0)
        box.setSpacing(2 * GRID)
        box.addWidget(self._again)
        box.addLayout(body, 1)
        lead_focus(self, self.form)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: form and preview may stand below each other."""
        items = [self._body.itemAt(place) for place in range(self._body.count())]
        widest = max(item.minimumSize().width() for item in items if item is not None)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the preview below the form where large text leaves no room beside it."""
        super().resizeEvent(event)
        turn_to_fit(self._body, self.width())
        below = self._body.direction() is QBoxLayout.Direction.TopToBottom
        least = self.fontMetrics().lineSpacing() * _LINES_BELOW if below else 0
        for part in (self._left, self.preview):
            part.setMinimumHeight(least)

    def set_again(self, *, again: bool) -> None:
        """Say that a draw stands already, or that this is the first."""
        self._again.setVisible(again)
        self.back_button.setVisible(again)
        self.draw_button.setText("&Draw again" if again else "&Draw the sample")

    def say_purposive(self, words: str) -> None:
        """Say which files were chosen on purpose."""
        self._purposive.setText(words)
        self._purposive.setVisible(bool(words))
