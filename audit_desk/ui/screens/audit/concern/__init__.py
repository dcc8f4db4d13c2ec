"""The interrupt where a child may not be safe, and what was done since."""
