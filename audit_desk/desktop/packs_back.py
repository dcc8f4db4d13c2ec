"""Opens the dialogs of packs that come back: taking one in, choosing between two versions."""

from collections.abc import Callable

from audit_desk.desktop.surroundings import Surroundings
from audit_desk.services.desk import Desk


def open_take_in(desk: Desk, around: Surroundings, on_changed: Callable[[], object]) -> None:
    """Open the dialog in which a pack is taken in.

    Args:
        desk: The services of the register.
        around: What surrounds the window.
        on_changed: Called when something came in, and when a version was chosen.
    """
    from audit_desk.ui.dialogs.take_in.dialog import TakeInDialog
    from audit_desk.ui.dialogs.take_in.from_desk import DeskTakeIn
    from audit_desk.ui.dialogs.take_in.ports import TakeInDesk

    beside = TakeInDesk(
        tasks=around.runner,
        prompts=around.prompts,
        icons=around.icons,
        theme=around.theme,
        documents=around.documents,
        choose=lambda: open_conflicts(desk, around, on_changed),
    )
    dialog = TakeInDialog(DeskTakeIn(desk), beside, around.runner.window)
    dialog.taken.connect(on_changed)
    dialog.open()


def open_conflicts(desk: Desk, around: Surroundings, on_changed: Callable[[], object]) -> None:
    """Open the choice between two versions, where any waits."""
    from audit_desk.ui.dialogs.take_in.conflict_dialog import ConflictDialog
    from audit_desk.ui.dialogs.take_in.from_desk import DeskConflicts

    port = DeskConflicts(desk)
    if port.waiting():
        dialog = ConflictDialog(port, around.theme, around.runner.window)
        dialog.chosen.connect(on_changed)
        dialog.open()


class DeskVersions:
    """The two versions of an audit of the open register, over the window."""

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        self._desk = desk
        self._around = around

    def count(self, audit_id: str) -> tuple[int, int]:
        """Return how many wait for a choice, and how many are chosen."""
        found = self._desk.conflicts.of_audit(audit_id)
        waiting = sum(not each.chosen for each in found)
        return waiting, len(found) - waiting

    def show(self, audit_id: str, changed: Callable[[], object]) -> None:
        """Show them side by side, those first that wait."""
        from audit_desk.ui.dialogs.take_in.conflict_dialog import ConflictDialog
        from audit_desk.ui.dialogs.take_in.from_desk import DeskConflicts

        found = self._desk.conflicts.of_audit(audit_id)
        shown = sorted(found, key=lambda each: bool(each.chosen))
        port = DeskConflicts(self._desk)
        dialog = ConflictDialog(port, self._around.theme, self._around.runner.window, shown)
        dialog.chosen.connect(changed)
        dialog.open()
