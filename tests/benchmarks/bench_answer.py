"""One answer saved, history included, against one bare durable commit."""

from itertools import count
from pathlib import Path

from audit_desk.domain.audit import Answer
from audit_desk.domain.case import Case
from audit_desk.services.desk import Desk
from audit_desk.services.registers import create_register
from audit_desk.services.sampling import DrawRequest
from audit_desk.storage.rows import new_id
from tests.benchmarks.measure import Row, best
from tests.stored_cases import add_cases

_ANSWERS = 300
_OF_A_FILE = 8
"""How many questions of a file are answered, one after the other, before the next is read."""


def rows(folder: Path) -> list[Row]:
    register = create_register(folder / "bench.auditdesk", "only to measure", "Bench", "Ada")
    add_cases(
        register,
        (
            (f"{number}", Case(new_id(), f"CST-{number:04}", {"team": "North"}))
            for number in range(60)
        ),
    )
    desk = Desk(register, {})
    round_ = desk.rounds.create("Bench", by="Ada")
    desk.sampling.draw(round_, DrawRequest(40, 1), "Ada")
    audits = desk.rounds.audits(round_.id)
    register.db.execute("CREATE TABLE bare (x TEXT) STRICT")
    tool = desk.auditing.tool_for(audits[0].id)
    questions = [question.id for question in tool.questions() if question.descriptors][:_OF_A_FILE]
    numbers = count()

    def answer() -> None:
        for _ in range(_ANSWERS):
            file, question = divmod(next(numbers), len(questions))
            text = f"The record of visit {file} shows the plan was shared. " * 4
            given = Answer(questions[question], "2", evidence=text)
            desk.auditing.save_answer(audits[file % len(audits)].id, given, "Ada")

    def bare() -> None:
        for _ in range(_ANSWERS):
            with register.transaction():
                register.db.execute("INSERT INTO bare VALUES ('x')")

    reference = best(bare)
    row = Row(
        "one answer saved, history included",
        "one bare durable commit",
        best(answer) / _ANSWERS,
        reference / _ANSWERS,
        2.0,
    )
    register.close()
    return [row]
