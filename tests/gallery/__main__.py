"""``python -m tests.gallery OUT_DIR [NAME…]``: write a picture of every screen, light and dark."""

import os
import sys
import tempfile
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from audit_desk.domain.settings import Appearance
from audit_desk.ui.icons import Icons
from audit_desk.ui.theme import Theme
from tests.gallery.registry import Shot, Studio, all_shots


def main(arguments: list[str]) -> int:
    """Take the pictures; names given after the folder pick those that begin with one of them."""
    if not arguments:
        print("Usage: python -m tests.gallery OUT_DIR [NAME…]", file=sys.stderr)
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
            theme.set_scale(shot.scale)
            file = out / f"{shot.name}-{appearance.value}.png"
            take(app, theme, shot, file)
            print(file)
    return 0


def take(app: QApplication, theme: Theme, shot: Shot, file: Path) -> None:
    """Take one picture."""
    with tempfile.TemporaryDirectory() as folder:
        widget = shot.build(Studio(theme, Icons(theme), Path(folder)))
        if shot.size is not None:
            widget.resize(shot.size)
        widget.show()
        settle(app, widget)
        widget.grab().save(str(file))
        widget.close()
        widget.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(app: QApplication, widget: QWidget) -> None:
    """Let layouts come to rest and give the first field the focus."""
    widget.activateWindow()
    for _ in range(5):
        app.processEvents()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
