"""A real register with a small cohort, for tests of services."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from audit_desk.domain.case import Case
from audit_desk.services.desk import Desk
from audit_desk.services.registers import create_register, open_register
from audit_desk.storage.rows import new_id
from tests.stored_cases import add_cases

TODAY = date(2026, 6, 1)
PASSPHRASE = "correct horse battery"


def cohort(number: int = 40) -> list[tuple[str, Case]]:
    """Invented children with a team, an exploitation type and missing episodes."""
    return [
        (
            f"{900_000 + each}",
            Case(
                new_id(),
                f"CST-{each:04}",
                {
                    "team": "North" if each % 3 else "South",
                    "exploitation_type": "Criminal exploitation"
                    if each % 2
                    else "Sexual exploitation",
                    "age": 13 + each % 5,
                    "missing_episodes": each % 4,
                },
            ),
        )
        for each in range(1, number + 1)
    ]


@pytest.fixture(scope="session")
def _first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register that every test gets a copy of."""
    path = tmp_path_factory.mktemp("register") / "north.auditdesk"
    register = create_register(path, PASSPHRASE, "Northshire", "Ada")
    with register.transaction():
        add_cases(register, cohort())
    register.close()
    return path


@pytest.fixture
def desk(tmp_path: Path, _first: Path) -> Iterator[Desk]:
    """An open register with forty invented children."""
    register = open_register(Path(shutil.copy(_first, tmp_path)), PASSPHRASE)
    yield Desk(register, {}, today=lambda: TODAY)
    register.close()
