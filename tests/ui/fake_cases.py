"""Invented cases, and a register of them without a file."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QSplitter

from audit_desk.domain.case import Case, FactValue
from audit_desk.domain.case_event import CaseEvent, ListKind
from audit_desk.errors import UserError
from audit_desk.ui.task_runner import Progress

TEAMS = ("Complex Safeguarding Team", "East locality", "West locality", "Child in care team")
STATUSES = ("Child in care", "Child in need plan", "Child protection plan", "Open assessment")
TYPES = ("Sexual exploitation", "Criminal exploitation", "Sexual and criminal exploitation")


def invented_cases(count: int, seed: int = 3) -> list[Case]:
    """Return cases of a complex safeguarding cohort; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - invented data
    return [Case(f"id-{n}", f"CST-{n:04}", _facts(chance)) for n in range(1, count + 1)]


def _facts(chance: random.Random) -> dict[str, FactValue]:
    facts: dict[str, FactValue] = {
        "team": chance.choice(TEAMS),
        "worker": f"Worker {chance.randint(1, 30)}",
        "age": chance.randint(10, 17),
        "gender": chance.choice(("Male", "Female")),
        "ethnicity": chance.choice(("WBRI", "APKN", "BCRB", "MWBC")),
        "deprivation_decile": chance.randint(1, 4),
        "status": chance.choice(STATUSES),
        "exploitation_type": chance.choice(TYPES),
        "cst_start": f"202{chance.randint(4, 5)}-{chance.randint(1, 12):02}-04",
        "missing": "No",
        "cin_start": "2025-01-20",
        "primary_need": "N1 Abuse or neglect",
    }
    if chance.random() < 0.6:
        facts |= {
            "missing": "Yes",
            "missing_episodes": chance.randint(1, 9),
            "last_missing": "2025-11-03",
            "last_returned": "2025-11-04",
            "rhi_offered": "Yes",
        }
    return facts


def invented_events(case_id: str) -> tuple[CaseEvent, ...]:
    """Return a missing episode and a supervision of a child."""
    episode = {
        "missing_from": "2025-11-03T21:10",
        "returned": "2025-11-04T09:10",
        "rhi_held": "2025-11-06",
    }
    supervision = {"held": "2025-11-12", "supervisor": "Jo Bell"}
    return (
        CaseEvent("s", case_id, ListKind.SUPERVISION, "2025-11-12", supervision),
        CaseEvent("m", case_id, ListKind.MISSING, "2025-11-03T21:10", episode),
    )


@dataclass
class FakeCases:
    """The cases of a register."""

    cases: list[Case] = field(default_factory=list)
    loads: int = 0
    refusal: UserError | None = None
    events_of: dict[str, tuple[CaseEvent, ...]] = field(default_factory=dict)
    lists_of: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def count(self) -> int:
        return len(self.cases)

    def load(self, progress: Progress) -> Sequence[Case]:
        del progress
        self.loads += 1
        return list(self.cases)

    def events(self, case_id: str) -> Sequence[CaseEvent]:
        return self.events_of.get(case_id, ())

    def lists(self, case_id: str) -> Sequence[str]:
        return self.lists_of.get(case_id, ())

    def write_csv(self, target: Path, progress: Progress) -> int:
        del progress
        if self.refusal is not None:
            raise self.refusal
        target.write_text("Reference\n", encoding="utf-8")
        return len(self.cases)


@dataclass
class FakeMemory:
    """Remembers for as long as the test runs."""

    texts: dict[str, str] = field(default_factory=dict)
    splitters: list[str] = field(default_factory=list)

    def remembered(self, key: str) -> str:
        return self.texts.get(key, "")

    def remember(self, key: str, text: str) -> None:
        self.texts[key] = text

    def remember_splitter(self, name: str, splitter: QSplitter) -> None:
        del splitter
        self.splitters.append(name)
