"""Puts two sealed readings side by side, thing by thing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit_desk.domain.audit import OVERALL, Absence, Audit, FullAudit
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Question
from audit_desk.domain.moderation import OVERALL_TITLE, Item, Pair, PairState, Side
from audit_desk.domain.second_reading import Further
from audit_desk.domain.settlement import Settlement, answer_item, judgement_item
from audit_desk.domain.standing import UNANSWERED, judged, standings, unjudged


def items(
    tool: AuditTool,
    first: FullAudit,
    second: FullAudit,
    settled: Mapping[str, Settlement],
) -> tuple[Item, ...]:
    """Return all that two readers were asked, side by side: overall, then theme by theme.

    Questions of facts have no main answer and are not compared, nor is the moderator's question.
    What fits the child for neither reader is left out.

    Args:
        tool: The round's tool.
        first: The first reading.
        second: The further reading.
        settled: What was settled and stands, by item.
    """
    nothing = (Absence.NOT_APPLICABLE.value, Absence.NOT_APPLICABLE.value)
    return tuple(
        _judgement(each, (first, second), settled)
        if each.question is None
        else _answer(each, each.question, (first, second), settled)
        for each in _asked(tool, first, second)
        if each.standings != nothing
    )


def differing(tool: AuditTool, first: FullAudit, second: FullAudit) -> frozenset[str]:
    """Return the keys of the items in which two readings differ, and nothing of what they say."""
    return frozenset(
        each.key for each in _asked(tool, first, second) if each.standings[0] != each.standings[1]
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """One thing that both were asked, and where it stands in each reading."""

    key: str
    theme_id: str
    theme_title: str
    standings: tuple[str, str]
    question: Question | None = None  # a judgement has none


def _asked(tool: AuditTool, first: FullAudit, second: FullAudit) -> Iterator[_Asked]:
    compared = [question for question in tool.questions() if _is_compared(question)]
    left, right = standings(tool, compared, first), standings(tool, compared, second)

    def judgement(theme_id: str, title: str, absent: tuple[str, str]) -> _Asked:
        of_both = (
            judged(first, theme_id) or absent[0] or UNANSWERED,
            judged(second, theme_id) or absent[1] or UNANSWERED,
        )
        return _Asked(judgement_item(theme_id), theme_id, title, of_both)

    yield judgement(OVERALL, OVERALL_TITLE, ("", ""))
    for theme in tool.themes:
        questions = [question for question in theme.questions if question.id in left]
        absent = (
            unjudged([left[question.id] for question in questions]),
            unjudged([right[question.id] for question in questions]),
        )
        yield judgement(theme.id, theme.title, absent)
        for question in questions:
            of_both = (left[question.id], right[question.id])
            yield _Asked(answer_item(question.id), theme.id, theme.title, of_both, question)


def _is_compared(question: Question) -> bool:
    return question.kind is not AnswerKind.FACTS and not question.for_moderator


def compare(first: Audit, further: Further, compared: Sequence[Item], trouble: str = "") -> Pair:
    """Return the pair of two sealed readings.

    Args:
        first: The first reading.
        further: The further reading.
        compared: As ``items`` returns them.
        trouble: What is wrong with a seal; then nothing is shown.
    """
    if trouble:
        return Pair(first, further, PairState.BROKEN, trouble=trouble)
    state = PairState.ALIKE
    if any(item.differs for item in compared):
        is_open = any(item.is_open for item in compared)
        state = PairState.DIFFERENT if is_open else PairState.SETTLED
    return Pair(first, further, state, tuple(compared))


def _judgement(
    asked: _Asked, pair: tuple[FullAudit, FullAudit], settled: Mapping[str, Settlement]
) -> Item:
    first, second = (
        Side(standing, _rationale(full, asked.theme_id))
        for full, standing in zip(pair, asked.standings, strict=True)
    )
    is_overall = asked.theme_id == OVERALL
    named = "Overall judgement" if is_overall else f"Judgement of {asked.theme_title}"
    return Item(
        asked.key,
        asked.theme_id,
        asked.theme_title,
        named,
        AnswerKind.GRADE,
        False,
        first,
        second,
        settled.get(asked.key),
    )


def _answer(
    asked: _Asked,
    question: Question,
    pair: tuple[FullAudit, FullAudit],
    settled: Mapping[str, Settlement],
) -> Item:
    first, second = (
        Side(standing, _evidence(full, question.id))
        for full, standing in zip(pair, asked.standings, strict=True)
    )
    return Item(
        asked.key,
        asked.theme_id,
        asked.theme_title,
        f"{question.id}. {question.wording}",
        question.kind,
        question.critical,
        first,
        second,
        settled.get(asked.key),
    )


def _rationale(full: FullAudit, theme_id: str) -> str:
    judgement = full.judgements.get(theme_id)
    if judgement is None:
        return ""
    texts = (judgement.rationale, judgement.strengths, judgement.improvements)
    return "\n".join(text.strip() for text in texts if text.strip())


def _evidence(full: FullAudit, question_id: str) -> str:
    answer = full.answers.get(question_id)
    return answer.evidence.strip() if answer else ""
