"""A list that can be typed in: what is half typed of a proposal is written out."""

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox


def completed(typed: str, proposals: Sequence[str]) -> str:
    """Return the proposal that was half typed, else what was typed.

    Words that stand whole are kept as they are: “Health” may mean just that where “Health
    visitor” is proposed. A proposal that was typed in full is written as it is proposed.
    """
    sought = typed.strip().casefold()
    if not sought:
        return typed
    half = re.compile(rf"\b{re.escape(sought)}\B")
    same = [text for text in proposals if text.casefold() == sought]
    fitting = same or [text for text in proposals if half.search(text.casefold())]
    return fitting[0] if len(fitting) == 1 else typed


def complete(box: QComboBox) -> None:
    """Write a half typed proposal out."""
    whole = completed(box.currentText(), [box.itemText(index) for index in range(box.count())])
    if whole != box.currentText():
        box.setEditText(whole)


def complete_when_left(box: QComboBox) -> None:
    """Write a half typed proposal out when an editable list is left."""
    line = box.lineEdit()
    if line is not None:
        line.editingFinished.connect(lambda: complete(box))
