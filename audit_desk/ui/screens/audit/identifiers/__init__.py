"""What looks like an identifier in the texts."""
