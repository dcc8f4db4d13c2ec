"""Golden files: what an exporter wrote when a person last read it."""

import os
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "golden"


def assert_golden(name: str, text: str) -> None:
    """Compare; AUDIT_DESK_UPDATE_GOLDEN=1 writes the file anew, to read the difference."""
    text = "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
    if os.environ.get("AUDIT_DESK_UPDATE_GOLDEN"):
        (_FOLDER / name).write_text(text, encoding="utf-8")

    assert text == (_FOLDER / name).read_text(encoding="utf-8")
