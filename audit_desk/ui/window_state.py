"""What a window remembers from one day to the next: its place, its columns, the last registers.

Kept in one readable ini file on this computer. It holds file names and sizes, never case data.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from shiboken6 import isValid

from audit_desk.domain.settings import Appearance

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

USUAL = QSize(1280, 720)
"""The main window's size before anybody changed it."""
_RECENT = 8
_TITLE_BAR = 40
"""What a system puts above a window at most, in pixels."""


class WindowState:
    """Remembers how a person arranged their windows.

    Args:
        folder: Where the file is kept; made when first written.
    """

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def restore_window(self, window: "QWidget", key: str) -> bool:
        """Put a window where it was; tell whether it was ever anywhere."""
        held = self._settings.value(f"{key}/geometry")
        return isinstance(held, QByteArray) and window.restoreGeometry(held)

    def place_window(self, window: "QWidget", key: str, usual: QSize) -> None:
        """Put a window where it was; the first time, at its usual size or over a small screen."""
        if self.restore_window(window, key):
            return
        window.resize(usual)
        room = window.screen().availableSize() - QSize(0, _TITLE_BAR)
        if usual.boundedTo(room) != usual:
            window.setWindowState(Qt.WindowState.WindowMaximized)

    def remember_window(self, window: "QWidget", key: str) -> None:
        """Keep where a window is."""
        self._settings.setValue(f"{key}/geometry", window.saveGeometry())

    def remember_columns(self, name: str, header: "QHeaderView") -> None:
        """Restore the widths kept under a name, and keep every later change."""
        key = f"columns/{name}/{header.count()}"
        for column, width in enumerate(self._widths(key, header.count())):
            header.resizeSection(column, width)

        def keep(*_resized: int) -> None:
            if not isValid(header):  # it tells a last time while its table goes
                return
            widths = [header.sectionSize(column) for column in range(header.count())]
            self._settings.setValue(key, " ".join(map(str, widths)))

        header.sectionResized.connect(keep)

    def remember_splitter(self, name: str, splitter: "QSplitter") -> None:
        """Restore where a splitter stood, and keep every later change."""
        key = f"splitter/{name}/{splitter.count()}"
        widths = self._widths(key, splitter.count())
        if widths:
            splitter.setSizes(widths)
        splitter.splitterMoved.connect(
            lambda *_: self._settings.setValue(key, " ".join(map(str, splitter.sizes())))
        )

    def _widths(self, key: str, wanted: int) -> list[int]:
        parts = str(self._settings.value(key, "")).split()
        good = len(parts) == wanted and all(part.isdecimal() for part in parts)
        return [int(part) for part in parts] if good else []

    def remembered(self, key: str) -> str:
        """Return a text kept under a key; empty where there is none."""
        return str(self._settings.value(f"page/{key}", ""))

    def remember(self, key: str, text: str) -> None:
        """Keep a short text, such as which columns a page shows; never case data."""
        self._settings.setValue(f"page/{key}", text)

    def recent_registers(self) -> list[Path]:
        """Return the registers last opened that still exist, the latest first."""
        held = str(self._settings.value("recent/registers", ""))
        return [path for path in map(Path, filter(None, held.split("\n"))) if path.is_file()]

    def add_recent_register(self, path: Path) -> None:
        """Put a register on top of the list."""
        others = [other for other in self.recent_registers() if other != path]
        kept = [path, *others][:_RECENT]
        self._settings.setValue("recent/registers", "\n".join(map(str, kept)))

    def forget_register(self, path: Path) -> None:
        """Take a register off the list; the file stays."""
        kept = [str(other) for other in self.recent_registers() if other != path]
        self._settings.setValue("recent/registers", "\n".join(kept))

    @property
    def appearance(self) -> Appearance:
        """Light, dark or the system's, as last set: known before a register is open."""
        held = str(self._settings.value("look/appearance", ""))
        return Appearance(held) if held in set(Appearance) else Appearance.SYSTEM

    @property
    def text_scale(self) -> int:
        """The text size in per cent, as last set."""
        held = str(self._settings.value("look/text_scale", ""))
        return min(200, max(100, int(held))) if held.isdecimal() else 100

    def remember_look(self, appearance: Appearance, text_scale: int) -> None:
        """Keep how the windows are to look."""
        self._settings.setValue("look/appearance", appearance.value)
        self._settings.setValue("look/text_scale", text_scale)

    def save(self) -> None:
        """Write everything to disk now."""
        self._settings.sync()
