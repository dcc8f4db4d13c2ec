"""Imports go one way: ui, cli → services → storage → domain; reports → domain; app builds all."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import audit_desk

pytestmark = pytest.mark.no_cover  # it reads the package, it does not run it

PACKAGE = Path(audit_desk.__file__).parent
TESTS = Path(__file__).parents[1]
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
    "msgspec",
    "PySide6",
    "qtawesome",
}
SQL = ("SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "PRAGMA ")


@cache  # when it is asked for: every worker of a run imports this file, and one runs it
def modules() -> tuple[tuple[str, Path, ast.Module], ...]:
    return tuple(_modules())


def _modules() -> Iterator[tuple[str, Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE)
        room = inside.parts[0] if len(inside.parts) > 1 else inside.stem
        if not inside.parts[0].startswith("_bundled"):
            yield room, path, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_a_room_imports_only_the_rooms_below_it() -> None:
    wrong = []
    for room, path, tree in modules():
        allowed = {"errors"} if room in LEAVES else MAY_IMPORT[room] | {room} | LEAVES
        for name in imported(tree):
            parts = name.split(".")
            inside = parts[0] == "audit_desk" and len(parts) > 1 and parts[1] != "__version__"
            owners = OWNED.get(parts[0])
            if (inside and parts[1] not in allowed) or (owners and room not in owners):
                wrong.append(f"{path} may not import {name}")
    assert wrong == []


def test_the_domain_needs_nothing_but_the_standard_library() -> None:
    needed = {
        name.split(".")[0]
        for room, _, tree in modules()
        if room == "domain"
        for name in imported(tree)
    }
    assert needed
    assert needed - {"audit_desk"} <= sys.stdlib_module_names


def test_sql_stands_in_storage_alone() -> None:
    stray = [
        (path, node.value)
        for room, path, tree in modules()
        if room != "storage"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if node.value.lstrip().startswith(SQL)
    ]
    assert stray == []


def test_heavy_libraries_are_imported_where_they_are_used() -> None:
    wrong = []
    for room, path, tree in modules():
        if room in {"ui", "desktop"}:
            continue  # the window is Qt from the first line; app imports it last
        if "reports" in path.parts and path.name != "__init__.py":
            continue  # paper is reportlab; nobody imports it before a report is asked for
        top = {name.split(".")[0] for node in tree.body for name in imported_here(node)}
        wrong += [f"{path} imports {name}" for name in top & HEAVY]
    assert wrong == []


def imported_here(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        yield from imported(node)


def test_no_file_has_grown_past_its_subject() -> None:
    paths = [*(path for _, path, _ in modules()), *TESTS.rglob("*.py")]
    sizes = {path: len(path.read_text("utf-8").splitlines()) for path in paths}
    assert {path: lines for path, lines in sizes.items() if lines > 300} == {}
