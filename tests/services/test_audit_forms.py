"""A form that went out and came back: nothing lost, nothing overwritten, plain refusals."""

import tempfile
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.app import FORM_WRITERS
from audit_desk.domain.audit import OVERALL, Absence, Answer, Audit, FullAudit, Grade, Judgement
from audit_desk.domain.audit_form import AuditForm
from audit_desk.domain.contribution import Role
from audit_desk.domain.follow_up import FollowUp
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.form_comparing import compare
from audit_desk.services.form_preview import ChangeKind
from audit_desk.services.form_reader import Place, read_form
from audit_desk.services.tool_files import bundled_tools
from tests.form_filling import fill, write
from tests.reports.example_form import an_audit, small_tool
from tests.services.conftest import TODAY
from tests.services.filled_form import ANSWERS, EPISODES, HEARD, JUDGED, PLANNED, form, here, kinds
from tests.services.test_auditing import audit

__all__ = ["audit", "form", "here"]


def test_a_form_that_nobody_touched_changes_nothing(here: Desk, form: Path, audit: Audit) -> None:
    found = here.forms.read_back(form)
    assert (found.changes, found.conflicts, found.faults) == ((), (), ())
    here.auditing.save_answer(audit.id, Answer("ST3", "4", evidence="Nobody asked."), "Ben")
    assert kinds(here.forms.read_back(form)) == {}, "the register's own change is no news"


def test_every_kind_of_field_comes_back_as_it_was_typed(
    here: Desk, form: Path, audit: Audit
) -> None:
    fill(
        form,
        {
            "ST2": "no",
            "ST3": None,
            "ST4": "Requires Improvement",
            "WI7": "Not accessible",
            "ST1.known": "26 Feb 2026 2.20pm",
            "ST1.held": datetime(2026, 3, 2, 10, 5),  # noqa: DTZ001 - as a spreadsheet has it
            "RH1.attempts": 3,
            "ST2.contributors|police": None,
            "ST2.contributors|youth_justice": "x",
            "overall grade": 3,
            "child on": "21/05/2026",
            "worker invited": "No",
            "ST4 due": "30/6/2027",
        },
        {
            "ST4": "The steps\nwere vague.",
            "ST1.waited_why": "No officer was free.",
            "overall lived_experience": "She felt talked about.",
            "worker why_not": "On leave.",
            "ST4 change": "Each step has a name and a time.",
            "ST4 owner": "Team manager",
            "ST2 none_because": "Health joined the next day.",
        },
    )
    first = Place("RH1 All missing episodes in the period"[:31].strip(), "B5")
    write(form, {first: "10/03/2026 23:30"})
    found = here.forms.read_back(form)
    assert found.faults == ()
    assert found.concerns
    assert kinds(found)["ST3"] is ChangeKind.TAKEN_OUT
    assert kinds(found)["ST4"] is ChangeKind.NEW
    assert kinds(found)["ST2"] is ChangeKind.CHANGED
    full = here.forms.apply(found, (), "Ada")
    answers = full.answers
    assert answers["ST1"].parts["known"] == "2026-02-26T14:20"
    assert answers["ST1"].parts["held"] == "2026-03-02T10:05"
    assert answers["ST1"].parts["waited_why"] == "No officer was free."
    assert answers["ST1"].parts["meeting"] == "held"
    assert (answers["ST2"].value, answers["ST2"].parts["contributors"]) == (
        "no",
        "health|youth_justice",
    )
    assert answers["ST2"].evidence == ANSWERS[1].evidence
    assert not answers["ST3"].is_given
    assert answers["ST4"] == Answer("ST4", "3", evidence="The steps\nwere vague.")
    assert answers["WI7"].absence is Absence.NOT_ACCESSIBLE
    assert answers["RH1"].parts["attempts"] == "3"
    assert answers["RH1"].parts["episodes"] == (
        EPISODES[:-1] + ',{"missing_from":"2026-03-10T23:30"}]'
    )
    assert full.judgements[OVERALL].grade is Grade.REQUIRES_IMPROVEMENT
    assert full.judgements[OVERALL].lived_experience == "She felt talked about."
    assert full.judgements["strategy-meetings"].strengths == JUDGED.strengths
    assert full.contributions[Role.CHILD] == replace(HEARD, on=date(2026, 5, 21))
    assert full.contributions[Role.WORKER].why_not == "On leave."
    assert here.actions.follow_ups(audit.id) == {
        "ST2": FollowUp("ST2", none_because="Health joined the next day."),
        "ST4": FollowUp("ST4", PLANNED),
    }
    lines = here.register.history.lines("audit", audit.id)
    taken = [line.after for line in lines if line.action == "took over a form"]
    assert len(taken) == 1
    assert "ST4 evidence" in str(taken)
    assert kinds(here.forms.read_back(form)) == {}, "read twice, nothing is left to do"


