"""Fills in a form's workbook as a spreadsheet program would, cell by cell."""

import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

from audit_desk.services.form_reader import Place, read_form


def fill(path: Path, answers: Mapping[str, object], words: Mapping[str, object] = {}) -> None:
    """Type into the cells of some rows, by their keys; ``None`` empties one."""
    book = read_form(path)
    cells = {book.rows[key].answer.place: value for key, value in answers.items()}
    write(path, {**cells, **{book.rows[key].words.place: text for key, text in words.items()}})


def write(path: Path, cells: Mapping[Place, object]) -> None:
    """Type into cells by their places."""

    def change(name: str, part: str) -> str:
        for place, value in cells.items():
            if place.sheet == name:
                pattern = rf'<c r="{place.cell}"( s="\d+")?[^>]*?(/>|>.*?</c>)'
                old = re.search(pattern, part)
                assert old, f"{place} is not in the form"
                new = _cell(place.cell, old[1] or "", value)
                part = part[: old.start()] + new + part[old.end() :]
        return part

    edit(path, change)


def edit(path: Path, change: Callable[[str, str], str]) -> None:
    """Change the text of each page's part, told its name."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    listed = re.findall(r'<sheet name="([^"]*)"', parts["xl/workbook.xml"].decode())
    for number, name in enumerate(listed, start=1):
        part = f"xl/worksheets/sheet{number}.xml"
        parts[part] = change(name, parts[part].decode()).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def _cell(at: str, style: str, value: object) -> str:
    if value is None:
        return f'<c r="{at}"{style}/>'
    if isinstance(value, datetime):
        return f'<c r="{at}"{style} t="d"><v>{value.isoformat()}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{at}"{style}><v>{value}</v></c>'
    text = escape(str(value))
    return f'<c r="{at}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
