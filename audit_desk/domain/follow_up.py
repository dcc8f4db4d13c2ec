"""What follows from an answer that shows a child was not helped well enough.

Each such answer asks for one of three things: an action, a link to an action that exists, or the
reason why none is needed. An audit without them names what is wrong and changes nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.applicability import applies, relevant_answers
from audit_desk.domain.audit import NO, PARTLY, UNSAFE, UNSURE, Answer, Answers, Judgements
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Question
from audit_desk.domain.case import Facts
from audit_desk.domain.completeness import Gap, gaps

_ADVERSE: Mapping[AnswerKind, tuple[str, ...]] = {
    AnswerKind.GRADE: ("3", "4"),
    AnswerKind.YES_PARTLY_NO: (PARTLY, NO),
    AnswerKind.SAFETY: (UNSURE, UNSAFE),
    AnswerKind.FACTS: (),
}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What the auditor says follows from one answer; one of the three at the most.

    Attributes:
        question_id: The question.
        draft: An action of this answer's own.
        action_id: Another action of the round, which responds to this answer as well.
        same_as: The same, named by another question of this audit; kept as its action's id.
        none_because: Why no action is needed.
    """

    question_id: str
    draft: ActionDraft = field(default=ActionDraft())
    action_id: str = ""
    same_as: str = ""
    none_because: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        linked = self.action_id or self.same_as
        return self.draft.is_empty and not linked and not self.none_because.strip()

    @property
    def as_kept(self) -> "FollowUp":
        """As it is kept: without the words of another answer's action, where it names one."""
        return replace(self, draft=ActionDraft()) if self.action_id else self


FollowUps = Mapping[str, FollowUp]
"""Follow-ups by question id; an answer of which nothing is said is absent."""


def is_adverse(question: Question, answer: Answer) -> bool:
    """Whether an answer asks for an action.

    It does where it is Requires improvement or Inadequate, partly or no, unsure or unsafe.
    An absence of evidence is no finding of its own: it shows in the judgement.
    """
    if answer.absence is not None or question.for_moderator:
        return False
    return answer.value in _ADVERSE[question.kind]


def missing(follow_up: FollowUp | None) -> str:
    """Return what is still to be said, as the end of a sentence; empty when nothing is."""
    if follow_up is None or follow_up.is_empty:
        return "say what will be done, or why nothing is needed."
    draft = follow_up.draft
    if follow_up.action_id or follow_up.none_because.strip() or draft.is_complete:
        return ""
    if not draft.change.strip():
        return "say what will change for the child."
    wanted = ["who sees to it"] * (not draft.owner.strip()) + ["by when"] * (draft.due_on is None)
    return f"say {' and '.join(wanted)}."


def follow_up_gaps(
    tool: AuditTool, answers: Answers, facts: Facts, follow_ups: FollowUps
) -> tuple[Gap, ...]:
    """Return the answers from which something follows that is not said yet, in reading order.

    Args:
        tool: The tool.
        answers: The audit's answers.
        facts: The case's facts.
        follow_ups: What the auditor said so far.
    """
    return tuple(_gaps(tool, answers, facts, follow_ups))


def submit_gaps(
    tool: AuditTool, answers: Answers, judgements: Judgements, facts: Facts, follow_ups: FollowUps
) -> tuple[Gap, ...]:
    """Return all that is open before an audit is submitted on its page, in reading order."""
    places: dict[tuple[str, str], int] = {}
    for theme in tool.themes:
        for question in theme.questions:
            places[theme.id, question.id] = len(places)
        places[theme.id, ""] = len(places)
    every = (
        *gaps(tool, answers, judgements, facts),
        *follow_up_gaps(tool, answers, facts, follow_ups),
    )
    return tuple(
        sorted(every, key=lambda gap: places.get((gap.theme_id, gap.question_id), len(places)))
    )


def _gaps(tool: AuditTool, answers: Answers, facts: Facts, follow_ups: FollowUps) -> Iterator[Gap]:
    relevant = relevant_answers(tool, answers, facts)
    for theme in tool.themes:
        for question in theme.questions:
            answer = relevant.get(question.id)
            if answer is None or not is_adverse(question, answer):
                continue
            open_ = missing(follow_ups.get(question.id))
            if open_ and applies(question, relevant, facts):
                yield Gap(theme.id, question.id, f"{question.id}: {open_}")
