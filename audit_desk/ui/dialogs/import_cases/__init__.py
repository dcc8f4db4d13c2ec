"""Bringing in a case list: choose, look before, bring in."""
