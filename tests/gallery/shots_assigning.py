"""Pictures of who reads which file: the Audits tab in its states, and its dialogs."""

from datetime import date
from functools import cache, partial

from PySide6.QtWidgets import QDialog

from audit_desk.domain.assignment import Spread, spread
from audit_desk.domain.independence import Statement
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.screens.round.audits.assign_dialog import AssignDialog, Chosen
from audit_desk.ui.screens.round.audits.choice import Shown
from audit_desk.ui.screens.round.audits.due_dialog import DueDialog
from audit_desk.ui.screens.round.audits.share_dialog import ShareDialog, Sharing
from audit_desk.ui.screens.round.screen import RoundScreen
from tests.gallery import shots_rounds
from tests.gallery.registry import Shot, Studio
from tests.ui.fake_rounds import PERSON, TODAY, FakeRegister, make_cases

_REFERENCES = ("CST-0101", "CST-0346", "CST-0409", "CST-0570", "CST-0640", "CST-0759")
_AUDITORS = (("Judith Okoro", 3), ("Nasreen Akhtar", 1), ("Stephen Vale", 2))
_CONFLICT = (
    "Okoro, Judith is the team manager of CST-0346.",
    "Okoro, Judith was the allocated worker of CST-0640 until 9 January 2026.",
)


@cache
def _given_out() -> FakeRegister:
    """A round in every state: late, near, given back, allowed, without an auditor."""
    register = FakeRegister(make_cases(133))
    round_ = register.create("Spring 2026", by=PERSON)
    register.draw(round_, DrawRequest(16, 4711), PERSON)
    register.read(round_, submitted=4, begun=2)
    audits = [full.audit for full in register.full[round_.id]]
    giving = register.assigning
    giving.workers[audits[8].reference] = "Okoro, Judith"
    for audit in audits[:6]:
        giving.declare(audit.id, audit.auditor, Statement.INDEPENDENT)
    days = (date(2026, 3, 9), date(2026, 3, 13), date(2026, 3, 12), date(2026, 3, 27))
    for place, day in zip((4, 5, 6, 7), days, strict=True):
        who = audits[place].auditor or (PERSON, "Nasreen Akhtar")[place % 2]
        giving.assign([audits[place].id], who, day, PERSON, begun_too=True)
    reason = "The only auditor who speaks the family's language"
    giving.assign([audits[8].id], "Judith Okoro", date(2026, 4, 2), PERSON, override=reason)
    giving.declare(audits[9].id, "Stephen Vale", Statement.INVOLVED)
    giving.workers[audits[10].reference] = PERSON
    return register


def _choose(screen: RoundScreen) -> None:
    screen.audits.table.selectRow(12)


def _overdue(screen: RoundScreen) -> None:
    screen.audits.view.shown.choose(Shown.OVERDUE)


def _assign(studio: Studio, name: str, *, begun: bool = False) -> QDialog:
    chosen = Chosen(
        _REFERENCES,
        _AUDITORS,
        lambda who: _CONFLICT if who == "Judith Okoro" else (),
        lambda who: ("CST-0409, read by Stephen Vale",) if begun and who else (),
        lambda _who: (),
    )
    made = AssignDialog(chosen, studio.icons, lambda: TODAY, lambda _wanted: None)
    made.who.setEditText(name)
    made.due.line.setText("in 2 weeks" if name else "")
    return made


def _share(studio: Studio, *names: str, barred: tuple[str, ...] = ()) -> QDialog:
    references = dict(zip(_REFERENCES, _REFERENCES, strict=True))

    def plan(wanted: object) -> Spread:
        refused = {barred[0]: set(names)} if barred else {}
        assert isinstance(wanted, list)
        return spread(_REFERENCES, wanted, dict(_AUDITORS), refused)

    sharing = Sharing(references, [n for n, _ in _AUDITORS], plan, lambda _names, _due: None)
    made = ShareDialog(sharing, studio.icons, lambda: TODAY)
    for name in names:
        made.other.setText(name)
        made.add_other()
    return made


def _due(_studio: Studio, typed: str) -> QDialog:
    made = DueDialog("6 files are", lambda: TODAY, lambda _day: None)
    made.due.line.setText(typed)
    return made


_tab = partial(shots_rounds._round, tab="audits", register=_given_out)

SHOTS = [
    Shot("round-assigned", partial(_tab, act=_choose)),
    Shot("round-assigned-overdue", partial(_tab, act=_overdue)),
    Shot("round-assigned-150", partial(_tab, act=_choose), scale=150),
    Shot("assign", partial(_assign, name=""), None),
    Shot("assign-chosen", partial(_assign, name="Nasreen Akhtar", begun=True), None),
    Shot("assign-conflict", partial(_assign, name="Judith Okoro"), None),
    Shot("share-empty", _share, None),
    Shot("share", lambda studio: _share(studio, "Judith Okoro", "Nasreen Akhtar"), None),
    Shot("share-nobody", lambda studio: _share(studio, "Cai Pugh", barred=_REFERENCES), None),
    Shot("due-date", partial(_due, typed="30/3"), None),
    Shot("due-date-passed", partial(_due, typed="1/3/2026"), None),
]
