"""The tool for complex safeguarding holds its whole bank, in words that can be used."""

import re
from itertools import combinations

import pytest

from audit_desk.domain.audit import Absence, Answer, Answers
from audit_desk.domain.audit_tool import (
    AnswerKind,
    ClockUnit,
    PartKind,
    Question,
    ToolStatus,
)
from audit_desk.domain.clock_waiting import waits_for
from audit_desk.domain.clocks import Outcome, read_clocks
from tests.services.safeguarding_tool import BANK, HOLIDAYS, TOOL, parts

GRADED = [
    *("ST3", "ST4", "ST5", "ST6", "ST7"),
    *("WI2", "WI3", "WI4", "WI5", "WI6", "WI8"),
    *("RH3", "RH4", "RH5", "RH6", "RH7"),
    *("SU2", "SU3", "SU4", "SU5", "SU6"),
    *("X1", "X2", "X3", "X4", "X5"),
]
YES_PARTLY_NO = ["ST2", "WI7", "RH2", "RH8", "SU7", "SU8", "X6", "X7", "X8", "X10"]
FACTS = ["ST1", "ST8", "WI1", "RH1", "RH9", "SU1"]
CRITICAL = ["ST2", "ST4", "ST6", "WI4", "RH2", "RH5", "RH7", "SU4", "SU8", "X3", "X9"]


def every_text(question: Question) -> list[str]:
    texts = [question.wording, question.guidance, question.evidence, question.applies_note]
    texts += question.descriptors.by_grade() if question.descriptors else ()
    for part in question.parts:
        texts += [part.label, part.help, *(option.label for option in part.options)]
    texts += [source.finding for source in question.sources]
    return texts


def tool_texts() -> list[str]:
    texts = [TOOL.title, TOOL.purpose]
    for theme in TOOL.themes:
        texts += [theme.title, theme.about]
        texts += [text for question in theme.questions for text in every_text(question)]
    for clock in TOOL.clocks:
        texts += [clock.title, clock.standard, clock.source, clock.not_counted_label]
    return texts


def test_it_is_published_and_holds_the_whole_bank_in_order() -> None:
    assert (TOOL.id, TOOL.version, TOOL.status) == (
        "complex-safeguarding",
        3,
        ToolStatus.PUBLISHED,
    )
    assert {theme.id: [q.id for q in theme.questions] for theme in TOOL.themes} == BANK
    assert [theme.id for theme in TOOL.themes] == list(BANK)


def test_kinds_and_critical_questions_are_those_of_the_bank() -> None:
    def of_kind(kind: AnswerKind) -> list[str]:
        return [question.id for question in TOOL.questions() if question.kind is kind]

    assert of_kind(AnswerKind.GRADE) == GRADED
    assert of_kind(AnswerKind.YES_PARTLY_NO) == YES_PARTLY_NO
    assert of_kind(AnswerKind.FACTS) == FACTS
    assert of_kind(AnswerKind.SAFETY) == ["X9"]
    assert [question.id for question in TOOL.questions() if question.critical] == CRITICAL
    assert [question.id for question in TOOL.questions() if question.for_moderator] == ["X10"]


@pytest.mark.parametrize("question_id", GRADED)
def test_a_graded_question_has_four_real_and_different_descriptors(question_id: str) -> None:
    descriptors = TOOL.question(question_id).descriptors
    assert descriptors is not None
    texts = descriptors.by_grade()
    assert all(40 <= len(text) <= 400 and text.endswith(".") for text in texts)
    for one, other in combinations(texts, 2):
        shared = set(one.lower().split()) & set(other.lower().split())
        assert len(shared) < 0.6 * min(len(set(one.split())), len(set(other.split())))


def test_no_descriptor_stands_twice_in_the_tool() -> None:
    texts = [
        text
        for question in TOOL.questions()
        if question.descriptors
        for text in question.descriptors.by_grade()
    ]
    assert len(texts) == 4 * len(GRADED) == len(set(texts))


@pytest.mark.parametrize("question", TOOL.questions(), ids=lambda question: question.id)
def test_every_question_can_be_used(question: Question) -> None:
    sentences = re.findall(r"[.?!](?:\s|$)", question.guidance)
    assert 2 <= len(sentences) <= 5
    assert len(question.evidence) >= 40
    assert question.wording.endswith("?")
    assert question.sources
    for source in question.sources:
        assert source.finding.endswith(".")
        assert len(source.finding) >= 40


def test_the_guidance_of_every_question_is_its_own() -> None:
    guidance = [question.guidance for question in TOOL.questions()]
    evidence = [question.evidence for question in TOOL.questions()]
    assert len(set(guidance)) == len(guidance)
    assert len(set(evidence)) == len(evidence)


def test_every_document_is_drawn_on() -> None:
    cited = {source.document for question in TOOL.questions() for source in question.sources}
    assert cited == {document.id for document in TOOL.documents}


@pytest.mark.parametrize(
    "word",
    [
        r"refus\w*",
        r"abscond\w*",
        r"runaways?",
        r"risk (?:band|level|score|rating)s?",
        r"(?:high|medium|low)[ -]risk",
        r"fail\w* to engage",
        r"hard to reach",
        r"non-?complian\w*",
        r"prostitut\w*",
        r"lifestyle",
        r"risky behaviours?",
        r"putting (?:him|her|them)sel\w+ at risk",
    ],
)
def test_no_word_blames_a_child_or_bands_the_risk(word: str) -> None:
    found = [text for text in tool_texts() if re.search(rf"\b{word}\b", text, re.IGNORECASE)]
    assert found == []


