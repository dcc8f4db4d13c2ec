"""Pictures of packs that come back: taking one in, two versions, and what is out."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from audit_desk.services.merging import MergeResult
from audit_desk.ui.dialogs.take_in.conflict_dialog import ConflictDialog
from audit_desk.ui.dialogs.take_in.dialog import TakeInDialog
from audit_desk.ui.dialogs.take_in.ports import TakeInDesk
from audit_desk.ui.dialogs.take_in.take_back_dialog import TakeBackDialog
from audit_desk.ui.prompts import DialogPrompts
from audit_desk.ui.screens.home.ports import ChoiceLine
from audit_desk.ui.screens.round.screen import RoundScreen
from audit_desk.ui.task_runner import TaskRunner
from tests.gallery import audit_page, shots_assigning, shots_home, shots_rounds
from tests.gallery.registry import Shot, Studio
from tests.ui.fake_home import AUDITS, ROUNDS, FakeHome
from tests.ui.fake_returns import (
    SECRET,
    FakeConflicts,
    FakeCustody,
    FakeTakeIn,
    a_preview,
    custody,
)

_PACK = Path("/media/stick/Ama Cole Spring.auditdesk")


def _take_in(studio: Studio, step: str) -> TakeInDialog:
    beside = TakeInDesk(
        TaskRunner(shots_rounds._Loud()),
        DialogPrompts(),
        studio.icons,
        studio.theme,
        Path("/home/morgan/Documents"),
        lambda: None,
    )
    made = TakeInDialog(FakeTakeIn(), beside)
    if step == "file":
        return made
    made.choose(_PACK)
    made.passphrase.setText(SECRET)
    found = a_preview(known=step == "known")
    if step in {"preview", "known"}:
        made._looked(found)
    elif step == "wrong":
        hint = "Nothing was changed. A pack has a passphrase of its own, not the register's."
        made.fault.set_message(hint, heading="The passphrase is wrong.")
        made.fault.show()
    elif step == "result":
        made._took(found, MergeResult(True, 11, 1, 1))
    return made


def _conflict(studio: Studio) -> ConflictDialog:
    made = ConflictDialog(FakeConflicts(), studio.theme)
    made.theirs.setChecked(True)
    made.reason.setPlainText("She had the sibling's file, where the minutes are.")
    return made


def _take_back(_studio: Studio) -> TakeBackDialog:
    held = [custody(str(place), f"CST-{140 + place:04}") for place in range(3)]
    return TakeBackDialog(held, lambda _reason: None)


def _out(screen: RoundScreen) -> None:
    rows = screen.audits.rows
    held = FakeCustody()
    for place, who in ((5, "Ama Cole"), (6, "Ama Cole"), (8, "Judith Okoro"), (12, "Ama Cole")):
        audit = rows[place].audit
        held.held[audit.id] = custody(audit.id, audit.reference, who)
    desk = replace(screen.audits._desk, returns=held.returns(2))
    screen.audits._desk = screen.audits.assigning._desk = desk
    screen.audits.set_rows(rows)
    screen.audits.table.selectRow(6)


def _home(studio: Studio) -> QWidget:
    choice = ChoiceLine("2 audits have two versions", "CST-0217, CST-0224", "Choose")
    return shots_home._page(studio, FakeHome(audits=AUDITS, rounds=ROUNDS, conflicts=choice))


def _read_only(studio: Studio) -> QWidget:
    held = FakeCustody({"audit-1": custody("audit-1", "CST-0142")})
    return audit_page.audit_page(studio, audit_page.HALF, custody=held)


_tab = partial(shots_assigning._tab, act=_out)

SHOTS = [
    Shot("take-in", partial(_take_in, step="file"), None),
    Shot("take-in-wrong", partial(_take_in, step="wrong"), None),
    Shot("take-in-preview", partial(_take_in, step="preview"), None),
    Shot("take-in-preview-150", partial(_take_in, step="preview"), None, scale=150),
    Shot("take-in-known", partial(_take_in, step="known"), None),
    Shot("take-in-result", partial(_take_in, step="result"), None),
    Shot("versions", _conflict, None),
    Shot("versions-large", _conflict, None, scale=200),
    Shot("take-back", _take_back, None),
    Shot("round-out", _tab),
    Shot("audit-out", _read_only),
    Shot("home-versions", _home),
]
