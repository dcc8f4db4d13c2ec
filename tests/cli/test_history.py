"""Every version of an answer and of the practitioners' part, from files to the command line."""

import json
from pathlib import Path

from tests.cli.conftest import Command

CHILD = {"invited": True, "took_part": True, "on": "2026-05-20", "said": "Ask me first."}


def answers(folder: Path, grade: str, **more: object) -> Path:
    path = folder / "answers.json"
    content = {
        "format": "audit-desk-answers/1",
        "independent": True,
        "answers": {
            "ST3": {"answer": grade, "evidence": f"The minutes are {grade}."},
            "ST8": {"parts": {"written_up": "2026-03-05"}},
        },
        "judgements": {"overall": {"grade": grade, "strengths": "Seen weekly."}},
    }
    path.write_text(json.dumps(content | more), encoding="utf-8")
    return path


def test_versions_are_listed_in_words_and_for_programs(
    command: Command, register: Path, tmp_path: Path
) -> None:
    audits = json.loads(command("audits", register, "--round", "Spring", "--json").out)
    here = ("--round", "Spring", "--case", audits[0]["reference"])
    first = command("fill", register, *here, answers(tmp_path, "Good"))
    assert "Say whether the child or a carer was invited, and if not, why." in first.err
    said = answers(tmp_path, "Inadequate", contributions={"child": CHILD})
    second = command("fill", register, *here, said)
    assert second.status == 0
    assert "Say whether what the child or a carer said changed the audit" in second.err

    shown = command("history", register, *here).out
    assert "Answer: “Good” became “Inadequate”" in shown
    assert "Evidence: “The minutes are Good.” became “The minutes are Inadequate.”" in shown
    assert ": “5 March 2026”" in shown
    assert "Judgement: “Good” became “Inadequate”" in shown
    assert "What they said: “Ask me first.”" in shown
    one = json.loads(command("history", register, *here, "--question", "st3", "--json").out)
    assert [each["changes"][0]["after"] for each in one["versions"]] == ["Inadequate", "Good"]

    nothing = command("history", register, *here, "--question", "ST2")
    assert (nothing.status, nothing.out) == (0, "")
    unknown = command("history", register, *here, "--question", "ST99")
    assert unknown.status == 1
    assert "has no ST99" in unknown.err


def test_a_contribution_that_cannot_be_read_is_refused_whole(
    command: Command, register: Path, tmp_path: Path
) -> None:
    audits = json.loads(command("audits", register, "--round", "Spring", "--json").out)
    here = ("--round", "Spring", "--case", audits[0]["reference"])
    for wrong, sentence in (
        ({"teacher": CHILD}, "knows no “teacher”"),
        ({"child": CHILD | {"invited": "yes"}}, "neither true nor false"),
        ({"child": CHILD | {"on": "20 May"}}, "is not a day"),
        ({"child": CHILD | {"name": "Sam"}}, "“name” is not known here"),
    ):
        path = answers(tmp_path, "Good", contributions=wrong)
        refused = command("fill", register, *here, path)
        assert refused.status == 1
        assert sentence in refused.err
    assert command("history", register, *here).out == ""
