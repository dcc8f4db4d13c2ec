"""Invented second readings: pairs of which some differ, some are settled, one still waits."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from audit_desk.domain.audit import OVERALL, Answer, AuditState, FullAudit, Grade
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.comparison import compare, items
from audit_desk.domain.moderation import Pair, PairState, RoundModeration
from audit_desk.domain.second_reading import Further, How, Rule
from audit_desk.domain.settlement import Feedback, Settlement, judgement_item
from tests.reports.example import START, make_audit, make_frame
from tests.reports.example_tool import EXAMPLE_TOOL

MODERATOR = "Imogen Sayle"
READER = "Tobias Wren"
RULE = Rule(4711)
OVERALL_ITEM = judgement_item(OVERALL)


def second_of(full: FullAudit, reader: str = READER, lower: int = 0) -> FullAudit:
    """Return another reading of the same file, so many grades lower where there is room."""
    audit = replace(
        full.audit,
        id=f"{full.audit.id}-{reader}",
        auditor=reader,
        reading=2,
        seal="1" * 64,
        submitted_at=START + timedelta(days=11),
    )

    def moved(grade: Grade | None) -> Grade | None:
        return Grade(min(grade + lower, 4)) if grade else None

    judgements = {
        key: replace(each, grade=moved(each.grade), rationale="Read from the minutes alone.")
        for key, each in full.judgements.items()
    }
    answers = dict(full.answers)
    if lower:
        graded = [key for key, answer in full.answers.items() if answer.grade is not None][:4]
        for key in graded:
            grade = moved(full.answers[key].grade)
            answers[key] = Answer(
                key, str(grade.value if grade else ""), evidence="Two of four actions had no date."
            )
    return FullAudit(audit, answers, judgements)


def pair_of(
    first: FullAudit,
    second: FullAudit,
    tool: AuditTool = EXAMPLE_TOOL,
    settled: Sequence[Settlement] = (),
    how: How = How.RULE,
) -> Pair:
    """Return two sealed readings beside each other."""
    reason = {
        How.RULE: "Number 2 in rank of the 9 other submitted files, of which 25 % are read twice.",
        How.HAND: "The family complained of how it was read.",
        How.CALIBRATION: "To grade alike before the round begins.",
    }[how]
    further = Further(second.audit, first.audit.id, how, reason, "Lea Marsh", START)
    compared = items(tool, first, second, {each.item: each for each in settled})
    return compare(first.audit, further, compared)


def settlement(first: FullAudit, second: FullAudit, item: str, value: str) -> Settlement:
    """Return something that was settled."""
    return Settlement(
        first.audit.id,
        item,
        value,
        None,
        "The second reader's evidence carries it: two of the four actions had no date.",
        MODERATOR,
        START + timedelta(days=12),
        (first.audit.seal, second.audit.seal),
    )


def make_moderation(number: int = 12, tool: AuditTool = EXAMPLE_TOOL) -> RoundModeration:
    """Return so many pairs: every third differs, the first of those is settled overall."""
    frame = list(make_frame().items())[: number + 2]
    pairs: list[Pair] = []
    for at, (reference, facts) in enumerate(frame[:number]):
        first = make_audit(reference, facts, at, tool)
        second = second_of(first, lower=int(at % 3 == 1))
        settled = [settlement(first, second, OVERALL_ITEM, "4")] if at == 1 else []
        pairs.append(pair_of(first, second, tool, settled))
    reference, facts = frame[-2]
    common = make_audit(reference, facts, 30, tool)
    pairs += [
        pair_of(common, second_of(common, reader, lower), tool, how=How.CALIBRATION)
        for reader, lower in ((READER, 1), ("Mirela Danso", 0))
    ]
    reference, facts = frame[-1]
    waiting = make_audit(reference, facts, 31, tool)
    begun = replace(
        second_of(waiting).audit,
        state=AuditState.IN_PROGRESS,
        submitted_at=None,
        seal="",
    )
    further = Further(begun, waiting.audit.id, How.HAND, "A complaint.", "Lea Marsh", START)
    pairs.append(Pair(waiting.audit, further, PairState.WAITING))
    said = Feedback(
        pairs[1].first.id, MODERATOR, "yes", "partly", "no", "Name who puts it right.", START
    )
    return RoundModeration(tuple(pairs), (said,), RULE)
