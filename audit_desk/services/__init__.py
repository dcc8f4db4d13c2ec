"""Use cases: one function, one transaction, and what it changed."""
