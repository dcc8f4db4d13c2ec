"""Prints a PDF through the system's own dialog; imported when somebody prints."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from audit_desk.errors import BugError, Cancelled, UserError

_DPI = 300

Tell = Callable[[int, int], object]
"""Told how far printing is."""


def ask_printer(name: str, parent: QWidget) -> QPrinter | None:
    """Ask for a printer; None where the person thought better of it.

    Args:
        name: What the printer's list of work calls the pages; it names no child.
        parent: The window to ask over.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setResolution(_DPI)
    printer.setFullPage(True)
    accepted = QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted
    return printer if accepted else None


def print_pages(content: bytes, printer: QPrinter, tell: Tell) -> None:
    """Print the pages that the printer was asked for, each filling the sheet.

    Any thread may do so: a long report takes a quarter of a second a page.

    Args:
        content: The PDF.
        printer: What it is printed on.
        tell: Told how many pages are done, of how many.

    Raises:
        Cancelled: ``tell`` did; the printer was told to print no more.
        UserError: The printer took nothing.
        BugError: It is no PDF.
    """
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.error() is not QPdfDocument.Error.None_:
        raise BugError(f"The pages cannot be printed: {document.error().name}.")
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(
            "The printer did not take the pages.",
            "Check that it is switched on, or save them as PDF and print that.",
        )
    try:
        _paint(document, printer, painter, tell)
    except Cancelled:
        printer.abort()
        painter.end()
        _leave_no_part(printer)
        raise
    finally:
        if painter.isActive():
            painter.end()
        document.close()


def _leave_no_part(printer: QPrinter) -> None:
    """Remove the file that was begun where printing into one was stopped."""
    if printer.outputFileName():
        Path(printer.outputFileName()).unlink(missing_ok=True)


def _paint(document: QPdfDocument, printer: QPrinter, painter: QPainter, tell: Tell) -> None:
    first = max(printer.fromPage(), 1) - 1
    last = min(printer.toPage() or document.pageCount(), document.pageCount())
    for page in range(first, last):
        tell(page - first, last - first)
        if page > first:
            printer.newPage()
        sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        painter.drawImage(sheet, document.render(page, sheet.size().toSize()))
