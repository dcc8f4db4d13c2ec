import json
from pathlib import Path

from tests.cli.conftest import Command

ODD = "Key,Squad,Gender\n07009,East,F\n"


def test_a_profile_goes_from_one_register_to_another(
    command: Command, register: Path, tmp_path: Path
) -> None:
    odd, file = tmp_path / "odd.csv", tmp_path / "mosaic.auditdesk-profile.json"
    odd.write_text(ODD, encoding="utf-8")
    assert "no import profiles yet" in command("profiles", register).err
    mapped = ("--map", "Key=system_id", "--map", "Squad=team", "--profile", "Mosaic")
    assert command("import", register, odd, *mapped).status == 0
    (listed,) = json.loads(command("profiles", register, "--json").out)
    assert listed["headings"] == ["gender", "key", "squad"]
    assert command("profile-export", register, "Mosaic", file).status == 0
    assert "07009" not in file.read_text(encoding="utf-8")

    other = tmp_path / "south.auditdesk"
    assert command("new", other, "--organisation", "Southshire").status == 0
    assert "Keeps the profile Mosaic" in command("profile-import", other, file).err
    assert "Mosaic" in command("profiles", other).out
    assert command("import", other, odd, "--profile", "Mosaic").status == 0
    assert "East" in command("cases", other).out
    refused = command("profile-import", other, odd)
    assert (refused.status, "is not an import profile" in refused.err) == (1, True)
