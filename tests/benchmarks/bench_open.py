"""An audit opened and painted, and keys pressed in a long one."""

import gc
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.measure import Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from audit_desk.desktop.surroundings import Surroundings
    from audit_desk.services.desk import Desk

_AUDITS = 6
_REST_MS = 2_500
_MORE = 0.1
"""How much longer than the minimal window an audit may take, in seconds."""
_PASSPHRASE = "only to measure"


def rows(folder: Path) -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["XDG_CONFIG_HOME"] = str(folder)
    from PySide6.QtWidgets import QApplication

    from audit_desk import app
    from audit_desk.desktop.surroundings import Surroundings

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    around = Surroundings()
    around.theme.install(application)
    path = folder / "demo.auditdesk"
    app.build_demo(path, _PASSPHRASE, cases=200, audits=_AUDITS)
    desk = app.open_desk(path, _PASSPHRASE)
    label = min(_labels(application))
    rested = _times(application, desk, around, rest_ms=_REST_MS)  # the first of the process
    at_once = _times(application, desk, around, rest_ms=0)
    desk.register.close()
    against = f"a window with one label ({label * 1000:.0f} ms) and 100 ms"
    limit = label + _MORE
    return [
        Row("an audit opened and painted, the first", against, rested[0], limit, 1.0),
        Row("an audit opened and painted, the next", against, min(rested[1:]), limit, 1.0),
        Row("the same at once, with no second to get ready", against, min(at_once), limit, 1.0),
    ]


def _painted(application: "QApplication", show: Callable[[], object]) -> float:
    gc.collect()
    started = time.perf_counter()
    show()
    application.processEvents()  # laying out and painting wait for it
    return time.perf_counter() - started


def _labels(application: "QApplication") -> list[float]:
    """Return the times of a minimal window."""
    from PySide6.QtWidgets import QLabel

    times = []
    for _ in range(_AUDITS):
        minimal = QLabel("Audit Desk")
        minimal.resize(1280, 720)
        times.append(_painted(application, minimal.show))
        minimal.close()
    return times


def _times(
    application: "QApplication", desk: "Desk", around: "Surroundings", *, rest_ms: int
) -> list[float]:
    """Open one audit after the other from the main window, each after a rest."""
    from PySide6.QtTest import QTest

    from audit_desk.desktop.main_pages import build_main_window

    window = build_main_window(desk, around)
    window.resize(1280, 720)
    _painted(application, window.show)
    audits = [place for place in window._destinations() if place.kind.startswith("Audit")]
    times = []
    for audit in audits[:_AUDITS]:
        QTest.qWait(rest_ms)
        times.append(_painted(application, audit.open))
        window.pop_full_page()
        application.processEvents()
    window.close()
    return times
