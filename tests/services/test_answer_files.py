"""An answers file fills an audit whole or not at all, and says what is wrong with it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.applicability import applicable
from audit_desk.domain.audit import OVERALL, Absence, Audit, AuditState, Grade
from audit_desk.domain.audit_tool import PartKind
from audit_desk.domain.completeness import gaps
from audit_desk.domain.follow_up import submit_gaps
from audit_desk.domain.independence import Statement
from audit_desk.domain.practitioner import contribution_gaps
from audit_desk.errors import UserError
from audit_desk.paths import database_file, resource
from audit_desk.services.answer_files import FORMAT, FilledAudit, read_answers
from audit_desk.services.desk import Desk
from audit_desk.services.registers import check
from audit_desk.services.sampling import DrawRequest

EXAMPLE = database_file("sample", "answers-example.json")
HELP = resource("help", "answers-file.md")


@pytest.fixture
def audit(desk: Desk) -> Audit:
    """An audit of a child with missing episodes."""
    round_ = desk.rounds.create("Spring", by="Ada")
    desk.sampling.draw(round_, DrawRequest(40, 1), "Ada")
    audits = desk.rounds.audits(round_.id)
    return next(each for each in audits if each.facts["missing_episodes"])


def written(folder: Path, content: object) -> Path:
    path = folder / "answers.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def answers_file(**content: Any) -> dict[str, Any]:
    return {"format": FORMAT, **content}


def filled(folder: Path, **content: Any) -> FilledAudit:
    return read_answers(written(folder, answers_file(**content)))


def fill(desk: Desk, audit: Audit, content: FilledAudit, *, submit: bool = False) -> Audit:
    return desk.fills.fill("Spring", audit.reference, content, by="Ada", submit=submit)


# ------------------------------------------------------------------ the example


def test_the_example_is_a_whole_audit_that_can_be_submitted(desk: Desk, audit: Audit) -> None:
    example = read_answers(EXAMPLE)
    assert fill(desk, audit, example, submit=True).state is AuditState.SUBMITTED
    full = desk.auditing.open(audit.id)
    tool = desk.tools.newest("complex-safeguarding")
    assert gaps(tool, full.answers, full.judgements, audit.facts) == ()
    asked = {question.id for question in applicable(tool, full.answers, audit.facts)}
    assert set(full.answers) == asked
    assert all(answer.evidence for answer in full.answers.values())
    assert set(full.judgements) == {*(theme.id for theme in tool.themes), OVERALL}
    assert desk.concerns.open_concerns() == ()
    assert check(desk.register).faults == ()


def test_the_example_shows_every_kind_of_thing(desk: Desk) -> None:
    example = read_answers(EXAMPLE)
    tool = desk.tools.newest()
    values = {answer.value for answer in example.answers} - {""}
    assert values >= {"1", "2", "3", "yes", "partly", "safe"}
    assert any(answer.absence for answer in example.answers)
    kinds = {
        tool.question(answer.question_id).part(part).kind
        for answer in example.answers
        for part in answer.parts
    }
    assert kinds == set(PartKind)
    assert any(judgement.rationale for judgement in example.judgements)


# ------------------------------------------------------------------ what is understood


@pytest.mark.parametrize(
    ("spelled", "value"),
    [
        *(("Outstanding", "1"), ("good", "2"), ("REQUIRES  IMPROVEMENT", "3"), ("Inadequate", "4")),
        *(("O", "1"), ("g", "2"), ("RI", "3"), ("i", "4")),
        *((1, "1"), ("2", "2"), (" 3 ", "3")),
        *(("Yes", "yes"), ("partly", "partly"), ("UNSURE", "unsure")),
    ],
)
def test_an_answer_may_be_spelled_in_every_usual_way(
    tmp_path: Path, spelled: object, value: str
) -> None:
    (answer,) = filled(tmp_path, answers={"ST3": {"answer": spelled}}).answers
    assert (answer.value, answer.absence) == (value, None)


@pytest.mark.parametrize("absence", list(Absence))
@pytest.mark.parametrize("blank", [" ", "_"])
def test_an_absence_may_be_written_with_blanks_or_as_stored(
    tmp_path: Path, absence: Absence, blank: str
) -> None:
    word = absence.value.replace("_", blank).title()
    (answer,) = filled(tmp_path, answers={"ST3": {"answer": word}}).answers
    assert (answer.value, answer.absence) == ("", absence)


def test_parts_keep_their_stored_form_and_empty_ones_are_left_out(tmp_path: Path) -> None:
    parts = {
        "attempts": 2,
        "returned": "2026-03-02T18:40",
        "offered": "",
        "outcome": None,
        "some": ["police", "health"],
        "none": [],
    }
    (answer,) = filled(tmp_path, answers={"RH1": {"parts": parts}}).answers
    assert answer.parts == {
        "attempts": "2",
        "returned": "2026-03-02T18:40",
        "some": "police|health",
    }


def test_everything_may_be_left_out_or_null(tmp_path: Path) -> None:
    assert filled(tmp_path) == FilledAudit((), ())
    assert filled(tmp_path, answers=None, judgements=None) == FilledAudit((), ())
    empty = {"answer": None, "evidence": None, "parts": None}
    (answer,) = filled(tmp_path, answers={"ST3": empty}).answers
    assert not answer.is_given
    (judgement,) = filled(tmp_path, judgements={"overall": {"grade": None}}).judgements
    assert judgement.grade is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_does_no_harm(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "answers.json"
    content = answers_file(judgements={"overall": {"grade": "G", "strengths": "Näher"}})
    path.write_text(json.dumps(content, ensure_ascii=False), encoding=encoding)
    (judgement,) = read_answers(path).judgements
    assert (judgement.grade, judgement.strengths) == (Grade.GOOD, "Näher")


def test_a_part_of_an_audit_can_be_filled_and_the_rest_later(
    desk: Desk, audit: Audit, tmp_path: Path
) -> None:
    first = filled(tmp_path, answers={"ST3": {"answer": "Good"}})
    assert fill(desk, audit, first).state is AuditState.IN_PROGRESS
    again = filled(tmp_path, answers={"WI2": {"answer": "G"}})
    fill(desk, audit, again)
    assert set(desk.auditing.open(audit.id).answers) == {"ST3", "WI2"}
    lines = desk.register.history.count()
    fill(desk, audit, again)
    assert desk.register.history.count() == lines


def test_a_list_of_events_is_kept_in_order_and_the_same_list_is_no_change(
    desk: Desk, audit: Audit, tmp_path: Path
) -> None:
    rows = [{"held": "2026-03-02", "by": "Manager"}, {}, {"by": None, "held": "2026-01-05"}]
    fill(desk, audit, filled(tmp_path, answers={"SU1": {"parts": {"supervisions": rows}}}))
    stored = desk.auditing.open(audit.id).answers["SU1"].parts["supervisions"]
    assert stored == '[{"held":"2026-01-05"},{"by":"Manager","held":"2026-03-02"}]'
    lines = desk.register.history.count()
    rows.reverse()
    fill(desk, audit, filled(tmp_path, answers={"SU1": {"parts": {"supervisions": rows}}}))
    assert desk.register.history.count() == lines


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
    with pytest.raises(UserError, match="cannot be read"):
        read_answers(tmp_path)
    with pytest.raises(UserError, match="cannot be read"):
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


# ------------------------------------------------------------------ the help page


def test_the_help_pages_example_is_one_that_can_be_read(
    desk: Desk, audit: Audit, tmp_path: Path
) -> None:
    text = HELP.read_text(encoding="utf-8")
    example = text.split("```json")[1].split("```")[0]
    content = read_answers(written(tmp_path, example))
    assert len(content.answers) >= 4
    fill(desk, audit, content)


def test_the_help_page_names_every_key_and_word_of_the_form(desk: Desk) -> None:
    text = HELP.read_text(encoding="utf-8")
    words = ["format", "answers", "judgements", "answer", "evidence", "parts", "grade", OVERALL]
    words += ["rationale", "strengths", "improvements", "lived_experience", FORMAT, "--submit"]
    words += [absence.label.lower() for absence in Absence]
    words += [word for grade in Grade for word in (grade.label, f"`{grade.letters}`")]
    words += ["yes", "partly", "no", "safe", "unsure", "unsafe"]
    words += ["actions", "change", "owner", "due", "same_as", "none_because"]
    words += [theme.id for theme in desk.tools.newest().themes]
    for word in words:
        assert word in text, word


def test_a_declaration_in_the_file_is_the_auditors(
    desk: Desk, audit: Audit, tmp_path: Path
) -> None:
    assert not filled(tmp_path).independent
    fill(desk, audit, filled(tmp_path, independent=True))
    record = desk.independence.record(audit.id)
    assert record.statement("Ada") is Statement.INDEPENDENT
    with pytest.raises(UserError, match="had a part"):
        filled(tmp_path, independent=False)
    for wrong in ("yes", 1):
        with pytest.raises(UserError, match="neither true nor false"):
            filled(tmp_path, independent=wrong)
