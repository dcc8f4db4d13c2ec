"""An answers file fills an audit whole or not at all, and says what is wrong with it."""

import json
from pathlib import Path

import pytest

from audit_desk.domain.applicability import applicable
from audit_desk.domain.audit import OVERALL, Absence, Audit, AuditState, Grade
from audit_desk.domain.audit_tool import PartKind
from audit_desk.domain.completeness import gaps
from audit_desk.domain.independence import Statement
from audit_desk.errors import UserError
from audit_desk.services.answer_files import FORMAT, FilledAudit, read_answers
from audit_desk.services.desk import Desk
from audit_desk.services.registers import check
from tests.services.answers_file import (
    EXAMPLE,
    HELP,
    answers_file,
    audit_to_fill,  # noqa: F401 - the fixture is used by name
    fill,
    filled,
    written,
)

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
