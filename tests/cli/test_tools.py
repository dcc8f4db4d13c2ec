"""Audit tools from the command line: out of one register, changed by hand, into another."""

import json
from pathlib import Path

from tests.cli.conftest import Command


def test_a_tool_goes_out_is_changed_and_comes_back(
    command: Command, register: Path, tmp_path: Path
) -> None:
    (listed,) = json.loads(command("tools", register, "--json").out)
    name, version = listed["id"], listed["version"]
    file = tmp_path / "tool.toml"
    assert command("tool-export", register, name, version, file).status == 0
    assert "is sound" in command("tool-check", file).err
    again = command("tool-import", register, file)
    assert (again.status, "already with the same text" in again.err) == (1, True)

    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Strategy meetings", "Strategy discussions", 1), encoding="utf-8")
    refused = command("tool-import", register, file)
    assert refused.status == 1
    assert f"write version = {version + 1}" in refused.err

    text = file.read_text(encoding="utf-8").replace(
        f"version = {version}", f"version = {version + 1}", 1
    )
    file.write_text(text.replace('stop = "ST1.held"', 'stop = "ST1.hold"', 1), encoding="utf-8")
    faulty = command("tool-check", file)
    assert (faulty.status, faulty.out) == (1, "")
    assert "clock strategy-meeting-held: stop: question ST1 has no part 'hold'" in faulty.err

    file.write_text(text, encoding="utf-8")
    assert "Keeps a draft" in command("tool-import", register, file).err
    assert "draft" in command("tools", register).out
    assert "Published" in command("tool-import", register, file, "--publish").err
    assert command("round", register, "Summer").status == 0
    rounds = json.loads(command("rounds", register, "--json").out)
    assert {line["name"]: line["tool_version"] for line in rounds} == {
        "Spring": version,
        "Summer": version + 1,
    }
