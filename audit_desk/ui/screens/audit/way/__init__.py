"""The way through an audit: its list of questions, moving, and coming back."""
