"""Registers as they stand on some later day, made by the services rather than by keys."""

from pathlib import Path

from audit_desk import app
from audit_desk.services.case_import import ImportRequest
from audit_desk.services.desk import Desk
from audit_desk.services.sampling import DrawRequest
from tests.cli.conftest import PASSPHRASE
from tests.e2e.lists import CARE, annex_a

AUDITOR = "Amina Khan"
ROUND = "Autumn 2025"


def make_register(path: Path, *, drawn: bool = True) -> Desk:
    """Return an open register with the list of children in care, and a drawn round if wanted."""
    desk = app.create_desk(path, PASSPHRASE, "Northshire Council", AUDITOR)
    workbook = annex_a(path.with_suffix(".xlsx"))
    desk.imports.apply(desk.imports.preview(ImportRequest(workbook, CARE)), AUDITOR)
    if drawn:
        round_ = desk.rounds.create(ROUND, by=AUDITOR)
        desk.sampling.draw(round_, DrawRequest(6, 4711, ("team",)), AUDITOR)
    return desk
