"""Findings as plain JSON types, for the command line and for other programs."""

from collections.abc import Mapping, Sequence
from typing import Any

from audit_desk.domain.action import ActionLine
from audit_desk.domain.concern import Concern
from audit_desk.domain.findings import (
    AuditLine,
    Example,
    Findings,
    Override,
    QuestionFindings,
    Spread,
    ThemeFindings,
)
from audit_desk.domain.findings_clocks import ClockFindings, EventFindings
from audit_desk.domain.findings_contributions import ContributionFindings
from audit_desk.domain.findings_readers import IndependenceFindings
from audit_desk.domain.receipt_form import receipt_to_dict
from audit_desk.domain.sample_profile import Profile
from audit_desk.services.moderation_json import moderation_to_json
from audit_desk.services.trend_json import share_to_json, trend_to_json, words_to_json

Json = dict[str, Any]


def findings_to_json(findings: Findings) -> Json:
    """Return the findings as plain JSON types, keys always in the same order.

    Every share holds ``n``, ``of``, ``percent``, ``interval`` and ``words``; what cannot be
    defended is ``null`` or an empty text, never left out.
    """
    return {
        "organisation": findings.organisation,
        "round": findings.round_name,
        "purpose": findings.purpose,
        "tool": {"title": findings.tool_title, "version": findings.tool_version},
        "computed_from": findings.computed_from.isoformat(),
        "drawn": findings.drawn,
        "submitted": findings.submitted,
        "purposive": findings.purposive,
        "overall": _theme(findings.overall),
        "themes": [_theme(theme) for theme in findings.themes],
        "safety": dict(findings.safety),
        "clocks": [_clock(clock) for clock in findings.clocks],
        "concerns": [_concern(concern) for concern in findings.concerns],
        "actions": [action_facts(line) for line in findings.actions],
        "earlier_actions": [action_facts(line) for line in findings.earlier_actions],
        "overridden": findings.overridden,
        "independence": None
        if findings.independence is None
        else _independence(findings.independence),
        "contributions": _contributions(findings.contributions),
        "trend": trend_to_json(findings.trend),
        "words": words_to_json(findings.words),
        "moderation": moderation_to_json(findings.moderation),
        "overrides": [_override(override) for override in findings.overrides],
        "profiles": [_profile(profile) for profile in findings.profiles],
        "audits": [_audit(line) for line in findings.audits],
        "receipts": [receipt_to_dict(receipt) for receipt in findings.receipts],
    }


def _contributions(found: ContributionFindings | None) -> Json:
    if found is None:
        return {}
    return {
        "audits": found.read,
        **{
            role.role.value: {
                "said": role.said,
                "invited": role.invited,
                "took_part": role.took_part,
                "changed": role.changed,
            }
            for role in found.roles
        },
        "heard": [
            {
                "reference": each.reference,
                "role": each.role.value,
                "how": each.how,
                "purposive": each.purposive,
            }
            for each in found.heard
        ],
    }


def _independence(found: IndependenceFindings) -> Json:
    return {
        "read": found.read,
        "declared": found.declared,
        "exceptions": [
            {
                "reference": each.reference,
                "auditor": each.auditor,
                "conflict": each.conflict,
                "reason": each.reason,
                "by": each.by,
            }
            for each in found.exceptions
        ],
        "conflicts": list(found.conflicts),
    }


def action_facts(line: ActionLine) -> Json:
    """Return what does not depend on the day: an action, its state and where it comes from."""
    action = line.action
    return {
        "id": action.id,
        "round": line.round_name,
        "change": action.draft.change,
        "owner": action.draft.owner,
        "due_on": action.draft.due_on.isoformat() if action.draft.due_on else None,
        "state": action.state.value,
        "outcome": action.outcome,
        "findings": [
            {"reference": each.reference, "question": each.question_id} for each in line.findings
        ],
    }


def _spread(spread: Spread) -> Json:
    return {
        **{grade.name.lower(): count for grade, count in sorted(spread.grades.items())},
        "graded": spread.graded,
        **_absences(spread),
    }


def _absences(counts: Spread | QuestionFindings) -> Json:
    return {
        "not_evidenced": counts.not_evidenced,
        "not_accessible": counts.not_accessible,
        "not_applicable": counts.not_applicable,
        "unanswered": counts.unanswered,
    }


def _theme(theme: ThemeFindings) -> Json:
    return {
        "id": theme.theme_id,
        "title": theme.title,
        "grades": _spread(theme.spread),
        "good_or_better": share_to_json(theme.good_or_better),
        "overrides": theme.overrides,
        "questions": [_question(question) for question in theme.questions],
        "strengths": _examples(theme.strengths),
        "improvements": _examples(theme.improvements),
        "voices": _examples(theme.voices),
    }


def _question(question: QuestionFindings) -> Json:
    return {
        "id": question.question_id,
        "wording": question.wording,
        "critical": question.critical,
        "kind": str(question.kind),
        "counts": dict(question.counts),
        **_absences(question),
        "favourable": share_to_json(question.favourable),
    }


def _examples(examples: Sequence[Example]) -> list[Json]:
    return [
        {
            "reference": example.reference,
            "text": example.text,
            "grade": None if example.grade is None else example.grade.value,
            "purposive": example.purposive,
        }
        for example in examples
    ]


def _clock(clock: ClockFindings) -> Json:
    return {
        "id": clock.clock_id,
        "title": clock.title,
        "theme": clock.theme_title,
        "standard": clock.standard,
        "local": clock.local,
        "counts": _text_keys(clock.counts),
        "in_time": share_to_json(clock.in_time),
        "late": [{"reference": late.reference, "result": late.result} for late in clock.late],
        "events": None if clock.events is None else _events(clock.events),
    }


def _events(found: EventFindings) -> Json:
    return {
        "counts": _text_keys(found.counts),
        "in_time": share_to_json(found.in_time),
        "longest": found.longest,
        "longest_in": found.longest_in,
    }


def _text_keys(counts: Mapping[Any, int]) -> Json:
    return {str(key): count for key, count in counts.items()}


def _concern(concern: Concern) -> Json:
    return {
        "reference": concern.reference,
        "question": concern.question_id,
        "cause": concern.cause,
        "open": concern.is_open,
        "raised_by": concern.raised_by,
        "raised_at": concern.raised_at.isoformat(),
        "contacts": [
            {
                "told": contact.told,
                "told_at": contact.told_at.isoformat(),
                "response": contact.response,
                "recorded_by": contact.recorded_by,
            }
            for contact in concern.contacts
        ],
        "closed_by": concern.closed_by,
        "closed_at": None if concern.closed_at is None else concern.closed_at.isoformat(),
        "closing_note": concern.closing_note,
    }


def _override(override: Override) -> Json:
    return {
        "reference": override.reference,
        "theme": override.theme_title,
        "suggested": override.suggested.value,
        "decided": override.decided.value,
        "rationale": override.rationale,
        "purposive": override.purposive,
    }


def _profile(profile: Profile) -> Json:
    return {
        "field": profile.field_label,
        "rows": [
            {"value": row.value, "in_frame": row.in_frame, "in_sample": row.in_sample}
            for row in profile.rows
        ],
    }


def _audit(line: AuditLine) -> Json:
    return {
        "reference": line.reference,
        "purposive": line.purposive,
        "state": line.state,
        "auditor": line.auditor,
        "overall": None if line.overall is None else line.overall.value,
        "themes": {
            theme_id: None if grade is None else grade.value
            for theme_id, grade in line.theme_grades.items()
        },
        "safety": line.safety,
        "late": list(line.late),
    }
