"""A round beside those before it, and the lead's words, as plain JSON types."""

from typing import Any

from audit_desk.domain.inference import Share
from audit_desk.domain.round_words import RoundWords
from audit_desk.domain.trend import Trend, TrendLine

Json = dict[str, Any]


def share_to_json(share: Share) -> Json:
    """Return n of N; what cannot be defended is ``null`` or an empty text, never left out."""
    interval = share.interval if share.interval_text else None  # counts only below 10
    return {
        "n": share.n,
        "of": share.of,
        "percent": share.percent,
        "interval": None
        if interval is None
        else {"low": interval.low, "high": interval.high, "method": interval.method},
        "words": share.words,
    }


def trend_to_json(trend: Trend | None) -> Json | None:
    """Return the comparison with earlier rounds; ``None`` where there is none."""
    if trend is None:
        return None
    return {
        "rounds": [
            {"name": each.name, "on": each.on.isoformat(), "tool_version": each.tool_version}
            for each in trend.rounds
        ],
        "compared": [_line(line) for line in trend.lines],
        "not_compared": [
            {"measure": each.measure.value, "id": each.key, "title": each.title, "why": each.why}
            for each in trend.not_compared
        ],
    }


def _line(line: TrendLine) -> Json:
    return {
        "measure": line.measure.value,
        "id": line.key,
        "title": line.title,
        "change": line.change.value,
        "since": line.before.round_name,
        "note": line.note,
        "points": [
            {"round": point.round_name, **share_to_json(point.share)} for point in line.points
        ],
    }


def words_to_json(words: RoundWords) -> Json:
    """Return what the lead wrote, with whether the figures have changed since."""
    return {
        "parts": {
            part: {
                "text": written.text,
                "written_by": written.written_by,
                "written_at": written.written_at.isoformat(),
                "figures_changed_since": words.is_behind(part),
            }
            for part, written in words.parts.items()
        },
        "recommendations": [
            {
                "text": each.text,
                "owner": each.owner,
                "due_on": each.due_on.isoformat() if each.due_on else None,
                "action": each.action_id or None,
            }
            for each in words.recommendations
        ],
    }
