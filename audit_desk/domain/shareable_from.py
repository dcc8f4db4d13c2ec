"""From findings to what of them may leave the house: the one place where it is decided."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from audit_desk.domain.action import OWNER_ROLES, ActionLine
from audit_desk.domain.audience import Audience
from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.findings import (
    Findings,
)
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
    ShareableDraw,
    ShareableProfile,
    ShareableRole,
)
from audit_desk.domain.shareable_rows import Rows, of_all
from audit_desk.domain.small_numbers import is_safe, merged, primary
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
    rows = Rows(found)
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
        profiles=tuple(_profiles(found, rows)),
        roles=tuple(_role(role, found.submitted) for role in _roles(found)),
        is_waiting=bool(children),
        waiting=len(children) if audience.lists_children else primary(len(children)),
        waiting_for=children if audience.lists_children else (),
        changes=rows.changes(found),
        overridden=of_all(found.overridden, found.submitted),
        all_declared=independence.declared == independence.read if independence else None,
        actions=tuple(actions.of(found.actions)),
        earlier_actions=tuple(actions.of(found.earlier_actions)),
        files=tuple(_files(found)) if audience.lists_files else (),
        passages=tuple(_without_file(each, audience) for each in quoted),
    )


def _without_file(passage: Passage, audience: Audience) -> Passage:
    reference = passage.reference if audience.lists_files else ""
    return Passage(passage.kind, passage.group, reference, passage.item, passage.text)


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


def _profiles(found: Findings, shown: Rows) -> Iterator[ShareableProfile]:
    keys = {field.label: field.key for field in CASE_FIELDS if field.key in _COMPARED}
    for profile in found.profiles if found.receipts else ():
        key = keys.get(profile.field_label)
        rows = [(row.value, row.in_frame, row.in_sample) for row in profile.rows]
        kept = merged(rows, OTHER_VALUES) if key else ()
        if kept and (key not in found.asked_by or _stand_beside(kept, shown)):
            yield ShareableProfile(profile.field_label, kept)


def _stand_beside(rows: Sequence[tuple[str, int, int]], shown: Rows) -> bool:
    """Whether no sum of an attribute's rows lies close to the number of files that a row fits.

    Of an attribute that says whom a question is asked of: seven drawn children who were missing
    and five whom the interview fits would be two who declined it.
    """
    sums = {0}
    for _, _, drawn in rows:
        sums |= {known + drawn for known in sums}
    return all(shown.takes([each]) for each in sums - {0, sum(row[2] for row in rows)})


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
                self._theme(line) if self.audience.lists_children else "",
            )

    def _theme(self, line: ActionLine) -> str:
        """Return the theme of the first answer that an action responds to, where it is known."""
        asked = {finding.question_id for finding in line.findings[:1]}
        for theme in self.found.themes:
            if asked & {question.question_id for question in theme.questions}:
                return theme.theme_id
        return ""
