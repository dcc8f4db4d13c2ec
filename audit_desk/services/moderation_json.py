"""Second readings, agreement and moderation as plain JSON types."""

from typing import Any

from audit_desk.domain.agreement import KAPPA_METHOD
from audit_desk.domain.drift import DRIFT_METHOD, Drift
from audit_desk.domain.findings_moderation import ModerationFindings, NamedAgreement
from audit_desk.domain.inference import Share

Json = dict[str, Any]


def moderation_to_json(found: ModerationFindings | None) -> Json | None:
    """Return what second readings found; ``None`` where it is not known.

    Below 10 pairs there are counts alone: ``percent``, ``mean_difference`` and ``kappa`` are
    ``null``. A negative ``mean_difference`` means that the first reader (of an auditor: that
    auditor) graded better.
    """
    if found is None:
        return None
    return {
        "rule": found.rule,
        "files": found.files,
        "chosen": {how.value: count for how, count in found.chosen.items()},
        "sealed": found.sealed,
        "waiting": found.waiting,
        "broken": list(found.broken),
        "pairs": found.counted,
        "pairs_by_hand": found.basis.by_hand,
        "left_out": {
            "chosen_on_purpose": found.basis.purposive,
            "calibration": found.basis.calibration,
        },
        "estimates_the_round": found.basis.is_even,
        "undecided": found.basis.undecided,
        "opened_late": list(found.opened_late),
        "kappa_method": KAPPA_METHOD,
        "overall": _agreement(found.overall),
        "themes": [_agreement(each) for each in found.themes],
        "questions": [_agreement(each) for each in found.questions],
        "auditors": [_agreement(each) for each in found.auditors],
        "drift_method": DRIFT_METHOD,
        "drift": [_drift(each) for each in found.drift],
        "settled": found.settled,
        "changed": found.changed,
        "unresolved": found.unresolved,
        "changes": [
            {
                "reference": each.reference,
                "what": "judgement" if each.is_judgement else "answer",
                "title": each.title,
                "first": each.first,
                "second": each.second,
                "settled": each.settled,
                "reason": each.reason,
                "moderator": each.moderator,
                "purposive": each.purposive,
            }
            for each in found.changes
        ],
        "calibration": [
            {"reference": each.reference, "grades": dict(each.grades), "waiting": each.waiting}
            for each in found.calibration
        ],
    }


def _agreement(named: NamedAgreement) -> Json:
    found = named.agreement
    kappa = found.kappa
    return {
        "id": named.id,
        "title": named.title,
        "pairs": found.n,
        "apart": named.apart,
        "exact": _share(found.exact),
        "within_one": _share(found.within_one),
        "first_better": found.first_better,
        "same": found.same,
        "second_better": found.second_better,
        "mean_difference": found.mean_difference,
        "kappa": None
        if kappa is None
        else {"value": kappa.value, "low": kappa.low, "high": kappa.high},
        "notes": list(found.notes),
    }


def _share(share: Share) -> Json:
    return {"n": share.n, "of": share.of, "percent": share.percent}


def _drift(one: Drift) -> Json:
    return {
        "auditor": one.auditor,
        "files": one.n,
        "better": one.better,
        "same": one.same,
        "worse": one.worse,
        "mean": one.mean,
        "low": one.low,
        "high": one.high,
        "words": one.words,
    }
