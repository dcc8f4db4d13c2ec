"""The pieces that a report is made of, as plain dataclasses without any layout.

The same pieces are set on paper, in a word processor's file and on screen, so that all of
them say the same.
"""

from dataclasses import dataclass
from enum import Enum, auto

from audit_desk.domain.findings import Spread
from audit_desk.domain.representativeness import Picture
from audit_desk.domain.trend import TrendLine


class Role(Enum):
    """What a paragraph does."""

    BODY = auto()
    """Running text."""
    LEAD = auto()
    """The sentence that a section should be remembered by."""
    ACTION = auto()
    """What somebody has to do now; it stands out."""
    NOTE = auto()
    """How to read what stands above it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. Line feeds in it are kept."""

    text: str
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with a few words before it that say what or whom it is about."""

    lead: str
    text: str


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages under one small heading (which may be empty)."""

    title: str
    items: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names and their values, one pair a line."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        title: Its head.
        share: Its width as a share of the table's; only the proportion to the others counts.
        is_number: Set to the right, so that figures stand under each other.
    """

    title: str
    share: float
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; it always has at least one row."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class GradeChart:
    """One bar of grades, with what it shows in words for whoever cannot see it."""

    spread: Spread
    description: str


@dataclass(frozen=True, slots=True)
class OverviewChart:
    """A bar of grades for each title.

    Attributes:
        rows: The titles with their grades.
        description: What the chart shows, in words.
        key: How to read it; it stands with the chart.
    """

    rows: tuple[tuple[str, Spread], ...]
    description: str
    key: str


@dataclass(frozen=True, slots=True)
class LikenessCharts:
    """The sample beside its frame, attribute by attribute; each picture says itself in words."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class TrendChart:
    """Rounds beside each other, line by line.

    Attributes:
        lines: What is compared; at least one.
        description: What the chart shows, in words.
        key: How to read it; it stands with the chart.
    """

    lines: tuple[TrendLine, ...]
    description: str
    key: str


Block = (
    Text
    | Bullets
    | Passages
    | Pairs
    | Table
    | GradeChart
    | OverviewChart
    | LikenessCharts
    | TrendChart
)


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its number, as it stands in the contents.

    Attributes:
        key: Stable and unique in its report; links and bookmarks go by it.
        number: ``1``, ``6.2`` or ``A``; empty in a short document.
        title: Its title without the number.
        blocks: What it says, before its subsections.
        sections: Its subsections.
    """

    key: str
    number: str
    title: str
    blocks: tuple[Block, ...]
    sections: tuple["Section", ...] = ()

    @property
    def heading(self) -> str:
        """Number and title."""
        return f"{self.number}  {self.title}" if self.number else self.title


@dataclass(frozen=True, slots=True)
class ReportContent:
    """Everything that a report says.

    Attributes:
        kind: What sort of report it is.
        organisation: Whose report it is; the document's author.
        round_name: What the report is about; its title on paper.
        marking: How the report has to be handled, printed on every page.
        about: A few facts under the title.
        sections: The sections in reading order.
        subject: What the document says it is about.
        has_contents: Whether the sections are listed after the first; not in a short document.
        page_each: Whether each section begins a page.
    """

    kind: str
    organisation: str
    round_name: str
    marking: str
    about: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    subject: str = "Dip sample of children's files"
    has_contents: bool = True
    page_each: bool = False

    @property
    def title(self) -> str:
        """The document's title, which says of itself what it is."""
        return f"{self.kind}: {self.round_name}"
