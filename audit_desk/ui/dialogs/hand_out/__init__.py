"""Handing out files in a pack."""
