"""Everything that must pass, in one command: ``python -m tests``.

Lint, format, types, tests and coverage, in the order in which they fail fastest. What
follows the command goes to pytest: ``python -m tests tests/unit -k clocks`` (coverage is then
measured but not demanded). Properties are tried with the same examples each time, so that a red
run can be repeated; ``pytest`` by itself looks for new ones.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

STEPS = (
    ("lint", ["ruff", "check", "--no-cache", "."]),
    ("format", ["ruff", "format", "--no-cache", "--check", "."]),
    ("types", ["mypy", "--no-error-summary"]),
)


def main() -> int:
    """Run the steps; return the exit status of the first that fails, or 0."""
    chosen = sys.argv[1:]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _keep_bytecode()
    floor = [] if not chosen else ["--cov-fail-under=0"]
    # In the order of their folders: journeys, which are long, come first, and short files last.
    spread = ["--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder"]
    measured = ["--cov", "--cov-report=term:skip-covered"]
    tests = ["pytest", "--hypothesis-profile=same-each-time", *spread, *measured, *floor, *chosen]
    for name, command in (*STEPS, ("tests and coverage", tests)):
        print(f"── {name}", flush=True)
        with _reading_ahead(chosen) if name == "types" else contextlib.nullcontext():
            status = subprocess.run([sys.executable, "-m", *command], check=False).returncode
        if status:
            return status
    return 0


@contextlib.contextmanager
def _reading_ahead(chosen: Sequence[str]) -> Iterator[None]:
    # The type check keeps one processor busy: another can rewrite the tests' asserts meanwhile.
    command = [sys.executable, "-m", "pytest", "--collect-only", *chosen]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet):
        yield


def _keep_bytecode() -> None:
    # Rewriting all tests' asserts takes ten seconds a process; kept outside the source tree.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    cache = Path(tempfile.gettempdir()) / "audit-desk-bytecode"
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(cache))


if __name__ == "__main__":
    sys.exit(main())
