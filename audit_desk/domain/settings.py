"""What an organisation and a person set once: names, whom to tell, how the window looks."""

from dataclasses import dataclass
from enum import StrEnum


class Appearance(StrEnum):
    """How the window looks."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class EscalationContact:
    """One person or team to tell when a child may not be safe, in the order to try them.

    Attributes:
        role: For example "Team manager" or "Emergency duty team, after hours".
        name: Who that is at present; may be empty.
        phone: How to reach them; may be empty.
    """

    role: str
    name: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """The settings of one register.

    Attributes:
        organisation: Whose register it is; printed on reports.
        person_name: How the person at this desk signs what they do.
        reference_prefix: What new case references start with.
        escalation_contacts: Whom to tell when a child may not be safe, first to try first.
        appearance: Light, dark, or as the system.
    """

    organisation: str
    person_name: str = ""
    reference_prefix: str = "CST"
    escalation_contacts: tuple[EscalationContact, ...] = ()
    appearance: Appearance = Appearance.SYSTEM
