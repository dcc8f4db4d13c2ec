"""What is still open before an audit can be submitted."""

import pytest

from audit_desk.domain.audit import OVERALL, Absence, Answer, Grade, Judgement
from audit_desk.domain.audit_tool import (
    AnswerKind,
    AuditTool,
    Condition,
    Part,
    PartKind,
    Question,
    Theme,
    ToolStatus,
)
from audit_desk.domain.completeness import (
    Gap,
    gaps,
    is_answered,
    is_in_part,
    is_judged,
    progress,
)
from audit_desk.services.tool_files import bundled_tools


def question(
    question_id: str,
    kind: AnswerKind = AnswerKind.GRADE,
    *,
    moderator: bool = False,
    when: tuple[Condition, ...] = (),
) -> Question:
    return Question(
        id=question_id,
        wording="How well?",
        kind=kind,
        guidance="",
        sources=(),
        parts=(Part("held", "Held", PartKind.MOMENT),),
        for_moderator=moderator,
        applies_when=when,
    )


FACTS = question("ST1", AnswerKind.FACTS)
YES_NO = question("ST2", AnswerKind.YES_PARTLY_NO)
GRADED = question("ST3")
SAFE_NOW = question("X9", AnswerKind.SAFETY)
REPEAT = question("ST6", when=(Condition(case="missing", any_of=("yes",)),))
MODERATOR = question("X10", AnswerKind.YES_PARTLY_NO, moderator=True)
MEETINGS = Theme("st", "Strategy meetings", "", (FACTS, YES_NO, GRADED, REPEAT, MODERATOR))
TOOL = AuditTool("t", 1, ToolStatus.DRAFT, "T", "", (), (MEETINGS,))

ANSWERS = {
    "ST1": Answer("ST1", parts={"held": "2026-03-02"}),
    "ST2": Answer("ST2", "yes"),
    "ST3": Answer("ST3", "2"),
    "ST6": Answer("ST6", "2"),
}
JUDGEMENTS = {
    "st": Judgement("st", Grade.GOOD, suggested=Grade.GOOD),
    OVERALL: Judgement(OVERALL, Grade.GOOD, suggested=Grade.GOOD),
}


def without(question_id: str) -> dict[str, Answer]:
    return {key: answer for key, answer in ANSWERS.items() if key != question_id}


def test_a_complete_audit_has_no_gaps() -> None:
    assert gaps(TOOL, ANSWERS, JUDGEMENTS, {}) == ()
    assert progress(MEETINGS, ANSWERS, {}) == (4, 4)


def test_an_empty_audit_names_everything_in_reading_order() -> None:
    assert gaps(TOOL, {}, {}, {}) == (
        Gap("st", "ST1", "ST1 is not answered yet."),
        Gap("st", "ST2", "ST2 is not answered yet."),
        Gap("st", "ST3", "ST3 is not answered yet."),
        Gap("st", "ST6", "ST6 is not answered yet."),
        Gap("st", "", "Strategy meetings: the judgement is not decided yet."),
        Gap(OVERALL, "", "Overall: the judgement is not decided yet."),
    )
    assert progress(MEETINGS, {}, {}) == (0, 4)


def test_what_does_not_apply_is_not_missed() -> None:
    assert gaps(TOOL, without("ST6"), JUDGEMENTS, {"missing": "no"}) == ()
    assert progress(MEETINGS, ANSWERS, {"missing": "no"}) == (3, 3)
    assert progress(MEETINGS, without("ST6"), {"missing": "yes"}) == (3, 4)


@pytest.mark.parametrize(
    ("of", "answer", "answered"),
    [
        (FACTS, None, False),
        (FACTS, Answer("ST1"), False),
        (FACTS, Answer("ST1", parts={"held": " "}), False),
        (FACTS, Answer("ST1", parts={"held": "2026-03-02"}), True),
        (FACTS, Answer("ST1", absence=Absence.NOT_EVIDENCED), True),
        (GRADED, Answer("ST3", "4"), True),
        (GRADED, Answer("ST3", absence=Absence.NOT_APPLICABLE), True),
        (GRADED, Answer("ST3", parts={"held": "2026-03-02"}), False),
        (GRADED, Answer("ST3", evidence="Seen."), False),
        (YES_NO, Answer("ST2", "no"), True),
        (SAFE_NOW, Answer("X9", absence=Absence.NOT_EVIDENCED), True),
        (SAFE_NOW, Answer("X9", absence=Absence.NOT_APPLICABLE), False),
    ],
)
def test_an_answer_is_a_main_answer_an_absence_or_for_facts_a_part(
    of: Question, answer: Answer | None, answered: bool
) -> None:
    assert is_answered(of, answer) is answered


@pytest.mark.parametrize(
    ("answer", "words"),
    [(Answer("ST3", "4"), "Inadequate"), (Answer("ST3", "1", evidence=" \n"), "Outstanding")],
)
def test_an_answer_without_the_evidence_it_demands_is_a_gap(answer: Answer, words: str) -> None:
    answers = {**ANSWERS, "ST3": answer}
    first = gaps(TOOL, answers, JUDGEMENTS, {})[0]
    assert first == Gap("st", "ST3", f"ST3 is answered “{words}”: say what you saw on file.")


def test_a_no_demands_evidence_and_is_content_with_it() -> None:
    no = Answer("ST2", "no")
    said = Answer("ST2", "no", evidence="Health was not invited.")
    assert gaps(TOOL, {**ANSWERS, "ST2": no}, JUDGEMENTS, {})[0].sentence == (
        "ST2 is answered “No”: say what you saw on file."
    )
    assert gaps(TOOL, {**ANSWERS, "ST2": said}, JUDGEMENTS, {}) == ()


