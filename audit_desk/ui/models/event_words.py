"""A child's events, one compact line each."""

from collections.abc import Iterator

from audit_desk.domain.case import Facts
from audit_desk.domain.case_event import CaseEvent, ListKind
from audit_desk.domain.moments import MONTHS, parse_moment

_YES, _NO = "Yes", "No"
_TO = "\u2013"


def event_text(event: CaseEvent) -> str:
    """Return an event in a line: ``Supervision 2 Mar 2026, by Jo Bell``."""
    return ", ".join(_WORDS[event.kind](event))


def short_moment(stored: str, year: int | None = None) -> str:
    """Return a stored moment as ``2 Mar 2026 18:40``.

    Args:
        stored: The moment; any other text is returned as it is.
        year: A year that has been said already and need not be said again.
    """
    try:
        moment = parse_moment(stored)
    except ValueError:
        return stored
    day = moment.day
    words = f"{day.day} {MONTHS[day.month - 1][:3]}"
    if day.year != year:
        words += f" {day.year}"
    return f"{words} {moment.time:%H:%M}" if moment.time else words


def list_moment(stored: str) -> str:
    """Return a stored moment as a list's suggestion shows it: ``2 Mar 2026, 18:40``."""
    day, _, time = stored.partition("T")
    return ", ".join(part for part in (short_moment(day), time) if part)


def _missing(event: CaseEvent) -> Iterator[str]:
    facts, year = event.facts, _year(event)
    what = str(facts.get("missing_status", "Missing"))
    began = short_moment(event.happened)
    returned = facts.get("returned")
    if returned:
        yield f"{what} {began} {_TO} {short_moment(str(returned), year)}"
    else:
        yield f"{what} from {began}"
        yield "no return on the list"
    interview = _interview(facts, year)
    if interview:
        yield interview


def _interview(facts: Facts, year: int) -> str:
    held, offered = facts.get("rhi_held"), facts.get("rhi_offered_on")
    if held:
        return f"interview {short_moment(str(held), year)}"
    if facts.get("rhi_done") == _YES:
        return "interview held"
    if facts.get("rhi_accepted") == _NO:
        return "interview declined"
    if offered:
        return f"interview offered {short_moment(str(offered), year)}"
    return {_YES: "interview offered", _NO: "no interview offered"}.get(
        str(facts.get("rhi_offered")), ""
    )


def _strategy(event: CaseEvent) -> Iterator[str]:
    facts, year = event.facts, _year(event)
    yield f"Strategy discussion {short_moment(event.happened)}"
    for key, word in (("requested", "requested"), ("circulated", "record circulated")):
        if key in facts:
            yield f"{word} {short_moment(str(facts[key]), year)}"
    if "icpc_date" in facts:
        yield f"conference {short_moment(str(facts['icpc_date']), year)}"
    elif facts.get("icpc_unnecessary") == _YES:
        yield "no conference needed"
    if facts.get("icpc_led_to_plan") == _YES:
        yield "led to a plan"


def _supervision(event: CaseEvent) -> Iterator[str]:
    facts = event.facts
    yield f"{facts.get('supervision_type', 'Supervision')} {short_moment(event.happened)}"
    if "supervisor" in facts:
        yield f"by {facts['supervisor']}"
    if "next_due" in facts:
        yield f"next due {short_moment(str(facts['next_due']), _year(event))}"


def _year(event: CaseEvent) -> int:
    return int(event.happened[:4])


_WORDS = {
    ListKind.MISSING: _missing,
    ListKind.STRATEGY: _strategy,
    ListKind.SUPERVISION: _supervision,
}
