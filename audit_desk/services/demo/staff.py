"""The people of the invented register, in their roles."""

from audit_desk.domain.person import Role
from audit_desk.services.desk import Desk

AUDITORS = ("Nasreen Akhtar", "David Fairhurst", "Judith Okoro", "Stephen Vale")
SECOND_READERS = ("Hana Kowalska", "Leon Thackray")
MODERATOR = "Farida Rahman"
"""Neither of a file's readers, so that she may settle where they differ."""


def introduce(desk: Desk, lead: str) -> None:
    """Record everybody who works with the register; the lead reads files too.

    Whoever looks around is the lead, and is asked nothing.
    """
    desk.settings.let_look_around(lead)
    desk.people.add(lead, (Role.LEAD, Role.AUDITOR), lead)
    for name in AUDITORS:
        desk.people.add(name, (Role.AUDITOR,), lead)
    for name in SECOND_READERS:
        desk.people.add(name, (Role.SECOND_READER,), lead)
    desk.people.add(MODERATOR, (Role.MODERATOR,), lead)
