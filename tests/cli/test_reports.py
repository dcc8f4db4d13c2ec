"""The lead's words and the list of saved reports from the command line."""

import hashlib
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

AT = ("--round", "Spring")


def test_words_are_written_shown_and_taken_back(
    command: Command, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(part: str, text: str) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        return command("words", register, *AT, "--write", part).status

    assert write("headline", "Children are seen sooner.\n") == 0
    assert write("theme:nothing", "Words.") == 1
    assert "headline: Children are seen sooner." in command("words", register, *AT).out
    told = json.loads(command("words", register, *AT, "--json").out)
    assert told["parts"]["headline"]["text"] == "Children are seen sooner."
    assert told["parts"]["headline"]["figures_changed_since"] is False
    assert write("headline", "") == 0
    assert "headline: not written" in command("words", register, *AT).out


def test_recommendations_are_added_changed_and_taken_away(command: Command, register: Path) -> None:
    recommend = ("recommend", register, *AT)
    assert command(*recommend).status == 2
    assert command(*recommend, "--remove", "1").err == (
        "There is no recommendation 1. There is none.\n"
    )
    ran = command(*recommend, " Name a chair. ", "--owner", "Team manager", "--due", "1/7/2026")
    assert ran.err == "Wrote recommendation 1.\n"
    assert command(*recommend, "Write it down.").status == 0
    assert command(*recommend, "--change", "1", "Name a chair at once.").status == 0
    shown = command("words", register, *AT).out.splitlines()[-2:]
    assert shown == [
        "1. Name a chair at once. (Team manager, by 2026-07-01)",
        "2. Write it down.",
    ]
    assert command(*recommend, "--remove", "1", "--owner", "x").status == 2
    assert command(*recommend, "--remove", "1").status == 0
    told = json.loads(command("words", register, *AT, "--json").out)
    assert [each["text"] for each in told["recommendations"]] == ["Write it down."]


def test_a_report_that_is_written_stands_on_the_round_s_list(
    command: Command, register: Path, tmp_path: Path
) -> None:
    assert command("reports", register, *AT).err.strip() == "No report was saved of this round."
    target = tmp_path / "answers.csv"
    assert command("report", register, *AT, "-o", target).status == 0

    (line,) = json.loads(command("reports", register, *AT, "--json").out)
    assert (line["file"], line["audience"]) == ("answers.csv", "Full")
    assert line["sha256"] == hashlib.sha256(target.read_bytes()).hexdigest()
    assert line["findings_changed_since"] is False
    assert "as now" in command("reports", register, *AT).out


def test_a_text_is_quoted_once_it_is_released_by_its_name(
    command: Command, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Children are seen sooner than a year ago."
    monkeypatch.setattr("sys.stdin", io.StringIO(words))
    assert command("words", register, *AT, "--write", "headline").status == 0

    def told() -> str:
        ran = command("report", register, *AT, "--audience", "board", "-o", tmp_path / "b")
        assert ran.status == 0, ran.err
        return (tmp_path / "b" / "passages.csv").read_text("utf-8-sig")

    assert words not in told()
    (text,) = json.loads(command("quotes", register, *AT, "--json").out)
    assert (text["text"], text["released"]) == (words, False)
    assert command("quotes", register, *AT, "--release", "lead:headline:0").status == 1
    assert command("quotes", register, *AT, "--release", text["name"]).status == 0
    assert words in told()
    assert command("quotes", register, *AT).out.startswith("released")
    assert command("quotes", register, *AT, "--take-back", text["name"]).status == 0
    assert words not in told()
