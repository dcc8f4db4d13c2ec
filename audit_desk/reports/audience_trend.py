"""What changed since earlier rounds, for one audience: no figure, only what intervals carry."""

from audit_desk.domain.shareable import Shareable
from audit_desk.reports.blocks import Block, Bullets, Section, Text
from audit_desk.reports.trend import TITLE


def trend_section(place: str, shared: Shareable) -> Section:
    """Say what changed as far as the intervals carry."""
    blocks: list[Block]
    if shared.changes is None:
        blocks = [Text("There is no earlier round to compare with.")]
    elif not shared.changes:
        blocks = [
            Text(
                "No change is claimed since the last round, for no two intervals that are shown"
                " lie apart. That does not say that nothing changed."
            )
        ]
    else:
        lines = tuple(
            f"{each.title}: {'more' if each.is_better else 'fewer'} files were good or better than"
            f" in {each.since}."
            for each in shared.changes
        )
        blocks = [
            Bullets(lines),
            Text("The intervals of both rounds lie apart. Of the rest no change is claimed."),
        ]
    return Section("trend", place, TITLE, tuple(blocks))
