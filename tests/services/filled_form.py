"""A form of an audit that is half read, for the tests of reading it back."""

from datetime import date
from pathlib import Path

import pytest

from audit_desk.app import FORM_WRITERS
from audit_desk.domain.action import ActionDraft
from audit_desk.domain.audit import Absence, Answer, Audit, Grade, Judgement
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.form_sheets import HIDDEN_SHEET
from audit_desk.errors import UserError
from audit_desk.services.audit_forms import AuditFormService
from audit_desk.services.desk import Desk
from audit_desk.services.form_preview import ChangeKind, FormPreview
from audit_desk.services.form_reader import Place
from tests.form_filling import write
from tests.services.conftest import TODAY

EPISODES = '[{"missing_from":"2026-02-28T21:15","outcome":"held","returned":"2026-03-02T18:40"}]'
ANSWERS = (
    Answer("ST1", parts={"meeting": "held", "known": "2026-02-26T16:05", "held": "2026-03-02"}),
    Answer("ST2", "partly", None, "Health\nsent a letter. =1+1", {"contributors": "police|health"}),
    Answer("ST3", "2"),
    Answer("WI7", absence=Absence.NOT_EVIDENCED),
    Answer("RH1", parts={"attempts": "2", "episodes": EPISODES}),
)
JUDGED = Judgement("strategy-meetings", Grade.GOOD, strengths="Minutes went out at once.")
HEARD = Contribution(Role.CHILD, invited=True, took_part=True, on=date(2026, 5, 20), said="Ask me.")
PLANNED = ActionDraft("Each step has a name and a time.", "Team manager", date(2027, 6, 30))


@pytest.fixture
def here(desk: Desk, audit: Audit) -> Desk:
    """The register with an audit half read, and the writers of forms."""
    desk.auditing.fill(audit.id, ANSWERS, [JUDGED], by="Ada", contributions=[HEARD])
    return Desk(desk.register, {}, lambda: TODAY, FORM_WRITERS)


@pytest.fixture
def form(here: Desk, audit: Audit, tmp_path: Path) -> Path:
    """The audit's form as a workbook, with the answers so far."""
    path = tmp_path / "form.xlsx"
    here.forms.write(here.forms.of_audit(audit.id, filled=True), path)
    return path


def kinds(found: FormPreview) -> dict[str, ChangeKind]:
    return {each.field.key: each.kind for each in (*found.changes, *found.conflicts)}


def refuse(forms: AuditFormService, path: Path, words: str) -> None:
    with pytest.raises(UserError, match=words):
        forms.read_back(path)


def stamped(form: Path, text: str) -> Path:
    """Return a copy of a form with another stamp."""
    path = form.with_name("stamped.xlsx")
    path.write_bytes(form.read_bytes())
    write(path, {Place(HIDDEN_SHEET, "A2"): text})
    return path


def make_list(path: Path) -> None:
    from xlsxwriter import Workbook

    book = Workbook(path)
    book.add_worksheet("Cases").write_row(0, 0, ["Child ID", "Team"])
    book.close()
