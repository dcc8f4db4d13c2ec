"""Builds the invented register: its cohort, a finished round and one under way."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from audit_desk.domain.audit import AuditState
from audit_desk.domain.case import Facts
from audit_desk.domain.round import Round
from audit_desk.domain.settings import EscalationContact
from audit_desk.errors import UserError
from audit_desk.services.case_preparation import PreparedCase
from audit_desk.services.case_preview import ImportPreview
from audit_desk.services.demo.cohort import CLOSED, cohort
from audit_desk.services.demo.events import bring_in
from audit_desk.services.demo.rounds import Reader
from audit_desk.services.desk import Desk
from audit_desk.services.event_import import EventImport
from audit_desk.services.registers import create_register
from audit_desk.services.sampling import DrawRequest
from audit_desk.storage.register import remove_register

ORGANISATION = "Marlbeck Borough Council"
PERSON = "Morgan Ellis"
"""Who sits at the desk of the invented register: a quality assurance lead."""

_CONTACTS = (
    EscalationContact("Team manager, complex safeguarding", "Dawn Ashby", "01632 960110"),
    EscalationContact("Service manager", "Rashid Karim", "01632 960114"),
    EscalationContact("Head of service", "Elaine Proctor", "01632 960118"),
    EscalationContact("Emergency duty team, after hours", "", "01632 960199"),
)
"""Invented people; the numbers are from the range that is kept for drama."""

_SEASONS = ("winter", "spring", "summer", "autumn")
_FEWEST_UNDER_WAY, _MOST_UNDER_WAY = 6, 20

Progress = Callable[[int, int], None]
"""Told how many audits are done, of how many. It may raise ``Cancelled``."""


def build_demo(
    path: Path,
    passphrase: str,
    *,
    cases: int = 133,
    audits: int = 12,
    seed: int = 1,
    progress: Progress | None = None,
    today: date | None = None,
) -> None:
    """Build an invented register.

    The same seed on the same day gives the same children, answers and texts; only identifiers
    and the times of history differ. Nothing is left behind when it fails or is cancelled.

    Args:
        path: The new file.
        passphrase: Its passphrase.
        cases: How many invented children.
        audits: How many audits the finished round has; with 0 both rounds are empty.
        seed: Any whole number.
        progress: Told how far the work is.
        today: The day it is built for; the files end shortly before it.

    Raises:
        UserError: The file exists, the folder cannot be written to, or there are more audits
            than children.
        Cancelled: ``progress`` said so.
    """
    if audits > cases:
        raise UserError(
            f"{audits} audits need at least as many cases; {cases} were asked for.",
            "Ask for more cases or fewer audits.",
        )
    day = today or date.today()  # noqa: DTZ011 - the day on this computer's calendar
    register = create_register(path, passphrase, ORGANISATION, PERSON)
    try:
        with register:
            desk = Desk(register, {}, today=lambda: day)
            _fill(desk, (cases, audits), seed, day, progress or _silent)
    except BaseException:
        remove_register(register.path)
        raise


def round_names(today: date) -> tuple[str, str]:
    """Return what the finished round and the round under way are called on a day."""
    when = f"{_SEASONS[today.month % 12 // 3]} {today.year}"
    return when.capitalize(), f"Peer review, {when}"


def _silent(_done: int, _of: int) -> None:
    """Stand in where nobody wants to know."""


def _fill(desk: Desk, sizes: tuple[int, int], seed: int, today: date, progress: Progress) -> None:
    cases, audits = sizes
    desk.settings.save(
        replace(desk.settings.get(), person_name=PERSON, escalation_contacts=_CONTACTS)
    )
    children = cohort(cases, seed, today)
    _import(desk, children)
    finished, under_way = _rounds(desk, today)
    if not audits:
        return
    frame = [facts for _, facts in children if facts["status"] != CLOSED]
    where = _current(frame) if len(frame) >= audits else ()
    available = len(frame) if where else cases
    by = ("exploitation_type",)
    desk.sampling.draw(finished, DrawRequest(audits, seed, by, where), PERSON)
    fewer = min(max(_FEWEST_UNDER_WAY, audits // 20), _MOST_UNDER_WAY, available)
    desk.sampling.draw(under_way, DrawRequest(fewer, seed + 1, by, where), PERSON)
    reader = Reader(desk, seed, today, PERSON)
    reader.finish(finished, lambda done: progress(done, audits + 1))
    reader.begin(under_way)
    _bring_in_events(desk, (finished, under_way), seed, today)
    progress(audits + 1, audits + 1)


def _import(desk: Desk, children: Sequence[tuple[str, Facts]]) -> None:
    rows = tuple(
        PreparedCase(system_id, "", facts, number)
        for number, (system_id, facts) in enumerate(children, 2)
    )
    preview = ImportPreview(
        source="Complex safeguarding cohort (invented)",
        rows=rows,
        new=len(rows),
        list_name="Complex safeguarding cohort",
    )
    desk.imports.apply(preview, PERSON)


def _bring_in_events(desk: Desk, rounds: Sequence[Round], seed: int, today: date) -> None:
    audits = [
        desk.auditing.open(audit.id)
        for round_ in rounds
        for audit in desk.rounds.audits(round_.id)
        if audit.state is not AuditState.NOT_STARTED
    ]
    events = EventImport(desk.register, desk.today)
    bring_in(events, desk.cases.all(), audits, seed, today, PERSON)


def _rounds(desk: Desk, today: date) -> tuple[Round, Round]:
    names = round_names(today)
    finished = desk.rounds.create(
        names[0],
        by=PERSON,
        purpose=(
            "To see whether strategy meetings, WISE assessments, return home interviews and"
            " supervision make exploited children safer, and to give the safeguarding"
            " partnership figures that it can rely on."
        ),
    )
    under_way = desk.rounds.create(
        names[1],
        by=PERSON,
        purpose="A second look at current files, with readers from another council.",
    )
    return finished, under_way


def _current(frame: Sequence[Facts]) -> tuple[tuple[str, str], ...]:
    """Return the condition that keeps closed files out of the draw."""
    return tuple(("status", status) for status in sorted({str(facts["status"]) for facts in frame}))
