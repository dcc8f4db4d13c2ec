"""Versions in words: what differs is said, what does not differ is not, and no word is lost."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.audit import Absence, Answer, Grade, Judgement
from audit_desk.domain.audit_tool import AnswerKind, Option, Part, PartKind, Question
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.practitioner import contribution_faults, contribution_gaps, missing
from audit_desk.domain.version import Version, folded
from audit_desk.domain.written_words import (
    Change,
    Kept,
    answer_lines,
    contribution_lines,
    differences,
    judgement_lines,
)

EPISODES = Part(
    "episodes",
    "Episodes",
    PartKind.EVENTS,
    columns=(Part("returned", "Returned", PartKind.MOMENT), Part("note", "Note", PartKind.TEXT)),
)
QUESTION = Question(
    "ST1",
    "When?",
    AnswerKind.GRADE,
    "",
    (),
    parts=(
        Part("held", "Held", PartKind.MOMENT),
        Part("who", "Who came", PartKind.CHOICES, (Option("a", "Police"), Option("b", "Health"))),
        EPISODES,
    ),
)
TEXTS = st.text(st.sampled_from("ab \n.é"), max_size=40)


def test_an_answers_changes_are_in_the_words_of_the_page() -> None:
    before = Answer("ST1", "2", evidence="Thin.", parts={"held": "2026-03-02T18:40", "who": "a"})
    after = Answer(
        "ST1",
        absence=Absence.NOT_EVIDENCED,
        evidence="Thin.",
        parts={"who": "a|b", "episodes": '[{"note":"late","returned":"2026-03-02T18:40"}]'},
    )
    lines = answer_lines(QUESTION, before), answer_lines(QUESTION, after)
    assert [change.sentence for change in differences(*lines)] == [
        "Answer: “Good” became “Not evidenced”",
        "Who came: “Police” became “Police, Health”",
        "Episodes: “Returned 2 March 2026, 18:40; Note late”",
        "Held: taken out, it was “2 March 2026, 18:40”",
    ]
    assert differences(lines[0], lines[0]) == ()


def test_judgements_and_contributions_are_in_words_too() -> None:
    judged = judgement_lines(Judgement("t", Grade.GOOD, suggested=Grade.INADEQUATE, rationale="x"))
    assert [line.text for line in judged] == ["Good", "Inadequate", "x"]
    said = contribution_lines(Contribution(Role.CHILD, invited=False, why_not="Too soon."))
    assert [(line.label, line.text) for line in said] == [
        ("Invited", "No"),
        ("Why not", "Too soon."),
    ]


def test_a_list_tells_the_row_that_changed_from_those_that_stayed() -> None:
    change = Change("Episodes", "Returned 2 March\nReturned 9 March", "Returned 9 March")
    assert change.sentence == "Episodes: taken out “Returned 2 March”"
    back = Change("Episodes", change.after, f"{change.after}\nReturned 1 April")
    assert back.sentence == "Episodes: written “Returned 1 April”"
    assert [kept for kept, _ in back.pieces] == [Kept.SAME, Kept.ADDED]


@given(TEXTS, TEXTS, st.booleans())
@settings(max_examples=50)
def test_the_pieces_of_a_change_are_both_texts(before: str, after: str, prose: bool) -> None:
    pieces = Change("Evidence", before, after, prose).pieces
    assert "".join(text for kept, text in pieces if kept is not Kept.ADDED) == before
    assert "".join(text for kept, text in pieces if kept is not Kept.GONE) == after


def test_the_pauses_of_one_sitting_are_one_version_and_a_choice_never_is() -> None:
    at = datetime(2026, 5, 4, 14, 0, tzinfo=UTC)
    states = [
        Answer("ST3", "2"),
        Answer("ST3", "2", evidence="One"),
        Answer("ST3", "2", evidence="One two"),
        Answer("ST3", "3", evidence="One two"),
        Answer("ST3", "3", evidence="One two three"),
    ]
    versions = [
        Version(number, at + timedelta(minutes=number), "Ada", before, after)
        for number, (before, after) in enumerate(zip([None, *states], states, strict=False))
    ]
    assert [version.number for version in folded(versions)] == [0, 2, 3, 4]
    assert folded(versions)[1].before == states[0]
    another = [*versions[:2], replace(versions[2], who="Ben"), *versions[3:]]
    assert len(folded(another)) == 5
    later = [*versions[:2], replace(versions[2], at=at + timedelta(hours=1))]
    assert len(folded(later)) == 3


def test_each_of_them_is_asked_for_until_all_is_said() -> None:
    child = Contribution(Role.CHILD)
    steps = (
        (child, "Say whether the child or a carer was invited, and if not, why."),
        (replace(child, invited=False), "was invited, and if not, why"),
        (replace(child, invited=False, why_not="In hospital."), ""),
        (replace(child, invited=True), "took part"),
        (replace(child, invited=True, took_part=False), ""),
        (replace(child, invited=True, took_part=True, said="Ask me."), "when"),
        (replace(child, invited=True, took_part=True, on=date(2026, 5, 1)), "what they said"),
    )
    for made, sentence in steps:
        assert (sentence in missing(made)) if sentence else missing(made) == ""
    spoken = replace(child, invited=True, took_part=True, on=date(2026, 5, 1), said="Ask me.")
    assert "changed the audit" in missing(spoken)
    assert "what it changed" in missing(replace(spoken, changed=True, how=" "))
    assert missing(replace(spoken, changed=False)) == ""
    whole = {Role.CHILD: replace(spoken, changed=True, how="A grade.")}
    asked = [gap.sentence.split(" was ")[0] for gap in contribution_gaps(whole)]
    assert asked == ["Say whether the allocated worker", "Say whether the manager"]
    assert contribution_faults(replace(spoken, on=date(2026, 6, 2)), date(2026, 6, 1))
    assert contribution_faults(replace(spoken, said="x" * 300_000), date(2026, 6, 1))
    assert contribution_faults(spoken, date(2026, 6, 1)) == ()
