"""The steps from an empty register to the first file read, and how far this register is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from audit_desk.domain.audit import AuditState
from audit_desk.services.rounds import RoundLine
from audit_desk.ui.screens.home.ports import AuditLine, Ways

_BEGUN = (AuditState.IN_PROGRESS, AuditState.SUBMITTED)


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        title: What is done.
        why: What it is for.
        action: The verb on its button.
        done: Whether it is done.
        go: Goes to where it is done.
    """

    title: str
    why: str
    action: str
    done: bool
    go: Callable[[], object]


def steps(
    case_count: int, rounds: Sequence[RoundLine], audits: Sequence[AuditLine], ways: Ways
) -> tuple[Step, ...]:
    """Return the steps.

    Args:
        case_count: How many cases the register has.
        rounds: Its rounds, newest first.
        audits: What waits for the person at this desk.
        ways: Where the steps lead.
    """
    drawn = any(line.total for line in rounds)
    rounds_page = partial(ways.go, "rounds")
    draw = partial(ways.open_round, rounds[0].round.id) if rounds else rounds_page
    read = partial(ways.open_audit, audits[0].audit_id) if audits else draw
    return (
        Step(
            "Bring in a case list",
            "The council's export as CSV or workbook; names and birth dates are left out.",
            "Bring in a case list",
            case_count > 0,
            ways.bring_in,
        ),
        Step(
            "Create a round",
            "One occasion on which a sample of files is read with one audit tool.",
            "Create a round",
            bool(rounds),
            rounds_page,
        ),
        Step(
            "Draw a dip sample",
            "By chance, from a number that anyone can check the draw with later.",
            "Draw the sample",
            drawn,
            draw,
        ),
        Step(
            "Read the first file",
            "Every answer is saved as it is given; you can stop at any time."
            if audits or not drawn
            else "Every file is with somebody: the round shows with whom, and takes packs in.",
            "Begin reading" if audits or not drawn else "Open the round",
            any(line.counts.get(state, 0) for line in rounds for state in _BEGUN),
            read,
        ),
    )
