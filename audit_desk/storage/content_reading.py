"""What travels of an audit, read as what was written in it."""

import json
from datetime import date
from typing import Any

from audit_desk.domain.audit import Absence, Answer, Grade, Judgement
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.submission import Content as Written
from audit_desk.storage.pack_reading import LINKED
from audit_desk.storage.travelling import Content, Row


def written_in(content: Content) -> Written:
    """Return the answers, judgements and contributions of a content."""
    answers = [_answer(row) for row in content.get("answers", ())]
    judgements = [_judgement(row) for row in content.get("judgements", ())]
    said = [_contribution(row) for row in content.get("contributions", ())]
    return Written(
        content["audits"][0]["auditor"],
        {answer.question_id: answer for answer in answers},
        {judgement.theme_id: judgement for judgement in judgements},
        {made.role: made for made in said},
    )


def follow_ups_in(content: Content) -> dict[str, str]:
    """Return what follows from answers, in words, by the question's id."""
    actions = {row["id"]: row for table in ("actions", LINKED) for row in content.get(table, ())}
    return {
        row["question_id"]: _follow_up(row, actions.get(row["action_id"]))
        for row in content.get("action_links", ())
    }


def _follow_up(link: Row, action: Row | None) -> str:
    if link["action_id"] is None:
        return f"None, because: {link['none_because']}"
    if action is None:
        return "An action of another audit"
    said = (action["change"], action["owner"], action["due_on"] and f"by {action['due_on']}")
    return " · ".join(part for part in said if part)


def _answer(row: Row) -> Answer:
    absence = Absence(row["absence"]) if row["absence"] else None
    parts = json.loads(row["parts"])
    return Answer(row["question_id"], row["value"], absence, row["evidence"], parts)


def _judgement(row: Row) -> Judgement:
    texts = {
        name: row[name] for name in ("rationale", "strengths", "improvements", "lived_experience")
    }
    grade, suggested = _grade(row["grade"]), _grade(row["suggested"])
    return Judgement(row["theme_id"], grade, suggested=suggested, **texts)


def _contribution(row: Row) -> Contribution:
    return Contribution(
        role=Role(row["role"]),
        invited=_truth(row["invited"]),
        why_not=row["why_not"],
        took_part=_truth(row["took_part"]),
        on=date.fromisoformat(row["spoken_on"]) if row["spoken_on"] else None,
        said=row["said"],
        changed=_truth(row["changed"]),
        how=row["how"],
    )


def _grade(value: int | None) -> Grade | None:
    return Grade(value) if value else None


def _truth(value: Any) -> bool | None:
    return None if value is None else bool(value)
