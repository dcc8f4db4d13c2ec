"""Looks through an audit's own texts, with names as a register would know them."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.known_names import KnownNames
from audit_desk.domain.privacy import excerpt, scan
from audit_desk.domain.privacy_kinds import PassageKey, passage_key
from audit_desk.domain.written_texts import TextPlace, texts_of_audit


@dataclass(frozen=True)
class FakeFound:
    place: TextPlace
    words: str
    key: PassageKey
    is_none: bool = False


class FakeIdentifiers:
    def __init__(self, *names: str) -> None:
        self.known = KnownNames(names)
        self.none: set[PassageKey] = set()

    def names(self) -> KnownNames:
        return self.known

    def of_audit(self, tool: AuditTool, full: FullAudit) -> Sequence[FakeFound]:
        return [
            FakeFound(place, f"{mark.kind.noun} “{excerpt(text, mark)}”", key, key in self.none)
            for place, text in texts_of_audit(tool, full)
            for mark in scan(text, self.known)
            for key in [passage_key(mark.kind, text[mark.start : mark.end])]
        ]

    def not_ones(self, audit_id: str) -> frozenset[PassageKey]:
        del audit_id
        return frozenset(self.none)

    def say(self, audit_id: str, key: PassageKey, by: str, *, is_none: bool) -> None:
        del audit_id, by
        (self.none.add if is_none else self.none.discard)(key)
