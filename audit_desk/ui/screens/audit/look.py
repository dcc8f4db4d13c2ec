"""What the page's own painting needs: the theme and its icons."""

from dataclasses import dataclass

from audit_desk.ui.icons import Icons
from audit_desk.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """Theme and icons, handed down together."""

    theme: Theme
    icons: Icons
