"""From findings to what of them may leave the house: the one place where it is decided."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from audit_desk.domain.action import OWNER_ROLES, ActionLine
from audit_desk.domain.audience import Audience
from audit_desk.domain.audit import Grade
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.clocks import Outcome
from audit_desk.domain.findings import (
    RECORDED,
    Findings,
    QuestionFindings,
    Spread,
    ThemeFindings,
)
from audit_desk.domain.findings_clocks import ClockFindings
from audit_desk.domain.findings_contributions import RoleFindings
from audit_desk.domain.inference import Share
from audit_desk.domain.passages import (
    ACTIONS,
    Passage,
    PassageKey,
    PassageKind,
    passages_by_key,
    passages_of,
)
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.shareable import (
    Shareable,
    ShareableAction,
    ShareableChange,
    ShareableClock,
    ShareableDraw,
    ShareableProfile,
    ShareableQuestion,
    ShareableRole,
    ShareableTheme,
)
from audit_desk.domain.shown_rows import Base, Parts, ShownRow, shown
from audit_desk.domain.small_numbers import Totals, is_safe, merged, primary
from audit_desk.domain.trend import Change, Measure
from audit_desk.domain.waiting import waiting

OTHER_VALUES = "All other values"
"""Stands for values of an attribute that so few children have that they are joined."""

_COMPARED = frozenset(
    [
        *("exploitation_type", "gender", "age", "team", "status", "missing_episodes"),
        *("ethnicity", "disability", "previously_open"),
    ]
)
"""Attributes by which the sample is set beside its frame: none of them says of some children what
another says of fewer, as "offered" and "accepted" do, so no two can be subtracted."""
NO_RECORD, NO_ACCESS, NO_ANSWER = "not_evidenced", "not_accessible", "unanswered"
GRADES = tuple(str(grade.value) for grade in Grade)
_GOOD = frozenset({*GRADES[:2], "yes", "safe", RECORDED})


def shareable(
    found: Findings,
    audience: Audience,
    released: Collection[PassageKey],
    is_name: Callable[[str], bool],
) -> Shareable:
    """Return what of a round's findings may leave for an audience other than *full*.

    The same findings, audience and releases give the same.

    Args:
        found: What the round found.
        audience: For whom.
        released: The passages that the lead released.
        is_name: Whether a text holds a name that the register knows.
    """
    chosen = passages_by_key(passages_of(found), released)
    rows = _Rows(found, chosen)
    children = waiting(found)
    actions = _Actions(found, audience, chosen, is_name)
    independence = found.independence
    quoted = tuple(each for each in chosen if each.group != ACTIONS)
    return Shareable(
        audience=audience,
        organisation=found.organisation,
        round_name=found.round_name,
        purpose=found.purpose,
        tool_title=found.tool_title,
        tool_version=found.tool_version,
        tool_purpose=found.tool_purpose,
        documents=found.documents,
        computed_from=found.computed_from,
        drawn=found.drawn,
        submitted=found.submitted,
        purposive=found.purposive,
        population=found.population,
        draw=_draw(found.receipts[-1], len(found.receipts)) if found.receipts else None,
        overall=rows.theme(found.overall),
        themes=tuple(rows.theme(theme) for theme in found.themes),
        clocks=tuple(rows.clock(clock) for clock in found.clocks if clock.is_used),
        profiles=tuple(_profiles(found)),
        roles=tuple(_role(role, found.submitted) for role in _roles(found)),
        is_waiting=bool(children),
        waiting=len(children) if audience.lists_children else primary(len(children)),
        waiting_for=children if audience.lists_children else (),
        changes=rows.changes(found),
        overridden=_of_all(found.overridden, found.submitted),
        all_declared=independence.declared == independence.read if independence else None,
        actions=tuple(actions.of(found.actions)),
        earlier_actions=tuple(actions.of(found.earlier_actions)),
        files=tuple(_files(found)) if audience.lists_files else (),
        passages=tuple(_without_file(each, audience) for each in quoted),
    )


def _without_file(passage: Passage, audience: Audience) -> Passage:
    reference = passage.reference if audience.lists_files else ""
    return Passage(passage.kind, passage.group, reference, passage.item, passage.text)


def _of_all(n: int, of: int) -> Share | None:
    """Return n of all files read, where neither they nor the others are few."""
    return Share(n, of) if is_safe(n) and is_safe(of - n) else None


class _Rows:
    """The rows of one report: no two of them may be subtracted from each other.

    The rows that a reader looks for first come first, so that they keep their detail.
    """

    def __init__(self, found: Findings, chosen: Collection[Passage]) -> None:
        self._totals = Totals({found.submitted})
        themes = (found.overall, *found.themes)
        self._chosen = chosen
        self._themes = {theme.theme_id: self._row(_judged(theme)) for theme in themes}
        self._clocks = {clock.clock_id: self._row(_timed(clock)) for clock in found.clocks}
        self._questions = {
            question.question_id: self._row(_answered(question))
            for theme in found.themes
            for question in theme.questions
        }

    def _row(self, parts: Parts) -> ShownRow:
        return shown(parts, self._totals)

    def theme(self, theme: ThemeFindings) -> ShareableTheme:
        """Return a theme."""
        questions = tuple(self._question(question) for question in theme.questions)
        row = self._themes[theme.theme_id]
        return ShareableTheme(theme.theme_id, theme.title, row, questions)

    def changes(self, found: Findings) -> tuple[ShareableChange, ...] | None:
        """Return the changes that are claimed of judgements whose share is shown as it is."""
        if found.trend is None:
            return None
        shown_whole = {key for key, row in self._themes.items() if row.base is Base.DECIDED}
        return tuple(
            ShareableChange(line.title, line.change is Change.BETTER, line.before.round_name)
            for line in found.trend.claimed(Measure.OVERALL, Measure.THEME)
            if line.key in shown_whole
        )

    def _question(self, found: QuestionFindings) -> ShareableQuestion:
        row = self._questions[found.question_id]
        return ShareableQuestion(found.question_id, found.wording, found.critical, found.kind, row)

    def clock(self, clock: ClockFindings) -> ShareableClock:
        """Return a clock."""
        events = clock.events.in_time if clock.events else None
        return ShareableClock(
            clock.clock_id,
            clock.title,
            clock.theme_title,
            clock.standard,
            clock.local,
            self._clocks[clock.clock_id],
            clock.events is not None,
            _of_all(events.n, events.of) if events else None,
        )


def _judged(theme: ThemeFindings) -> Parts:
    spread: Spread = theme.spread
    counts = {str(grade.value): spread.grades[grade] for grade in Grade}
    return _parts(counts, theme.good_or_better, spread)


def _answered(question: QuestionFindings) -> Parts:
    if question.kind == AnswerKind.FACTS:
        # Whether facts were recorded has no share of its own: without them is the other answer.
        recorded = {RECORDED: question.counts[RECORDED]}
        return Parts(recorded, _absent(question), {}, question.not_applicable)
    return _parts(question.counts, question.favourable, question)


def _parts(counts: Mapping[str, int], share: Share, row: Spread | QuestionFindings) -> Parts:
    good = {name: count for name, count in counts.items() if name in _GOOD}
    others = {name: count for name, count in counts.items() if name not in _GOOD}
    return Parts(good, others, _absent(row), row.not_applicable, share)


def _absent(row: Spread | QuestionFindings) -> Mapping[str, int]:
    return {
        NO_RECORD: row.not_evidenced,
        NO_ACCESS: row.not_accessible,
        NO_ANSWER: row.unanswered,
    }


def _timed(clock: ClockFindings) -> Parts:
    counts = clock.counts
    unknown = (Outcome.NO_RECORD, Outcome.CANNOT_CONFIRM)
    return Parts(
        {Outcome.IN_TIME.value: counts[Outcome.IN_TIME]},
        {Outcome.LATE.value: counts[Outcome.LATE]},
        {outcome.value: counts[outcome] for outcome in unknown},
        counts[Outcome.NOT_APPLICABLE],
        clock.in_time,
    )


def _roles(found: Findings) -> tuple[RoleFindings, ...]:
    return found.contributions.roles if found.contributions else ()


def _role(role: RoleFindings, read: int) -> ShareableRole:
    """Return a role's shares; whoever was heard was asked, so each must differ from the last."""
    shares: list[Share | None] = []
    last = read
    for count in (role.invited, role.took_part, role.changed):
        is_open = is_safe(count) and is_safe(read - count) and is_safe(abs(last - count))
        shares.append(Share(count, read) if is_open else None)
        last = count if is_open else last
    return ShareableRole(role.role, *shares)


