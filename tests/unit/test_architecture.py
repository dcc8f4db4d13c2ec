"""Imports go one way: ui, cli → services → storage → domain; reports → domain; app builds all."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import audit_desk

PACKAGE = Path(audit_desk.__file__).parent
LEAVES = {"errors", "paths", "__init__"}
MAY_IMPORT = {
    "domain": set(),
    "storage": {"domain"},
    "services": {"domain", "storage"},
    "reports": {"domain"},
    "ui": {"domain", "services"},
    "cli": {"domain", "services"},
    "app": {"domain", "services", "reports", "cli", "desktop"},
    "desktop": {"app", "domain", "services", "reports", "ui"},
    "__main__": {"app"},
}
OWNED = {
    "PySide6": {"ui", "desktop"},
    "qtawesome": {"ui"},
    "sqlite_utils": {"storage"},
    "sqlcipher3": {"storage"},
    "reportlab": {"reports"},
    "click": {"cli"},
}
HEAVY = {
    "reportlab",
    "python_calamine",
    "holidays",
    "charset_normalizer",
    "stdnum",
    "msgspec",
    "PySide6",
    "qtawesome",
}
SQL = ("SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "PRAGMA ")


def modules() -> Iterator[tuple[str, Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE)
        room = inside.parts[0] if len(inside.parts) > 1 else inside.stem
        if not inside.parts[0].startswith("_bundled"):
            yield room, path, ast.parse(path.read_text(encoding="utf-8"))


MODULES = list(modules())
IDS = [str(path.relative_to(PACKAGE)) for _, path, _ in MODULES]


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(("room", "path", "tree"), MODULES, ids=IDS)
def test_a_room_imports_only_the_rooms_below_it(room: str, path: Path, tree: ast.Module) -> None:
    if room in LEAVES:
        allowed: set[str] = {"errors"}
    else:
        allowed = MAY_IMPORT[room] | {room} | LEAVES
    for name in imported(tree):
        parts = name.split(".")
        if parts[0] == "audit_desk" and len(parts) > 1 and parts[1] != "__version__":
            assert parts[1] in allowed, f"{room} may not import {name}"
        owners = OWNED.get(parts[0])
        assert owners is None or room in owners, f"{room} may not import {name}"


@pytest.mark.parametrize(("room", "path", "tree"), MODULES, ids=IDS)
def test_the_domain_needs_nothing_but_the_standard_library(
    room: str, path: Path, tree: ast.Module
) -> None:
    if room == "domain":
        names = {name.split(".")[0] for name in imported(tree)} - {"audit_desk"}
        assert names <= sys.stdlib_module_names


@pytest.mark.parametrize(("room", "path", "tree"), MODULES, ids=IDS)
def test_sql_stands_in_storage_alone(room: str, path: Path, tree: ast.Module) -> None:
    if room != "storage":
        texts = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        assert not [text for text in texts if text.lstrip().startswith(SQL)]


@pytest.mark.parametrize(("room", "path", "tree"), MODULES, ids=IDS)
def test_heavy_libraries_are_imported_where_they_are_used(
    room: str, path: Path, tree: ast.Module
) -> None:
    if room in {"ui", "desktop"}:
        return  # the window is Qt from the first line; app imports it last
    if path.parent.name == "reports" and path.name != "__init__.py":
        return  # paper is reportlab; nobody imports it before a report is asked for
    top = {name.split(".")[0] for node in tree.body for name in imported_here(node)}
    assert not top & HEAVY


def imported_here(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        yield from imported(node)


@pytest.mark.parametrize(("room", "path", "tree"), MODULES, ids=IDS)
def test_no_file_has_grown_past_its_subject(room: str, path: Path, tree: ast.Module) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
