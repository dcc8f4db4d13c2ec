"""The window: the only part of Audit Desk that knows Qt."""
