"""Audits with their answers and judgements ↔ rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from audit_desk.domain.audit import (
    OVERALL,
    Absence,
    Answer,
    Audit,
    AuditState,
    FullAudit,
    Grade,
    Judgement,
    Selection,
)
from audit_desk.storage.contribution_repo import ContributionRepo
from audit_desk.storage.history import now
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_facts, to_json, to_moment

_AUDIT = (
    "SELECT audits.id, round_id, case_id, reference, selection, state, auditor, audits.facts,"
    " started_at, submitted_at, seal, due_on, reading"
    " FROM audits JOIN cases ON cases.id = audits.case_id"
)
_ANSWER = "audit_id, question_id, value, absence, evidence, parts"
_NEW_ANSWER = (
    "INSERT INTO answers (value, absence, evidence, parts, answered_at, audit_id, question_id)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_CHANGED_ANSWER = (
    "UPDATE answers SET value = ?, absence = ?, evidence = ?, parts = ?, answered_at = ?"
    " WHERE audit_id = ? AND question_id = ?"
)
_JUDGEMENT = (
    "audit_id, theme_id, grade, rationale, strengths, improvements, lived_experience, suggested"
)


@dataclass(frozen=True, slots=True)
class SealedPair:
    """Two submitted readings of a file.

    Attributes:
        round_id: Their round.
        first_id: The first reading.
        further_id: The further reading.
        seals: What each is sealed with, the first one's first.
    """

    round_id: str
    first_id: str
    further_id: str
    seals: tuple[str, str]


class AuditRepo:
    """The audits of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db
        self._contributions = ContributionRepo(register)

    def of_round(self, round_id: str) -> list[Audit]:
        """Return the first readings of a round, one a case, in drawing order."""
        return [audit for audit in self.every_reading(round_id) if audit.reading == 1]

    def every_reading(self, round_id: str) -> list[Audit]:
        """Return the audits of a round in drawing order, further readings after the first."""
        rows = self._db.execute(
            f"{_AUDIT} WHERE round_id = ? ORDER BY position, reading", (round_id,)
        )
        return [_audit(row) for row in rows]

    def overall_grades(self, round_id: str) -> dict[str, Grade]:
        """Return the overall judgement of each audit of a round that has one, by its id."""
        rows = self._db.execute(
            "SELECT audit_id, grade FROM judgements JOIN audits ON audits.id = audit_id"
            " WHERE round_id = ? AND theme_id = ? AND grade IS NOT NULL",
            (round_id, OVERALL),
        )
        return {row[0]: Grade(row[1]) for row in rows}

    def is_read_again(self, round_id: str, reference: str) -> bool:
        """Whether there is a further reading of a case in a round."""
        row = self._db.execute(
            "SELECT 1 FROM audits JOIN cases ON cases.id = audits.case_id"
            " WHERE round_id = ? AND reference = ? AND reading > 1 LIMIT 1",
            (round_id, reference),
        ).fetchone()
        return row is not None

    def readings_of(self, audit: Audit) -> list[Audit]:
        """Return all readings of an audit's case in its round, the first one first."""
        rows = self._db.execute(
            f"{_AUDIT} WHERE round_id = ? AND case_id = ? ORDER BY reading",
            (audit.round_id, audit.case_id),
        )
        return [_audit(row) for row in rows]

    def sealed_pairs(self) -> list[SealedPair]:
        """Return every first reading with each further one, where both are submitted."""
        rows = self._db.execute(
            "SELECT one.round_id, one.id, other.id, one.seal, other.seal"
            " FROM audits AS one JOIN audits AS other"
            " ON other.round_id = one.round_id AND other.case_id = one.case_id"
            " AND other.reading > 1 AND other.state = 'submitted'"
            " WHERE one.reading = 1 AND one.state = 'submitted'"
            " ORDER BY one.position, other.reading"
        )
        return [SealedPair(row[0], row[1], row[2], (row[3], row[4])) for row in rows]

    def by_id(self, audit_id: str) -> Audit | None:
        """Return an audit, or ``None``."""
        row = self._db.execute(f"{_AUDIT} WHERE audits.id = ?", (audit_id,)).fetchone()
        return _audit(row) if row else None

    def full(self, audits: Sequence[Audit]) -> list[FullAudit]:
        """Return audits with everything written in them, in the order given."""
        answers: dict[str, dict[str, Answer]] = {audit.id: {} for audit in audits}
        judgements: dict[str, dict[str, Judgement]] = {audit.id: {} for audit in audits}
        ids = list(answers)
        said = self._contributions.of_audits(ids)
        for start in range(0, len(ids), 500):
            part = ids[start : start + 500]
            marks = ", ".join("?" * len(part))
            for row in self._db.execute(
                f"SELECT {_ANSWER} FROM answers WHERE audit_id IN ({marks})", part
            ):
                answers[row[0]][row[1]] = _answer(row)
            for row in self._db.execute(
                f"SELECT {_JUDGEMENT} FROM judgements WHERE audit_id IN ({marks})", part
            ):
                judgements[row[0]][row[1]] = _judgement(row)
        return [
            FullAudit(audit, answers[audit.id], judgements[audit.id], said.get(audit.id, {}))
            for audit in audits
        ]

    def add_many(self, audits: Iterable[Audit], first_position: int = 0) -> None:
        """Add new audits in drawing order."""
        self._db.conn.executemany(
            "INSERT INTO audits (id, round_id, case_id, selection, state, auditor, position,"
            " facts, reading, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
            (
                (
                    audit.id,
                    audit.round_id,
                    audit.case_id,
                    audit.selection.value,
                    audit.state.value,
                    audit.auditor,
                    position,
                    to_json(audit.facts),
                    audit.reading,
                )
                for position, audit in enumerate(audits, first_position)
            ),
        )

    def save_state(self, audit: Audit) -> None:
        """Write an audit's state, auditor, times and seal."""
        self._db.execute(
            "UPDATE audits SET state = ?, auditor = ?, started_at = ?, submitted_at = ?, seal = ?"
            " WHERE id = ?",
            (
                audit.state.value,
                audit.auditor,
                audit.started_at.isoformat(timespec="microseconds") if audit.started_at else None,
                audit.submitted_at.isoformat(timespec="microseconds")
                if audit.submitted_at
                else None,
                audit.seal,
                audit.id,
            ),
        )

    def put_answer(self, audit_id: str, answer: Answer, *, is_new: bool) -> None:
        """Write one answer, new or changed: to try the one and then the other takes longer."""
        self._db.conn.execute(
            _NEW_ANSWER if is_new else _CHANGED_ANSWER,
            (
                answer.value,
                answer.absence.value if answer.absence else None,
                answer.evidence,
                to_json(dict(answer.parts)) if answer.parts else "{}",
                now(),
                audit_id,
                answer.question_id,
            ),
        )

    def put_judgement(self, audit_id: str, judgement: Judgement) -> None:
        """Write one judgement, new or changed."""
        self._db.execute(
            f"INSERT INTO judgements ({_JUDGEMENT}, judged_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (audit_id, theme_id) DO UPDATE SET grade = excluded.grade,"
            " rationale = excluded.rationale, strengths = excluded.strengths,"
            " improvements = excluded.improvements,"
            " lived_experience = excluded.lived_experience, suggested = excluded.suggested,"
            " judged_at = excluded.judged_at",
            (
                audit_id,
                judgement.theme_id,
                judgement.grade,
                judgement.rationale,
                judgement.strengths,
                judgement.improvements,
                judgement.lived_experience,
                judgement.suggested,
                now(),
            ),
        )

    def counts(self, *, every_reading: bool = False) -> Mapping[str, Mapping[AuditState, int]]:
        """Return how many first readings, or readings, each round has in each state."""
        counts: dict[str, dict[AuditState, int]] = {}
        for round_id, state, number in self._db.execute(
            "SELECT round_id, state, count(*) FROM audits"
            " WHERE reading = 1 OR ? GROUP BY round_id, state",
            (every_reading,),
        ):
            counts.setdefault(round_id, {})[AuditState(state)] = number
        return counts


def _audit(row: tuple[Any, ...]) -> Audit:
    return Audit(
        id=row[0],
        round_id=row[1],
        case_id=row[2],
        reference=row[3],
        selection=Selection(row[4]),
        state=AuditState(row[5]),
        auditor=row[6],
        facts=to_facts(row[7]),
        started_at=to_moment(row[8]),
        submitted_at=to_moment(row[9]),
        seal=row[10],
        due_on=date.fromisoformat(row[11]) if row[11] else None,
        reading=row[12],
    )


def _answer(row: tuple[Any, ...]) -> Answer:
    absence = Absence(row[3]) if row[3] else None
    return Answer(row[1], row[2], absence, row[4], to_facts(row[5]))


def _judgement(row: tuple[Any, ...]) -> Judgement:
    return Judgement(
        theme_id=row[1],
        grade=Grade(row[2]) if row[2] else None,
        rationale=row[3],
        strengths=row[4],
        improvements=row[5],
        lived_experience=row[6],
        suggested=Grade(row[7]) if row[7] else None,
    )
