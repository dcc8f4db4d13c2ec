"""Killed without warning in the middle of its work: nothing that was acknowledged is lost."""

import signal
from pathlib import Path

import pytest

from tests.power_cut import cut_the_power

_CUTS = 2


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill like that")
def test_every_acknowledged_answer_is_there_after_each_cut(tmp_path: Path) -> None:
    assert cut_the_power(tmp_path, _CUTS) > _CUTS, "nothing was acknowledged, so nothing was tried"
