"""The home of a pack: what is asked of its person, and handing it back."""
