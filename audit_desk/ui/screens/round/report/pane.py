"""The report page by page, from memory: no plain text of it touches the disk.

Imported when the first preview is shown, because it loads Qt's PDF library.
"""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSignalBlocker, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from audit_desk.errors import BugError
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.round.report.find_bar import FindBar
from audit_desk.ui.shortcuts import FIND, bind
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import GRID, holder, row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.flow import FlowLayout
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.text import label

_STEP = 1.2
_LEAST, _MOST = 0.4, 4.0


class ReportPane(QWidget):
    """Shows a PDF: pages below each other, zoom, and find.

    Args:
        theme: The colours around the pages.
        icons: Where icons come from.
        on_print: Prints the report.
    """

    def __init__(self, theme: Theme, icons: Icons, on_print: Callable[[], object]) -> None:
        super().__init__()
        self._theme = theme
        self._bytes = QByteArray()
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        """The report."""
        self.view = QPdfView(self)
        """Its pages."""
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setPageSpacing(GRID)
        self.view.setAccessibleName("The report")
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view.setDocument(self.document)
        self.page = QSpinBox()
        """Which page is shown, from 1."""
        self.page.setAccessibleName("Page")
        self.page.lineEdit().setTextMargins(GRID - 2, 0, 0, 0)
        self.page.setKeyboardTracking(False)
        self.zoom_words = label("", "muted", wrap=False)
        """How large the pages are shown."""
        self.find_bar = FindBar(self.view, self.document, icons)
        """Finds words."""
        self._lay_out(icons, on_print)
        self.page.valueChanged.connect(self._go_to)
        self.view.pageNavigator().currentPageChanged.connect(self._show_page)
        self.view.zoomFactorChanged.connect(self._say_zoom)
        theme.changed.connect(self._dress)
        self._dress()
        self.fit_width()

    def _lay_out(self, icons: Icons, on_print: Callable[[], object]) -> None:
        smaller = button(
            "", lambda: self.zoom(1 / _STEP), icon=icons.icon("minus"), shortcut="Ctrl+-"
        )
        smaller.setAccessibleName("Smaller")
        smaller.setToolTip("Smaller · Ctrl+-")
        larger = button("", lambda: self.zoom(_STEP), icon=icons.icon("plus"), shortcut="Ctrl++")
        larger.setAccessibleName("Larger")
        larger.setToolTip("Larger · Ctrl++")
        fit = button("Fit width", self.fit_width, shortcut="Ctrl+0")
        pages = row(
            label("Page", "muted", wrap=False), self.page, smaller, larger, fit, self.zoom_words
        )
        bar = FlowLayout()  # large text takes a second line, and nothing is out of sight
        printing = button("Print…", on_print, icon=icons.icon("printer-outline"), shortcut="Ctrl+P")
        for part in (holder(pages), self.find_bar, printing):
            bar.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, GRID, 0, 0)
        box.setSpacing(GRID + 4)
        box.addLayout(bar)
        box.addWidget(self.view, 1)
        lead_focus(self, self.view)
        bind(self, FIND, self.find_bar.line.setFocus)

    def show_pdf(self, content: bytes) -> None:
        """Show a PDF; the page that was looked at stays, where it still exists.

        Raises:
            BugError: It is no PDF.
        """
        page = self.view.pageNavigator().currentPage()
        self.document.close()
        self._buffer.close()
        self._bytes = QByteArray(content)
        self._buffer.setBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        if self.document.error() is not QPdfDocument.Error.None_:
            raise BugError(f"The preview cannot be shown: {self.document.error().name}.")
        pages = self.document.pageCount()
        with QSignalBlocker(self.page):
            self.page.setRange(1, pages)
            self.page.setSuffix(f" of {pages}")
        self._go_to(min(page, pages - 1) + 1)

    def zoom(self, factor: float) -> None:
        """Show the pages larger or smaller."""
        now = self._factor()
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(now * factor, _LEAST), _MOST))
        self._say_zoom()

    def fit_width(self) -> None:
        """Show pages as wide as there is room."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._say_zoom()

    def _factor(self) -> float:
        if self.view.zoomMode() is QPdfView.ZoomMode.Custom or not self.document.pageCount():
            return self.view.zoomFactor()
        margins = self.view.documentMargins()
        room = self.view.viewport().width() - margins.left() - margins.right()
        points = self.document.pagePointSize(0).width()
        return max(_LEAST, room / (points * self.view.logicalDpiX() / 72))

    def _say_zoom(self) -> None:
        fits = self.view.zoomMode() is QPdfView.ZoomMode.FitToWidth
        self.zoom_words.setText("" if fits else f"{round(self.view.zoomFactor() * 100)} %")

    def _go_to(self, page: int) -> None:
        self.view.pageNavigator().jump(page - 1, QPointF(), self.view.zoomFactor())

    def _show_page(self, page: int) -> None:
        with QSignalBlocker(self.page):
            self.page.setValue(page + 1)

    def _dress(self) -> None:
        palette = QPalette(self.view.palette())
        palette.setColor(QPalette.ColorRole.Dark, QColor(self._theme.colours.rail))
        self.view.setPalette(palette)
