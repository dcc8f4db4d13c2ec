"""What was last found of a round, shared by all connections to one register."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit_desk.domain.findings import Findings

State = tuple[str, str]
"""A round's id, and the last line of history at the time: every change adds a line."""


class LastFindings:
    """Keeps the findings that were counted last, for as long as nothing changes.

    Looking through a report's texts, previewing and saving it are each done on a connection of
    its own; without this each would count the whole round.
    """

    def __init__(self) -> None:
        self._last: tuple[State, Findings] | None = None

    def of(self, state: State, count: "Callable[[], Findings]") -> "Findings":
        """Return what is known of a state; it is counted where nothing is."""
        last = self._last  # another thread may put something else there at any time
        if last is None or last[0] != state:
            self._last = last = state, count()
        return last[1]
