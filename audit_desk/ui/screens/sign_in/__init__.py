"""Saying who is at this desk."""
