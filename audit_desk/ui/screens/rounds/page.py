"""The Rounds page of the window: the list of rounds, or one of them."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from audit_desk.ui.screens.round.screen import RoundScreen, TabName
from audit_desk.ui.screens.rounds.screen import RoundsScreen
from audit_desk.ui.widgets.focus import lead_focus


class RoundsPage(QStackedWidget):
    """Shows the list, and in its place a round when one is opened.

    Args:
        make_list: Makes the list; it is given what opens a round by its id.
        make_round: Makes the page of a round when one is first opened; it is given what goes
            back to the list.
    """

    def __init__(
        self,
        make_list: Callable[[Callable[[str], object]], RoundsScreen],
        make_round: Callable[[Callable[[], object]], RoundScreen],
    ) -> None:
        super().__init__()
        self.rounds = make_list(self.show_round)
        """The list."""
        self._make_round = make_round
        self._round: RoundScreen | None = None
        self.addWidget(self.rounds)
        self._show(self.rounds)

    def _show(self, page: RoundsScreen | RoundScreen) -> None:
        self.setCurrentWidget(page)
        lead_focus(self, page)  # whoever shows this page wants the keys to work in it

    @property
    def round(self) -> RoundScreen | None:
        """The page of a round; ``None`` before one is opened."""
        return self._round

    @property
    def round_id(self) -> str:
        """The round that is shown; empty while the list is."""
        shown = self._round is not None and self.currentWidget() is self._round
        return self._round.round_id if self._round is not None and shown else ""

    def show_round(self, round_id: str, tab: TabName | None = None) -> None:
        """Open a round, unless another has words that cannot be saved as they are."""
        if not self.leave():
            return
        if self._round is None:
            self._round = self._make_round(self.show_list)
            self.addWidget(self._round)
        self._show(self._round)
        self._round.open(round_id, tab)

    def show_list(self) -> None:
        """Go back to the list, unless the round has words that cannot be saved as they are."""
        if not self.leave():
            return
        self._show(self.rounds)
        self.rounds.refresh()
        self.rounds.setFocus()

    def leave(self) -> bool:
        """Save what is typed, and say whether all of it is saved."""
        return self._round is None or self._round.leave()

    def refresh(self) -> None:
        """Read what is shown again."""
        if self._round is not None and self.currentWidget() is self._round:
            self._round.refresh()
        else:
            self.rounds.refresh()
