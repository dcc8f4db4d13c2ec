"""The main window: navigation and nothing else. It knows no case, round or audit."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from audit_desk.ui.go_to import Destination, GoToDialog
from audit_desk.ui.icons import Icons
from audit_desk.ui.navigation import BackBar, PageSpec, Rail
from audit_desk.ui.shortcuts import BACK, CLOSE_HELP, GO_TO, HELP, LOCK, Key, bind, page_key
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.window_state import USUAL, WindowState

LEAST = QSize(1024, 640)
_KEY = "main"
_HELP = "help"  # the key of the page that shows topics


@runtime_checkable
class Refreshes(Protocol):
    """A page that reads its data anew when it is shown."""

    def refresh(self) -> None:
        """Read the data anew."""


@runtime_checkable
class Leaves(Protocol):
    """A page that has something to finish before it is left."""

    def leave(self) -> bool | None:
        """Save what is not saved yet; ``False`` where that failed and leaving would lose it."""


@runtime_checkable
class ShowsTopics(Protocol):
    """The help page."""

    def show_topic(self, topic: str) -> None:
        """Show a topic, or the contents where there is none of that name."""


class MainWindow(QMainWindow):
    """Pages behind a navigation, and full pages on top of them.

    Args:
        pages: The pages from top to bottom; the first is shown first.
        register_name: Shown in the title.
        icons: For the way back.
        state: Remembers the window's place.
        runner: Whose work has to end before the window may close.
        destinations: What "go to anything" offers besides the pages, asked for each time.
    """

    lock_requested = Signal()
    """The person wants the register closed and the passphrase asked for again."""
    full_page_left = Signal()
    """A full page was left."""
    person_requested = Signal()
    """The person wants to say who they are."""
    closed_for_good = Signal()
    """The person is done with this register: every page has saved what it has."""

    def __init__(
        self,
        pages: Sequence[PageSpec],
        register_name: str,
        icons: Icons,
        state: WindowState,
        runner: TaskRunner,
        destinations: Callable[[], Sequence[Destination]] = tuple,
    ) -> None:
        super().__init__()
        self._specs = {page.key: page for page in pages}
        self._state = state
        self._runner = runner
        self._destinations = destinations
        self._built: dict[str, QWidget] = {}
        self._full: list[tuple[QWidget, str]] = []
        self._current = ""
        self._warned = False
        self._rail = Rail(pages, register_name)
        self._pages = QStackedWidget()
        self._back = BackBar(icons.icon("arrow-left"), BACK.shown)
        self._layers = QStackedWidget()
        self._full_pages = QStackedWidget()
        self.setWindowTitle(f"{register_name} – Audit Desk")  # noqa: RUF001 - the title's dash
        self._lay_out()
        self._bind_keys()
        self._rail.chosen.connect(self.show_page)
        self._rail.person_chosen.connect(self.person_requested)
        self._back.back.connect(self.pop_full_page)
        self.show_page(pages[0].key)

    def _lay_out(self) -> None:
        home = QWidget()
        beside = QHBoxLayout(home)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._rail)
        beside.addWidget(self._pages, 1)
        full = QWidget()
        below = QVBoxLayout(full)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self._back)
        below.addWidget(self._full_pages, 1)
        self._layers.addWidget(home)
        self._layers.addWidget(full)
        self.setCentralWidget(self._layers)
        self.setMinimumSize(LEAST)
        self._state.place_window(self, _KEY, USUAL)

    def _bind_keys(self) -> None:
        keys: list[tuple[Key, Callable[[], object]]] = [
            (GO_TO, self.go_to_anything),
            (HELP, self.show_help),
            (LOCK, self.lock_requested.emit),
            (BACK, self.pop_full_page),
        ]
        keys += [
            (page_key(number), partial(self.show_page, key))
            for number, key in enumerate(self._rail.keys, 1)
        ]
        for key, action in keys:
            bind(self, key, action, whole_window=True)

    @property
    def current_page(self) -> str:
        """The key of the page that the navigation shows."""
        return self._current

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the pages that this window has, from top to bottom."""
        return self._rail.keys

    def show_person(self, name: str, note: str, icon: QIcon, tip: str) -> None:
        """Show who is at this desk, at the navigation's foot; see ``Rail.set_person``."""
        self._rail.set_person(name, note, icon, tip)

    @property
    def full_page(self) -> QWidget | None:
        """The page that takes the whole window, if there is one."""
        return self._full[-1][0] if self._full else None

    @property
    def full_pages(self) -> tuple[QWidget, ...]:
        """The pages that take the whole window, the lowest first."""
        return tuple(page for page, _topic in self._full)

    @property
    def full_page_parent(self) -> QWidget:
        """What full pages stand in: one built inside it is not dressed again when it is pushed."""
        return self._full_pages

    def page(self, key: str) -> QWidget:
        """Return a page, built if it was not yet."""
        if key not in self._built:
            made = self._specs[key].factory()
            self._built[key] = made
            self._pages.addWidget(made)
        return self._built[key]

    def show_page(self, key: str) -> None:
        """Show a page of the navigation; full pages on top of it are left."""
        while self._full:
            if not self._drop_full_page():
                return
        if self._current and self._current != key and not self._leave(self.page(self._current)):
            self._rail.mark(self._current)
            return
        self._current = key
        page = self.page(key)
        self._pages.setCurrentWidget(page)
        self._layers.setCurrentIndex(0)
        self._rail.mark(key)
        _refresh(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        if page.hasFocus():  # it leads to nothing in it
            self._rail.focus(key)

    def push_full_page(self, page: QWidget, title: str, help_topic: str = "") -> None:
        """Show a page over the whole window, with a way back to what was shown before.

        The window owns the page from here on and lets it go when it is left. A page that has
        ``refresh()`` gets it now and when a page on top of it is left; one that has ``leave()``
        gets that before it goes.

        Args:
            page: The page.
            title: Shown beside the way back.
            help_topic: What F1 opens there.
        """
        self._full.append((page, help_topic))
        page.setWindowTitle(title)
        self._full_pages.addWidget(page)
        self._show_top()

    def pop_full_page(self) -> None:
        """Leave the topmost full page; without one, nothing happens."""
        if self._full and self._drop_full_page():
            self._show_top()

    def leave(self) -> bool:
        """Let every page save what it has; tell whether all could."""
        while self._full:
            if not self._drop_full_page():
                return False
        return self._leave(self.page(self._current))

    def _drop_full_page(self) -> bool:
        page, _topic = self._full[-1]
        if not self._leave(page):
            return False
        self._full.pop()
        self._full_pages.removeWidget(page)
        page.hide()
        page.deleteLater()
        self.full_page_left.emit()
        return True

    def _show_top(self) -> None:
        if not self._full:
            self.show_page(self._current)
            return
        page, _topic = self._full[-1]
        below = self._full[-2][0].windowTitle() if self._full[1:] else ""
        self._back.show_for(page.windowTitle(), below or self._specs[self._current].title)
        self._full_pages.setCurrentWidget(page)
        self._layers.setCurrentIndex(1)
        stopped = page.focusWidget()  # where work stopped when another page came on top
        goes_on = page if stopped is None or not stopped.isVisibleTo(page) else stopped
        goes_on.setFocus(Qt.FocusReason.OtherFocusReason)
        _refresh(page)

    def _leave(self, page: QWidget) -> bool:
        # What is being typed is saved when the field loses the focus: let it do so first.
        self._back.setFocus()
        return page.leave() is not False if isinstance(page, Leaves) else True

    def go_to_anything(self) -> None:
        """Let the person type where to go."""
        pages = [
            Destination(page.title, "Page", partial(self.show_page, page.key))
            for page in self._specs.values()
        ]
        GoToDialog([*pages, *self._destinations()], self).open()

    def show_help(self) -> None:
        """Open the help at the topic of the page that is shown.

        Over a full page it opens on top: whoever looks something up while they read a child's
        file comes back to where they were, with Escape or the way back.
        """
        here = self._specs[self._current]
        topic = self._full[-1][1] if self._full else ""
        topic = topic or here.help_topic or here.key
        if _HELP not in self._specs or topic == _HELP:
            return
        if self._full:
            page = self._specs[_HELP].factory()
            bind(page, CLOSE_HELP, self.pop_full_page)
            self.push_full_page(page, "Help", _HELP)
        else:
            self.show_page(_HELP)
            page = self.page(self._current)
        if isinstance(page, ShowsTopics):
            page.show_topic(topic)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave pages so that they save, stop work under way, keep the window's place."""
        if self.leave():
            self._warned = False
        elif not self._warned:
            # Something could not be saved and the page says so: whoever closes again means it.
            self._warned = True
            event.ignore()
            return
        self._runner.cancel_all()
        self._runner.drain()
        self._state.remember_window(self, _KEY)
        self._state.save()
        super().closeEvent(event)


def _refresh(page: QWidget) -> None:
    if isinstance(page, Refreshes):
        page.refresh()
