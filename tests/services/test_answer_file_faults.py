"""What is wrong with an answers file is said in a sentence, and nothing of it is saved."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.audit import Audit, AuditState
from audit_desk.domain.follow_up import submit_gaps
from audit_desk.domain.practitioner import contribution_gaps
from audit_desk.errors import UserError
from audit_desk.services.answer_files import read_answers
from audit_desk.services.desk import Desk
from tests.services.answers_file import (
    EXAMPLE,
    answers_file,
    audit_to_fill,  # noqa: F401 - the fixture is used by name
    fill,
    filled,
    written,
)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"held": "2026-03-02"}, "police"], "SU1.supervisions, row 2"),
        ([{"held": ["2026-03-02"]}], "SU1.supervisions, row 1.held is neither"),
        ([{"held": "2/3/2026"}], "row 1, Held: “2/3/2026” is not a date like"),
        ([{"held": "2026-03-02", "where": "office"}], "row 1 has “where”; its columns are held"),
    ],
)
def test_a_list_with_a_fault_is_refused_with_its_row(
    desk: Desk, audit: Audit, tmp_path: Path, rows: list[Any], said: str
) -> None:
    with pytest.raises(UserError) as caught:
        fill(desk, audit, filled(tmp_path, answers={"SU1": {"parts": {"supervisions": rows}}}))
    assert said in str(caught.value)
    assert desk.auditing.open(audit.id).answers == {}


# ------------------------------------------------------------------ bad files


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "line 1, column 1"),
        ("{", "line 1"),
        ('{"format": "audit-desk-answers/1",}', "not JSON"),
        ("[]", "not a JSON object"),
        ("null", "not a JSON object"),
        ('"text"', "not a JSON object"),
        ({}, "not an answers file"),
        ({"format": "audit-desk-answers/2"}, "not an answers file"),
        ({"format": ["audit-desk-answers/1"]}, "not an answers file"),
        (answers_file(extra=1), "“extra” is not known"),
        (answers_file(answers=[]), "“answers” is not a JSON object"),
        (answers_file(judgements="Good"), "“judgements” is not a JSON object"),
        (answers_file(answers={"ST3": "Good"}), "“ST3” is not a JSON object"),
        (answers_file(answers={"ST3": {"grade": "Good"}}), "ST3: “grade” is not known"),
        (answers_file(answers={"ST3": {"answer": True}}), "ST3: “answer” is neither"),
        (answers_file(answers={"ST3": {"answer": 2.0}}), "ST3: “answer” is neither"),
        (answers_file(answers={"ST3": {"answer": ["Good"]}}), "ST3: “answer” is neither"),
        (answers_file(answers={"ST3": {"evidence": 7}}), "ST3: “evidence” is not a text"),
        (answers_file(answers={"ST1": {"parts": []}}), "“ST1 parts” is not a JSON object"),
        (answers_file(answers={"ST1": {"parts": {"held": True}}}), "ST1.held is neither"),
        (answers_file(answers={"ST1": {"parts": {"held": 1.5}}}), "ST1.held is neither"),
        (answers_file(answers={"ST1": {"parts": {"held": {"on": "x"}}}}), "ST1.held is neither"),
        (answers_file(answers={"ST2": {"parts": {"contributors": [["police"]]}}}), "each of its"),
        (answers_file(answers={"ST2": {"parts": {"contributors": [1]}}}), "each of its choices"),
        (answers_file(judgements={"overall": "Good"}), "“overall” is not a JSON object"),
        (answers_file(judgements={"overall": {"grade": "Adequate"}}), "“adequate” is not a grade"),
        (answers_file(judgements={"overall": {"grade": 5}}), "“5” is not a grade"),
        (answers_file(judgements={"overall": {"grade": [2]}}), "overall: “grade” is neither"),
        (answers_file(judgements={"overall": {"why": "x"}}), "overall: “why” is not known"),
        (answers_file(judgements={"overall": {"rationale": 3}}), "“rationale” is not a text"),
        ('{"format": "audit-desk-answers/1", "answers": {"ST3": {}, "ST3": {}}}', "stands twice"),
        ('{"format": "audit-desk-answers/1", "answers": ' + "9" * 5000 + "}", "of a size"),
        ("[" * 200_000, "of a size"),
    ],
)
def test_a_file_of_another_form_is_refused_in_a_sentence(
    tmp_path: Path, content: object, said: str
) -> None:
    with pytest.raises(UserError) as refused:
        read_answers(written(tmp_path, content))
    assert said in str(refused.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_bytes(json.dumps(answers_file()).encode("utf-16"))
    with pytest.raises(UserError, match="UTF-8"):
        read_answers(path)
    with pytest.raises(UserError, match="is a folder"):
        read_answers(tmp_path)
    with pytest.raises(UserError, match="There is no file"):
        read_answers(tmp_path / "none.json")


def test_a_file_far_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    with path.open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(UserError, match="larger than 20 MB"):
        read_answers(path)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.floats(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["ST3", "answer", "parts", "grade", "held"]), inner)
        ),
    )
)
def test_no_content_breaks_the_reading(
    tmp_path_factory: pytest.TempPathFactory, content: object
) -> None:
    path = tmp_path_factory.mktemp("any") / "answers.json"
    for place in ("answers", "judgements"):
        written(path.parent, answers_file(**{place: content}))
        try:
            read_answers(path)
        except UserError as refused:
            assert refused.message  # noqa: PT017 - either outcome is fine, a crash is not


# ------------------------------------------------------------------ answers that cannot be


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"ST99": {"answer": "Good"}}, "no question ST99"),
        ({"ST3": {"answer": "yes"}}, "cannot be answered “yes”"),
        ({"ST3": {"answer": 5}}, "cannot be answered “5”"),
        ({"ST2": {"answer": "Good"}}, "cannot be answered “2”"),
        ({"ST1": {"answer": "yes"}}, "only its dates, counts and texts"),
        ({"ST1": {"parts": {"hold": "2026-03-02"}}}, "has no part “hold”"),
        ({"ST1": {"parts": {"held": "02/03/2026"}}}, "not a date like 2026-03-02"),
        ({"ST1": {"parts": {"held": "2026-03-02 18:40"}}}, "not a date like"),
        ({"ST1": {"parts": {"held": "2099-03-02"}}}, "in the future"),
        ({"ST1": {"parts": {"held": ["2026-03-02", "2026-03-03"]}}}, "not a date like"),
        ({"ST8": {"parts": {"circulated": "2026-03-02T10:00"}}}, "without a time"),
        ({"ST1": {"parts": {"meeting": "Yes"}}}, "is not one of held"),
        ({"ST1": {"parts": {"meeting": ["held", "not_needed"]}}}, "is not one of"),
        ({"ST2": {"parts": {"contributors": ["police", "nobody"]}}}, "“nobody” is not one of"),
        ({"RH9": {"parts": {"before": -1}}}, "not a whole number"),
        ({"RH9": {"parts": {"before": "three"}}}, "not a whole number"),
        ({"RH9": {"parts": {"before": "1" * 6000}}}, "not a whole number"),
        ({"RH1": {"parts": {"missing_from": "2026-03-05", "returned": "2026-03-02"}}}, "is before"),
        ({"ST3": {"answer": "G", "evidence": "x" * 200_001}}, "200,001 characters"),
        ({"ST3": {"answer": "G", "evidence": "a\x00b"}}, "cannot be saved"),
        ({"ST3": {"answer": "G", "evidence": "a\ud800b"}}, "cannot be saved"),
        ({"ST1": {"parts": {"waited_why": "a\ud800b"}}}, "cannot be saved"),
    ],
)
def test_an_impossible_answer_leaves_the_audit_as_it_was(
    desk: Desk, audit: Audit, tmp_path: Path, answers: dict[str, Any], said: str
) -> None:
    content = filled(tmp_path, answers={"X9": {"answer": "unsafe", "evidence": "Hurt."}, **answers})
    lines = desk.register.history.count()
    with pytest.raises(UserError) as refused:
        fill(desk, audit, content)
    assert said in str(refused.value)
    assert desk.register.history.count() == lines
    assert desk.auditing.open(audit.id).answers == {}
    assert desk.concerns.open_concerns() == ()


def test_an_unknown_theme_and_a_text_too_long_are_refused(
    desk: Desk, audit: Audit, tmp_path: Path
) -> None:
    for judgements, said in (
        ({"supervison": {"grade": "Good"}}, "no theme supervison"),
        ({"overall": {"strengths": "x" * 200_001}}, "200,001 characters"),
        ({"overall": {"strengths": "a\x00"}}, "cannot be saved"),
    ):
        with pytest.raises(UserError, match=said):
            fill(desk, audit, filled(tmp_path, judgements=judgements))
    assert desk.auditing.open(audit.id).judgements == {}


def test_an_incomplete_audit_is_not_submitted_and_nothing_of_it_is_saved(
    desk: Desk, audit: Audit, tmp_path: Path
) -> None:
    some = filled(tmp_path, answers={"ST3": {"answer": "Inadequate", "evidence": "Late."}})
    with pytest.raises(UserError, match="not complete") as told:
        fill(desk, audit, some, submit=True)
    given = {answer.question_id: answer for answer in some.answers}
    listed = [
        *submit_gaps(desk.auditing.tool_for(audit.id), given, {}, audit.facts, {}),
        *contribution_gaps({}),
    ]
    assert told.value.message.splitlines()[1:] == [gap.sentence for gap in listed]
    assert any(gap.sentence.startswith("ST3: say what will be done") for gap in listed)
    assert desk.auditing.open(audit.id).audit.state is AuditState.NOT_STARTED


def test_a_submitted_audit_is_not_filled_again(desk: Desk, audit: Audit, tmp_path: Path) -> None:
    fill(desk, audit, read_answers(EXAMPLE), submit=True)
    with pytest.raises(UserError, match="submitted and locked"):
        fill(desk, audit, filled(tmp_path, answers={"ST3": {"answer": "RI"}}))


def test_the_round_and_the_case_have_to_be_there(desk: Desk, audit: Audit, tmp_path: Path) -> None:
    nothing = filled(tmp_path)
    with pytest.raises(UserError, match="no round called Autumn"):
        desk.fills.fill("Autumn", audit.reference, nothing, by="Ada", submit=False)
    with pytest.raises(UserError, match=r"CST-9999 is not in Spring.* It has CST-.* …"):
        desk.fills.fill("Spring", "CST-9999", nothing, by="Ada", submit=False)
    desk.rounds.create("Empty", by="Ada")
    with pytest.raises(UserError, match="Draw its sample first"):
        desk.fills.fill("Empty", audit.reference, nothing, by="Ada", submit=False)
    assert desk.fills.find("Spring", audit.reference.lower()).id == audit.id
