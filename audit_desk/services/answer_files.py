"""A whole audit from a JSON file: read, checked as a whole, saved as one transaction.

The form is described in ``resources/help/answers-file.md``; an example stands in
``db/sample/answers-example.json``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit_desk.domain.audit import Absence, Answer, Audit, Grade, Judgement
from audit_desk.errors import UserError
from audit_desk.services.auditing import AuditingService
from audit_desk.services.rounds import RoundService
from audit_desk.storage.register import Register

FORMAT = "audit-desk-answers/1"
_LARGEST = 20_000_000
_GRADES = {
    **{str(grade.value): grade for grade in Grade},
    **{grade.label.casefold(): grade for grade in Grade},
    **{grade.letters.casefold(): grade for grade in Grade},
}
_ANSWER_KEYS = {"answer", "evidence", "parts"}
_JUDGEMENT_KEYS = {"grade", "rationale", "strengths", "improvements", "lived_experience"}


@dataclass(frozen=True, slots=True)
class FilledAudit:
    """What a file says of one audit."""

    answers: tuple[Answer, ...]
    judgements: tuple[Judgement, ...]


def read_answers(path: Path) -> FilledAudit:
    """Read an answers file.

    Raises:
        UserError: It cannot be read, is not of this form, or has a key that nobody knows.
    """
    content = _object(_json(path), path.name)
    if content.get("format") != FORMAT:
        raise UserError(
            f"{path.name} is not an answers file: its “format” is not “{FORMAT}”.",
            "See audit-desk fill --help for its form.",
        )
    _refuse_unknown(content, {"format", "answers", "judgements"}, path.name)
    answers = _object(content.get("answers", {}), "answers")
    judgements = _object(content.get("judgements", {}), "judgements")
    return FilledAudit(
        tuple(_answer(key, value) for key, value in answers.items()),
        tuple(_judgement(key, value) for key, value in judgements.items()),
    )


class FillService:
    """Fills an audit from a file through the same door as the audit page."""

    def __init__(self, register: Register, rounds: RoundService, auditing: AuditingService) -> None:
        self._register = register
        self._rounds = rounds
        self._auditing = auditing

    def fill(
        self, round_name: str, reference: str, filled: FilledAudit, *, by: str, submit: bool
    ) -> Audit:
        """Save all answers and judgements, and submit if asked; all of it or nothing.

        Raises:
            UserError: No such round or case in it, the audit is submitted, an answer is not
                possible, or something is still open where it is to be submitted.
        """
        audit = self.find(round_name, reference)
        with self._register.transaction():
            for answer in filled.answers:
                self._auditing.save_answer(audit.id, answer, by)
            for judgement in filled.judgements:
                self._auditing.save_judgement(audit.id, judgement, by)
            if submit:
                self._auditing.submit(audit.id, by)
        return self._auditing.open(audit.id).audit

    def find(self, round_name: str, reference: str) -> Audit:
        """Return the audit of a case in a round.

        Raises:
            UserError: There is no such round, or the case is not in it.
        """
        round_ = self._rounds.by_name(round_name)
        audits = self._rounds.audits(round_.id)
        for audit in audits:
            if audit.reference.casefold() == reference.casefold():
                return audit
        known = ", ".join(audit.reference for audit in audits[:12])
        raise UserError(
            f"{reference} is not in {round_.name}.",
            f"It has {known}{' …' if len(audits) > 12 else ''}."  # noqa: PLR2004
            if known
            else "Draw its sample first.",
        )


def _json(path: Path) -> Any:
    try:
        if path.stat().st_size > _LARGEST:
            raise UserError(f"{path.name} is larger than 20 MB; an answers file never is.")
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as fault:
        raise UserError(f"{path} cannot be read.", "Check the name.") from fault
    except json.JSONDecodeError as fault:
        raise UserError(
            f"{path.name} is not JSON: line {fault.lineno}, column {fault.colno}: {fault.msg}."
        ) from fault
    except (UnicodeDecodeError, RecursionError) as fault:
        raise UserError(f"{path.name} is not a JSON text in UTF-8.") from fault


def _object(value: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise UserError(f"“{place}” is not a JSON object.", "See audit-desk fill --help.")
    return value


def _text(content: Mapping[str, Any], key: str, place: str) -> str:
    value = content.get(key, "")
    if not isinstance(value, str):
        raise UserError(f"{place}: “{key}” is not a text.", "Put it in quotation marks.")
    return value


def _refuse_unknown(content: Mapping[str, Any], known: set[str], place: str) -> None:
    unknown = sorted(set(content) - known)
    if unknown:
        raise UserError(
            f"{place}: “{unknown[0]}” is not known here.", f"Known: {', '.join(sorted(known))}."
        )


def _answer(question_id: str, value: Any) -> Answer:
    content = _object(value, question_id)
    _refuse_unknown(content, _ANSWER_KEYS, question_id)
    main = str(content.get("answer", "")).strip().casefold()
    absences = {absence.value: absence for absence in Absence}
    absence = absences.get(main.replace(" ", "_"))
    grade = _GRADES.get(main)
    parts = _object(content.get("parts", {}), f"{question_id} parts")
    return Answer(
        question_id=question_id,
        value="" if absence else str(grade.value) if grade else main,
        absence=absence,
        evidence=_text(content, "evidence", question_id),
        parts={key: _part(part, f"{question_id}.{key}") for key, part in parts.items()},
    )


def _part(value: Any, place: str) -> str:
    if isinstance(value, list):
        return "|".join(_part(each, place) for each in value)
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise UserError(f"{place} is neither a text nor a whole number.")
    return str(value)


def _judgement(theme_id: str, value: Any) -> Judgement:
    content = _object(value, theme_id)
    _refuse_unknown(content, _JUDGEMENT_KEYS, theme_id)
    named = str(content.get("grade", "")).strip().casefold()
    if named and named not in _GRADES:
        raise UserError(
            f"{theme_id}: “{named[:40]}” is not a grade.",
            f"A grade is one of {', '.join(grade.label for grade in Grade)}.",
        )
    return Judgement(
        theme_id=theme_id,
        grade=_GRADES.get(named),
        rationale=_text(content, "rationale", theme_id),
        strengths=_text(content, "strengths", theme_id),
        improvements=_text(content, "improvements", theme_id),
        lived_experience=_text(content, "lived_experience", theme_id),
    )
