"""The free texts that leave with a report for one audience, to be looked through."""

from collections.abc import Iterator

from audit_desk.domain.shareable import Shareable
from audit_desk.domain.written_texts import TextPlace, Written


def texts_of_shareable(shared: Shareable) -> Iterator[Written]:
    """Yield every text that somebody typed and that leaves; empty ones too."""
    yield TextPlace("Name of the round"), shared.round_name
    yield TextPlace("Purpose of the round"), shared.purpose
    for each in shared.passages:
        yield TextPlace(f"{each.group}, {each.kind.label.lower()}", each.reference), each.text
    for line in (*shared.actions, *shared.earlier_actions):
        yield TextPlace("Action, name of its round"), line.round_name
        yield TextPlace("Action, what will change"), line.change
        yield TextPlace("Action, who sees to it"), line.owner
        yield TextPlace("Action, what became of it"), line.outcome
