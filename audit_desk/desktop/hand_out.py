"""Opens the dialog in which files are handed out."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from audit_desk.desktop.surroundings import Surroundings
from audit_desk.services.desk import Desk
from audit_desk.ui.dialogs.hand_out.dialog import HandOutDialog
from audit_desk.ui.dialogs.hand_out.from_desk import DeskHandOut
from audit_desk.ui.dialogs.hand_out.ports import HandOutDesk


def open_hand_out(
    desk: Desk,
    around: Surroundings,
    window: QWidget | None,
    round_id: str,
    on_handed_out: Callable[[], object],
) -> None:
    """Open the dialog of handing out files of a round."""
    beside = HandOutDesk(around.icons, around.prompts, around.runner, desk.today, around.documents)
    dialog = HandOutDialog(DeskHandOut(desk, desk.rounds.by_id(round_id)), beside, window)
    dialog.handed_out.connect(on_handed_out)
    dialog.open()