def test_texts_are_tidy() -> None:
    for text in tool_texts():
        assert text == text.strip()
        assert "  " not in text
        assert "\n" not in text


def test_wise_is_not_asked_for_a_level() -> None:
    asked = [
        part for question in TOOL.theme("wise-assessments").questions for part in question.parts
    ]
    assert not [part for part in asked if re.search("level|band|score", part.id + part.label)]


def test_the_clocks_are_the_standards_of_the_field() -> None:
    limits = {clock.id: (clock.limit, clock.unit, clock.local) for clock in TOOL.clocks}
    assert limits == {
        "strategy-meeting-held": (1, ClockUnit.WORKING_DAYS, True),
        "strategy-record-circulated": (5, ClockUnit.WORKING_DAYS, True),
        "wise-completed": (4, ClockUnit.WEEKS, True),
        "wise-quality-assured": (5, ClockUnit.WORKING_DAYS, True),
        "wise-reviewed": (3, ClockUnit.MONTHS, True),
        "wise-updated-after-event": (5, ClockUnit.WORKING_DAYS, True),
        "return-interview-held": (72, ClockUnit.HOURS, False),
        "return-interviews-all": (72, ClockUnit.HOURS, False),
        "return-interview-reviewed": (3, ClockUnit.WORKING_DAYS, True),
        "supervision-interval": (4, ClockUnit.WEEKS, True),
        "supervision-gaps": (4, ClockUnit.WEEKS, True),
        "safeguarding-unit-review": (3, ClockUnit.MONTHS, True),
        "safeguarding-unit-review-gaps": (3, ClockUnit.MONTHS, True),
    }


def test_every_date_that_is_asked_for_in_pairs_feeds_a_clock() -> None:
    fed = {end for clock in TOOL.clocks for end in (clock.start, clock.stop, clock.until)}
    asked = {
        f"{question.id}.{part.id}"
        for question in TOOL.questions()
        for part in question.parts
        if part.kind in (PartKind.MOMENT, PartKind.DATE)
    }
    context = {"ST1.known", "ST8.written_up", "RH1.missing_from", "RH1.offered"}
    context |= {"SU7.held", "SU8.held", "SU8.closed"}
    assert asked - fed == context


def test_every_list_of_events_has_a_clock() -> None:
    lists = {
        f"{question.id}.{part.id}"
        for question in TOOL.questions()
        for part in question.parts
        if part.kind is PartKind.EVENTS
    }
    assert lists == {"RH1.episodes", "SU1.supervisions", "X7.reviews"}
    assert {clock.list_place for clock in TOOL.clocks} - {""} == lists
    assert all(clock.until for clock in TOOL.clocks if clock.times_gaps)


def test_dates_that_cannot_be_in_another_order_are_marked() -> None:
    ordered = {
        f"{question.id}.{part.id}": part.not_before
        for question in TOOL.questions()
        for part in question.parts
        if part.not_before
    }
    assert ordered == {
        "ST1.held": "known",
        "WI1.last_review": "version_before",
        "WI1.updated_after_event": "last_significant_event",
        "RH1.returned": "missing_from",
        "RH1.interviewed": "returned",
        "SU1.last_supervision": "previous_supervision",
        "X7.review": "counted_from",
    }


@pytest.mark.parametrize(
    "told",
    [
        {"stage": "not_yet_due", "cst_started": "2026-11-02"},
        {"stage": "overdue", "cst_started": "2026-03-02"},
        {
            "stage": "completed",
            "cst_started": "2026-10-12",
            "wise_completed": "2026-11-02",
            "review_state": "not_yet",
        },
    ],
)
def test_no_review_is_missing_that_is_not_due_yet(told: dict[str, str]) -> None:
    read = {each.clock_id: each for each in read_clocks(TOOL, parts(WI1=told), {}, HOLIDAYS)}
    reviewed = read["wise-reviewed"]
    assert (reviewed.outcome, reviewed.result) == (Outcome.NOT_APPLICABLE, "no review is due yet")
    overdue = read["wise-completed"].outcome is Outcome.NO_RECORD
    assert overdue == (told["stage"] == "overdue")


@pytest.mark.parametrize(
    ("clock_id", "answers", "waiting"),
    [
        ("wise-reviewed", parts(), ["WI1"]),
        (
            "wise-reviewed",
            parts(WI1={"stage": "completed"}),
            ["“Has a review of the WISE fallen due?”"],
        ),
        ("wise-reviewed", parts(WI1={"stage": "completed", "review_state": "due"}), []),
        ("wise-reviewed", {"WI1": Answer("WI1", absence=Absence.NOT_EVIDENCED)}, []),
        ("strategy-record-circulated", parts(ST1={"meeting": "held"}), ["ST8"]),
        ("strategy-record-circulated", parts(ST1={"meeting": "not_needed"}), []),
        ("return-interviews-all", parts(RH1={"episode": "yes"}), []),
    ],
)
def test_a_clock_waits_for_what_may_leave_it_out_before_it_finds_no_record(
    clock_id: str, answers: Answers, waiting: list[str]
) -> None:
    (clock,) = [each for each in TOOL.clocks if each.id == clock_id]
    assert list(waits_for(TOOL, clock, answers, {})) == waiting
