"""Forms of an audit: printed, saved, filled in elsewhere and read back in."""
