"""Findings on paper: what a report says (``content``) and how it is set (``pdf``)."""
