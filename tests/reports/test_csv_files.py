"""The CSV files: what a program reads, with the schema that describes it."""

import csv
import json
from io import StringIO

import pytest

from audit_desk.domain.round_record import RoundRecord
from audit_desk.reports.csv_files import answers_csv, csv_files
from audit_desk.reports.tables.build import build_tables
from tests.reports.example_record import make_record
from tests.reports.golden import assert_golden
from tests.reports.test_workbook import with_evidence

_SHOWN = 4


@pytest.fixture(scope="module")
def record() -> RoundRecord:
    return make_record()


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_files_read_as_agreed(record: RoundRecord) -> None:
    files = csv_files(record)
    texts = [
        "\n".join([f"== {name}", *content.decode().splitlines()[:_SHOWN]])
        for name, content in files.items()
        if name != "schema.json"
    ]
    assert_golden("csv_files.txt", "\n\n".join(texts))
    assert csv_files(make_record()) == files


def test_the_schema_describes_the_files_as_they_are(record: RoundRecord) -> None:
    files = csv_files(record)
    schema = json.loads(files["schema.json"])
    assert schema["round"] == "Spring 2026"
    for table in schema["tables"]:
        head, *body = rows(files[table["file"]])
        assert head == [column["name"] for column in table["columns"]]
        assert len(body) == table["rows"]
    assert len(schema["tables"]) == len(build_tables(record))


def test_a_spreadsheet_takes_its_letters_and_runs_nothing(record: RoundRecord) -> None:
    changed = with_evidence(record, "=HYPERLINK(A1)\r\nZażółć, “so”")
    content = answers_csv(changed)
    assert content.startswith(b"\xef\xbb\xbf")
    head, *body = rows(content)
    texts = [row[head.index("evidence")] for row in body]
    assert "'=HYPERLINK(A1)\nZażółć, “so”" in texts
    assert len(body) == sum(len(full.answers) for full in changed.audits)
