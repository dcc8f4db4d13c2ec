"""A keystroke in the filter over 100,000 cases: a limit in seconds, no reference."""

import random
from pathlib import Path

from audit_desk.domain.case import Case
from audit_desk.ui.models.case_index import CaseIndex
from audit_desk.ui.models.case_model import CaseModel
from tests.benchmarks.measure import Row, best

_CASES = 100_000
_LIMIT = 0.05
_TYPED = ("t", "te", "team 7", "team 7 nor", "team 7 north", "nobody", "cst-0999", "1")


def cases() -> list[Case]:
    chance = random.Random(1)  # noqa: S311 - invented data, no secret
    return [
        Case(
            f"{number:036}",
            f"CST-{number:06}",
            {
                "team": f"Team {chance.randint(1, 12)}",
                "area": chance.choice(["North", "South", "East", "West"]),
                "age": chance.randint(5, 17),
                "allocated_worker": chance.choice(["Ezra Leigh", "Petra Wills", "Rose Marsh"]),
                "need": "N1 - Abuse or neglect",
            },
        )
        for number in range(_CASES)
    ]


def rows(folder: Path) -> list[Row]:
    del folder
    model = CaseModel()
    model.set_cases(CaseIndex(cases()))

    def slowest() -> float:
        """Type each text into an empty filter, and take the slowest of them."""
        times = []
        for text in _TYPED:
            model.set_text("")
            times.append(best(lambda typed=text: model.set_text(typed), runs=1))  # type: ignore[misc]
        return max(times)

    keystroke = min(slowest() for _ in range(5))
    return [
        Row("a keystroke in the filter over 100,000 cases", "50 ms", keystroke, _LIMIT, 1.0),
    ]
