"""What leaves as tables, for whichever audience: all that a round holds, or what may be shared."""

from dataclasses import dataclass

from audit_desk.domain.audience import Audience
from audit_desk.domain.findings import Findings
from audit_desk.domain.round_record import RoundRecord
from audit_desk.domain.shareable import Shareable
from audit_desk.reports.tables.audience import build_audience_tables
from audit_desk.reports.tables.build import build_tables
from audit_desk.reports.tables.model import DataTable


@dataclass(frozen=True, slots=True)
class Leaving:
    """Tables with what is said of them.

    Attributes:
        found: What the round found.
        audience: For whom the tables are.
        tables: The tables in reading order.
    """

    found: Findings | Shareable
    audience: Audience
    tables: tuple[DataTable, ...]

    @property
    def left_out(self) -> str:
        """What is left out, in sentences."""
        return " ".join(self.audience.leaves_out)


def leaving(source: RoundRecord | Shareable) -> Leaving:
    """Return the tables of a round, or of what may be shared of it."""
    if isinstance(source, Shareable):
        return Leaving(source, source.audience, build_audience_tables(source))
    return Leaving(source.findings, Audience.FULL, build_tables(source))
