"""Rows for tables and lists: Qt models that are tested without a window."""
