"""Passphrases of everyday words that can be told by telephone."""

import secrets

from audit_desk.paths import resource

WORDS = 6
"""With more than 650 words to choose from, six are hard to guess: 56 bits."""


def new_phrase() -> str:
    """Return a new passphrase, chosen by the system's own source of chance."""
    words = resource("words", "passphrase.txt").read_text(encoding="utf-8").split()
    return " ".join(secrets.choice(words) for _ in range(WORDS))
