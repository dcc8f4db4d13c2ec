"""One answer saved, history included, against one bare durable commit.

Both are taken on one connection to one register, as the window opens it: the same encryption,
page size, write-ahead log and ``synchronous = FULL``, so that each waits once until the disk has
it. The bare commit is the least that a durable write can be, without anything of ours around it:
one row of one column added to a table without keys or indexes, which changes a single page.

A person answers the questions of a file one after the other, and then opens the next file. So in
each turn a file that was not open is read and eight of its questions are answered, first as new
answers and in later turns as changed ones; eight bare commits follow. Each is timed alone and the
middle one is taken, of the answers for each of the eight, so that the first, which reads the
file, counts as well: whatever else the computer does falls on both alike.
"""

from functools import partial
from pathlib import Path
from statistics import mean

from audit_desk.domain.audit import Answer
from audit_desk.domain.case import Case
from audit_desk.services.desk import Desk
from audit_desk.services.registers import create_register
from audit_desk.services.sampling import DrawRequest
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_id
from tests.benchmarks.measure import Row, middles
from tests.stored_cases import add_cases

_FILES = 40
_TURNS = 4 * _FILES
_QUESTIONS = 8


def rows(folder: Path) -> list[Row]:
    with create_register(folder / "bench.auditdesk", "only to measure", "Bench", "Ada") as register:
        answered, bare = _middles(register)
    return [Row("one answer saved, history included", "one bare durable commit", answered, bare, 2)]


def _middles(register: Register) -> tuple[float, float]:
    """Return the middle time of an answer and of a bare commit, in seconds."""
    cases = (Case(new_id(), f"CST-{number:04}", {"team": "North"}) for number in range(_FILES))
    add_cases(register, ((case.reference, case) for case in cases))
    desk = Desk(register, {})
    round_ = desk.rounds.create("Bench", by="Ada")
    desk.sampling.draw(round_, DrawRequest(_FILES, 1), "Ada")
    audits = desk.rounds.audits(round_.id)
    tool = desk.auditing.tool_for(audits[0].id)
    questions = [question.id for question in tool.questions() if question.descriptors]
    connection = register.db.conn
    connection.execute("CREATE TABLE bare (x TEXT) STRICT")

    def answer(question: str, turn: int) -> None:
        text = f"The record of visit {turn} shows the plan was shared. " * 4
        given = Answer(question, "2", evidence=text)
        desk.auditing.save_answer(audits[turn % _FILES].id, given, "Ada")

    def bare(_turn: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare VALUES ('x')")
        connection.execute("COMMIT")

    answers = [partial(answer, question) for question in questions[:_QUESTIONS]]
    found = middles((*answers, *[bare] * _QUESTIONS), _TURNS)
    return mean(found[:_QUESTIONS]), mean(found[_QUESTIONS:])
