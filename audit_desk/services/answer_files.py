"""A whole audit from a JSON file: read, checked as a whole, saved as one transaction.

The form is described in ``resources/help/answers-file.md``; an example stands in
``db/sample/answers-example.json``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit_desk.domain.applicability import CHOICES_SEPARATOR
from audit_desk.domain.audit import Absence, Answer, Audit, Grade, Judgement
from audit_desk.domain.contribution import Contribution
from audit_desk.domain.follow_up import FollowUp
from audit_desk.errors import UserError
from audit_desk.services.answer_file_actions import read_follow_ups
from audit_desk.services.answer_file_parts import read_object, read_text, refuse_unknown
from audit_desk.services.auditing import AuditingService
from audit_desk.services.contribution_files import read_contributions
from audit_desk.services.given_file import reading
from audit_desk.services.independence import Allowed
from audit_desk.services.rounds import RoundService

FORMAT = "audit-desk-answers/1"
_LARGEST = 20_000_000
_GRADES = {
    **{str(grade.value): grade for grade in Grade},
    **{grade.label.casefold(): grade for grade in Grade},
    **{grade.letters.casefold(): grade for grade in Grade},
}
_ABSENCES = {absence.value: absence for absence in Absence}
_KEYS = {"format", "independent", "answers", "judgements", "actions", "contributions"}
_ANSWER_KEYS = {"answer", "evidence", "parts"}
_JUDGEMENT_KEYS = {"grade", "rationale", "strengths", "improvements", "lived_experience"}


@dataclass(frozen=True, slots=True)
class FilledAudit:
    """What a file says of one audit.

    Attributes:
        answers: The answers.
        judgements: The judgements.
        independent: Whether it says that the auditor had no part in the child's case.
        follow_ups: What follows from answers, where it says so.
        contributions: The part that practitioners and the child had, where it says so.
    """

    answers: tuple[Answer, ...]
    judgements: tuple[Judgement, ...]
    independent: bool = False
    follow_ups: tuple[FollowUp, ...] = ()
    contributions: tuple[Contribution, ...] = ()


def read_answers(path: Path) -> FilledAudit:
    """Read an answers file.

    Raises:
        UserError: It cannot be read, is not of this form, or has a key that nobody knows.
    """
    content = _json(path)
    if not isinstance(content, dict):
        raise UserError(f"{path.name} is not a JSON object.", "See audit-desk fill --help.")
    if content.get("format") != FORMAT:
        raise UserError(
            f"{path.name} is not an answers file: its “format” is not “{FORMAT}”.",
            "See audit-desk fill --help for its form.",
        )
    refuse_unknown(content, sorted(_KEYS), path.name)
    answers = _object(content.get("answers"), "answers")
    judgements = _object(content.get("judgements"), "judgements")
    return FilledAudit(
        tuple(_answer(key, value) for key, value in answers.items()),
        tuple(_judgement(key, value) for key, value in judgements.items()),
        _independent(content),
        read_follow_ups(content.get("actions")),
        read_contributions(content.get("contributions")),
    )


class FillService:
    """Fills an audit from a file through the same door as the audit page."""

    def __init__(self, rounds: RoundService, auditing: AuditingService) -> None:
        self._rounds = rounds
        self._auditing = auditing

    def fill(
        self,
        round_name: str,
        reference: str,
        filled: FilledAudit,
        *,
        by: str,
        submit: bool,
        allowed: Allowed | None = None,
    ) -> Audit:
        """Save all answers and judgements, and submit if asked; all of it or nothing.

        A declaration of independence that the file makes goes on record as the auditor's;
        ``allowed`` is an exception for an auditor who had a part in the case.

        Raises:
            UserError: No such round or case in it, the audit is submitted, an answer is not
                possible, something is still open where it is to be submitted, or the auditor
                had a part in the child's case.
        """
        audit = self.find(round_name, reference)
        full = self._auditing.fill(
            audit.id,
            filled.answers,
            filled.judgements,
            by=by,
            follow_ups=filled.follow_ups,
            contributions=filled.contributions,
            submit=submit,
            independent=filled.independent,
            allowed=allowed,
        )
        return full.audit

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
        with reading(path, "an answers file"):
            if path.stat().st_size > _LARGEST:
                raise UserError(f"{path.name} is larger than 20 MB; an answers file never is.")
            return json.loads(path.read_text(encoding="utf-8-sig"), object_pairs_hook=_once)
    except json.JSONDecodeError as fault:
        raise UserError(
            f"{path.name} is not JSON: line {fault.lineno}, column {fault.colno}: {fault.msg}."
        ) from fault
    except UnicodeDecodeError as fault:
        raise UserError(f"{path.name} is not a text in UTF-8.", "Save it as UTF-8.") from fault
    except (ValueError, RecursionError) as fault:
        raise UserError(f"{path.name} is JSON of a size that no answers file has.") from fault


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice: JSON would drop the first of the two without a word."""
    content = dict(pairs)
    if len(content) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise UserError(f"“{twice}” stands twice in one object.", "Nothing was saved. Keep one.")
    return content


