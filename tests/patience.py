"""How long a test of the window waits for what is sure to come: long, for a computer may be busy.

What comes ends the waiting at once, so patience costs nothing where all is well.
"""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot, _WaitWidgetContextManager
from pytestqt.wait_signal import SignalBlocker

_PATIENCE_MS = 60_000


class PatientBot(QtBot):
    """Waits a minute where the bot of pytest-qt waits five seconds."""

    def waitUntil(  # noqa: N802 - the bot's name
        self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE_MS
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # noqa: N802 - the bot's name
        self,
        signal: SignalInstance,
        *,
        timeout: int = _PATIENCE_MS,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(
            signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb
        )

    def waitExposed(  # noqa: N802 - the bot's name
        self, widget: QWidget, *, timeout: int = _PATIENCE_MS
    ) -> _WaitWidgetContextManager:
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(  # noqa: N802 - the bot's name
        self, widget: QWidget, *, timeout: int = _PATIENCE_MS
    ) -> _WaitWidgetContextManager:
        return super().waitActive(widget, timeout=timeout)
