"""The passages of a round by theme, each to be ticked; whole themes too."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from audit_desk.services.releases import Quotable

_PLACE = Qt.ItemDataRole.UserRole
_CHARS = 24
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class PassageTree(QTreeWidget):
    """Themes with their passages.

    Args:
        passages: The passages, by theme.
        may_release: Asked before a passage with identifiers is ticked.

    Signals:
        looked_at: The passage that is looked at; ``None`` on a theme.
        ticked: What is ticked has changed.
    """

    looked_at = Signal(object)
    ticked = Signal()

    def __init__(
        self, passages: Sequence[Quotable], may_release: Callable[[Quotable], bool]
    ) -> None:
        super().__init__()
        self._passages = passages
        self._may_release = may_release
        self._items: list[QTreeWidgetItem] = []
        self._busy = True
        self.setAccessibleName("Passages by theme")
        self.setHeaderLabels(["Passage", "Looks like an identifier"])
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self._fill()
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, self.fontMetrics().averageCharWidth() * _CHARS)
        self._busy = False
        self.itemChanged.connect(self._on_changed)
        self.currentItemChanged.connect(self._on_current)

    @property
    def released(self) -> tuple[bool, ...]:
        """Whether each passage is ticked, in the order given."""
        return tuple(item.checkState(0) is _ON for item in self._items)

    def tick(self, place: int) -> None:
        """Tick a passage as a person does, or take its tick away."""
        item = self._items[place]
        item.setCheckState(0, _OFF if item.checkState(0) is _ON else _ON)

    def _themes(self) -> dict[str, QTreeWidgetItem]:
        tops = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return {str(top.data(0, _PLACE)): top for top in tops if top is not None}

    def _fill(self) -> None:
        themes: dict[str, QTreeWidgetItem] = {}
        for place, each in enumerate(self._passages):
            group = each.passage.group
            if group not in themes:
                themes[group] = QTreeWidgetItem(self)
                themes[group].setData(0, _PLACE, group)
                self._dress(themes[group])
            self._items.append(self._line(themes[group], place, each))
        for theme in themes.values():
            self._count(theme)
            theme.setExpanded(True)

    def _line(self, theme: QTreeWidgetItem, place: int, each: Quotable) -> QTreeWidgetItem:
        item = QTreeWidgetItem(theme)
        item.setData(0, _PLACE, place)
        words = " ".join(each.passage.text.split())
        file = f"{each.passage.reference} · " if each.passage.reference else ""
        item.setText(0, f"{file}{each.passage.kind.label}: {words}")
        item.setToolTip(0, each.passage.text)
        item.setText(1, ", ".join(each.identifiers))
        item.setCheckState(0, _ON if each.is_released else _OFF)
        return item

    def _dress(self, theme: QTreeWidgetItem) -> None:
        font = theme.font(0)
        font.setBold(True)
        theme.setFont(0, font)

    def _count(self, theme: QTreeWidgetItem) -> None:
        """Show how many of a theme's passages are ticked, in words and as its tick."""
        lines = _lines(theme)
        ticked = sum(line.checkState(0) is _ON for line in lines)
        theme.setText(0, f"{theme.data(0, _PLACE)} ({ticked} of {len(lines)})")
        some = Qt.CheckState.PartiallyChecked if ticked else _OFF
        theme.setCheckState(0, _ON if ticked == len(lines) else some)

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if self._busy or column:
            return
        self._busy = True
        theme = item.parent()
        if theme is None:
            self._tick_all(item)
        elif item.checkState(0) is _ON and not self._is_meant(item):
            item.setCheckState(0, _OFF)
        self._count(theme or item)
        self._busy = False
        self.ticked.emit()

    def _is_meant(self, item: QTreeWidgetItem) -> bool:
        passage = self._passages[int(item.data(0, _PLACE))]
        return not passage.identifiers or self._may_release(passage)

    def _tick_all(self, theme: QTreeWidgetItem) -> None:
        """Tick a theme's passages, but for those with identifiers: each is asked for by itself."""
        state = theme.checkState(0)
        for line in _lines(theme):
            passage = self._passages[int(line.data(0, _PLACE))]
            if state is _OFF or not passage.identifiers:
                line.setCheckState(0, state)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        on_line = item is not None and item.parent() is not None
        place = item.data(0, _PLACE) if on_line and item is not None else None
        self.looked_at.emit(None if place is None else self._passages[int(place)])


def _lines(theme: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (theme.child(place) for place in range(theme.childCount()))
    return [line for line in found if line is not None]
