"""Hashes of findings, by which words and saved reports know whether anything has changed since."""

import hashlib

from audit_desk.domain.findings import Findings
from audit_desk.services.findings_json import Json, findings_to_json
from audit_desk.storage.rows import to_json

_NO_FIGURES = ("computed_from", "words", "actions", "earlier_actions")
"""What changes without any figure changing: an action may follow from the very words."""


def figures_hash(findings: Findings) -> str:
    """Return the hash of what was found, without what was made of it: SHA-256, hexadecimal."""
    found = findings_to_json(findings)
    return _hash({key: value for key, value in found.items() if key not in _NO_FIGURES})


def findings_hash(findings: Findings) -> str:
    """Return the hash of everything that a report rests on: SHA-256, hexadecimal."""
    return _hash(findings_to_json(findings))


def _hash(found: Json) -> str:
    return hashlib.sha256(to_json(found).encode()).hexdigest()
