"""Home: what needs the person at this desk."""
