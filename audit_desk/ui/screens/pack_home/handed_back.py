"""A pack that was closed to be handed back: where it lies, and what to do with it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from audit_desk.domain.pack import PackSlip
from audit_desk.ui.icons import Icons
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, column, holder, row, scrolled
from audit_desk.ui.widgets.buttons import button, primary_button, quiet_button
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.text import label

_CHARS = 76


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class FilePlace(QWidget):
    """Where a file lies, to be copied or shown.

    Args:
        path: The file.
        icons: Where icons come from.
    """

    def __init__(self, path: Path, icons: Icons) -> None:
        super().__init__()
        path = path.absolute()  # it may have been named from where the window was started
        self._path = path
        self.line = QLineEdit(str(path))
        """Where it lies."""
        self.line.setReadOnly(True)
        self.line.setToolTip(str(path))
        self.copy = button("Copy where it lies", self._copy, icon=icons.icon("content-copy"))
        """Puts the file's place on the clipboard."""
        folder = button(
            "Show its folder",
            lambda: open_folder(path.parent),
            icon=icons.icon("folder-open-outline"),
        )
        layout = column(Field("The file", self.line), flow_row(self.copy, folder))
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._path))
        self.copy.setText("Copied")


class HandedBackScreen(QWidget):
    """Where the closed pack lies.

    Args:
        path: The file.
        slip: What lies on top of it.
        icons: Where icons come from.
        on_open: Opens the pack again.
    """

    def __init__(
        self, path: Path, slip: PackSlip, icons: Icons, on_open: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        steps = (
            f"Give this file back to {slip.made_by}, in the way you agreed.",
            "They know its passphrase. If you must tell it, use another way than the file's.",
            "Keep your copy until you hear that it was taken in. Then delete it.",
        )
        self.warning = Banner(
            icons,
            "The disk is full, so the last of what you wrote lies in a second file beside it. Make"
            " room, open the pack again and hand it back. Until then, give nobody this file alone.",
            heading="Not all of it is in this one file yet",
            tone="warning",
        )
        """Shown where the file alone does not hold everything."""
        self.warning.hide()
        done = primary_button("Done", lambda: self.window().close())
        inside = holder(
            column(
                label("The pack is closed", "title"),
                label(f"{slip.round_name} · {slip.person}", "muted"),
                self.warning,
                FilePlace(path, icons),
                *(label(f"{number}. {step}") for number, step in enumerate(steps, 1)),
                row(
                    done,
                    quiet_button("Open it again", on_open),
                    None,
                ),
                None,
                spacing=2 * GRID,
            )
        )
        inside.setMaximumWidth(self.fontMetrics().averageCharWidth() * _CHARS)
        inside.layout().setContentsMargins(3 * GRID, 5 * GRID, 3 * GRID, 3 * GRID)  # type: ignore[union-attr]
        held = QWidget()
        held.setLayout(row(None, inside, None))
        held.layout().setStretch(1, 8)  # type: ignore[union-attr]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(held))
        lead_focus(self, done)
