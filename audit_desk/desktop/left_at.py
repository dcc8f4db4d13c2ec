"""Where somebody was when they locked the register, so that they come back there."""

from dataclasses import dataclass, replace
from pathlib import Path

from audit_desk.services.desk import Desk
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.screens.audit.way.places import Place


@dataclass(frozen=True, slots=True)
class LeftAt:
    """Where one person was in one register.

    Attributes:
        register: The register's file.
        person: Who was there: somebody else who unlocks it begins at Home.
        page: The page of the navigation.
        round_id: The round that stood on it; empty for none.
        audit_id: The audit that was read over the page; empty for none.
        place: Where in the audit.
    """

    register: Path
    person: str
    page: str
    round_id: str = ""
    audit_id: str = ""
    place: Place | None = None

    def is_for(self, desk: Desk) -> bool:
        """Whether the same person has opened the same register."""
        same = self.register == desk.register.path
        return same and self.person == desk.settings.person()


def left_at(window: MainWindow, desk: Desk) -> LeftAt:
    """Return where somebody is."""
    from audit_desk.ui.screens.audit.screen import AuditScreen
    from audit_desk.ui.screens.rounds.page import RoundsPage

    page = window.page(window.current_page)
    round_id = page.round_id if isinstance(page, RoundsPage) else ""
    here = LeftAt(desk.register.path, desk.settings.person(), window.current_page, round_id)
    for full in window.full_pages:
        if isinstance(full, AuditScreen):
            return replace(here, audit_id=full.sheet.audit.id, place=full.moving.here)
    return here
