"""The smallest screen that people work on, for whatever runs without one: 1280 by 720 pixels."""

import os
from pathlib import Path

_SCREEN = Path(__file__).with_suffix(".json")


def use_smallest_screen() -> None:
    """Let Qt, before it is started, act as if there were such a screen; one that is named stays."""
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREEN}"
