"""100,000 rows of CSV brought in, against parsing the CSV and inserting the raw rows."""

import csv
import random
import tracemalloc
from itertools import count
from pathlib import Path

from audit_desk.services.case_import import ImportRequest
from audit_desk.services.desk import Desk
from audit_desk.services.registers import create_register
from audit_desk.storage.register import Register
from tests.benchmarks.measure import Row, best

_HEAD = [
    "Child Unique ID",
    "Gender",
    "Ethnicity",
    "Date of Birth",
    "Age of Child (Years)",
    "Does the Child have a Disability",
    "CIN Start Date",
    "Primary Need Code",
    "Date Child Was Last Seen",
    "CIN Closure Date",
    "Reason for Closure",
    "Case Status",
    "Allocated Team",
    "Allocated Worker",
]


def write_list(path: Path, number: int) -> None:
    """Write an invented List 6 of that many children."""
    chance = random.Random(1)  # noqa: S311 - invented data, no secret
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(_HEAD)
        for each in range(number):
            writer.writerow(
                [
                    1_000_000 + each,
                    chance.choice(["a) Male", "b) Female"]),
                    chance.choice(["a) WBRI", "k) APKN", "s) NOBT"]),
                    f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/2010",
                    chance.randint(10, 17),
                    "b) No",
                    f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
                    "N1 - Abuse or neglect",
                    f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
                    "",
                    "",
                    "c) Child in need plan",
                    f"Team {chance.randint(1, 12)}",
                    chance.choice(["Ezra Leigh", "Petra Wills", "Rose Marsh"]),
                ]
            )


def _peak(desk: Desk, list_: Path) -> float:
    """Return the most memory, in MB, that a look at a list takes in Python's own objects."""
    tracemalloc.start()
    desk.imports.discard(desk.imports.preview(ImportRequest(list_)))
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return peak


def rows(folder: Path) -> list[Row]:
    once, twice, half = folder / "once.csv", folder / "twice.csv", folder / "half.csv"
    write_list(once, 100_000)
    write_list(twice, 200_000)
    write_list(half, 50_000)
    registers: list[Register] = []
    number = count()

    def fresh(list_: Path) -> None:
        register = create_register(
            folder / f"{list_.stem}{next(number)}.auditdesk", "only to measure", "Bench", "Ada"
        )
        registers.append(register)
        desk = Desk(register, {})
        previewed = desk.imports.preview(ImportRequest(list_))
        desk.imports.apply(previewed, "Ada")
        desk.imports.discard(previewed)

    def again() -> None:
        desk = Desk(registers[-1], {})
        previewed = desk.imports.preview(ImportRequest(once))
        desk.imports.apply(previewed, "Ada")
        desk.imports.discard(previewed)

    def raw() -> None:
        register = Register.create(folder / f"raw{next(number)}.auditdesk", "only to measure")
        registers.append(register)
        columns = ", ".join(f"c{each} TEXT" for each in range(len(_HEAD)))
        register.db.execute(f"CREATE TABLE raw ({columns}) STRICT")
        marks = ", ".join("?" * len(_HEAD))
        with once.open(newline="", encoding="utf-8") as file, register.transaction():
            register.db.conn.executemany(f"INSERT INTO raw VALUES ({marks})", csv.reader(file))

    def close() -> None:  # what they hold in memory is not to weigh on the next
        while registers:
            registers.pop().close()

    reference = best(raw)
    close()
    single = best(lambda: fresh(once))
    same = best(again, runs=2)
    close()
    double = best(lambda: fresh(twice), runs=2)
    desk = Desk(registers[-1], {})
    memory = _peak(desk, once), _peak(desk, half)
    close()
    return [
        Row(
            "import of 100,000 rows: mapped, checked, pseudonymised",
            "parse the CSV, insert the raw rows",
            single,
            reference,
            4.0,
        ),
        Row("import of twice the rows", "the single run", double, single, 2.2),
        Row("the same 100,000 rows again, all unchanged", "the first import", same, single, 1.5),
        Row("memory (MB) of a look at 100,000 rows", "at 50,000 rows", *memory, 1.1),
    ]
