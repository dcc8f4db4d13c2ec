"""Audit Desk: score children's social care case files, draw dip samples, report."""

__version__ = "0.1.0"
