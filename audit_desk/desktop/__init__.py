"""Composes the window: hands services to screens and screens to the window."""

from audit_desk.desktop.session import Registers, run_desktop

__all__ = ["Registers", "run_desktop"]
