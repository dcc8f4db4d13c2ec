"""Prints a PDF through the system's own dialog; imported when somebody prints."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from audit_desk.errors import BugError, UserError

_DPI = 300


def ask_and_print(content: bytes, name: str, parent: QWidget) -> bool:
    """Ask for a printer and print on it.

    Args:
        content: The PDF.
        name: What the printer's list of work calls it; it names no child.
        parent: The window to ask over.

    Returns:
        Whether it was printed; not where the person thought better of it.

    Raises:
        UserError: The printer took nothing.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setResolution(_DPI)
    printer.setFullPage(True)
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return False
    print_pages(content, printer)
    return True


def print_pages(content: bytes, printer: QPrinter) -> None:
    """Print the pages that the printer was asked for, each filling the sheet.

    Raises:
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
    last = printer.toPage() or document.pageCount()
    first = max(printer.fromPage(), 1)
    for page in range(first - 1, min(last, document.pageCount())):
        if page > first - 1:
            printer.newPage()
        sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        painter.drawImage(sheet, document.render(page, sheet.size().toSize()))
    painter.end()
    document.close()
