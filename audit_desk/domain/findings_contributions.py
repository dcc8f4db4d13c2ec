"""How many of those whom the audits are about were asked, spoke and were heard: plain figures."""

from dataclasses import dataclass

from audit_desk.domain.contribution import Role


@dataclass(frozen=True, slots=True)
class RoleFindings:
    """One role's part in the submitted audits of drawn files.

    Attributes:
        role: Whose part it is.
        said: In how many audits it is said whether they were invited.
        invited: In how many they were.
        took_part: In how many they took part.
        changed: In how many what they said changed the audit.
    """

    role: Role
    said: int
    invited: int
    took_part: int
    changed: int


@dataclass(frozen=True, slots=True)
class Heard:
    """What one of them changed in an audit.

    Attributes:
        reference: The file.
        role: Whose words they were.
        how: What they changed.
        purposive: Whether the file was chosen on purpose, and is in no figure.
    """

    reference: str
    role: Role
    how: str
    purposive: bool = False


@dataclass(frozen=True, slots=True)
class ContributionFindings:
    """The part that practitioners and children had in a round.

    Attributes:
        read: How many audits of drawn files are submitted.
        roles: One line for each role.
        heard: What changed because of them, by file; of files chosen on purpose as well.
    """

    read: int
    roles: tuple[RoleFindings, ...]
    heard: tuple[Heard, ...] = ()

    @property
    def is_silent(self) -> bool:
        """Whether no audit says anything of it."""
        return not self.heard and not any(role.said for role in self.roles)
