"""What follows from an adverse answer."""
