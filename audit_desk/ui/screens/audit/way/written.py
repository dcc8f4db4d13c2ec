"""What the reader wrote at each place of an audit, for the search."""

from audit_desk.domain.audit_tool import PartKind
from audit_desk.ui.screens.audit.reading import Reading
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.way.places import Place


def written_at(place: Place, sheet: AuditSheet, reading: Reading) -> str:
    """Return a place's own words: evidence, texts, what follows, a judgement, what was heard.

    Args:
        place: The place.
        sheet: The working copy.
        reading: Its rules, which know the tool.
    """
    if place.is_question:
        return _at_question(place.question_id, sheet, reading)
    if place.is_judgement:
        made = sheet.judgement(place.theme_id)
        texts = (made.rationale, made.strengths, made.improvements, made.lived_experience)
        return " ".join(texts)
    return " ".join(f"{one.why_not} {one.said} {one.how}" for one in sheet.contributions.values())


def _at_question(question_id: str, sheet: AuditSheet, reading: Reading) -> str:
    answer, told = sheet.answer(question_id), sheet.follow_up(question_id)
    texts = [
        answer.parts.get(part.id, "")
        for part in reading.question(question_id).parts
        if part.kind is PartKind.TEXT
    ]
    return " ".join([answer.evidence, *texts, told.draft.change, told.none_because])
