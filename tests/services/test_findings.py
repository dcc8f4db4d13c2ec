"""What counts and what does not: the figures that a board will be shown."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.audit import (
    Absence,
    Answer,
    AuditState,
    Grade,
    Judgement,
)
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.findings import RECORDED
from audit_desk.domain.findings_contributions import RoleFindings
from tests.reports.example import (
    on_purpose,
    unread,
)
from tests.reports.example_tool import EXAMPLE_TOOL
from tests.services.figures import (
    NEVER_MISSING,
    OFTEN_MISSING,
    audit,
    compute,
    question,
    with_answers,
    with_judgement,
)


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
