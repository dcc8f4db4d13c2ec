import json
from pathlib import Path

import pytest

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.list_profile import Profile, heading_keys, likeness
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.import_profiles import with_profile
from audit_desk.services.profile_files import SUFFIX
from audit_desk.storage.settings_repo import SettingsRepo

HEADINGS = ("Key", "Squad", "Plan", "Seen on", "Gender", "Age")
MOSAIC = Profile(
    "Mosaic",
    ListKind.CASES,
    heading_keys(HEADINGS),
    {"Key": "system_id", "Squad": "team"},
    {"team": {"1042": "East"}, "status": {"9": "Closed"}},
    "Children in need",
)


def test_a_profile_is_kept_found_replaced_and_forgotten(desk: Desk) -> None:
    profiles = desk.profiles
    assert profiles.all() == ()
    assert profiles.keep(MOSAIC, "Ada") == MOSAIC
    assert profiles.get(" mosaic ") == MOSAIC
    lines = desk.register.history.count()
    profiles.keep(MOSAIC, "Ada")
    assert desk.register.history.count() == lines, "nothing has changed"
    renamed = profiles.keep(Profile("MOSAIC", headings=MOSAIC.headings), "Ada")
    assert profiles.all() == (renamed,)
    assert profiles.remove("mosaic", "Ada") == renamed
    assert profiles.all() == ()
    assert [line.action for line in desk.register.history.lines("import profile", "MOSAIC")] == [
        "kept",
        "removed",
    ]
    with pytest.raises(UserError, match="None has been kept"):
        profiles.get("Mosaic")
    with pytest.raises(UserError, match="1 to 60"):
        profiles.keep(Profile("  "), "Ada")


def test_the_nearest_profile_is_offered_by_itself(desk: Desk) -> None:
    desk.profiles.keep(MOSAIC, "Ada")
    nearer = Profile("Other", headings=heading_keys([*HEADINGS, "Worker"]))
    desk.profiles.keep(nearer, "Ada")
    as_exported = ["key ", "SQUAD", "Plan", "Seen\u00a0on", "gender", "Age"]
    assert desk.profiles.matching(as_exported) == MOSAIC
    assert desk.profiles.matching([*HEADINGS, "Worker"]) == nearer
    assert desk.profiles.matching(["Key", "Squad"]) is None
    assert desk.profiles.matching([]) is None


def test_a_list_is_alike_while_what_was_decided_on_is_there() -> None:
    assert likeness(MOSAIC, reversed(HEADINGS)) == 1
    assert 0 < likeness(MOSAIC, [*HEADINGS, "Worker"]) < 1
    assert likeness(MOSAIC, [heading for heading in HEADINGS if heading != "Squad"]) == 0
    assert likeness(MOSAIC, [*HEADINGS, "A", "B"]) == 0
    assert likeness(Profile("Old", mapping=MOSAIC.mapping), HEADINGS) == 0


def test_a_row_taken_for_headings_leaves_no_child_in_a_profile() -> None:
    assert heading_keys(["Team", "07123456", "03/04/2011"]) == ("team",)


def test_what_a_person_says_now_goes_before_the_profile() -> None:
    from audit_desk.services.case_import import ImportRequest

    asked = ImportRequest(Path("x.csv"), mapping={"Squad": "skip"}, list_name="Another")
    made = with_profile(asked, MOSAIC)
    assert made.mapping == {"Key": "system_id", "Squad": "skip"}
    assert (made.list_name, made.translations) == ("Another", MOSAIC.translations)


def test_the_first_version_s_profiles_can_still_be_used(desk: Desk) -> None:
    with desk.register.transaction():
        SettingsRepo(desk.register).put("import_profile/Old", {"Key": "system_id"})
    assert desk.profiles.get("Old") == Profile("Old", mapping={"Key": "system_id"})


def test_a_profile_goes_to_another_council_as_a_file(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / f"Mosaic{SUFFIX}"
    desk.profiles.write(MOSAIC, file)
    assert desk.profiles.read(file) == MOSAIC
    assert set(json.loads(file.read_text(encoding="utf-8"))) == {
        *("format", "name", "kind", "list_name", "headings", "columns", "values")
    }
    with pytest.raises(UserError, match="There is no folder"):
        desk.profiles.write(MOSAIC, tmp_path / "none" / "x.json")


def _but(**changes: object) -> str:
    whole: dict[str, object] = {
        "format": "audit-desk-profile/1",
        "name": "Mosaic",
        "kind": "cases",
        "list_name": "",
        "headings": ["key"],
        "columns": {"Key": "system_id"},
        "values": {"team": {"1": "East"}},
    }
    whole |= changes
    return json.dumps({key: value for key, value in whole.items() if value is not None})


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "is not an import profile"),
        ("Child ID,Team\n1,East\n", "is not an import profile"),
        ("[" * 5000, "is not an import profile"),
        ('{"format": "audit-desk-receipt/1"}', "is not an import profile"),
        (" " * 1_000_001, "too large"),
        (_but(format="audit-desk-profile/2"), "newer version"),
        (_but(kind="adopters"), "a kind of list that Audit Desk does not know: “adopters”"),
        (_but(columns={"Key": "surname"}), "reads a column as “surname”"),
        (_but(values={"shoe": {"1": "2"}}), "reads a column as “shoe”"),
        (_but(headings=None), "is damaged: “headings” is missing"),
        (_but(columns=["Key"]), "is damaged: “columns” is missing or is not what it should be"),
    ],
)
def test_a_wrong_file_is_told_from_a_profile(
    desk: Desk, tmp_path: Path, content: str, says: str
) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UserError) as refused:
        desk.profiles.read(file)
    assert says in str(refused.value)
