"""Second readings of the invented round, by people who saw nothing of the first.

Both read one record, so its days, places and people are the same; a second reader weighs some
of it otherwise and says all of it in words of their own.
"""

import random
from collections.abc import Callable, Mapping
from datetime import timedelta

from audit_desk.domain.audit import Answer
from audit_desk.domain.audit_tool import AnswerKind, AuditTool
from audit_desk.domain.round import Round
from audit_desk.domain.second_reading import Further, How, Rule
from audit_desk.domain.standing import MAIN_ANSWERS
from audit_desk.services.demo.chance import chance
from audit_desk.services.demo.files import Files, Plan
from audit_desk.services.demo.grades import Values
from audit_desk.services.demo.making import Making
from audit_desk.services.demo.staff import SECOND_READERS

_OTHERWISE = 0.27
"""The share of answers that a second reader weighs one step otherwise."""
_STRICTER = {SECOND_READERS[0]: 0.7, SECOND_READERS[1]: 0.45}
"""How often that step is downwards: readers have habits, and agreement is to show them."""
_FEWEST_TO_CALIBRATE = 8
_WAITING_DAYS, _TALKED_OVER_DAYS = 6, -1


def read_again(
    making: Making, round_: Round, files: Files, progress: Callable[[int, int], None]
) -> None:
    """Have a finished round's files read again: by the rule, by hand, and one by everyone.

    The one that was chosen by hand still waits for its reader.

    Args:
        making: The register.
        round_: The round; all its first readings are submitted.
        files: What its first readings were read with, so that no text comes twice.
        progress: Told how many are read, of how many.
    """
    service = making.desk.second_readings
    service.apply(round_.id, Rule(making.seed), making.person)
    _choose_more(making, round_)
    to_read = [each for each in service.of_round(round_.id) if each.how is not How.HAND]
    for number, further in enumerate(to_read):
        reader = further.audit.auditor or SECOND_READERS[number % len(SECOND_READERS)]
        _read(making, files, further, reader)
        progress(number + 1, len(to_read))


def _choose_more(making: Making, round_: Round) -> None:
    """Choose a file by hand, which waits, and in a larger round one for everyone to read."""
    lines, service = making.library.lines, making.desk.second_readings
    again = {further.first_id for further in service.of_round(round_.id)}
    once = [each.id for each in making.desk.rounds.audits(round_.id) if each.id not in again]
    for first_id in once[:1]:
        service.choose([first_id], lines("moderation", "by_hand")[0], making.person)
        (waiting,) = (one for one in service.of_round(round_.id) if one.first_id == first_id)
        due = making.today + timedelta(_WAITING_DAYS)
        service.assign([waiting.audit.id], SECOND_READERS[0], due, making.person)
    if len(once) >= _FEWEST_TO_CALIBRATE:
        why = lines("moderation", "calibration")[0]
        due = making.today + timedelta(_TALKED_OVER_DAYS)
        service.calibrate(once[-1], SECOND_READERS, why, making.person, due)


def _read(making: Making, files: Files, further: Further, reader: str) -> None:
    first = making.desk.auditing.open(further.first_id)
    seed, reference = making.seed, further.audit.reference
    source = chance(seed, "second", reader, reference)
    wanted = _weighed(files.tool, first.answers, source, _STRICTER[reader])
    # The file's own chance again: the same days, places and people as in the first reading.
    plan = Plan(reader, wanted=wanted, closes=True, bare=True)
    files.read(further.audit, plan, chance(seed, reference), making.today)


def _weighed(
    tool: AuditTool, answers: Mapping[str, Answer], source: random.Random, stricter: float
) -> Values:
    """Return a second reader's main answers: mostly the first's, some a step away.

    Nobody overlooks a child in danger: no step leads to or from what raises a concern.
    """
    values: dict[str, str] = {}
    for question in tool.questions():
        answer = answers.get(question.id)
        if answer is None or not answer.value:
            continue
        known = MAIN_ANSWERS[question.kind]
        place = known.index(answer.value)
        step = 0
        if question.kind is not AnswerKind.SAFETY and source.random() < _OTHERWISE:
            step = 1 if source.random() < stricter else -1
        worst = {place, place + step} & {len(known) - 1}
        inside = 0 <= place + step < len(known) and not (question.critical and worst)
        values[question.id] = known[place + step] if inside else answer.value
    return values
