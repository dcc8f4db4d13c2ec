"""Builds the invented register: its people and cohort, a round before, one finished, one begun."""

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
from audit_desk.services.demo.files import Files
from audit_desk.services.demo.making import Making
from audit_desk.services.demo.moderating import moderate
from audit_desk.services.demo.rounds import Reader
from audit_desk.services.demo.second import read_again
from audit_desk.services.demo.staff import introduce
from audit_desk.services.demo.texts import Library
from audit_desk.services.demo.wording import plan_earlier, write_words
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
_EARLIER_SHARE, _FEWEST_WITH_EARLIER = 4, 8
"""How much smaller the earlier round is, and from how many audits on there is one."""
_STEPS_SHARE = 4

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


def earlier_name(today: date) -> str:
    """Return what the round before those is called on a day."""
    last = today.month % 12 // 3 - 1
    year = today.year - (1 if last < 0 else 0)
    return f"{_SEASONS[last].capitalize()} {year}"


def _silent(_done: int, _of: int) -> None:
    """Stand in where nobody wants to know."""


def _fill(desk: Desk, sizes: tuple[int, int], seed: int, today: date, progress: Progress) -> None:
    cases, audits = sizes
    desk.settings.save(
        replace(desk.settings.get(), person_name=PERSON, escalation_contacts=_CONTACTS)
    )
    introduce(desk, PERSON)
    children = cohort(cases, seed, today)
    _import(desk, children)
    before = audits // _EARLIER_SHARE if audits >= _FEWEST_WITH_EARLIER else 0
    earlier = [desk.rounds.create(earlier_name(today), by=PERSON)] if before else []
    finished, under_way = _rounds(desk, today)
    if not audits:
        return
    frame = [facts for _, facts in children if facts["status"] != CLOSED]
    where = _current(frame) if len(frame) >= audits else ()
    available = len(frame) if where else cases
    fewer = min(max(_FEWEST_UNDER_WAY, audits // 20), _MOST_UNDER_WAY, available)
    drawn = ((finished, audits), (under_way, fewer), *((each, before) for each in earlier))
    steps = _Steps(progress, before, audits)
    making = Making(desk, seed, today, PERSON, Library())
    for number, (round_, size) in enumerate(drawn):
        request = DrawRequest(size, seed + number, ("exploitation_type",), where)
        desk.sampling.draw(round_, request, PERSON)
    files = _read(making, drawn, steps)
    _bring_in_events(desk, [finished, under_way], seed, today)
    read_again(making, finished, files, steps.again)
    moderate(making, finished, steps.settled)
    write_words(making, finished)
    steps.end()


def _read(making: Making, rounds: Sequence[tuple[Round, int]], steps: "_Steps") -> Files:
    """Read the rounds' first readings: the earlier one, the finished one, the one under way."""
    (finished, _), (under_way, _), *earlier = rounds
    reader = Reader(making)
    for round_, _ in earlier:
        reader.look_back(round_, steps.earlier)
        plan_earlier(making, round_)
    files = reader.finish(finished, steps.first)
    reader.begin(under_way)
    return files


class _Steps:
    """How far the work is: a step for each file, and some for what comes after.

    Nobody knows beforehand how many files the rule has read again, so they share a fixed
    number of steps.
    """

    def __init__(self, progress: Progress, before: int, audits: int) -> None:
        self._progress = progress
        self._before = before
        self._audits = audits
        self._share = -(-audits // _STEPS_SHARE)

    def earlier(self, done: int) -> None:
        """So many files of the earlier round are read."""
        self._tell(done)

    def first(self, done: int) -> None:
        """So many files of the finished round are read."""
        self._tell(self._before + done)

    def again(self, done: int, of: int) -> None:
        """So many of those that are read again are."""
        self._tell(self._before + self._audits + self._share * done // of)

    def settled(self, done: int, of: int) -> None:
        """So many pairs are settled."""
        self._tell(self._before + self._audits + self._share + self._share * done // of)

    def end(self) -> None:
        """All is done."""
        self._tell(self._of)

    @property
    def _of(self) -> int:
        return self._before + self._audits + 2 * self._share + 1

    def _tell(self, done: int) -> None:
        self._progress(done, self._of)


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