def _independent(content: Mapping[str, Any]) -> bool:
    value = content.get("independent")
    if value is None or value is True:
        return value is True
    if value is False:
        raise UserError(
            "The file says that its auditor had a part in the child's case.",
            "Nothing was saved. Give the file to another auditor.",
        )
    raise UserError("“independent” is neither true nor false.", "Leave it out, or write true.")


def _object(value: Any, place: str) -> Mapping[str, Any]:
    return {} if value is None else read_object(value, f"“{place}”")


def _word(content: Mapping[str, Any], key: str, place: str) -> str:
    """Return an answer or a grade: a text, or a whole number for a grade."""
    value = content.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise UserError(f"{place}: “{key}” is neither a text nor a whole number.")
    return " ".join(str(value).split()).casefold()


def _answer(question_id: str, value: Any) -> Answer:
    content = _object(value, question_id)
    refuse_unknown(content, sorted(_ANSWER_KEYS), question_id)
    main = _word(content, "answer", question_id)
    absence = _ABSENCES.get(main.replace(" ", "_"))
    grade = _GRADES.get(main)
    parts = _object(content.get("parts"), f"{question_id} parts")
    stored = {key: _part(part, f"{question_id}.{key}") for key, part in parts.items()}
    return Answer(
        question_id=question_id,
        value="" if absence else str(grade.value) if grade else main,
        absence=absence,
        evidence=read_text(content, "evidence", question_id),
        parts={key: part for key, part in stored.items() if part},
    )


def _part(value: Any, place: str) -> str:
    """Return a part in its stored form; an empty one is as good as left out."""
    if value is None:
        return ""
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        return _events(value, place)
    if isinstance(value, list):
        return CHOICES_SEPARATOR.join(_choice(each, place) for each in value)
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise UserError(f"{place} is neither a text nor a whole number.")
    return str(value)


def _events(rows: list[Any], place: str) -> str:
    """Return a list of events in a stored form; its order is set where it is saved."""
    read = []
    for number, row in enumerate(rows, start=1):
        where = f"{place}, row {number}"
        cells = {key: _cell(cell, f"{where}.{key}") for key, cell in _object(row, where).items()}
        read.append({key: cell for key, cell in cells.items() if cell})
    return json.dumps([row for row in read if row], ensure_ascii=False) if any(read) else ""


def _cell(value: Any, place: str) -> str:
    if isinstance(value, list):
        raise UserError(f"{place} is neither a text nor a whole number.")
    return _part(value, place)


def _choice(value: Any, place: str) -> str:
    if not isinstance(value, str):
        raise UserError(f"{place}: each of its choices is a text in quotation marks.")
    return value


def _judgement(theme_id: str, value: Any) -> Judgement:
    content = _object(value, theme_id)
    refuse_unknown(content, sorted(_JUDGEMENT_KEYS), theme_id)
    named = _word(content, "grade", theme_id)
    if named and named not in _GRADES:
        raise UserError(
            f"{theme_id}: “{named[:40]}” is not a grade.",
            f"A grade is one of {', '.join(grade.label for grade in Grade)}.",
        )
    return Judgement(
        theme_id=theme_id,
        grade=_GRADES.get(named),
        rationale=read_text(content, "rationale", theme_id),
        strengths=read_text(content, "strengths", theme_id),
        improvements=read_text(content, "improvements", theme_id),
        lived_experience=read_text(content, "lived_experience", theme_id),
    )
