"""Composes the window."""
