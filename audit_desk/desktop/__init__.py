"""Composes the window: hands services to screens and screens to the window."""

from audit_desk.desktop.session import First, Registers, WhenShown, run_desktop

__all__ = ["First", "Registers", "WhenShown", "run_desktop"]