def test_what_both_changed_is_shown_and_the_register_stays_unless_a_person_says_so(
    here: Desk, form: Path, audit: Audit
) -> None:
    fill(form, {"ST3": "Inadequate", "ST2": "Yes"}, {"ST3": "Seen on the form."})
    here.auditing.save_answer(audit.id, Answer("ST3", "1", evidence="Seen here."), "Ben")
    found = here.forms.read_back(form)
    assert [(c.field.key, c.before_words, c.after_words) for c in found.conflicts] == [
        ("ST3", "Outstanding", "Inadequate"),
        ("ST3 evidence", "Seen here.", "Seen on the form."),
    ]
    kept = here.forms.apply(found, (), "Ada")
    assert kept.answers["ST3"] == Answer("ST3", "1", evidence="Seen here.")
    assert kept.answers["ST2"].value == "yes"
    taken = here.forms.apply(here.forms.read_back(form), {"ST3"}, "Ada")
    assert taken.answers["ST3"] == Answer("ST3", "4", evidence="Seen here.")
    with pytest.raises(UserError, match="changed while the form was looked at"):
        here.forms.apply(found, (), "Ada")


def test_a_blank_form_never_takes_an_answer_out(here: Desk, audit: Audit, tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    tool = here.auditing.tool_for(audit.id)
    here.forms.write(here.forms.of_tool(tool), path)
    with pytest.raises(UserError, match="belongs to no audit"):
        here.forms.read_back(path)
    assert kinds(here.forms.read_back(path, audit.id)) == {}
    fill(path, {"ST3": "Good", "ST4": "Good", "ST2": "Yes"})
    assert kinds(here.forms.read_back(path, audit.id)) == {
        "ST4": ChangeKind.NEW,
        "ST2": ChangeKind.CONFLICT,
    }
    here.forms.write(here.forms.of_audit(audit.id, filled=False), path)
    assert kinds(here.forms.read_back(path)) == {}
    assert b"sent a letter" not in zipfile.ZipFile(path).read("xl/sharedStrings.xml")


def test_a_text_too_long_for_a_cell_stays_in_the_register(
    here: Desk, audit: Audit, tmp_path: Path
) -> None:
    long = "Seen. " * 6_000
    here.auditing.save_answer(audit.id, Answer("ST4", "3", evidence=long), "Ada")
    path = tmp_path / "long.xlsx"
    here.forms.write(here.forms.of_audit(audit.id, filled=True), path)
    fill(path, {"ST4": "Good"})
    full = here.forms.apply(here.forms.read_back(path), (), "Ada")
    assert full.answers["ST4"] == Answer("ST4", "2", evidence=long)


@settings(max_examples=4, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=6, max_size=6))
def test_any_text_comes_back_as_nothing_new(texts: list[str]) -> None:
    """Whatever characters a text has, a form that nobody touched changes nothing."""
    tool = small_tool(bundled_tools()[-1])
    answers = {
        key: Answer(key, evidence=text)
        for key, text in zip(("ST1", "ST2", "ST3"), texts, strict=False)
    }
    judged = Judgement(OVERALL, None, texts[3], texts[4], texts[5])
    full = FullAudit(an_audit(), answers, {OVERALL: judged})
    made = AuditForm(tool, "X", datetime(2026, 5, 4, tzinfo=UTC), full, "R", filled=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.xlsx"
        path.write_bytes(FORM_WRITERS[".xlsx"](made))
        found = compare(read_form(path), tool, full, {}, TODAY)
    assert (found.changes, found.conflicts, found.faults) == ((), (), ())
