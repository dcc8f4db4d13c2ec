"""Import profiles without a register."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.list_profile import Profile
from audit_desk.services.profile_files import read_profile, write_profile

PROFILES = (
    Profile(
        "Children in need (Mosaic)",
        headings=("key", "squad"),
        mapping={"Key": "system_id", "Squad": "team"},
        translations={"team": {"1042": "East"}},
    ),
    Profile("Missing episodes", ListKind.MISSING, ("key",), {"Key": "system_id"}),
)


@dataclass
class FakeProfileStore:
    """Keeps profiles in memory."""

    kept: list[Profile] = field(default_factory=list)

    def all(self) -> Sequence[Profile]:
        return sorted(self.kept, key=lambda each: each.name)

    def keep(self, profile: Profile) -> Profile:
        self.kept = [each for each in self.kept if each.name != profile.name]
        self.kept.append(profile)
        return profile

    def remove(self, name: str) -> Profile:
        (found,) = (each for each in self.kept if each.name == name)
        self.kept.remove(found)
        return found

    def write(self, profile: Profile, path: Path) -> None:
        write_profile(profile, path)

    def read(self, path: Path) -> Profile:
        return read_profile(path)
