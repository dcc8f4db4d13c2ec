"""What the help does: open at a topic, find, follow links between pages."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.help.topics import INDEX, Topic
from audit_desk.ui.screens.help.view import HelpView
from audit_desk.ui.shortcuts import FIND, bind
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.focus import lead_focus

_KEY = Qt.ItemDataRole.UserRole


class HelpScreen(QWidget):
    """Shows the help.

    Args:
        topics: Gives the pages in their order; asked once.
        theme: Type and colours.
        icons: The icons.
    """

    def __init__(self, topics: Callable[[], Sequence[Topic]], theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._topics = {topic.key: topic for topic in topics()}
        self.view = HelpView(theme, icons)
        """The layout, for tests and pictures."""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)
        self.view.find_box.textChanged.connect(self._find)
        self.view.contents.currentItemChanged.connect(self._go)
        self.view.text.anchorClicked.connect(self._follow)
        lead_focus(self, self.view.contents)
        bind(self, FIND, self.view.find_box.setFocus)
        self._find("")
        self.show_topic(INDEX)

    def show_topic(self, topic: str) -> None:
        """Show a topic by its key; the first page where there is none of that name."""
        self.view.find_box.clear()
        item = self._item(topic if topic in self._topics else INDEX)
        if item is not None:
            self.view.contents.setCurrentItem(item)

    def _item(self, key: str) -> QListWidgetItem | None:
        contents = self.view.contents
        for number in range(contents.count()):
            item = contents.item(number)
            if item is not None and item.data(_KEY) == key:
                return item
        return None

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.view.text.show_markdown(self._topics[item.data(_KEY)].text)
            self._highlight()

    def _follow(self, url: QUrl) -> None:
        # Links lead to other pages only: nothing outside is ever opened from here.
        self.show_topic(url.path().removesuffix(".md"))

    def _find(self, text: str) -> None:
        words = text.casefold().split()
        contents = self.view.contents
        current = contents.currentItem()
        shown = current.data(_KEY) if current is not None else ""
        contents.blockSignals(True)
        contents.clear()
        for topic in self._topics.values():
            if topic.has_words(words):
                item = QListWidgetItem(topic.title)
                item.setData(_KEY, topic.key)
                contents.addItem(item)
        contents.blockSignals(False)
        self.view.nothing.setVisible(contents.count() == 0)
        again = self._item(shown) or contents.item(0)
        if again is not None:
            contents.setCurrentItem(again)
        self._highlight()

    def _highlight(self) -> None:
        words = self.view.find_box.text().split()
        if words:
            self.view.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.view.text.find(words[0])
