"""A pack of 1,000 audits taken in, against importing as many rows."""

from itertools import count
from pathlib import Path

from audit_desk.domain.case import Case
from audit_desk.domain.pack import PackKind
from audit_desk.services.case_import import ImportRequest
from audit_desk.services.desk import Desk
from audit_desk.services.pack_order import PackOrder
from audit_desk.services.registers import back_up, create_register, open_register
from audit_desk.services.sampling import DrawRequest
from audit_desk.storage.rows import new_id
from tests.benchmarks.bench_import import write_list
from tests.benchmarks.measure import Row, best
from tests.services.pack_work import complete
from tests.stored_cases import add_cases

_SECRET, _PACK_SECRET, _AMA = "only to measure", "only to measure too", "Ama Cole"
_AUDITS = 1_000


def _returned(folder: Path, number: int) -> tuple[Path, Path, int]:
    """Make a register with a pack out that comes back full: both files, and the rows in it."""
    path = folder / f"origin{number}.auditdesk"
    register = create_register(path, _SECRET, "Bench", "Ada")
    cases = [Case(new_id(), f"CST-{each:05}", {"team": "North"}) for each in range(number)]
    with register.transaction():
        add_cases(register, [(case.reference, case) for case in cases])
    desk = Desk(register, {})
    round_ = desk.rounds.create("Spring", by="Ada")
    desk.sampling.draw(round_, DrawRequest(number, 1), "Ada")
    with register.transaction():
        audits = [audit.id for audit in desk.rounds.audits(round_.id)]
        desk.assignment.assign(audits, _AMA, None, "Ada")
    order = PackOrder(
        round_, _AMA, PackKind.FIRST, folder / f"pack{number}", _PACK_SECRET, None, ""
    )
    made = desk.packs.make(order, "Ada")
    register.close()
    with open_register(made.path, _PACK_SECRET) as pack:
        theirs = Desk(pack, {})
        with pack.transaction():
            for audit in made.audits:
                complete(audit)(theirs)
        tables = ("answers", "judgements", "history")
        rows = sum(
            pack.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables
        )
    return path, made.path, rows


def rows(folder: Path) -> list[Row]:
    once = _returned(folder, _AUDITS)
    twice = _returned(folder, 2 * _AUDITS)
    list_ = folder / "list.csv"
    write_list(list_, once[2])
    number = count()

    def merge(of: tuple[Path, Path, int]) -> None:
        with open_register(targets.pop(), _SECRET) as register:
            desk = Desk(register, {})
            preview = desk.merging.look(of[1], _PACK_SECRET)
            assert desk.merging.apply(preview, "Ada").taken

    def fresh(of: tuple[Path, Path, int], runs: int) -> list[Path]:
        made = []
        with open_register(of[0], _SECRET) as register:
            for _ in range(runs):
                made.append(folder / f"target{next(number)}.auditdesk")
                back_up(register, made[-1])
        return made

    def bring_in() -> None:
        path = folder / f"list{next(number)}.auditdesk"
        with create_register(path, _SECRET, "Bench", "Ada") as register:
            desk = Desk(register, {})
            previewed = desk.imports.preview(ImportRequest(list_))
            desk.imports.apply(previewed, "Ada")
            desk.imports.discard(previewed)

    reference = best(bring_in, runs=2)
    targets = fresh(once, 3)
    single = best(lambda: merge(once), runs=2)
    targets = fresh(twice, 3)
    double = best(lambda: merge(twice), runs=2)
    return [
        Row(
            f"merging a pack of {_AUDITS:,} audits ({once[2]:,} rows)",
            "importing as many rows",
            single,
            reference,
            3.0,
        ),
        Row("merging twice the audits", "the single pack", double, single, 2.2),
    ]
