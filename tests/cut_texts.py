"""What of a page or a dialog cannot be read: cut beside its place, within it, or by the screen."""

from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

_PASSES = 40  # each layout within another takes one more to come to rest


def settle() -> None:
    """Let layouts come to rest."""
    for _ in range(_PASSES):
        QApplication.processEvents()


def cut_texts(front: QWidget) -> list[str]:
    """Return the texts of which something is out of sight, and the window if it is too large."""
    found = []
    for each in front.findChildren(QWidget):
        if isinstance(each, QLabel | QPushButton) and each.isVisible() and each.text():
            found += _cut(each)
    room = front.screen().availableGeometry()
    if isinstance(front, QDialog) and not room.contains(front.frameGeometry()):
        found.append(f"{front.windowTitle()}: {front.frameGeometry()} is beyond the screen")
    return found


def _cut(each: QLabel | QPushButton) -> list[str]:
    text = each.text()[:40]
    in_sight = each.visibleRegion().boundingRect().width()
    if 0 < in_sight < each.width() - 1:
        return [f"{text}: {in_sight} of {each.width()} pixels"]
    wraps = isinstance(each, QLabel) and each.wordWrap()
    widest = max(each.text().split(), key=len, default="") if wraps else each.text()
    if isinstance(each, QLabel) and each.fontMetrics().horizontalAdvance(widest) > each.width():
        return [f"{text}: {widest} is wider than {each.width()} pixels"]
    folds = wraps or each.sizePolicy().hasHeightForWidth()
    if folds and each.heightForWidth(each.width()) > each.height() + 1:
        return [f"{text}: higher than {each.height()} pixels"]
    if isinstance(each, QPushButton) and not folds and each.sizeHint().width() > each.width() + 1:
        return [f"{text}: wider than {each.width()} pixels"]
    return []
