"""Looks through an audit's own texts, with names as a register would know them."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.known_names import KnownNames
from audit_desk.domain.privacy import excerpt, scan
from audit_desk.domain.written_texts import TextPlace, texts_of_audit


@dataclass(frozen=True)
class FakeFound:
    place: TextPlace
    words: str


class FakeIdentifiers:
    def __init__(self, *names: str) -> None:
        self.known = KnownNames(names)

    def names(self) -> KnownNames:
        return self.known

    def of_audit(self, tool: AuditTool, full: FullAudit) -> Sequence[FakeFound]:
        return [
            FakeFound(place, f"{mark.kind.noun} “{excerpt(text, mark)}”")
            for place, text in texts_of_audit(tool, full)
            for mark in scan(text, self.known)
        ]
