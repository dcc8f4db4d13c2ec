"""Undo and redo on the page: the change itself, and the way to where it was made."""

from collections.abc import Callable

from audit_desk.domain.audit import Answer, Judgement
from audit_desk.domain.contribution import Contribution
from audit_desk.domain.follow_up import FollowUp
from audit_desk.domain.practitioner import PRACTITIONER
from audit_desk.ui.screens.audit.follow_up.following import Following
from audit_desk.ui.screens.audit.reading import Reading
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.undo import Item
from audit_desk.ui.screens.audit.way.moving import Moving
from audit_desk.ui.screens.audit.way.places import Place


class Stepping:
    """Steps through the choices of this visit, back and forward.

    Args:
        sheet: The working copy.
        reading: Its rules.
        moving: Where the reading is.
        following: The card of what follows from an answer.
        came_back: Called with an answer as it stood before a step changed it.
    """

    def __init__(
        self,
        sheet: AuditSheet,
        reading: Reading,
        moving: Moving,
        following: Following,
        came_back: Callable[[Answer], None],
    ) -> None:
        self._sheet = sheet
        self._reading = reading
        self._moving = moving
        self._following = following
        self._came_back = came_back

    def back(self) -> None:
        """Take the last choice back, and go to where it was made."""
        self._step(self._sheet.step_back)

    def forward(self) -> None:
        """Make the last undone choice again, and go to where it was made."""
        self._step(self._sheet.step_forward)

    def _step(self, move: Callable[[], Item | None]) -> None:
        if self._sheet.locked:
            return
        before = dict(self._sheet.answers)
        item = move()
        if isinstance(item, Answer | FollowUp):
            theme = self._reading.tool.theme_of(item.question_id)
            self._moving.go_to(Place(theme.id, item.question_id), to_fill=False)
            if isinstance(item, FollowUp):
                self._following.focus()
            else:
                self._came_back(before.get(item.question_id, Answer(item.question_id)))
        elif isinstance(item, Contribution):
            self._moving.go_to(Place(PRACTITIONER))
        elif isinstance(item, Judgement):
            self._moving.go_to(Place(item.theme_id))
