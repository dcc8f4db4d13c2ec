"""The table in which values are translated: type over one, or choose."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from audit_desk.ui.dialogs.import_cases.value_model import (
    AS_IT_STANDS,
    NOTHING,
    READ_AS,
    ValueModel,
)
from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.widgets.column_model import Index
from audit_desk.ui.widgets.table import Table

_MARK = 14  # pixels


class _ValueBox(QComboBox):
    """A choice in which other words may be typed; what is begun is completed where it is typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_entering = False
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter here: it ends the choice, and does not go on to the next page."""
        self.is_entering = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        super().keyPressEvent(event)
        if self.is_entering:
            event.accept()
        self.is_entering = False


class _Choosing(QStyledItemDelegate):
    """Marks a cell as a choice, and opens it as one in which other words may be typed."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = icons.icon("chevron-down", Ink.MUTED)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the words, and the mark at the right."""
        super().paint(painter, option, index)
        box: QRect = option.rect
        place = QRect(box.right() - _MARK - 8, box.center().y() - _MARK // 2, _MARK, _MARK)
        self._mark.paint(painter, place)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a choice of the field's own values."""
        model = index.model()
        assert isinstance(model, ValueModel)  # noqa: S101 - the table has no other
        line = model.line_at(index)
        box = _ValueBox(parent)
        box.setAccessibleName(f"What {line.value.text} is read as")
        box.addItems([AS_IT_STANDS, *line.field.possible, NOTHING])
        box.activated.connect(lambda _index: self._take(box))
        return box

    def _take(self, box: "_ValueBox") -> None:
        if box.is_entering:
            return  # Enter ends the choice by itself
        self.commitData.emit(box)
        self.closeEditor.emit(box, QAbstractItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the value is read as, ready to be typed over."""
        if isinstance(editor, QComboBox):
            editor.setEditText(str(index.data()))
            line = editor.lineEdit()
            if line is not None:
                line.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take what was chosen or typed."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())


_WIDTHS = (20, 25, 10, 30)
"""The columns' widths in characters; where room is short, so much of it each."""


class ValueTable(Table):
    """Values and what they are read as.

    Args:
        model: The values.
        icons: Where icons come from.
    """

    def __init__(self, model: ValueModel, icons: Icons) -> None:
        super().__init__(model, "Values, and what each is read as", widths=_WIDTHS)
        self.setSortingEnabled(False)
        self.setItemDelegateForColumn(READ_AS, _Choosing(icons, self))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.clicked.connect(self._open_choice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a value beside what it is read as, also where the text is large."""
        super().resizeEvent(event)
        room = self.viewport().width()
        if self.horizontalHeader().length() > room:
            for column, chars in enumerate(_WIDTHS):
                self.setColumnWidth(column, chars * room // sum(_WIDTHS))

    def _open_choice(self, index: QModelIndex) -> None:
        if index.column() == READ_AS:
            self.edit(index)

    def take_focus(self) -> None:
        """Go to the first value."""
        self.setFocus()
        self.setCurrentIndex(self.model().index(0, READ_AS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the window, which goes on; typing opens the choice of the row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        current = self.currentIndex()
        if current.isValid() and current.column() != READ_AS:
            self.setCurrentIndex(current.siblingAtColumn(READ_AS))
        QTableView.keyPressEvent(self, event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to the value below once one is settled with Enter."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)
