"""``python -m tests.gallery OUT_DIR [--scale PER_CENT] [NAME…]``: a picture of every screen.

Each is taken light and dark. What cannot be read on a picture is printed beside its name.
"""

import os
import sys
import tempfile
from pathlib import Path

from tests.smallest_screen import use_smallest_screen

if not os.environ.get("DISPLAY"):
    use_smallest_screen()

from PySide6.QtCore import QEvent
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from audit_desk.domain.settings import Appearance
from audit_desk.ui.icons import Icons
from audit_desk.ui.theme import Theme
from tests.cut_texts import cut_texts, settle
from tests.gallery.registry import Shot, Studio, all_shots

_PAGES_MS = 600
"""How long a PDF's pages may take to be drawn, in milliseconds."""


def main(arguments: list[str]) -> int:
    """Take the pictures; names given after the folder pick those that begin with one of them."""
    scale = 0
    if "--scale" in arguments[:-1]:
        place = arguments.index("--scale")
        scale = int(arguments[place + 1])
        arguments = arguments[:place] + arguments[place + 2 :]
    if not arguments:
        print("Usage: python -m tests.gallery OUT_DIR [--scale 200] [NAME…]", file=sys.stderr)
        return 2
    out, wanted = Path(arguments[0]), tuple(arguments[1:])
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    theme = Theme()
    theme.install(app)
    shots = [shot for shot in all_shots() if not wanted or shot.name.startswith(wanted)]
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        for shot in shots:
            theme.set_appearance(appearance)
            theme.set_scale(scale or shot.scale)
            file = out / f"{shot.name}-{appearance.value}.png"
            cut = take(app, theme, shot, file)
            print(file, *(f"cut: {each}" for each in cut), sep="\n  ")
    return 0


def take(app: QApplication, theme: Theme, shot: Shot, file: Path) -> list[str]:
    """Take one picture, and return which of its texts cannot be read."""
    with tempfile.TemporaryDirectory() as folder:
        widget = shot.build(Studio(theme, Icons(theme), Path(folder)))
        if shot.size is not None:
            widget.resize(shot.size)
        widget.show()
        widget.activateWindow()
        settle()
        if widget.findChildren(QPdfView):
            QTest.qWait(_PAGES_MS)  # its pages are drawn by a thread of its own
        widget.grab().save(str(file))
        cut = cut_texts(widget)
        widget.close()
        widget.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return cut


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
