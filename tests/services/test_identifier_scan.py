"""A register's texts are looked through with the names that it knows; nothing is held up."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from audit_desk.desktop.identifiers import DeskIdentifiers
from audit_desk.domain.action import ActionDraft
from audit_desk.domain.audit import OVERALL, Audit
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.follow_up import FollowUp
from audit_desk.domain.known_names import NOBODY
from audit_desk.domain.practitioner import PRACTITIONER
from audit_desk.domain.privacy_kinds import Kind
from audit_desk.domain.settings import EscalationContact
from audit_desk.services.desk import Desk
from tests.services.test_auditing import audit, fill

__all__ = ["audit"]

_NAMED = (
    "UPDATE audits SET facts = json_set(facts, '$.worker', 'Jo Tranter'), auditor = 'Rana Malik'",
    "UPDATE cases SET facts = json_set(facts, '$.manager', 'OKORO, Ada', '$.worker', 'North')",
    "INSERT INTO former_staff SELECT id, 'worker', 'Sam Whitlock', '2026-01-01' FROM cases LIMIT 1",
    "INSERT INTO imports SELECT id, '', 'Ada', 'List', 0, 0, 0, 0, hex(zeroblob(32)) FROM rounds",
)


def _places(desk: Desk, audit: Audit) -> list[tuple[str, str, Kind]]:
    tool = desk.auditing.tool_for(audit.id)
    found = desk.identifiers.of_audit(tool, desk.auditing.open(audit.id))
    return [(each.place.words, each.excerpt, each.kind) for each in found]


def test_every_text_of_an_audit_is_looked_through_and_the_count_is_on_record(
    desk: Desk, audit: Audit
) -> None:
    full = fill(desk, audit)
    assert _places(desk, audit) == []
    answer = replace(full.answers["ST3"], evidence="Moved to BL9 0AB, near BL9 0AC.")
    desk.auditing.save_answer(audit.id, answer, "Ada")
    judged = replace(full.judgements[OVERALL], strengths="Northfield High School rang.")
    desk.auditing.save_judgement(audit.id, judged, "Ada")
    said = Contribution(Role.WORKER, False, "On leave, 07700 900123.")
    desk.auditing.save_contribution(audit.id, said, "Ada")
    desk.actions.keep(audit.id, FollowUp("ST3", ActionDraft("Ring ada@example.org")), "Ada")
    concern = desk.concerns.raise_concern(audit.id, "ST3", "Unsafe", "Ada")
    now = datetime(2026, 6, 1, tzinfo=UTC)
    desk.concerns.record_contact(concern.id, "Priya Shah", now, "Log no 123456 made", "Ada")
    assert _places(desk, audit) == [
        ("ST3, evidence", "BL9…", Kind.POSTCODE),
        ("The whole audit, what was done well", "Nor…", Kind.SCHOOL),
        ("With the practitioner and the child, allocated worker", "077…", Kind.PHONE),
        ("ST3, action", "ada…", Kind.EMAIL),
        ("ST3, concern", "123…", Kind.CRIME),
    ]
    tool = desk.auditing.tool_for(audit.id)
    found = desk.identifiers.of_audit(tool, desk.auditing.open(audit.id))
    assert [each.place.theme_id for each in found[1:3]] == [OVERALL, PRACTITIONER]
    desk.auditing.submit(audit.id, "Ada")
    (line,) = [
        each
        for each in desk.register.history.lines("audit", audit.id)
        if each.action == "submitted"
    ]
    assert json.loads(line.after or "")["identifiers"] == 5


def test_names_come_from_lists_drawn_files_former_staff_auditors_and_settings(
    desk: Desk,
    audit: Audit,
) -> None:
    def found(text: str) -> list[Kind]:
        return [mark.kind for mark in desk.identifiers.marks(text)]

    text = "Tranter, Okoro, Whitlock, Malik and Zielinska were told by Team North."
    assert found(text) == []
    with desk.register.transaction():
        for statement in _NAMED:
            desk.register.db.execute(statement)
        desk.register.db.execute(
            "UPDATE audits SET auditor = 'Rana Malik' WHERE id = ?", (audit.id,)
        )
    contact = EscalationContact("Team manager", "Ola Zielinska")
    settings = replace(desk.settings.get(), escalation_contacts=(contact,))
    desk.settings.save(settings)
    assert found(text) == [Kind.NAME] * 5


def test_a_register_that_was_closed_meanwhile_knows_nobody(desk: Desk) -> None:
    known = DeskIdentifiers(desk)
    assert known.names() is not NOBODY
    desk.register.close()
    assert known.names() is NOBODY


def test_what_is_said_to_be_none_is_kept_with_the_audit_and_not_counted(
    desk: Desk, audit: Audit
) -> None:
    full = fill(desk, audit)
    text = "Call 0161 496 0000 in MAY; bl9 0ab is the office, BL9  0AB."
    desk.auditing.save_answer(audit.id, replace(full.answers["ST3"], evidence=text), "Ada")
    tool = desk.auditing.tool_for(audit.id)
    phone, *codes = desk.identifiers.of_audit(tool, desk.auditing.open(audit.id))
    assert {each.key for each in codes} == {(Kind.POSTCODE, "bl9 0ab")}
    for is_none in (True, False, True, True):
        desk.identifiers.say(audit.id, codes[0].key, "Ada", is_none=is_none)
    assert desk.identifiers.not_ones(audit.id) == {codes[0].key}
    said = [line.action for line in desk.register.history.lines("audit", audit.id)]
    assert [each for each in said if each.startswith("said")] == [
        "said is no identifier",
        "said is an identifier",
        "said is no identifier",
    ]
    round_ = desk.rounds.lines()[0].round
    found = desk.identifiers.of_round(round_, tool, [desk.auditing.open(audit.id)])
    assert [each.sentence.endswith("(said to be none)") for each in found] == [False, True]
    desk.auditing.submit(audit.id, "Ada")
    submitted = desk.register.history.lines("audit", audit.id)[-1]
    assert json.loads(submitted.after or "")["identifiers"] == 1
    assert phone.key not in desk.identifiers.not_ones(audit.id)
