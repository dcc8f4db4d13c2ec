"""What the unlock screen can have done for it; it knows neither registers nor encryption."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from audit_desk.ui.task_runner import Progress

Opened = TypeVar("Opened")


@dataclass(frozen=True, slots=True)
class UnlockActions(Generic[Opened]):
    """The three ways to an open register.

    ``open``, ``create`` and ``open_demo`` run in a worker's thread, since deriving a key takes
    a while on purpose; what they return goes to ``opened`` in the main thread. What a person
    can put right they raise as ``UserError``.

    Attributes:
        open: Opens a register with its passphrase.
        create: Makes a register: file, passphrase, organisation.
        open_demo: Makes and opens the invented register.
        opened: Takes the result over.
    """

    open: Callable[[Path, str], Opened]
    create: Callable[[Path, str, str], Opened]
    open_demo: Callable[[Progress], Opened]
    opened: Callable[[Opened], object]


class RecentRegisters(Protocol):
    """The registers that were opened on this computer."""

    def recent_registers(self) -> Sequence[Path]:
        """Return those that still exist, the latest first."""

    def add_recent_register(self, path: Path) -> None:
        """Put one on top."""

    def forget_register(self, path: Path) -> None:
        """Take one off the list; the file stays."""
