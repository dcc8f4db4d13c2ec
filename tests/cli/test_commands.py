"""The whole job without a window, and its exit statuses."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import PASSPHRASE, Command


def test_an_import_reports_what_it_kept_and_dropped(
    command: Command, register: Path, tmp_path: Path
) -> None:
    more = tmp_path / "more.csv"
    more.write_text("Child ID,Team,Opened\n07006,East,31/12/2099\n07001,West,01/02/2024\n")
    tried = command("import", register, more, "--dry-run", "--json")
    told = json.loads(tried.out)
    assert (told["saved"], told["new"], told["known"], told["refused_rows"]) == (False, 0, 1, 1)
    assert told["refused"][0]["row"] == 2
    assert "West" not in command("cases", register).out
    taken = command("import", register, more)
    assert (taken.status, taken.out.strip()) == (
        0,
        "Took in 0 new and 1 known cases; 1 rows left out.\nOf the known, 1 changed and 0 did not.",
    )
    assert "West" in command("cases", register).out


def test_no_name_birth_date_or_council_number_leaves_the_register(
    command: Command, register: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.csv"
    assert command("cases", register, "--csv", target).status == 0
    printed = command("cases", register, "--json").out + target.read_text(encoding="utf-8-sig")
    for secret in ("Alex", "2010-02-01", "01/02/2010", "07001"):
        assert secret not in printed
    assert "CST-0001" in printed


def test_a_columns_meaning_can_be_given_by_hand(
    command: Command, register: Path, tmp_path: Path
) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("Key,Squad\n77,Central\n")
    refused = command("import", register, odd)
    assert refused.status == 1
    assert command("import", register, odd, "--map", "Key=system_id", "--map", "Squad=team").out
    assert "Central" in command("cases", register).out
    assert command("import", register, odd, "--map", "Nope=team").status == 1
    odd.write_text("Child ID,\n78,Harbour\n")
    assert command("import", register, odd, "--map", "Column B=team").status == 0
    assert "Harbour" in command("cases", register).out
    assert command("import", register, odd, "--map", "Key").status == 2


def test_what_was_said_of_columns_is_kept_under_a_name(
    command: Command, register: Path, tmp_path: Path
) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("Key,Squad\n77,Central\n")
    unknown = command("import", register, odd, "--profile", "Mosaic")
    assert unknown.status == 1
    assert "Mosaic" in unknown.err
    first = ("--map", "Key=system_id", "--map", "Squad=team", "--profile", "Mosaic")
    assert command("import", register, odd, *first).status == 0
    odd.write_text("Key,Squad\n77,Harbour\n")
    assert command("import", register, odd, "--profile", "Mosaic").status == 0
    assert "Harbour" in command("cases", register).out
    assert "Mosaic" in command("import", register, odd, "--profile", "Eclipse").err


def test_a_draw_is_verified_from_its_receipt_and_a_list_alone(
    command: Command, register: Path, tmp_path: Path
) -> None:
    receipt, cases = tmp_path / "receipt.json", tmp_path / "list.csv"
    drawn = command("draw", register, "--round", "Spring", "--size", 2, "--receipt", receipt)
    assert drawn.out.split() == json.loads(receipt.read_text())["strata"][0]["drawn"]
    command("cases", register, "--csv", cases)
    assert command("verify-draw", "--receipt", receipt, "--cases", cases).status == 0
    assert command("verify-draw", register, "--round", "Spring").status == 0
    text = cases.read_text(encoding="utf-8-sig").splitlines()
    cases.write_text("\n".join(text[:-1]) + "\n", encoding="utf-8")
    differs = command("verify-draw", "--receipt", receipt, "--cases", cases)
    assert differs.status == 1
    assert "CST-0005" in differs.err
    assert command("verify-draw", "--receipt", receipt).status == 2


def test_rounds_audits_and_findings_are_listed_for_people_and_programs(
    command: Command, register: Path
) -> None:
    rounds = json.loads(command("rounds", register, "--json").out)
    assert rounds[0]["name"] == "Spring"
    assert rounds[0]["not_started"] == 3
    assert "Spring" in command("rounds", register).out
    audits = json.loads(command("audits", register, "--round", "Spring", "--json").out)
    assert [audit["state"] for audit in audits] == ["not_started"] * 3
    assert "not started" in command("audits", register, "--round", "Spring").out
    findings = json.loads(command("findings", register, "--round", "Spring", "--json").out)
    assert findings["submitted"] == 0
    assert "0 of 3" in command("findings", register, "--round", "Spring").out


def test_an_audit_is_filled_and_a_concern_is_told(
    command: Command, register: Path, tmp_path: Path
) -> None:
    answers = tmp_path / "answers.json"
    content = {
        "format": "audit-desk-answers/1",
        "answers": {
            "ST3": {"answer": "Good", "evidence": "Sound analysis."},
            "X9": {"answer": "unsafe", "evidence": "Seen with new injuries."},
        },
        "judgements": {"strategy-meetings": {"grade": "Good"}},
    }
    answers.write_text(json.dumps(content))
    reference = json.loads(command("audits", register, "--round", "Spring", "--json").out)[0][
        "reference"
    ]
    saved = command("fill", register, "--round", "Spring", "--case", reference, answers)
    assert saved.status == 0
    assert "CONCERN" in saved.err
    assert "told nobody" in saved.err
    early = command("fill", register, "--round", "Spring", "--case", reference, answers, "--submit")
    assert early.status == 1
    assert "not complete" in early.err
    content["answers"] = {"ST3": {"answer": "Outstanding"}, "ST4": {"answer": "splendid"}}
    answers.write_text(json.dumps(content))
    assert command("fill", register, "--round", "Spring", "--case", reference, answers).status == 1
    audits = json.loads(command("audits", register, "--round", "Spring", "--json").out)
    assert audits[0]["answers"] == 2


def test_a_report_and_a_backup_are_written(
    command: Command, register: Path, tmp_path: Path
) -> None:
    report, copy = tmp_path / "report.pdf", tmp_path / "copy.auditdesk"
    assert command("report", register, "--round", "Spring", "-o", report).status == 0
    assert report.read_bytes().startswith(b"%PDF")
    assert command("report", register, "--round", "Spring", "-o", "report.odt").status == 1
    assert command("backup", register, copy).status == 0
    assert command("backup", register, copy).status == 1
    assert "Sound" in command("check", copy).out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["rounds", "absent.auditdesk"], "no file"),
        (["rounds", "."], "folder"),
        (["audits", "REGISTER", "--round", "Winter"], "Spring"),
        (["import", "REGISTER", "absent.csv"], "absent.csv"),
        (["import", "REGISTER", "."], "folder"),
        (["draw", "REGISTER", "--round", "Spring", "--size", "9"], "5"),
        (["round", "REGISTER", "Spring"], "already"),
        (["round", "REGISTER", "Summer", "--tool", "dentistry"], "dentistry"),
        (["fill", "REGISTER", "--round", "Spring", "--case", "CST-9", "x.json"], "x.json"),
        (["verify-draw", "--receipt", "x.json", "--cases", "x.csv"], "x.json"),
        (["backup", "REGISTER", "absent/copy.auditdesk"], "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_status_one(
    command: Command, register: Path, arguments: list[str], sentence: str
) -> None:
    before = register.read_bytes()
    filled = [str(register) if each == "REGISTER" else each for each in arguments]
    ran = command(*filled)
    assert ran.status == 1
    assert sentence in ran.err
    assert ran.out == ""
    assert register.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus", "x"],
        ["chek"],
        ["x" * 5000],
        ["draw"],
        ["--bogus"],
        ["cases", "x", "--json", "--csv", "y"],
        ["new", "x"],
    ],
)
def test_wrong_usage_is_status_two(command: Command, arguments: list[str]) -> None:
    assert command(*arguments).status == 2


def test_help_and_version_are_status_zero(command: Command) -> None:
    assert command("--version").status == 0
    shown = command("fill", "--help")
    assert shown.status == 0
    example = '  {"format": "audit-desk-answers/1",\n   "independent": true,\n'
    assert example in shown.out, "the example keeps its lines"


def test_a_wrong_or_missing_passphrase_is_a_sentence(
    command: Command, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIT_DESK_PASSPHRASE", PASSPHRASE.upper())
    assert "passphrase is wrong" in command("rounds", register).err
    monkeypatch.delenv("AUDIT_DESK_PASSPHRASE")
    assert "AUDIT_DESK_PASSPHRASE" in command("rounds", register).err


def test_without_a_screen_the_window_says_what_to_do(
    command: Command, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    shown = command(register)
    assert shown.status == 1
    assert "no screen" in shown.err
    assert "audit-desk report" in shown.err
