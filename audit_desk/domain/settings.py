"""What an organisation and the person at this desk have set."""

from dataclasses import dataclass
from enum import StrEnum


class Appearance(StrEnum):
    """Light or dark."""

    SYSTEM = "system"
    """Whatever the computer is set to."""
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class EscalationContact:
    """Somebody to tell when a child may not be safe.

    Attributes:
        role: What they are, for example "Team manager" or "Out-of-hours team".
        name: Their name; may be empty where the role is enough.
        phone: How to reach them.
    """

    role: str
    name: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """All settings.

    Attributes:
        organisation: Printed on reports.
        person_name: Who sits here: auditor, drawer of samples, author of history.
        reference_prefix: What references of new cases begin with, for example ``CST``.
        escalation_contacts: Whom to tell about a concern, in the order in which to try them.
        appearance: Light, dark or the system's.
        text_scale: Text size in per cent, 100 to 200.
    """

    organisation: str = ""
    person_name: str = ""
    reference_prefix: str = "CST"
    escalation_contacts: tuple[EscalationContact, ...] = ()
    appearance: Appearance = Appearance.SYSTEM
    text_scale: int = 100
