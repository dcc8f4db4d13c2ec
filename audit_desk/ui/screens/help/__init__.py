"""The help pages: plain Markdown that comes with the application."""
