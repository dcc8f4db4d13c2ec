"""What a person has said of a list so far."""

from dataclasses import dataclass, field
from pathlib import Path

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.list_profile import Profile
from audit_desk.services.case_import import ImportRequest


@dataclass(slots=True)
class Draft:
    """One list, and every choice made about it.

    Attributes:
        file: The file.
        sheet: The sheet; ``None`` where there is only one.
        header_row: The row of headings; ``None`` as it was found.
        kind: What a row stands for; ``None`` as it was recognised.
        mapping: By heading, what a column is read as, where that is not what it means by itself.
        translations: By field key, the list's own values and what they are read as.
        list_name: Which list this is the next edition of; ``None`` as it was found.
        whole: Whether the list is complete.
        profile: The profile whose choices are used; ``None`` for none.
        by_hand: Whether the person has chosen anything themselves.
    """

    file: Path
    sheet: str | None = None
    header_row: int | None = None
    kind: ListKind | None = None
    mapping: dict[str, str] = field(default_factory=dict)
    translations: dict[str, dict[str, str]] = field(default_factory=dict)
    list_name: str | None = None
    whole: bool = True
    profile: Profile | None = None
    by_hand: bool = False

    @property
    def request(self) -> ImportRequest:
        """The same for the services."""
        return ImportRequest(
            file=self.file,
            sheet=self.sheet,
            header_row=self.header_row,
            kind=self.kind,
            mapping=dict(self.mapping),
            translations={key: dict(held) for key, held in self.translations.items() if held},
            list_name=self.list_name,
            whole=self.whole,
        )

    @property
    def says_something(self) -> bool:
        """Whether there is anything worth keeping for the next edition."""
        return bool(self.mapping or any(self.translations.values()) or self.kind)

    def use(self, profile: Profile) -> None:
        """Take over what a profile says."""
        self.profile = profile
        self.kind = profile.kind
        self.mapping = dict(profile.mapping)
        self.translations = {key: dict(held) for key, held in profile.translations.items()}
        self.list_name = profile.list_name or None

    def forget(self) -> None:
        """Forget everything that was said of the columns and values, by hand or by a profile."""
        self.profile, self.kind, self.list_name = None, None, None
        self.mapping, self.translations = {}, {}
        self.by_hand = False

    def read_column_as(self, header: str, target: str, own: str) -> None:
        """Take what a person says of a column; what it means by itself need not be said."""
        self.by_hand = True
        self.mapping.pop(header, None)
        if target != own:
            self.mapping[header] = target

    def read_value_as(self, field_key: str, text: str, read_as: str | None) -> None:
        """Take what a person says of a value; ``None`` takes back what was said."""
        self.by_hand = True
        held = self.translations.setdefault(field_key, {})
        if read_as is None:
            held.pop(text, None)
        else:
            held[text] = read_as
