"""Forms without a window: out, filled in, looked at, and back."""

import json
from pathlib import Path

from tests.cli.conftest import Command
from tests.form_filling import fill


def test_a_form_goes_out_is_filled_in_and_comes_back(
    command: Command, register: Path, tmp_path: Path
) -> None:
    listed = command("audits", register, "--round", "Spring", "--json")
    case = json.loads(listed.out)[0]["reference"]
    at = ("--round", "Spring", "--case", case)
    form, paper = tmp_path / "form.xlsx", tmp_path / "form.pdf"
    assert command("form", register, *at, "-o", form).status == 0
    assert command("form", register, *at, "--blank", "-o", paper).status == 0
    assert paper.read_bytes().startswith(b"%PDF")
    fill(form, {"X9": "Unsafe", "ST4": "Good"}, {"X9": "Seen on Friday."})
    shown = command("form-read", register, form, "--preview")
    assert (shown.status, "new: ST4: Good" in shown.out) == (0, True)
    assert command("audits", register, "--round", "Spring", "--json").out == listed.out
    told = command("form-read", register, form, "--json")
    assert told.status == 0
    assert [each["field"] for each in json.loads(told.out)["changes"]] == [
        "ST4",
        "X9",
        "X9 evidence",
    ]
    assert f"CONCERN for {case}" in told.err
    fill(form, {"ST4": "Inadequate"})
    both = command("form-read", register, form)
    assert (both.status, "kept the register's answer in 1" in both.err) == (0, True)
    taken = command("form-read", register, form, "--conflicts", "form")
    assert (taken.status, "Saved 1 answers" in taken.err) == (0, True)
    fill(form, {"ST3": "Splendid"})
    wrong = command("form-read", register, form)
    assert wrong.status == 1
    assert "Splendid” is not one of" in wrong.out


def test_a_blank_form_of_a_tool_finds_its_audit_by_what_is_said(
    command: Command, register: Path, tmp_path: Path
) -> None:
    form = tmp_path / "any.xlsx"
    assert command("form", register, "--tool", "complex-safeguarding", "-o", form).status == 0
    assert command("form", register, "-o", form).status == 2
    assert command("form", register, "--tool", "x", "--round", "Spring", "-o", form).status != 0
    assert "belongs to no audit" in command("form-read", register, form).err
    listed = json.loads(command("audits", register, "--round", "Spring", "--json").out)
    at = ("--round", "Spring", "--case", listed[0]["reference"])
    assert "0 new, 0 changed" in command("form-read", register, form, *at).out
    refused = command("form", register, *at, "-o", tmp_path / "form.docx")
    assert ".pdf, .xlsx" in refused.err
