"""What everything is made with that is put into an invented register."""

from dataclasses import dataclass
from datetime import date

from audit_desk.services.demo.texts import Library
from audit_desk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Making:
    """One invented register while it is made.

    Attributes:
        desk: Its services; everything goes through them as a person's work would.
        seed: The same seed on the same day makes the same register.
        today: The day it is made for.
        person: Who sits at its desk.
        library: The invented texts.
    """

    desk: Desk
    seed: int
    today: date
    person: str
    library: Library
