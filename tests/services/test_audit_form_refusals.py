"""What is wrong with a form that comes back is said by page and cell, and nothing is saved."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from audit_desk.domain.audit import Audit
from audit_desk.domain.form_fields import values_of
from audit_desk.domain.form_stamp import stamp_text
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.form_reader import read_form
from tests.form_filling import fill
from tests.services.filled_form import form, here, make_list, refuse, stamped
from tests.services.test_auditing import audit
from tests.services.test_auditing import fill as fill_all

__all__ = ["audit", "form", "here"]


def test_what_is_wrong_is_named_by_page_and_cell_and_nothing_is_saved(
    here: Desk, form: Path, audit: Audit
) -> None:
    before = values_of(here.auditing.open(audit.id), {})
    fill(
        form,
        {
            "ST3": "Brilliant",
            "ST1.known": "yesterday",
            "ST1.requested": "3/5",
            "ST1.held": 46083.5,
            "RH1.attempts": 2.5,
            "RH1.returned": "1/1/2030",
            "ST2.contributors|cst": "maybe",
            "ST4": "Good",
        },
    )
    found = here.forms.read_back(form)
    told = "\n".join(map(str, found.faults))
    assert re.search(
        r"Page “1 Strategy meetings”, cell D\d+: “Brilliant” is not one of: Outst", told
    )
    assert "“yesterday” depends on the day" in told
    assert "“3/5” depends on the day" in told
    assert "“46083.5” is not a date with its year" in told
    assert "“2.5” is not a whole number" in told
    assert "“1/1/2030” is in the future" in told
    assert "“maybe” is neither yes nor empty" in told
    assert len(found.faults) == 7
    with pytest.raises(UserError, match="7 cells"):
        here.forms.apply(found, (), "Ada")
    assert values_of(here.auditing.open(audit.id), {}) == before
    fill(form, dict.fromkeys(("ST3", "RH1.attempts", "RH1.returned", "ST2.contributors|cst")))
    fill(form, {"ST1.known": "3/3/2026", "ST1.requested": None, "ST1.held": "2/3/2026"})
    assert ["Meeting held" in str(fault) for fault in here.forms.read_back(form).faults] == [True]
    fill(form, {"ST1.held": "3/3/2026"}, {"ST4 change": "A name.", "ST4 none_because": "None."})
    assert ["Keep one" in str(fault) for fault in here.forms.read_back(form).faults] == [True]


def test_other_files_and_other_audits_are_refused_in_plain_words(
    here: Desk, form: Path, audit: Audit, tmp_path: Path
) -> None:
    forms = here.forms
    others = [each for each in here.rounds.audits(audit.round_id) if each.id != audit.id]
    with pytest.raises(
        UserError, match=f"form of {audit.reference} .* not of {others[0].reference}"
    ):
        forms.read_back(form, others[0].id)
    text = tmp_path / "really-a.xlsx"
    text.write_text("No.,Answer\nST3,Good\n")
    refuse(forms, text, "is not a workbook")
    text.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    refuse(forms, text, "protected by a password")
    refuse(forms, tmp_path / "none.xlsx", "There is no file")
    refuse(forms, tmp_path, "is a folder")
    text.write_bytes(form.read_bytes()[:4000])
    refuse(forms, text, "cannot be read as a workbook")
    stamp = read_form(form).stamp
    gone, other = replace(stamp, audit_id="gone"), replace(stamp, tool_version=77)
    refuse(forms, stamped(form, stamp_text(gone)), "no such audit")
    refuse(forms, stamped(form, stamp_text(other)), "version 77; this audit")
    text_now = stamp_text(stamp)
    for changed in (text_now.replace(audit.reference, "CST-9999"), text_now[:200], "[]"):
        refuse(forms, stamped(form, changed), "hidden page .* was changed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("audit_desk.domain.form_stamp.FORMAT", "audit-desk-form/2")
        newer = stamped(form, stamp_text(stamp))
    refuse(forms, newer, "Another version of Audit Desk")
    list_of_cases = tmp_path / "list.xlsx"
    make_list(list_of_cases)
    refuse(forms, list_of_cases, "not a form of an audit")
    fill_all(here, audit)
    here.auditing.fill(audit.id, (), (), by="Ada", submit=True)
    refuse(forms, form, "submitted and locked")
