"""What stands beside the figures: late files, waiting children, overrides, the frame."""

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from audit_desk.domain.audit import (
    Answer,
    AuditState,
    FullAudit,
    Grade,
    Judgement,
)
from audit_desk.domain.clocks import Outcome
from audit_desk.domain.round import Round
from audit_desk.services.findings import compute_findings, findings_to_json
from tests.reports.example import (
    START,
    NoHolidays,
    make_audit,
    make_concerns,
    make_findings,
    on_purpose,
)
from tests.reports.example_tool import EXAMPLE_TOOL
from tests.services.figures import FRAME, RECEIPTS, audit, compute, with_answers, with_judgement

if TYPE_CHECKING:
    from audit_desk.domain.case import Facts


def test_late_files_stand_longest_first_with_the_rule_beside_them() -> None:
    def held(number: int, day: str) -> FullAudit:
        parts = {"known": "2026-02-02", "held": day, "minutes": day}
        return with_answers(audit(number), Answer("ST1", parts=parts))

    findings = compute([held(1, "2026-02-06"), held(2, "2026-02-20"), held(3, "2026-02-04")])
    clock = findings.clocks[1]

    assert [late.reference for late in clock.late] == ["CST-0002", "CST-0001"]
    assert clock.in_time.text == "1 of 3"
    assert "day 0" in clock.standard
    assert "bank holidays" in clock.standard
    assert sum(clock.counts.values()) == 3
    assert set(clock.counts) == set(Outcome)


def test_a_list_counts_each_child_by_its_worst_and_each_event_by_itself() -> None:
    def listed(number: int, *waits: int | None) -> FullAudit:
        rows = [
            {"back": f"2026-0{month}-10T10:00"}
            | ({} if days is None else {"seen": f"2026-0{month}-{10 + days}T10:00"})
            for month, days in enumerate(waits, start=1)
        ]
        return with_answers(audit(number), Answer("RH1", parts={"episodes": json.dumps(rows)}))

    audits = [listed(1, 1, 9, 2), listed(2, 3, None), listed(3, 1)]
    findings = compute([*audits, on_purpose(listed(4, 12)), with_answers(audit(5), Answer("RH1"))])
    clock = next(each for each in findings.clocks if each.clock_id == "rhi-every")

    assert clock.in_time.text == "1 of 2"
    assert clock.counts[Outcome.NO_RECORD] == 2, "one has an event without, one has no list"
    assert [late.result for late in clock.late] == ["2 of 3 in time; longest wait 9 days"]
    assert clock.events is not None
    assert clock.events.in_time.text == "4 of 5", "what was chosen on purpose stays out"
    assert clock.events.in_time.interval is None
    assert clock.events.counts[Outcome.NO_RECORD] == 1
    assert (clock.events.longest, clock.events.longest_in) == ("longest wait 9 days", "CST-0001")
    assert findings_to_json(findings)["clocks"][-1]["events"]["in_time"]["n"] == 4


def test_lists_that_nobody_filled_in_are_no_finding() -> None:
    findings = compute([with_answers(audit(1), Answer("RH1"))])
    clock = next(each for each in findings.clocks if each.clock_id == "rhi-every")
    assert clock.counts[Outcome.NO_RECORD] == 1
    assert not clock.is_used


def test_a_child_who_is_unsafe_in_an_unfinished_audit_is_seen() -> None:
    full = with_answers(audit(1), Answer("X3", "unsafe"))
    draft = replace(full, audit=replace(full.audit, state=AuditState.IN_PROGRESS))

    findings = compute([draft])

    assert findings.audits[0].safety == "unsafe"
    assert findings.safety["unsafe"] == 0


def test_overrides_are_listed_with_their_reason_and_counted_by_file() -> None:
    changed = Judgement("wise", Grade.GOOD, "Better since March.", suggested=Grade.INADEQUATE)
    plain = with_judgement(audit(10), replace(changed, suggested=Grade.GOOD))
    overridden = with_judgement(audit(11), changed)
    purposive = on_purpose(with_judgement(audit(15), changed))

    findings = compute([plain, overridden, purposive])

    assert [(each.reference, each.purposive) for each in findings.overrides] == [
        ("CST-0011", False),
        ("CST-0015", True),
    ]
    assert findings.overridden == 1
    assert findings.themes[1].overrides == 1


def test_open_concerns_stand_first() -> None:
    concerns = make_concerns(list(FRAME)[:12])
    findings = replace(make_findings(), concerns=())
    computed = compute_findings(
        organisation="",
        round_=Round("r", "Spring", "", "example", 3, START),
        tool=EXAMPLE_TOOL,
        audits=(),
        receipts=(),
        concerns=concerns,
        frame=(),
        holidays=NoHolidays(),
        last_change=START,
    )

    assert [each.is_open for each in computed.concerns] == [True, False]
    assert findings.concerns == ()


def test_the_sample_stands_beside_its_frame_in_bands() -> None:
    frame: list[Facts] = [{"age": 12}, {"age": 13}, {"age": 17, "missing": "Yes"}, {}]
    profiles = {each.field_label: each.rows for each in compute([], frame=frame).profiles}

    assert [(row.value, row.in_frame) for row in profiles["Age"]] == [
        ("10 to 12", 1),
        ("13 to 15", 1),
        ("16 to 17", 1),
        ("Not recorded", 1),
    ]
    assert [(row.value, row.in_frame) for row in profiles["Any missing episode"]] == [
        ("Yes", 1),
        ("Not recorded", 3),
    ]
    assert "Team" not in profiles


def test_intervals_stand_only_where_a_sample_was_drawn() -> None:
    audits = [make_audit(ref, FRAME[ref], n) for n, ref in enumerate(RECEIPTS[-1].drawn)]

    drawn = compute(audits, RECEIPTS)
    undrawn = compute(audits)

    assert drawn.overall.good_or_better.interval is not None
    assert undrawn.overall.good_or_better.interval is None


def test_json_has_plain_types_and_every_figure_of_a_share() -> None:
    findings = make_findings()
    document = findings_to_json(findings)

    assert json.loads(json.dumps(document)) == document
    assert json.dumps(document) == json.dumps(findings_to_json(make_findings()))
    share = document["overall"]["good_or_better"]
    assert list(share) == ["n", "of", "percent", "interval", "words"]
    assert share["of"] == findings.submitted
    assert len(document["receipts"]) == 2
