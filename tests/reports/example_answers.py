"""The answers of the invented audits: they follow from an audit's number alone."""

from datetime import timedelta
from random import Random

from audit_desk.domain.audit import SAFE, UNSAFE, UNSURE, Absence, Answer
from audit_desk.domain.audit_tool import AnswerKind, Part, PartKind, Question
from audit_desk.domain.event_rows import write_rows
from tests.reports.example_actions import BEGAN


def answer(question: Question, random: Random, number: int) -> Answer:
    if question.kind is AnswerKind.FACTS:
        return Answer(question.id, parts=_parts(question, random, number))
    if random.random() < 0.06:
        return Answer(
            question.id, absence=random.choice((Absence.NOT_EVIDENCED, Absence.NOT_ACCESSIBLE))
        )
    if question.kind is AnswerKind.SAFETY:
        return Answer(question.id, {4: UNSURE, 9: UNSAFE}.get(number, SAFE))
    if question.kind is AnswerKind.YES_PARTLY_NO:
        return Answer(question.id, random.choices(("yes", "partly", "no"), (6, 2, 1))[0])
    weights = (1, 3, 6, 1) if question.id in {"SU2", "RH4"} else (2, 7, 3, 0.4)
    return Answer(question.id, random.choices("1234", weights)[0], evidence="On file.")


def _parts(question: Question, random: Random, number: int) -> dict[str, str]:
    """Dates that walk forward; now and then one is missing, untimed or late."""
    moment = BEGAN - timedelta(days=40 + number, hours=number)
    parts: dict[str, str] = {}
    for part in question.parts:
        if part.id == "declined":
            if number % 6 == 5:
                parts[part.id] = "yes"
            continue
        if part.kind is PartKind.EVENTS:
            parts[part.id] = _episodes(part, number)
            continue
        if random.random() < 0.12:
            continue
        timed = part.kind.value == "moment" and random.random() < 0.85
        parts[part.id] = f"{moment:%Y-%m-%dT%H:%M}" if timed else f"{moment:%Y-%m-%d}"
        long = {"started": 21, "returned": 1, "known": 1, "held": 3}.get(part.id, 1)
        moment += timedelta(days=long + random.choice((0, 0, 0, 1, 4, 11)), hours=5, minutes=20)
    return parts


def _episodes(part: Part, number: int) -> str:
    """Two to four returns; every third interview late, every seventh not on record."""
    rows = []
    for episode in range(2 + number % 3):
        back = BEGAN - timedelta(days=90 - 20 * episode, hours=number)
        wait = timedelta(hours=90 if (number + episode) % 3 == 0 else 50)
        seen = {} if (number + episode) % 7 == 0 else {"seen": f"{back + wait:%Y-%m-%dT%H:%M}"}
        rows.append({"back": f"{back:%Y-%m-%dT%H:%M}", **seen})
    return write_rows(part, rows)
