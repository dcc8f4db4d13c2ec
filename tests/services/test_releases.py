"""What the lead released may be quoted, as it reads now and not a word further."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from audit_desk.domain.audience import Audience
from audit_desk.domain.audit import AuditState, Grade, Judgement
from audit_desk.domain.passages import Passage
from audit_desk.domain.round import Round
from audit_desk.services.desk import Desk
from audit_desk.services.sampling import DrawRequest
from audit_desk.storage.audit_repo import AuditRepo

_THEME = "supervision"
_NAMED = "Ms Achterberg rang the carer. Call 07700 900123."


@pytest.fixture
def spring(desk: Desk) -> Round:
    round_ = desk.rounds.create("Spring", by="Ada")
    desk.sampling.draw(round_, DrawRequest(6, 4711), "Ada")
    repo = AuditRepo(desk.register)
    with desk.register.transaction():
        for number, audit in enumerate(desk.rounds.audits(round_.id)):
            words = _NAMED if number == 0 else f"She was asked on visit {number}."
            said = Judgement(_THEME, Grade.GOOD, strengths=words, suggested=Grade.GOOD)
            repo.put_judgement(audit.id, said)
            at = datetime(2026, 5, 1, tzinfo=UTC)
            submitted = replace(
                audit,
                state=AuditState.SUBMITTED,
                auditor="Rosa Achterberg",
                submitted_at=at,
                seal="0" * 64,
            )
            repo.save_state(submitted)
    desk.releases.release(round_, [], [], "Ada")
    return round_


def texts(desk: Desk, round_: Round, *, released: bool) -> list[Passage]:
    return [each.passage for each in desk.releases.quotable(round_) if each.is_released is released]


def quoted(desk: Desk, round_: Round, audience: Audience = Audience.TEAM) -> set[str]:
    return {each.text for each in desk.releases.shareable(round_, audience).passages}


def test_only_released_texts_leave_and_each_release_is_on_record(desk: Desk, spring: Round) -> None:
    first, second, *_others = texts(desk, spring, released=False)
    assert quoted(desk, spring) == set()

    desk.releases.release(spring, [first, second, first], [], "Ada")
    desk.releases.release(spring, [second], [first], "Ben")

    assert quoted(desk, spring) == {second.text}
    assert [each.text for each in texts(desk, spring, released=True)] == [second.text]
    lines = desk.register.history.lines("round", spring.id)
    told = [(line.who, line.action) for line in lines if "quoting" in line.action]
    assert told == [
        ("Ada", "released for quoting"),
        ("Ada", "released for quoting"),
        ("Ben", "took back from quoting"),
    ]
    peer = desk.releases.shareable(spring, Audience.PEER).passages
    assert [each.reference for each in peer] == [second.reference]
    assert not desk.releases.shareable(spring, Audience.BOARD).passages[0].reference


def test_a_text_that_reads_otherwise_now_has_to_be_released_again(
    desk: Desk, spring: Round
) -> None:
    every = texts(desk, spring, released=False)
    desk.releases.release(spring, every, [], "Ada")
    repo = AuditRepo(desk.register)
    changed = next(a for a in desk.rounds.audits(spring.id) if a.reference == every[1].reference)
    with desk.register.transaction():
        repo.save_state(replace(changed, state=AuditState.IN_PROGRESS, submitted_at=None, seal=""))
        repo.put_judgement(
            changed.id,
            Judgement(_THEME, Grade.GOOD, strengths="Other words.", suggested=Grade.GOOD),
        )
        repo.save_state(changed)

    assert {each.text for each in texts(desk, spring, released=False)} == {"Other words."}
    assert quoted(desk, spring) == {each.text for each in every} - {every[1].text}


def test_identifiers_are_named_before_a_release_and_before_a_report_leaves(
    desk: Desk, spring: Round
) -> None:
    (marked,) = [each for each in desk.releases.quotable(spring) if each.identifiers]
    assert marked.passage.text == _NAMED
    assert any("Achterberg" in words for words in marked.identifiers)
    assert {_NAMED[start:end] for start, end in marked.spans} >= {"07700 900123"}

    assert desk.reports.identifiers(spring, Audience.BOARD) == ()
    assert desk.reports.identifiers(spring, Audience.FULL)
    desk.releases.release(spring, [marked.passage], [], "Ada")
    (phone, *_more) = desk.reports.identifiers(spring, Audience.BOARD, holds_all=True)
    assert "Supervision" in phone.sentence or phone.place.words
