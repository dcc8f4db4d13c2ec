"""What every test stands on: no screen, no modal dialog, no settings of the person who runs it."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("AUDIT_DESK_PASSPHRASE", None)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings and documents of whoever runs the tests out of them, and intact."""
    home = tmp_path / "home"
    monkeypatch.setattr("audit_desk.paths.settings_folder", lambda: home / "settings")
    monkeypatch.setattr("audit_desk.paths.documents_folder", lambda: home / "documents")


def pytest_configure(config: pytest.Config) -> None:
    # Said by Qt's screenless platform of itself, whatever the application does.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")
