"""What "go to anything" offers besides the pages: rounds and audits."""

from collections.abc import Callable, Collection
from functools import partial

from audit_desk.domain.people import same_person
from audit_desk.services.desk import Desk
from audit_desk.ui.go_to import Destination


def destinations(
    desk: Desk,
    pages: Collection[str],
    open_round: Callable[[str], object],
    open_audit: Callable[[str], object],
) -> list[Destination]:
    """Return where somebody can go: without the page of the rounds, only to audits of theirs."""
    person, all_audits = desk.settings.person(), "rounds" in pages
    places = []
    for line in desk.rounds.lines():
        name, key = line.round.name, line.round.id
        if all_audits:
            places.append(Destination(name, "Round", partial(open_round, key)))
        for audit in desk.rounds.every_reading(key):
            if (all_audits and audit.reading == 1) or same_person(audit.auditor, person):
                what = "Second reading" if audit.reading > 1 else "Audit"
                go = partial(open_audit, audit.id)
                places.append(Destination(audit.reference, f"{what} in {name}", go))
    return places
