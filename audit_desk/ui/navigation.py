"""The navigation at the left of the window, and what it leads to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from audit_desk.ui.shortcuts import page_key
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_NAME_CHARS = 20
_NAME_MOST = 38
_FOOT_CHARS = 18


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the window, built when it is first shown.

    A page may have ``refresh()``, called each time it is shown, and ``leave()``, called before
    another is. The focus goes to it; ``widgets.focus`` hands it on to where work begins.

    Attributes:
        key: Its short name, for ``show_page``.
        title: What the navigation calls it.
        icon: Beside the title.
        factory: Builds the page.
        at_bottom: Whether it stands at the foot of the navigation.
        help_topic: The help page that F1 opens there; the key if empty.
    """

    key: str
    title: str
    icon: QIcon
    factory: Callable[[], QWidget]
    at_bottom: bool = False
    help_topic: str = ""


class Rail(QFrame):
    """The list of pages.

    Args:
        pages: The pages, from top to bottom.
        name: The register's name, shown above them.
    """

    chosen = Signal(str)
    """The key of the page that a person chose."""
    person_chosen = Signal()
    """Who is at this desk was clicked."""

    def __init__(self, pages: Sequence[PageSpec], name: str) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._name = label("", "strong", chars=_NAME_CHARS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 14, 8, 12)
        layout.setSpacing(2)
        layout.addWidget(self._heading())
        layout.addSpacing(10)
        self._add(layout, [page for page in pages if not page.at_bottom], first=1)
        layout.addStretch(1)
        top = len(self._buttons)
        self._add(layout, [page for page in pages if page.at_bottom], first=top + 1)
        self.person = button("", self.person_chosen.emit, kind="rail")
        """Who is at this desk."""
        self.person.hide()
        layout.addWidget(self.person)
        self.set_name(name)
        self._set_width()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._set_width()

    def _set_width(self) -> None:
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _NAME_CHARS + 40)

    def _heading(self) -> QWidget:
        box = QWidget()
        inner = QVBoxLayout(box)
        inner.setContentsMargins(10, 0, 4, 0)
        inner.setSpacing(0)
        inner.addWidget(self._name)
        inner.addWidget(label("Audit Desk", "muted", wrap=False))
        return box

    def _add(self, layout: QVBoxLayout, pages: Sequence[PageSpec], first: int) -> None:
        for number, page in enumerate(pages, first):
            made = button(page.title, kind="rail", icon=page.icon, tip=page.title)
            made.setToolTip(f"{page.title} · {page_key(number).shown}")
            made.setCheckable(True)
            made.clicked.connect(lambda _on=False, key=page.key: self.chosen.emit(key))
            self._group.addButton(made)
            self._buttons[page.key] = made
            layout.addWidget(made)

    @property
    def keys(self) -> tuple[str, ...]:
        """The pages' keys from top to bottom: the order of Ctrl+1 and onwards."""
        return tuple(self._buttons)

    def set_name(self, name: str) -> None:
        """Show the register's name, shortened if two lines are not enough."""
        shown = name if len(name) <= _NAME_MOST else name[: _NAME_MOST - 1].rstrip() + "…"
        self._name.setText(shown)
        self._name.setToolTip(name if shown != name else "")

    def set_person(self, name: str, note: str, icon: QIcon, tip: str) -> None:
        """Show who is at this desk.

        Args:
            name: Their name.
            note: What they do here; may be empty.
            icon: Beside it.
            tip: What a click does; where it is empty, nothing.
        """
        self.person.setText("\n".join(_shortened(part) for part in (name, note) if part))
        self.person.setIcon(icon)
        self.person.setAccessibleName(" · ".join(filter(None, (name, note))))
        self.person.setToolTip(" · ".join(filter(None, (name, note, tip))))
        self.person.setEnabled(bool(tip))
        self.person.show()

    def mark(self, key: str) -> None:
        """Show which page is open."""
        self._buttons[key].setChecked(True)

    def focus(self, key: str) -> None:
        """Put the focus on a page's button: Tab then leads into the page."""
        self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)


def _shortened(text: str) -> str:
    return text if len(text) <= _FOOT_CHARS else text[: _FOOT_CHARS - 1].rstrip(" ,") + "…"


class BackBar(QFrame):
    """The slim bar above a page that takes the whole window: the way back, and where one is."""

    back = Signal()
    """The person wants to leave the page."""

    def __init__(self, icon: QIcon, keys: str) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._button = button("Back", self.back.emit, kind="quiet", icon=icon)
        self._title = label("", "strong", wrap=False)
        layout = row(self._button, self._title, None)
        layout.setContentsMargins(8, 2, 16, 2)
        self.setLayout(layout)
        self._button.setToolTip(keys)

    def show_for(self, title: str, back_to: str) -> None:
        """Name the page, and where the way back leads."""
        self._title.setText(title)
        self._button.setText(back_to)
        self._button.setAccessibleName(f"Back to {back_to}")
