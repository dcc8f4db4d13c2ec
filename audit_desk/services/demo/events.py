"""Invented lists of missing episodes and supervisions, as the council's system would export them.

They are brought in through the same door as real ones. For a child whose file was read they say
mostly what the auditor found; here and there a list knows the day alone, as lists do.
"""

import random
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.case import Case, Facts
from audit_desk.domain.case_event import ListKind
from audit_desk.domain.cells import Cell
from audit_desk.domain.event_rows import read_rows
from audit_desk.services.case_table import Table
from audit_desk.services.demo.chance import chance
from audit_desk.services.demo.cohort import CLOSED
from audit_desk.services.event_import import EventImport

_EPISODES = (
    "Audit reference",
    "Missing from",
    "Returned",
    "RHI offered",
    "RHI accepted",
    "RHI date",
)
_SUPERVISIONS = ("Audit reference", "Date of supervision", "Supervisor", "Type of supervision")
_MOST = 5
_DAYS_ALONE = 0.2
"""The share of children for whom the list knows the days and no times."""
_EVERY = 30
_SUPERVISED = 4
_OFFERED = {"held": ("Y", "Y"), "declined": ("Y", "N"), "not_offered": ("N", "")}

Row = tuple[Cell, ...]
Found = Mapping[str, Mapping[str, str]]
"""What auditors found of one child: the parts of an answer, by question."""


def bring_in(
    events: EventImport,
    cases: Iterable[Case],
    audits: Iterable[FullAudit],
    seed: int,
    today: date,
    person: str,
) -> None:
    """Bring in both lists for every child.

    Args:
        events: The import.
        cases: The children.
        audits: The audits of the register, with their answers.
        seed: The same seed and day give the same lists.
        today: The day of the export.
        person: Who brings them in.
    """
    found = {full.audit.reference: _parts(full) for full in audits}
    episodes: list[Row] = []
    supervisions: list[Row] = []
    for case in cases:
        source = chance(seed, "events", case.reference)
        told = found.get(case.reference, {})
        episodes += _episodes(case, told.get("RH1", {}), source)
        supervisions += _supervisions(case, told.get("SU1", {}), source, today)
    for kind, source_name, headers, rows in (
        (ListKind.MISSING, "System export (invented)", _EPISODES, episodes),
        (ListKind.SUPERVISION, "System export (invented)", _SUPERVISIONS, supervisions),
    ):
        if rows:
            table = Table.of_rows(source_name, headers, rows)
            events.apply(events.preview(table, kind), person)


def _parts(full: FullAudit) -> Found:
    return {key: answer.parts for key, answer in full.answers.items()}


def _episodes(case: Case, told: Mapping[str, str], source: random.Random) -> Iterator[Row]:
    facts = case.facts
    if "last_missing" not in facts:
        return
    days_alone = source.random() < _DAYS_ALONE
    if "episodes" in told:
        for row in read_rows(told["episodes"]):
            span = (row["missing_from"], row["returned"])
            offer = _OFFERED[row["outcome"]]
            yield _row(case, span, offer, row.get("interviewed", ""), days_alone=days_alone)
        return
    left = told.get("missing_from") or _at(source, str(facts["last_missing"]), 16, 20)
    back = told.get("returned") or _at(source, str(facts.get("last_returned", left[:10])), 21, 23)
    held = told.get("interviewed") or str(facts.get("last_rhi", ""))
    yield _row(case, (left, back), _offer(facts), held, days_alone=days_alone)
    day = date.fromisoformat(left[:10])
    for _ in range(min(int(facts["missing_episodes"]), _MOST) - 1):
        day -= timedelta(source.randint(9, 40))
        back_on = day + timedelta(source.choice((0, 0, 1, 2)))
        span = (_at(source, day.isoformat(), 16, 20), _at(source, back_on.isoformat(), 21, 23))
        offer = source.choice((("Y", "Y"), ("Y", "Y"), ("Y", "N"), ("N", "")))
        seen = back_on + timedelta(source.randint(1, 4)) if offer[1] == "Y" else None
        yield _row(case, span, offer, seen.isoformat() if seen else "", days_alone=days_alone)


def _row(
    case: Case, span: tuple[str, str], offer: tuple[str, str], held: str, *, days_alone: bool
) -> Row:
    moments = [text[:10] if days_alone else text for text in (*span, held)]
    return (case.reference, moments[0], moments[1], *offer, moments[2])


def _offer(facts: Facts) -> tuple[str, str]:
    letters = {"Yes": "Y", "No": "N"}
    offered = letters.get(str(facts.get("rhi_offered")), "")
    return offered, letters.get(str(facts.get("rhi_accepted")), "")


def _supervisions(
    case: Case, told: Mapping[str, str], source: random.Random, today: date
) -> Iterator[Row]:
    facts = case.facts
    if facts.get("status") == CLOSED and not told:
        return
    days = [told[key] for key in ("last_supervision", "previous_supervision") if key in told]
    day = date.fromisoformat(days[-1]) if days else today - timedelta(source.randint(4, 24))
    if not days:
        days.append(day.isoformat())
    if "supervisions" in told:
        days = [row["held"] for row in read_rows(told["supervisions"])]
    while len(days) < _SUPERVISED and "supervisions" not in told:
        day -= timedelta(_EVERY + source.randint(-6, 9))
        days.append(day.isoformat())
    for each in days:
        yield (case.reference, each, str(facts.get("manager", "")), "Case supervision")


def _at(source: random.Random, day: str, first: int, last: int) -> str:
    moment = datetime.fromisoformat(day).replace(
        hour=source.randint(first, last), minute=source.randint(1, 59)
    )
    return moment.isoformat(timespec="minutes")
