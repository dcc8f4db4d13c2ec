"""The invented register: believable, complete, sound, and the same for the same seed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from audit_desk.domain.action import ActionState, overdue
from audit_desk.domain.audit import Absence, AuditState, FullAudit
from audit_desk.domain.case_event import ListKind
from audit_desk.domain.clocks import Outcome, read_clocks
from audit_desk.domain.completeness import gaps
from audit_desk.domain.due_dates import Timeliness, timeliness
from audit_desk.domain.independence import Standing
from audit_desk.domain.practitioner import contribution_gaps
from audit_desk.domain.round import Round
from audit_desk.errors import Cancelled, UserError
from audit_desk.services.demo.build import ORGANISATION, PERSON, build_demo, round_names
from audit_desk.services.desk import Desk
from audit_desk.services.registers import check, open_register

PASSPHRASE = "correct horse battery"
TODAY = date(2026, 6, 1)
FINISHED, UNDER_WAY = round_names(TODAY)


def build(
    folder: Path, cases: int = 133, audits: int = 12, seed: int = 1, today: date = TODAY
) -> Desk:
    path = folder / "demo.auditdesk"
    build_demo(path, PASSPHRASE, cases=cases, audits=audits, seed=seed, today=today)
    return Desk(open_register(path, PASSPHRASE), {}, today=lambda: today)


def full_audits(desk: Desk, round_: Round) -> list[FullAudit]:
    return [desk.auditing.open(audit.id) for audit in desk.rounds.audits(round_.id)]


def settled(desk: Desk) -> list[tuple[str, str, str]]:
    pairs = desk.moderation.of_round(desk.rounds.by_name(FINISHED)).pairs
    items = [(pair, item.settled) for pair in pairs for item in pair.items]
    return [(pair.second.auditor, one.item, one.reason) for pair, one in items if one is not None]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    built = build(tmp_path_factory.mktemp("demo"))
    yield built
    built.register.close()


@pytest.fixture(scope="module")
def audits(desk: Desk) -> list[FullAudit]:
    return full_audits(desk, desk.rounds.by_name(FINISHED))


def test_the_register_is_sound_and_belongs_to_nobody_real(desk: Desk) -> None:
    assert check(desk.register).faults == ()
    settings = desk.settings.get()
    assert (settings.organisation, settings.person_name) == (ORGANISATION, PERSON)
    assert len(settings.escalation_contacts) == 4
    numbers = [contact.phone for contact in settings.escalation_contacts]
    assert all(number.startswith("01632 960") for number in numbers)  # kept for drama
    assert desk.cases.count() == 133


def test_the_finished_round_is_whole_and_its_draw_can_be_verified(
    desk: Desk, audits: list[FullAudit]
) -> None:
    assert len(audits) == 12
    tool = desk.tools.newest("complex-safeguarding")
    for full in audits:
        assert full.audit.state is AuditState.SUBMITTED
        assert gaps(tool, full.answers, full.judgements, full.audit.facts) == ()
        assert desk.actions.gaps(tool, full) == ()
    assert len({full.audit.auditor for full in audits}) > 2
    for name in (FINISHED, UNDER_WAY):
        assert desk.sampling.verify_round(desk.rounds.by_name(name)).differences == ()


def test_the_round_under_way_has_audits_in_every_state(desk: Desk) -> None:
    found = full_audits(desk, desk.rounds.by_name(UNDER_WAY))
    states = [full.audit.state for full in found]
    assert len(found) == 6
    assert states[:3] == [AuditState.SUBMITTED, AuditState.IN_PROGRESS, AuditState.IN_PROGRESS]
    assert set(states[3:]) == {AuditState.NOT_STARTED}
    assert found[1].audit.auditor == PERSON
    assert 5 < len(found[2].answers) < len(found[1].answers) < len(found[0].answers)


def test_there_is_something_of_everything_to_look_at(desk: Desk, audits: list[FullAudit]) -> None:
    concerns = desk.concerns.of_round(desk.rounds.by_name(FINISHED).id)
    assert {concern.is_open for concern in concerns} == {True, False}
    assert all(concern.contacts for concern in concerns)
    judgements = [each for full in audits for each in full.judgements.values()]
    overrides = [judgement for judgement in judgements if judgement.is_override]
    assert overrides
    assert all(judgement.rationale for judgement in overrides)
    actions = desk.actions.lines()
    assert {line.action.state for line in actions} == set(ActionState)
    assert any(overdue(line.action, TODAY) for line in actions)
    assert any(len(line.references) > 1 for line in actions)
    contributions = [made for full in audits for made in full.contributions.values()]
    assert {made.took_part for made in contributions} == {True, False, None}
    assert contribution_gaps(audits[0].contributions) == ()
    (kept,) = [each for full in audits for each in desk.submissions.of_audit(full.audit.id)]
    assert kept.reason
    absences = {answer.absence for full in audits for answer in full.answers.values()}
    assert absences >= {Absence.NOT_ACCESSIBLE, Absence.NOT_EVIDENCED, Absence.NOT_APPLICABLE}
    tool = desk.tools.newest("complex-safeguarding")
    outcomes = {
        reading.outcome
        for full in audits
        for reading in read_clocks(tool, full.answers, full.audit.facts, desk.holidays)
    }
    assert outcomes >= {Outcome.IN_TIME, Outcome.LATE, Outcome.NO_RECORD, Outcome.NOT_APPLICABLE}


def test_lists_say_something_of_files_that_are_yet_to_be_read(desk: Desk) -> None:
    waiting = [
        audit
        for audit in desk.rounds.audits(desk.rounds.by_name(UNDER_WAY).id)
        if audit.state is AuditState.NOT_STARTED
    ]
    found = [desk.suggestions.for_audit(audit.id) for audit in waiting]
    assert all(("SU1", "last_supervision") in lists.suggestions for lists in found)
    kinds = {event.kind for case in desk.cases.all() for event in desk.cases.events(case.id)}
    assert kinds == {ListKind.MISSING, ListKind.SUPERVISION}


def test_the_same_seed_and_day_give_the_same_children_and_words(
    desk: Desk, audits: list[FullAudit], tmp_path: Path
) -> None:
    again = build(tmp_path)
    with again.register:
        assert [(each.reference, each.facts) for each in again.cases.all()] == [
            (each.reference, each.facts) for each in desk.cases.all()
        ]
        twin = full_audits(again, again.rounds.by_name(FINISHED))
        assert settled(again) == settled(desk) != []
    assert [(each.answers, each.judgements) for each in twin] == [
        (each.answers, each.judgements) for each in audits
    ]


def test_another_seed_gives_other_children(desk: Desk, tmp_path: Path) -> None:
    other = build(tmp_path, audits=0, seed=2)
    with other.register:
        assert [each.facts for each in other.cases.all()] != [
            each.facts for each in desk.cases.all()
        ]


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "today", [date(2024, 2, 29), date(2025, 12, 31), date(2026, 1, 1), date(2027, 3, 28)]
)
def test_it_can_be_built_on_any_day(tmp_path: Path, today: date) -> None:
    built = build(tmp_path, cases=30, audits=8, today=today)
    with built.register:
        assert check(built.register).faults == ()
        assert built.rounds.by_name(round_names(today)[0]).purpose


@pytest.mark.no_cover
@pytest.mark.parametrize(("cases", "audits"), [(1, 0), (1, 1), (5, 5), (3, 2), (9, 9)])
def test_small_ones_work_too(tmp_path: Path, cases: int, audits: int) -> None:
    built = build(tmp_path, cases=cases, audits=audits)
    with built.register:
        assert check(built.register).faults == ()
        assert len(built.rounds.lines()) == (3 if audits > 7 else 2)
        assert len(built.rounds.audits(built.rounds.by_name(FINISHED).id)) == audits
        if audits > 1:
            concerns = built.concerns.of_round(built.rounds.by_name(FINISHED).id)
            assert {concern.is_open for concern in concerns} == {True, False}


def test_more_audits_than_children_are_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="need at least as many cases"):
        build(tmp_path, cases=5, audits=6)
    assert list(tmp_path.iterdir()) == []


def test_a_register_that_is_there_already_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "demo.auditdesk"
    path.write_bytes(b"mine")
    with pytest.raises(UserError, match="already exists"):
        build_demo(path, PASSPHRASE)
    assert path.read_bytes() == b"mine"


def test_cancelling_leaves_nothing_behind(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def cancel(done: int, of: int) -> None:
        told.append((done, of))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        build_demo(tmp_path / "demo.auditdesk", PASSPHRASE, progress=cancel, today=TODAY)
    assert told == [(1, 22), (2, 22)]
    assert list(tmp_path.iterdir()) == []


def test_files_are_assigned_with_due_dates_and_declarations(desk: Desk) -> None:
    finished, under_way = (desk.rounds.by_name(name) for name in (FINISHED, UNDER_WAY))
    found = desk.findings.of_round(finished).independence
    assert found is not None
    assert (found.read, found.declared, found.conflicts) == (12, 12, ())
    records = desk.assignment.records(under_way.id)
    audits = desk.rounds.audits(under_way.id)
    late = {timeliness(audit, TODAY) for audit in audits}
    assert late == {Timeliness.OVERDUE, Timeliness.SOON, Timeliness.NONE}
    standings = [records[audit.id].standing(audit.auditor) for audit in audits]
    assert standings[3:] == [Standing.NOT_DECLARED, Standing.GIVEN_BACK, Standing.NOBODY]
    assert audits[3].auditor == PERSON
