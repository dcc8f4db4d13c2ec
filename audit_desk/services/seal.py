"""The seal of a submitted audit: a hash over all that was answered, judged and contributed."""

import hashlib
import json
from datetime import date
from typing import Any

from audit_desk.domain.audit import Absence, Answer, FullAudit, Grade, Judgement
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.submission import Content


def seal_of(full: FullAudit) -> str:
    """Return the SHA-256 over an audit's content, lower-case hex."""
    return hash_of(sealed_text(full))


def hash_of(text: str) -> str:
    """Return the SHA-256 of a sealed text, lower-case hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def sealed_text(full: FullAudit) -> str:
    """Return what is sealed, as JSON text.

    It holds the case's reference, the auditor, every answer, every judgement and every
    contribution, in an order that does not depend on when they were given. An audit without
    contributions is sealed as it was before they could be recorded.
    """
    content = {
        "audit": full.audit.id,
        "reference": full.audit.reference,
        "auditor": full.audit.auditor,
        "answers": [
            [a.question_id, a.value, a.absence, a.evidence, sorted(a.parts.items())]
            for _, a in sorted(full.answers.items())
        ],
        "judgements": [
            [
                j.theme_id,
                j.grade,
                j.rationale,
                j.strengths,
                j.improvements,
                j.lived_experience,
                j.suggested,
            ]
            for _, j in sorted(full.judgements.items())
        ],
    }
    if full.contributions:
        content["contributions"] = [_said(c) for _, c in sorted(full.contributions.items())]
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _said(made: Contribution) -> list[Any]:
    on = made.on.isoformat() if made.on else None
    asked = [made.role, made.invited, made.why_not, made.took_part]
    return [*asked, on, made.said, made.changed, made.how]


def read_sealed(text: str) -> Content:
    """Return what a sealed text says.

    Raises:
        ValueError: It is not a text that was sealed.
    """
    content: dict[str, Any] = json.loads(text)
    try:
        answers = [_answer(each) for each in content["answers"]]
        judgements = [_judgement(each) for each in content["judgements"]]
        said = [_contribution(each) for each in content.get("contributions", ())]
        auditor = content["auditor"]
    except (KeyError, TypeError) as fault:
        raise ValueError("not a sealed audit") from fault
    return Content(
        auditor,
        {answer.question_id: answer for answer in answers},
        {judgement.theme_id: judgement for judgement in judgements},
        {made.role: made for made in said},
    )


def _answer(parts: list[Any]) -> Answer:
    question_id, value, absence, evidence, details = parts
    return Answer(
        question_id, value, Absence(absence) if absence else None, evidence, dict(details)
    )


def _judgement(parts: list[Any]) -> Judgement:
    theme_id, grade, rationale, strengths, improvements, lived, suggested = parts
    texts = (rationale, strengths, improvements, lived)
    return Judgement(theme_id, _grade(grade), *texts, _grade(suggested))


def _grade(value: int | None) -> Grade | None:
    return Grade(value) if value else None


def _contribution(parts: list[Any]) -> Contribution:
    role, invited, why_not, took_part, on, said, changed, how = parts
    day = date.fromisoformat(on) if on else None
    return Contribution(Role(role), invited, why_not, took_part, day, said, changed, how)
