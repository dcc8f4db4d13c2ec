"""Lists as files that the tests of reading them share."""

from pathlib import Path

import pytest

from audit_desk.errors import UserError
from audit_desk.services.case_files import read_sheets, read_table

HEADERS = ("Child ID", "Team", "Worker")


ROWS = [
    ["007", "Caf\u00e9, \u2018Nord\u2019; 1\tA", "Zo\u00eb \u201cZ\u201d Bell"],
    ["008", "B", ""],
]


def text_of(delimiter: str, end: str = "\r\n") -> str:
    return end.join(
        delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row)
        for row in [HEADERS, *ROWS]
    )


def save(folder: Path, content: str | bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def names_of(path: Path) -> list[str]:
    return [each.name for each in read_sheets(path)]


def refusal(path: Path, sheet: str | None = None) -> UserError:
    with pytest.raises(UserError) as caught:
        read_table(path, sheet)
    assert caught.value.hint
    return caught.value