def test_a_judgement_that_differs_needs_its_reason() -> None:
    other = {**JUDGEMENTS, "st": Judgement("st", Grade.INADEQUATE, suggested=Grade.GOOD)}
    found = gaps(TOOL, ANSWERS, other, {})
    assert (
        Gap("st", "", "Strategy meetings: Inadequate differs from the suggestion; say why.")
        in found
    )
    why = Judgement("st", Grade.INADEQUATE, "The plan failed.", suggested=Grade.GOOD)
    overall = Judgement(OVERALL, Grade.INADEQUATE, suggested=Grade.INADEQUATE)
    assert gaps(TOOL, ANSWERS, {"st": why, OVERALL: overall}, {}) == ()


def test_a_suggestion_that_changed_since_the_decision_asks_again() -> None:
    changed = {
        **ANSWERS,
        "ST3": Answer("ST3", "3", evidence="Late."),
        "ST6": Answer("ST6", "3", evidence="Generic."),
    }
    found = gaps(TOOL, changed, JUDGEMENTS, {})
    assert [gap.sentence for gap in found] == [
        "Strategy meetings: Good differs from the suggestion; say why."
    ]


def test_what_was_recorded_as_an_override_keeps_asking_for_its_reason() -> None:
    # The suggestion has come round to the grade; the report still counts an override.
    recorded = {**JUDGEMENTS, "st": Judgement("st", Grade.GOOD, suggested=Grade.INADEQUATE)}
    assert [gap.theme_id for gap in gaps(TOOL, ANSWERS, recorded, {})] == ["st"]


def test_the_overall_judgement_needs_its_reason_too() -> None:
    other = {**JUDGEMENTS, OVERALL: Judgement(OVERALL, Grade.OUTSTANDING, suggested=Grade.GOOD)}
    assert gaps(TOOL, ANSWERS, other, {}) == (
        Gap(OVERALL, "", "Overall: Outstanding differs from the suggestion; say why."),
    )


def test_a_judgement_that_rests_on_no_graded_answer_needs_its_reason() -> None:
    unseen = {key: Answer(key, absence=Absence.NOT_EVIDENCED) for key in ANSWERS}
    judged = {
        "st": Judgement("st", Grade.INADEQUATE),
        OVERALL: Judgement(OVERALL, Grade.INADEQUATE),
    }
    assert gaps(TOOL, unseen, judged, {}) == (
        Gap("st", "", "Strategy meetings: Inadequate rests on no graded answer; say why."),
    )
    judged["st"] = Judgement("st", Grade.INADEQUATE, "There is no record of any meeting.")
    assert gaps(TOOL, unseen, judged, {}) == ()


@pytest.mark.parametrize(
    ("absences", "judged"),
    [
        ((Absence.NOT_APPLICABLE, Absence.NOT_APPLICABLE), False),
        ((Absence.NOT_APPLICABLE, Absence.NOT_ACCESSIBLE), False),
        ((Absence.NOT_APPLICABLE, Absence.NOT_EVIDENCED), True),
        ((Absence.NOT_APPLICABLE, None), True),
    ],
)
def test_a_theme_with_nothing_to_rest_on_is_not_judged(
    absences: tuple[Absence, Absence | None], judged: bool
) -> None:
    of = Theme("rhi", "Return home interviews", "", (GRADED, YES_NO, MODERATOR))
    answers = {"ST3": Answer("ST3", absence=absences[0])}
    if absences[1] is not None:
        answers["ST2"] = Answer("ST2", absence=absences[1])
    assert is_judged(of, answers, {}) is judged


def test_a_theme_that_does_not_apply_leaves_only_the_whole_to_judge() -> None:
    of = AuditTool(
        "t", 1, ToolStatus.DRAFT, "T", "", (), (Theme("rhi", "Missing", "", (REPEAT, MODERATOR)),)
    )
    found = gaps(of, {}, {}, {"missing": "no"})
    assert [(gap.theme_id, gap.question_id) for gap in found] == [(OVERALL, "")]


@pytest.mark.parametrize(
    ("answer", "in_part"),
    [
        (Answer("RH1", parts={"episode": "yes"}), True),
        (Answer("RH1", parts={"episode": "no"}), False),
        (Answer("RH1", parts={"episode": "no", "outcome": "not_yet_due"}), False),
        (Answer("RH1", parts={"returned": "2026-03-02", "outcome": "not_offered"}), False),
        (Answer("RH1", parts={"returned": "2026-03-02", "outcome": "held"}), True),
        (Answer("RH1", parts={"returned": "2026-03-02", "interviewed": "2026-03-04"}), False),
        (Answer("RH1", absence=Absence.NOT_EVIDENCED), False),
        (Answer("ST2", "yes"), True),
        (Answer("ST2", "no"), False),
        (Answer("ST2", "yes", parts={"contributors": "police"}), False),
        (Answer("ST3", "2"), False),
    ],
)
def test_an_answer_whose_facts_are_missing_is_one_in_part(answer: Answer, in_part: bool) -> None:
    tool = max(bundled_tools(), key=lambda each: each.version)
    asked = tool.question(answer.question_id)
    facts = {"missing_episodes": "2"}
    assert is_in_part(tool, asked, {answer.question_id: answer}, facts) is in_part
