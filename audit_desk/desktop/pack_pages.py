"""The home of a pack's window."""

from collections.abc import Callable

from audit_desk.desktop.surroundings import Surroundings
from audit_desk.domain.pack import PackSlip
from audit_desk.services.desk import Desk
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.screens.pack_home.from_desk import DeskPackHome
from audit_desk.ui.screens.pack_home.ports import PackWays
from audit_desk.ui.screens.pack_home.screen import PackHomeScreen


def build_pack_home(
    desk: Desk,
    slip: PackSlip,
    around: Surroundings,
    window: Callable[[], MainWindow],
    open_audit: Callable[[str], object],
) -> PackHomeScreen:
    """Return the home of a pack; handing it back closes the window's register for good.

    Args:
        desk: The services of the open pack.
        slip: What lies on top of it.
        around: What every screen is given.
        window: The window, once there is one: its first page is built before.
        open_audit: Opens an audit by its id.
    """

    def hand_back() -> None:
        if window().leave():
            window().closed_for_good.emit()

    return PackHomeScreen(DeskPackHome(desk, slip), PackWays(open_audit, hand_back), around.icons)
