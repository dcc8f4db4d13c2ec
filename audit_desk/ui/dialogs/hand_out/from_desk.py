"""The packs of one round of the open register."""

from collections.abc import Callable, Sequence

from audit_desk.domain.pack import PackKind
from audit_desk.domain.round import Round
from audit_desk.services.desk import Desk
from audit_desk.services.pack_order import PackMade, PackOrder, PackPreview, ShareLine
from audit_desk.ui.dialogs.hand_out.ports import Wanted


class DeskHandOut:
    """Hands out the files of a round in the name of whoever sits at the desk.

    Args:
        desk: The services of the register.
        round_: The round.
    """

    def __init__(self, desk: Desk, round_: Round) -> None:
        self._desk = desk
        self._round = round_

    @property
    def round_name(self) -> str:
        """The round's name."""
        return self._round.name

    @property
    def lead(self) -> str:
        """Whoever sits at the desk."""
        return self._desk.settings.person()

    def shares(self) -> Sequence[ShareLine]:
        """Return everybody's files in the round."""
        return self._desk.packs.shares(self._round)

    def preview(self, person: str, kind: PackKind) -> PackPreview:
        """Return what a pack for somebody would hold."""
        return self._desk.packs.preview(self._round, person, kind)

    def refuse(self, preview: PackPreview) -> None:
        """Refuse a pack that cannot be made."""
        self._desk.packs.refuse(preview)

    def new_phrase(self) -> str:
        """Return a new passphrase of everyday words."""
        from audit_desk.services.phrases import new_phrase

        return new_phrase()

    def make(self, wanted: Wanted, progress: Callable[[int, int], None]) -> PackMade:
        """Write the pack on a connection of the worker's own."""
        order = PackOrder(
            self._round,
            wanted.share.person,
            wanted.share.kind,
            wanted.target,
            wanted.passphrase,
            wanted.due_on,
            wanted.note,
        )
        with self._desk.on_this_thread() as desk:
            return desk.packs.make(order, desk.settings.person(), progress)
