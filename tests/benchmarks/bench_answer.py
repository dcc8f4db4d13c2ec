"""One answer saved, history included, against one bare durable commit.

Both are taken on one connection to one register, as the window opens it: the same encryption,
page size, write-ahead log and ``synchronous = FULL``, so that each waits once until the disk has
it. The bare commit is the least that a durable write can be, without anything of ours around it:
one row of one column added to a table without keys or indexes, which changes a single page.

A person leaves one field and then reads on before the next, so a moment in which nothing is done
goes before each: neither finds the processor and the disk warm from the one before. An answer and
a bare commit take turns, so that whatever else the computer does falls on both alike; each is
timed alone, without what other programs keep it from the processor; and the middle one is taken.

Eight questions of a file are answered, then those of another file that was not open, as new
answers at first and later as changed ones. The middle is taken for each of the eight, so that the
first, which has to read the file, counts as well.
"""

from pathlib import Path
from statistics import mean, median

from audit_desk.domain.audit import Answer
from audit_desk.domain.case import Case
from audit_desk.services.desk import Desk
from audit_desk.services.registers import create_register
from audit_desk.services.sampling import DrawRequest
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_id
from tests.benchmarks.measure import Row, in_turns, undisturbed_clock
from tests.stored_cases import add_cases

_FILES = 40
_VISITS = 3 * _FILES
_QUESTIONS = 8
_REST = 0.002


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

    given = [
        Answer(question, "2", evidence=f"The record of visit {visit} shows the plan. " * 5)
        for visit in range(_VISITS)
        for question in questions[:_QUESTIONS]
    ]

    def answer(turn: int) -> None:
        audit = audits[turn // _QUESTIONS % _FILES]
        desk.auditing.save_answer(audit.id, given[turn], "Ada")

    def bare(_turn: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare VALUES ('x')")
        connection.execute("COMMIT")

    clock = undisturbed_clock()
    answers, commits = in_turns((answer, bare), len(given), rest=_REST, clock=clock)
    of_each = [median(answers[place::_QUESTIONS]) for place in range(_QUESTIONS)]
    return mean(of_each), median(commits)
