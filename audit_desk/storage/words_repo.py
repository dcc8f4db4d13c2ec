"""What the lead wrote about a round ↔ rows."""

import json
from datetime import date, datetime

from audit_desk.domain.round_words import (
    RECOMMENDATIONS,
    Recommendation,
    RoundWords,
    WrittenPart,
)
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_json


class WordsRepo:
    """The lead's words by round and part."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def of_round(self, round_id: str) -> RoundWords:
        """Return all that is written about a round."""
        rows = self._db.execute(
            "SELECT part, text, figures, written_by, written_at FROM round_words"
            " WHERE round_id = ? ORDER BY part",
            (round_id,),
        ).fetchall()
        listed = next((text for part, text, *_ in rows if part == RECOMMENDATIONS), "[]")
        return RoundWords(
            {
                part: WrittenPart(
                    "" if part == RECOMMENDATIONS else text, figures, by, datetime.fromisoformat(at)
                )
                for part, text, figures, by, at in rows
            },
            recommendations_from(listed),
        )

    def stored(self, round_id: str, part: str) -> tuple[str, str]:
        """Return a part as it is stored, and the figures it stands against; both may be empty."""
        row = self._db.execute(
            "SELECT text, figures FROM round_words WHERE round_id = ? AND part = ?",
            (round_id, part),
        ).fetchone()
        return (row[0], row[1]) if row else ("", "")

    def put(self, round_id: str, part: str, written: WrittenPart) -> None:
        """Write a part in its stored form; an empty text takes it out."""
        if not written.text:
            self._db.execute(
                "DELETE FROM round_words WHERE round_id = ? AND part = ?", (round_id, part)
            )
            return
        self._db.execute(
            "INSERT INTO round_words (round_id, part, text, figures, written_by, written_at)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (round_id, part) DO UPDATE SET"
            " text = excluded.text, figures = excluded.figures,"
            " written_by = excluded.written_by, written_at = excluded.written_at",
            (
                round_id,
                part,
                written.text,
                written.figures,
                written.written_by,
                written.written_at.isoformat(timespec="microseconds"),
            ),
        )


def recommendations_text(recommendations: tuple[Recommendation, ...]) -> str:
    """Return a list of recommendations in its stored form; empty where there is none."""
    return (
        ""
        if not recommendations
        else to_json(
            [
                {
                    "text": each.text,
                    "owner": each.owner,
                    "due_on": each.due_on.isoformat() if each.due_on else None,
                    "action_id": each.action_id,
                }
                for each in recommendations
            ]
        )
    )


def recommendations_from(text: str) -> tuple[Recommendation, ...]:
    """Return the recommendations of a stored form."""
    return tuple(
        Recommendation(
            each["text"],
            each["owner"],
            date.fromisoformat(each["due_on"]) if each["due_on"] else None,
            each["action_id"],
        )
        for each in json.loads(text)
    )
