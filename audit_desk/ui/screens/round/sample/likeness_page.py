"""Is it representative? The drawn sample beside its frame, attribute by attribute."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.representativeness import STRATIFIED, Picture, account
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import GRID, clear, column, holder, reached_by_keys, scrolled
from audit_desk.ui.widgets.likeness_sheet import likeness_grid
from audit_desk.ui.widgets.text import label

_ABOUT = (
    "As the frame and the drawn files were on the day of the draw. A random sample need not"
    " mirror its frame exactly; what is marked lies outside what 95 draws of 100 give."
)


class LikenessPage(QWidget):
    """What the sample holds of each value, beside what its frame holds.

    Args:
        theme: The colours of its pictures.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._account = label("", "strong")
        self._pictures = QVBoxLayout()
        self._about = label(_ABOUT, "muted")
        body = column(self._account, self._about, self._pictures, None, spacing=2 * GRID)
        body.setContentsMargins(0, 0, 2 * GRID, GRID)
        area = scrolled(holder(body))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        reached_by_keys(area, "The sample beside its frame")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)

    @property
    def text(self) -> str:
        """The account above the pictures."""
        return self._account.text()

    def show_pictures(self, pictures: Sequence[Picture], *, stratified: bool) -> None:
        """Show these attributes, of a stratified or of a simple draw."""
        self._about.setText(f"{_ABOUT} {STRATIFIED}" if stratified else _ABOUT)
        self._account.setText(account(pictures))
        clear(self._pictures)
        self._pictures.addWidget(likeness_grid(self._theme, pictures))
