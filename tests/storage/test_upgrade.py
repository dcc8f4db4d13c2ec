"""A register of the first shape opens today, and nothing that was written in it is lost."""

from pathlib import Path

import pytest

from audit_desk import app
from audit_desk.domain.audit import AuditState
from audit_desk.services.desk import Desk
from audit_desk.services.registers import check
from audit_desk.services.sampling import DrawRequest
from audit_desk.storage import cipher, connection

OLD = Path(__file__).parent.parent / "db_versions" / "after_step_4.sql"
PASSPHRASE = "an invented register"
CASES, AUDITS = 12, 8


@pytest.fixture
def old_register(tmp_path: Path) -> Path:
    path = tmp_path / "old.auditdesk"
    db = connection.connect(path, cipher.derive(PASSPHRASE, cipher.new_salt()))
    db.conn.executescript(OLD.read_text(encoding="utf-8"))
    db.close()
    return path


def _open(path: Path) -> Desk:
    return app.open_desk(path, PASSPHRASE)


def test_everything_is_there_after_the_upgrade_and_the_record_is_sound(old_register: Path) -> None:
    desk = _open(old_register)
    assert check(desk.register).faults == ()
    assert desk.cases.count() == CASES
    audits = [
        audit for line in desk.rounds.lines() for audit in desk.rounds.full_audits(line.round.id)
    ]
    assert len(audits) == AUDITS
    submitted = [each for each in audits if each.audit.state is AuditState.SUBMITTED]
    assert all(each.answers and each.judgements and each.audit.seal for each in submitted)
    desk.register.close()
    again = _open(old_register)
    assert check(again.register).faults == ()
    again.register.close()


def test_work_goes_on_where_the_first_version_left_it(old_register: Path) -> None:
    desk = _open(old_register)
    for line in desk.rounds.lines():
        assert desk.sampling.verify_round(line.round).agrees
        assert desk.findings.of_round(line.round).submitted == line.counts.get(
            AuditState.SUBMITTED, 0
        )
    submitted = next(
        audit
        for line in desk.rounds.lines()
        for audit in desk.rounds.audits(line.round.id)
        if audit.state is AuditState.SUBMITTED
    )
    desk.auditing.reopen(submitted.id, "A date was misread", "Ada")
    (kept,) = desk.submissions.of_audit(submitted.id)
    assert kept.seal == submitted.seal
    round_ = desk.rounds.create("After the upgrade", by="Ada")
    receipt = desk.sampling.draw(round_, DrawRequest(4, 1), "Ada")
    assert len(receipt.drawn) == 4
    assert desk.suggestions.for_audit(desk.rounds.audits(round_.id)[0].id) is not None
    assert check(desk.register).faults == ()
    desk.register.close()
