"""The feedback that a person's next pack carries ↔ rows of the register, a setting of the pack."""

from collections.abc import Collection, Sequence
from datetime import datetime

from audit_desk.domain.pack_feedback import PackFeedback
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_json
from audit_desk.storage.settings_repo import SettingsRepo

_KEY = "pack_feedback"


class PackFeedbackRepo:
    """The feedback to auditors in one register or pack."""

    def __init__(self, register: Register) -> None:
        self._db = register.db
        self._settings = SettingsRepo(register)

    def unsubmitted(self) -> list[tuple[str, str]]:
        """Return case and auditor of every reading that is not submitted."""
        rows = self._db.execute("SELECT case_id, auditor FROM audits WHERE state <> 'submitted'")
        return [(row[0], row[1]) for row in rows]

    def given(self, but_of: Collection[str]) -> list[tuple[str, PackFeedback]]:
        """Return who got which feedback, the newest first.

        Only where every reading of the file in its round is submitted.

        Args:
            but_of: The ids of cases to leave out.
        """
        rows = self._db.execute(
            "SELECT auditor, reference, rounds.name, moderator, judges_impact, names_failings,"
            " specifies_action, words, given_at FROM audit_feedback"
            " JOIN audits ON audits.id = audit_id JOIN cases ON cases.id = case_id"
            " JOIN rounds ON rounds.id = audits.round_id"
            " WHERE case_id NOT IN (SELECT value FROM json_each(?)) AND NOT EXISTS"
            " (SELECT 1 FROM audits AS other WHERE other.round_id = audits.round_id"
            " AND other.case_id = audits.case_id AND other.state <> 'submitted')"
            " ORDER BY given_at DESC, reference, moderator",
            (to_json(sorted(but_of)),),
        )
        return [(row[0], _given(row)) for row in rows]

    def put(self, carried: Sequence[PackFeedback]) -> None:
        """Write what a pack carries."""
        if carried:
            self._settings.put(_KEY, [_as_json(each) for each in carried])

    def carried(self) -> tuple[PackFeedback, ...]:
        """Return what the open pack carries."""
        return tuple(
            PackFeedback(
                each["reference"],
                each["round_name"],
                each["moderator"],
                tuple(each["answers"]),
                each["words"],
                datetime.fromisoformat(each["given_at"]),
            )
            for each in self._settings.get(_KEY) or ()
        )


def _given(row: tuple[str, ...]) -> PackFeedback:
    return PackFeedback(
        reference=row[1],
        round_name=row[2],
        moderator=row[3],
        answers=(row[4], row[5], row[6]),
        words=row[7],
        given_at=datetime.fromisoformat(row[8]),
    )


def _as_json(given: PackFeedback) -> dict[str, object]:
    return {
        "reference": given.reference,
        "round_name": given.round_name,
        "moderator": given.moderator,
        "answers": list(given.answers),
        "words": given.words,
        "given_at": given.given_at.isoformat(timespec="microseconds"),
    }
