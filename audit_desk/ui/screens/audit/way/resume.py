"""Going on where the reading was left, after a break or a restart."""

import contextlib
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from audit_desk.domain.audit import AuditState
from audit_desk.domain.moments import MONTHS
from audit_desk.errors import AuditDeskError
from audit_desk.ui.screens.audit.history.history_ports import PlacesPort
from audit_desk.ui.screens.audit.ports import Desk
from audit_desk.ui.screens.audit.reading import PlaceState, Reading
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.view import AuditView
from audit_desk.ui.screens.audit.way.moving import Moving
from audit_desk.ui.screens.audit.way.places import Place, next_open

_REST_MS = 3000
"""How long somebody stays at a place before it is remembered, in milliseconds."""


class Resuming(QObject):
    """Remembers where one person is in one audit, and goes back there."""

    def __init__(
        self,
        places: PlacesPort,
        desk: Desk,
        view: AuditView,
        sheet: AuditSheet,
        reading: Reading,
        moving: Moving,
    ) -> None:
        super().__init__(view)
        self._places = places
        self._desk = desk
        self._view = view
        self._sheet = sheet
        self._reading = reading
        self._moving = moving
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self.keep)
        self._left_at: datetime | None = None
        self._kept = True
        self._go_back()
        moving.on_moved = self._moved

    def _go_back(self) -> None:
        last = self._places.last(self._sheet.audit.id, self._desk.person)
        place = Place(last.theme_id, last.question_id) if last else None
        if last is not None and place in self._reading.visible():
            self._moving.here = place
            self._left_at = last.at

    def say(self) -> None:
        """Say quietly since when the reading rested here, and where something is still open."""
        if self._left_at is None:
            return
        words = f"You were here on {short_moment(self._left_at, self._desk.now())}"
        self._left_at = None
        first, how = self._first_open()
        if first is None or self._sheet.locked or first == self._moving.here:
            self._view.notices.show_resumed(words)
            return
        title = first.question_id or self._reading.title(first.theme_id)
        self._view.notices.show_resumed(words, f"{how}: {title}", lambda: self._moving.go_to(first))

    def _first_open(self) -> tuple[Place | None, str]:
        reading = self._reading
        unanswered = next_open(reading.places, Place(""), self._is_unanswered)
        if unanswered is not None:
            return unanswered, "first unanswered"
        return next_open(reading.places, Place(""), reading.is_open), "not complete yet"

    def _is_unanswered(self, place: Place) -> bool:
        return place.is_question and self._reading.state(place) is PlaceState.OPEN

    def keep(self) -> None:
        """Remember where the reading is; a register that cannot be written says so elsewhere."""
        self._rest.stop()
        if self._kept or self._sheet.audit.state is AuditState.NOT_STARTED:
            return
        self._kept = True
        here = self._moving.here
        with contextlib.suppress(AuditDeskError, OSError):
            self._places.remember(
                self._sheet.audit.id, self._desk.person, here.theme_id, here.question_id
            )

    def _moved(self) -> None:
        self._kept = False
        self._rest.start()
        self._view.notices.forget_resumed()


def short_moment(at: datetime, now: datetime) -> str:
    """Return a moment in local time and few words: ``3 Nov, 14:20``; with its year if another."""
    local = at.astimezone(now.tzinfo)
    year = "" if local.year == now.year else f" {local.year}"
    return f"{local.day} {MONTHS[local.month - 1][:3]}{year}, {local:%H:%M}"
