"""What every field of a typed fact tells the page, whether it holds one fact or a list of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class TypedPart(QWidget):
    """A fact that a question asks for beside its main answer, as it is typed.

    Signals:
        changed: The part's id, its stored form, and whether it was typed (and may wait).
        drafted: The part's id and what is typed but not understood; empty once all of it is.
        entered: Enter: the fact is given.
        moved: An arrow leads to another field; +1 or -1.
        left: The focus went elsewhere.
        escaped: Escape was pressed.
    """

    changed = Signal(str, str, bool)
    drafted = Signal(str, str)
    entered = Signal()
    moved = Signal(int)
    left = Signal()
    escaped = Signal()
