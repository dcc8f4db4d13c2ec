"""The seal of a submitted audit: a hash over all that was answered and judged."""

import hashlib
import json

from audit_desk.domain.audit import FullAudit


def seal_of(full: FullAudit) -> str:
    """Return the SHA-256 over an audit's content, lower-case hex.

    It covers the case's reference, the auditor, every answer and every judgement, in an
    order that does not depend on when they were given.
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
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
