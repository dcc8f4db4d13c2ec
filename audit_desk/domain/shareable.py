"""What a round found, as it may leave the house: plain figures and texts, nothing else.

A report for an audience other than *full* is made of this and of nothing else, so that paper, word
processor, workbook and CSV agree, and so that what is added to the findings one day leaves only
when somebody has decided here how.
"""

import datetime as dt
from dataclasses import dataclass
from datetime import datetime

from audit_desk.domain.action import ActionState
from audit_desk.domain.audience import Audience
from audit_desk.domain.contribution import Role
from audit_desk.domain.inference import Share
from audit_desk.domain.passages import Passage, PassageKind
from audit_desk.domain.shown_rows import ShownRow


@dataclass(frozen=True, slots=True)
class ShareableQuestion:
    """One question; see ``QuestionFindings``."""

    question_id: str
    wording: str
    critical: bool
    kind: str
    row: ShownRow


@dataclass(frozen=True, slots=True)
class ShareableTheme:
    """One theme, or the overall judgement; see ``ThemeFindings``."""

    theme_id: str
    title: str
    row: ShownRow
    questions: tuple[ShareableQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class ShareableClock:
    """One standard; see ``ClockFindings``.

    Attributes:
        is_list: Whether it reads a list: a file then counts by the worst of many events.
        events: Of a list: events in time, of all with the dates that it takes; ``None`` for other
            clocks and where it is withheld.
    """

    clock_id: str
    title: str
    theme_title: str
    standard: str
    local: bool
    row: ShownRow
    is_list: bool = False
    events: Share | None = None


@dataclass(frozen=True, slots=True)
class ShareableAction:
    """One action.

    Attributes:
        round_name: Its round.
        change: What will change; empty where the wording is not released.
        owner: The role; empty where none is given, or a name stands there.
        due_on: By when.
        state: How it stands.
        outcome: What became of it; empty unless released.
        references: The files it comes from, for those who have to act; else none.
        theme_id: The theme of the answer that it responds to first, for those too; else empty.
    """

    round_name: str
    change: str
    owner: str
    due_on: dt.date | None
    state: ActionState
    outcome: str
    references: tuple[str, ...]
    theme_id: str = ""


@dataclass(frozen=True, slots=True)
class ShareableRole:
    """One role's part in the audits, each of all files read; ``None`` where withheld."""

    role: Role
    invited: Share | None
    took_part: Share | None
    changed: Share | None


@dataclass(frozen=True, slots=True)
class ShareableProfile:
    """The sample beside its frame for one attribute, small values joined.

    Attributes:
        field_label: The attribute.
        rows: Value, how many in the frame, how many drawn.
    """

    field_label: str
    rows: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class ShareableChange:
    """A change since an earlier round that the intervals support, without its figures.

    Attributes:
        title: What changed.
        is_better: Whether more files were good or better.
        since: The earlier round.
    """

    title: str
    is_better: bool
    since: str


@dataclass(frozen=True, slots=True)
class ShareableDraw:
    """How the sample was drawn, without any file or name; see ``Receipt``."""

    algorithm: str
    seed: int
    size: int
    frame_size: int
    frame_hash: str
    where: tuple[tuple[str, str], ...]
    by: tuple[str, ...]
    minimum: int
    drawn_at: str
    earlier: int


@dataclass(frozen=True, slots=True)
class Shareable:
    """Everything that leaves with a report for one audience.

    Attributes:
        audience: For whom.
        organisation: As in ``Findings``, and so on.
        is_waiting: Whether any child needs action now.
        waiting: How many do; ``None`` where withheld.
        waiting_for: Their references, for those who have to act; else none.
        changes: What changed since earlier rounds; ``None`` where there is none to compare with.
        overridden: Files with a judgement that differs from the suggestion, of all read.
        all_declared: Whether every auditor declared to have had no part in the case; ``None``
            where that is not known.
        files: The files of the round, for those who may ask for them; else none.
        passages: All that is released, in reading order.
    """

    audience: Audience
    organisation: str
    round_name: str
    purpose: str
    tool_title: str
    tool_version: int
    tool_purpose: str
    documents: tuple[str, ...]
    computed_from: datetime
    drawn: int
    submitted: int
    purposive: int
    population: int | None
    draw: ShareableDraw | None
    overall: ShareableTheme
    themes: tuple[ShareableTheme, ...]
    clocks: tuple[ShareableClock, ...]
    profiles: tuple[ShareableProfile, ...]
    roles: tuple[ShareableRole, ...]
    is_waiting: bool
    waiting: int | None
    waiting_for: tuple[str, ...]
    changes: tuple[ShareableChange, ...] | None
    overridden: Share | None
    all_declared: bool | None
    actions: tuple[ShareableAction, ...]
    earlier_actions: tuple[ShareableAction, ...]
    files: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]

    def lead(self, part: str) -> str:
        """Return the lead's words in a part of the report; empty unless released."""
        words = (each for each in self.passages if each.kind is PassageKind.LEAD)
        return next((each.text for each in words if each.item == part), "")

    def quoted(self, kind: PassageKind, group: str = "") -> tuple[Passage, ...]:
        """Return the released passages of a kind, of one theme where one is named."""
        return tuple(
            each for each in self.passages if each.kind is kind and group in {"", each.group}
        )
