"""Pictures of every screen, by the real widgets and with invented data."""
