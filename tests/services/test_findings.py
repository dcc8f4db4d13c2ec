"""What counts and what does not: the figures that a board will be shown."""

import json
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.audit import (
    Absence,
    Answer,
    AuditState,
    FullAudit,
    Grade,
    Judgement,
)
from audit_desk.domain.case import Facts
from audit_desk.domain.clocks import Outcome
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.findings import RECORDED, Findings, QuestionFindings
from audit_desk.domain.findings_contributions import RoleFindings
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.round import Round
from audit_desk.services.findings import compute_findings, findings_to_json
from tests.reports.example import (
    START,
    NoHolidays,
    make_audit,
    make_concerns,
    make_findings,
    make_frame,
    make_receipts,
    on_purpose,
    unread,
)
from tests.reports.example_tool import EXAMPLE_TOOL

FRAME = make_frame()
RECEIPTS = make_receipts(FRAME)
NEVER_MISSING: Facts = {"missing_episodes": 0}
OFTEN_MISSING: Facts = {"missing_episodes": 4}


def compute(
    audits: Sequence[FullAudit], receipts: Sequence[Receipt] = (), frame: Sequence[Facts] = ()
) -> Findings:
    return compute_findings(
        organisation="Northbrook Council",
        round_=Round("r", "Spring", "", EXAMPLE_TOOL.id, 3, START),
        tool=EXAMPLE_TOOL,
        audits=audits,
        receipts=receipts,
        concerns=(),
        frame=frame,
        holidays=NoHolidays(),
        last_change=START,
    )


def audit(number: int, facts: Facts = OFTEN_MISSING) -> FullAudit:
    return make_audit(f"CST-{number:04}", facts, number)


def question(findings: Findings, question_id: str) -> QuestionFindings:
    return next(
        each
        for theme in findings.themes
        for each in theme.questions
        if each.question_id == question_id
    )


def with_answers(full: FullAudit, *answers: Answer) -> FullAudit:
    return replace(full, answers={**full.answers, **{each.question_id: each for each in answers}})


def with_judgement(full: FullAudit, judgement: Judgement) -> FullAudit:
    return replace(full, judgements={**full.judgements, judgement.theme_id: judgement})


def test_only_submitted_audits_of_drawn_cases_are_counted() -> None:
    counted = [audit(1), audit(2)]
    others = [on_purpose(audit(3)), unread(audit(4), AuditState.IN_PROGRESS)]

    alone, together = compute(counted), compute([*counted, *others])

    assert (together.drawn, together.submitted, together.purposive) == (3, 2, 1)
    assert together.safety == alone.safety
    assert together.clocks == alone.clocks
    for before, after in zip(alone.themes, together.themes, strict=True):
        assert after.spread == before.spread
        assert after.good_or_better == before.good_or_better
        assert after.questions == before.questions
        assert after.overrides == before.overrides


def test_words_from_a_file_chosen_on_purpose_are_shown_and_labelled() -> None:
    judgement = Judgement("wise", Grade.GOOD, strengths="Her own words lead the plan.")
    findings = compute([on_purpose(with_judgement(audit(3), judgement))])

    (strength,) = findings.themes[1].strengths

    assert strength.text == "Her own words lead the plan."
    assert strength.purposive


def test_only_those_who_were_invited_and_spoke_are_counted_as_heard() -> None:
    spoke = Contribution(
        Role.CHILD, invited=True, took_part=True, changed=True, how="A lower grade."
    )
    taken_back = replace(spoke, took_part=False)
    audits = [
        replace(audit(number), contributions={Role.CHILD: made} if made else {})
        for number, made in enumerate((spoke, taken_back, replace(spoke, invited=False), None), 1)
    ]
    aside = on_purpose(replace(audit(9), contributions={Role.CHILD: spoke}))

    found = compute([*audits, aside]).contributions

    assert found is not None
    child = found.roles[-1]
    assert (found.read, child.said, child.invited) == (4, 3, 2)
    assert (child.took_part, child.changed) == (1, 1)
    assert [(each.reference, each.purposive) for each in found.heard] == [
        ("CST-0001", False),
        ("CST-0009", True),
    ]
    assert compute([audits[3]]).contributions == replace(
        found, read=1, roles=tuple(RoleFindings(role, 0, 0, 0, 0) for role in Role), heard=()
    )


