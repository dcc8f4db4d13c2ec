import subprocess
import sys

_MANY_CALLS = """
import audit_desk.ui
from PySide6.QtCore import QObject
thing = QObject()
for number in range(200_000):
    thing.setObjectName("name")
print("alive")
"""


def test_many_calls_that_return_nothing_do_not_end_the_program() -> None:
    # A process of its own: without the guard it does not fail, it dies.
    ran = subprocess.run(
        [sys.executable, "-c", _MANY_CALLS], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout.strip()) == (0, "alive"), ran.stderr
