import subprocess
import sys

import pytest

_SETUP = """
import audit_desk.ui
from PySide6.QtCore import QObject, Signal
class Thing(QObject):
    told = Signal(bool)
thing = Thing()
for number in range(200_000):
    {call}
print("alive")
"""


@pytest.mark.parametrize("call", ["thing.setObjectName('name')", "thing.told.emit(True)"])
def test_many_calls_do_not_end_the_program(call: str) -> None:
    # A process of its own: without the guard it does not fail, it dies.
    ran = subprocess.run(
        [sys.executable, "-c", _SETUP.format(call=call)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout.strip()) == (0, "alive"), ran.stderr