def test_a_question_that_does_not_fit_the_child_counts_as_not_applicable() -> None:
    findings = compute([audit(1, NEVER_MISSING), audit(2, OFTEN_MISSING)])

    found = question(findings, "RH3")

    assert found.not_applicable == 1
    assert found.favourable.of + found.not_evidenced + found.not_accessible == 1


def test_a_theme_without_a_fitting_question_is_not_applicable() -> None:
    never = with_judgement(audit(1, NEVER_MISSING), Judgement("rhi"))

    assert compute([never]).themes[2].spread.not_applicable == 1


def test_a_record_that_cannot_be_opened_is_never_counted_as_one_that_is_not_there() -> None:
    ids = [each.id for each in EXAMPLE_TOOL.theme("supervision").questions]

    def theme_with(absences: Sequence[Absence]) -> tuple[int, int]:
        answers = [Answer(q, absence=a) for q, a in zip(ids, absences, strict=True)]
        full = with_judgement(with_answers(audit(1), *answers), Judgement("supervision"))
        spread = compute([full]).themes[3].spread
        return spread.not_evidenced, spread.not_accessible

    shut, empty = Absence.NOT_ACCESSIBLE, Absence.NOT_EVIDENCED
    assert theme_with([shut, shut, shut, shut]) == (0, 1)
    assert theme_with([empty, shut, empty, empty]) == (1, 0)


def test_questions_for_the_moderator_are_not_findings() -> None:
    ids = {each.question_id for theme in compute([audit(1)]).themes for each in theme.questions}

    assert "X4" not in ids


def test_good_or_better_yes_and_safe_are_favourable() -> None:
    answers = (Answer("ST2", "yes"), Answer("ST3", "2"), Answer("X3", "safe"))
    others = (Answer("ST2", "partly"), Answer("ST3", "3"), Answer("X3", "unsure"))
    findings = compute([with_answers(audit(1), *answers), with_answers(audit(2), *others)])

    for question_id in ("ST2", "ST3", "X3"):
        assert question(findings, question_id).favourable.text == "1 of 2"
    assert findings.safety == {"safe": 1, "unsure": 1, "unsafe": 0}


def test_a_question_of_facts_has_no_share_and_counts_what_is_recorded() -> None:
    empty = with_answers(audit(2), Answer("WI1"))
    findings = compute(
        [with_answers(audit(1), Answer("WI1", parts={"started": "2026-01-05"})), empty]
    )

    found = question(findings, "WI1")

    assert found.counts == {RECORDED: 1}
    assert found.unanswered == 1
    assert found.favourable.of == 0


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


_VALUES = st.sampled_from(["", "1", "2", "3", "4", "yes", "partly", "no", "safe", "unsafe"])
_ANSWERS = st.builds(
    lambda value, absence: (value if absence is None else "", absence),
    _VALUES,
    st.none() | st.sampled_from(list(Absence)),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.lists(_ANSWERS, min_size=20, max_size=20), st.integers(0, 2)), max_size=6
    ),
    st.randoms(use_true_random=False),
)
def test_every_audit_is_counted_once_for_every_question_whatever_its_order(
    rows: list[tuple[list[tuple[str, Absence | None]], int]], random: object
) -> None:
    ids = [each.id for each in EXAMPLE_TOOL.questions()]
    audits = []
    for number, (answers, episodes) in enumerate(rows):
        given_answers = {
            q: Answer(q, value, absence) for q, (value, absence) in zip(ids, answers, strict=False)
        }
        base = audit(number, {"missing_episodes": episodes})
        audits.append(replace(base, answers=given_answers))
    shuffled = list(audits)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    findings = compute(audits)

    assert compute(shuffled) == findings
    for theme in findings.themes:
        spread = theme.spread
        absent = spread.not_evidenced + spread.not_accessible + spread.not_applicable
        assert spread.graded + absent + spread.unanswered == len(rows)
        for each in theme.questions:
            absent = each.not_evidenced + each.not_accessible + each.not_applicable
            assert sum(each.counts.values()) + absent + each.unanswered == len(rows)
