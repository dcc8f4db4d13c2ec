"""A pane for reading: long text in the theme's type, its lines never too long."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from audit_desk.ui.theme import TextSize, Theme
from audit_desk.ui.widgets.text import LINE

_MARGIN = 24
_LEADING = 118  # per cent of the type's own line
_HEADINGS = {1: TextSize.TITLE, 2: TextSize.HEADING, 3: TextSize.BODY}


class ReadingPane(QTextBrowser):
    """Shows text to read; the page is drawn anew when the theme changes.

    Args:
        theme: Its type and colours.
        name: What screen readers call it.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._draw: Callable[[], None] | None = None
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._anchor: str | None = ""
        self.verticalScrollBar().actionTriggered.connect(self._person_scrolled)
        theme.changed.connect(self._again)

    def go_to(self, anchor: str) -> None:
        """Scroll to an anchor, or to the top; it stays there until the person scrolls."""
        self._anchor = anchor
        if anchor:
            self.scrollToAnchor(anchor)
        else:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.verticalScrollBar().setValue(0)

    def _person_scrolled(self) -> None:
        self._anchor = None

    def show_html(self, html: Callable[[], str]) -> None:
        """Show a page of HTML, asked for again whenever the theme changes."""

        def draw() -> None:
            self._dress()
            self.document().setDefaultStyleSheet(self._css())
            self.setHtml(html())
            self._set_headings()

        self._show(draw)

    def show_markdown(self, text: str) -> None:
        """Show a page of Markdown; HTML in it is not taken for markup."""

        def draw() -> None:
            self._dress()
            features = QTextDocument.MarkdownFeature
            self.document().setMarkdown(
                text, features.MarkdownDialectGitHub | features.MarkdownNoHTML
            )
            self._set_type()

        self._show(draw)

    def _show(self, draw: Callable[[], None]) -> None:
        self._draw = draw
        draw()
        self.go_to("")

    def _again(self) -> None:
        if self._draw is not None:
            place = self.verticalScrollBar().value()
            self._draw()
            self.verticalScrollBar().setValue(place)
        self._keep_lines_short()

    def _dress(self) -> None:
        self.document().setDefaultFont(self._theme.font())
        self.document().setIndentWidth(self.fontMetrics().averageCharWidth() * 3)

    def _css(self) -> str:
        colours, sizes = self._theme.colours, self._theme.sizes
        return (
            f"body {{ color: {colours.text}; }} a {{ color: {colours.accent}; }}"
            "h1 { margin: 0 0 4px 0; } h2 { margin: 22px 0 4px 0; }"
            f"p {{ margin: 0 0 8px 0; }} li {{ margin: 0 0 3px 0; }}"
            f".muted {{ color: {colours.muted}; font-size: {sizes.small}pt; }}"
            f".star {{ color: {colours.accent}; }}"
        )

    def _set_type(self) -> None:
        # Markdown brings no style of its own: air and code are set block by block.
        for block in self._blocks():
            QTextCursor(block).mergeBlockFormat(self._block_format(block))
        self._set_headings()
        self._set_tables()
        for block in self._blocks():
            for cursor, made in _runs(block):
                if made.fontFixedPitch():
                    cursor.mergeCharFormat(self._code_format())

    def _set_headings(self) -> None:
        # Qt gives headings sizes of its own, and those win as long as they are there.
        for block in self._blocks():
            level = block.blockFormat().headingLevel()
            if level:
                size = self._theme.font(_HEADINGS.get(level, TextSize.BODY)).pointSizeF()
                for cursor, made in _runs(block):
                    made.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
                    made.setFontPointSize(size)
                    made.setFontWeight(QFont.Weight.DemiBold)
                    cursor.setCharFormat(made)

    def _set_tables(self) -> None:
        for table in self.document().rootFrame().childFrames():
            if isinstance(table, QTextTable):
                made = table.format()
                made.setBorderBrush(QColor(self._theme.colours.line))
                made.setBorderCollapse(True)
                made.setCellPadding(4)
                made.setTopMargin(4)
                made.setBottomMargin(12)
                table.setFormat(made)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _block_format(self, block: QTextBlock) -> QTextBlockFormat:
        made = QTextBlockFormat()
        level = block.blockFormat().headingLevel()
        first = not block.previous().isValid()
        in_list = block.textList() is not None
        made.setTopMargin(0 if first or not level else 22 - 4 * level)
        in_table = QTextCursor(block).currentTable() is not None
        more = in_list and block.next().textList() is not None
        made.setBottomMargin(0 if in_table else 4 if level or more else 9)
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        made.setLineHeight(_LEADING, kind.value)
        return made

    def _code_format(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setBackground(QColor(self._theme.colours.rail))
        made.setFontFamilies(["Source Code Pro", "DejaVu Sans Mono", "Consolas", "monospace"])
        made.setFontPointSize(self._theme.sizes.small)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what is wider than a line empty."""
        self._keep_lines_short()
        super().resizeEvent(event)
        if self._anchor is not None:
            self.go_to(self._anchor)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the line length when the text size changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._keep_lines_short()

    def _keep_lines_short(self) -> None:
        line = self.fontMetrics().averageCharWidth() * LINE
        spare = self.width() - line - _MARGIN
        self.setViewportMargins(_MARGIN, 16, max(_MARGIN, spare), 16)


def _runs(block: QTextBlock) -> list[tuple[QTextCursor, QTextCharFormat]]:
    """Return the stretches of one format in a block; a list, since changing them moves them."""
    found = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        cursor = QTextCursor(block)
        cursor.setPosition(fragment.position())
        end = fragment.position() + fragment.length()
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        found.append((cursor, fragment.charFormat()))
        iterator += 1
    return found
