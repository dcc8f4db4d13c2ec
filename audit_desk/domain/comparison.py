"""Puts two sealed readings side by side, thing by thing."""

from collections.abc import Mapping, Sequence

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
    found = [_judgement(OVERALL, OVERALL_TITLE, (first, second), ("", ""), settled)]
    compared = [question for question in tool.questions() if _is_compared(question)]
    left, right = standings(tool, compared, first), standings(tool, compared, second)
    for theme in tool.themes:
        questions = [question for question in theme.questions if question.id in left]
        absent = (
            unjudged([left[question.id] for question in questions]),
            unjudged([right[question.id] for question in questions]),
        )
        found.append(_judgement(theme.id, theme.title, (first, second), absent, settled))
        for question in questions:
            key = answer_item(question.id)
            found.append(
                Item(
                    key,
                    theme.id,
                    theme.title,
                    f"{question.id}. {question.wording}",
                    question.kind,
                    question.critical,
                    Side(left[question.id], _evidence(first, question.id)),
                    Side(right[question.id], _evidence(second, question.id)),
                    settled.get(key),
                )
            )
    nothing = {Absence.NOT_APPLICABLE.value}
    return tuple(item for item in found if {item.first.standing, item.second.standing} != nothing)


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
    theme_id: str,
    title: str,
    pair: tuple[FullAudit, FullAudit],
    absent: tuple[str, str],
    settled: Mapping[str, Settlement],
) -> Item:
    key = judgement_item(theme_id)
    first, second = (
        Side(judged(full, theme_id) or without or UNANSWERED, _rationale(full, theme_id))
        for full, without in zip(pair, absent, strict=True)
    )
    named = "Overall judgement" if theme_id == OVERALL else f"Judgement of {title}"
    return Item(
        key, theme_id, title, named, AnswerKind.GRADE, False, first, second, settled.get(key)
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