def _profiles(found: Findings) -> Iterator[ShareableProfile]:
    labels = {field.label for field in CASE_FIELDS if field.key in _COMPARED}
    for profile in found.profiles if found.receipts else ():
        if profile.field_label not in labels:
            continue
        rows = [(row.value, row.in_frame, row.in_sample) for row in profile.rows]
        kept = merged(rows, OTHER_VALUES)
        if kept:
            yield ShareableProfile(profile.field_label, kept)


def _draw(receipt: Receipt, draws: int) -> ShareableDraw:
    return ShareableDraw(
        receipt.algorithm,
        receipt.seed,
        receipt.size,
        receipt.frame_size,
        receipt.frame_hash,
        receipt.where,
        receipt.by,
        receipt.minimum,
        receipt.drawn_at,
        draws - 1,
    )


def _files(found: Findings) -> Iterator[tuple[str, str]]:
    for line in found.audits:
        yield line.reference, "chosen on purpose" if line.purposive else "drawn"


@dataclass(frozen=True, slots=True)
class _Actions:
    """Which words of actions leave, and which owners are roles."""

    found: Findings
    audience: Audience
    chosen: Collection[Passage]
    is_name: Callable[[str], bool]

    def of(self, lines: Collection[ActionLine]) -> Iterator[ShareableAction]:
        """Yield the actions as they may leave."""
        said = {(each.kind, each.item): each.text for each in self.chosen}
        for line in lines:
            action = line.action
            owner = action.draft.owner.strip()
            is_role = owner in OWNER_ROLES or (PassageKind.ACTION, action.id) in said
            yield ShareableAction(
                line.round_name,
                said.get((PassageKind.ACTION, action.id), ""),
                owner if is_role and not self.is_name(owner) else "",
                action.draft.due_on,
                action.state,
                said.get((PassageKind.OUTCOME, action.id), ""),
                line.references if self.audience.lists_children else (),
            )
