"""The versions of one answer, judgement or contribution: who wrote what, and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from audit_desk.domain.audit import Answer, Judgement
from audit_desk.domain.contribution import Contribution
from audit_desk.domain.follow_up import FollowUp

Written = Answer | Judgement | Contribution | FollowUp
"""What has versions."""

_ONE_SITTING = timedelta(minutes=5)
"""Words that follow each other no later than this are one change: each pause is saved."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version.

    Attributes:
        number: Its line in the register's history.
        at: When it was written, UTC.
        who: Who wrote it.
        before: What stood there before; ``None`` where nothing did.
        after: What has stood there since.
    """

    number: int
    at: datetime
    who: str
    before: Written | None
    after: Written


def folded(versions: Sequence[Version]) -> tuple[Version, ...]:
    """Return versions with the pauses of one sitting's typing taken together.

    A choice, a date or another person's change always stands alone.

    Args:
        versions: The versions, oldest first.
    """
    return tuple(_folded(versions))


def _folded(versions: Sequence[Version]) -> Iterator[Version]:
    held: Version | None = None
    for version in versions:
        if held is not None and _goes_on(held, version):
            held = replace(version, before=held.before)
            continue
        if held is not None:
            yield held
        held = version
    if held is not None:
        yield held


def _goes_on(held: Version, version: Version) -> bool:
    near = version.at - held.at <= _ONE_SITTING
    return near and held.who == version.who and _only_typed(held) and _only_typed(version)


def _only_typed(version: Version) -> bool:
    """Whether nothing but a person's own words differs from the version before."""
    before, after = version.before, version.after
    if isinstance(before, Answer) and isinstance(after, Answer):
        return before == replace(after, evidence=before.evidence)
    if isinstance(before, Judgement) and isinstance(after, Judgement):
        return (before.grade, before.suggested) == (after.grade, after.suggested)
    if isinstance(before, Contribution) and isinstance(after, Contribution):
        return before == replace(after, why_not=before.why_not, said=before.said, how=before.how)
    if isinstance(after, FollowUp):
        was = before if isinstance(before, FollowUp) else FollowUp(after.question_id)
        if was.action_id or after.action_id:
            return False
        return was.is_empty or bool(was.none_because) == bool(after.none_because)
    return False
