"""What a round found, section by section."""
