"""The heart: frozen dataclasses, enums and pure rules. Standard library only."""
