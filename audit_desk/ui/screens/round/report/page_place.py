"""Where a place of a page stands in a view of pages below each other.

Qt's view goes to the head of a place's page and no further, so what was found may be out of sight.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtPdf import QPdfDocument, QPdfLink
from PySide6.QtPdfWidgets import QPdfView

_POINTS_AN_INCH = 72


def show_place(view: QPdfView, place: QPdfLink) -> None:
    """Scroll a view of pages below each other until a place is in sight."""
    rectangles = place.rectangles()
    if not rectangles:
        return
    _go_to_head(view, place.page())
    spot, scale = QRectF(rectangles[0]), _scale(view, view.document(), place.page())
    window, down = view.viewport().size(), view.verticalScrollBar()
    if spot.bottom() * scale > window.height() / 2:
        down.setValue(down.value() + round(spot.center().y() * scale - window.height() / 2))
    middle = view.documentMargins().left() + spot.center().x() * scale
    view.horizontalScrollBar().setValue(round(middle - window.width() / 2))


def _go_to_head(view: QPdfView, page: int) -> None:
    """Show the head of a page, also where its middle is in sight: then Qt's view stays there."""
    way = view.pageNavigator()
    if way.currentPage() == page:
        way.jump(page - 1 if page else min(1, view.document().pageCount() - 1), QPointF())
    way.jump(page, QPointF())


def _scale(view: QPdfView, document: QPdfDocument, page: int) -> float:
    """Return how many pixels of the view stand for a point of a page."""
    if view.zoomMode() is QPdfView.ZoomMode.Custom:
        return view.zoomFactor() * view.logicalDpiX() / _POINTS_AN_INCH
    margins = view.documentMargins()
    room = view.viewport().width() - margins.left() - margins.right()
    return room / document.pagePointSize(page).width()
