"""Releasing texts of a round, and what of the round may leave because of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from audit_desk.domain.audience import Audience
from audit_desk.domain.independence import STAFF_ROLES
from audit_desk.domain.passages import Passage, PassageKey, passages_of
from audit_desk.domain.round import Round
from audit_desk.domain.shareable import Shareable
from audit_desk.domain.shareable_from import shareable
from audit_desk.services.identifier_scan import IdentifierScanService
from audit_desk.services.round_findings import FindingsService
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.name_repo import NameRepo
from audit_desk.storage.register import Register
from audit_desk.storage.release_repo import ReleasedKey, ReleaseRepo


@dataclass(frozen=True, slots=True)
class Quotable:
    """A passage that the lead may release.

    Attributes:
        passage: The text with its place.
        is_released: Whether it may be quoted as it reads now.
        identifiers: What in it looks like an identifier, each in words.
        spans: Where they stand, in UTF-16 units, which is how a window counts characters.
    """

    passage: Passage
    is_released: bool
    identifiers: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()


class ReleaseService:
    """What of one register's rounds may be quoted and shared."""

    def __init__(
        self, register: Register, findings: FindingsService, scanner: IdentifierScanService
    ) -> None:
        self._register = register
        self._findings = findings
        self._scanner = scanner
        self._repo = ReleaseRepo(register)
        self._audits = AuditRepo(register)
        self._names = NameRepo(register)

    def quotable(self, round_: Round) -> tuple[Quotable, ...]:
        """Return every text of a round that could be quoted, by theme."""
        released = self._released(round_)
        return tuple(
            self._quotable(passage, is_released=passage.key in released)
            for passage in passages_of(self._findings.of_round(round_))
        )

    def release(
        self, round_: Round, add: Iterable[Passage], take_back: Iterable[Passage], by: str
    ) -> None:
        """Release passages as they read now, and take others back.

        Args:
            round_: The round.
            add: What may be quoted from now on.
            take_back: What may not be any more.
            by: Who decides.
        """
        audits = {audit.reference: audit.id for audit in self._audits.of_round(round_.id)}
        with self._register.transaction():
            known = self._repo.of_round(round_.id)
            new = [key for key in _stored(add, audits) if key not in known]
            gone = [key for key in _stored(take_back, audits) if key in known]
            self._repo.add(round_.id, new, by, datetime.now(UTC))
            self._repo.remove(round_.id, gone)
            for action, keys in (("released for quoting", new), ("took back from quoting", gone)):
                for kind, audit, item, hash_ in keys:
                    text = {"kind": kind, "audit": audit, "item": item, "hash": hash_}
                    self._register.history.append(by, action, ("round", round_.id), after=text)

    def shareable(self, round_: Round, audience: Audience) -> Shareable:
        """Return what of a round may leave for an audience other than *full*."""
        found = self._findings.of_round(round_)
        last = self._repo.last(round_.id)
        if last is not None:
            found = replace(found, computed_from=max(found.computed_from, last))
        return shareable(found, audience, self._released(round_), self._is_name())

    def _released(self, round_: Round) -> frozenset[PassageKey]:
        references = {audit.id: audit.reference for audit in self._audits.of_round(round_.id)}
        return frozenset(
            (kind, references.get(audit, ""), item, hash_)
            for kind, audit, item, hash_ in self._repo.of_round(round_.id)
        )

    def _quotable(self, passage: Passage, *, is_released: bool) -> Quotable:
        text = passage.text
        marks = self._scanner.marks(text)
        words = (f"{mark.kind.noun} “{text[mark.start : mark.end]}”" for mark in marks)
        spans = ((_units(text[: mark.start]), _units(text[: mark.end])) for mark in marks)
        return Quotable(passage, is_released, tuple(dict.fromkeys(words)), tuple(spans))

    def _is_name(self) -> Callable[[str], bool]:
        """Return whether a text holds a name, or is one that reads like a word: "J. White"."""
        staff = self._names.staff([key for key, _ in STAFF_ROLES])
        whole = {" ".join(name.casefold().split()) for name in staff | self._names.auditors()}
        return lambda text: (
            " ".join(text.casefold().split()) in whole or bool(self._scanner.marks(text))
        )


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _stored(passages: Iterable[Passage], audits: dict[str, str]) -> list[ReleasedKey]:
    """Return passages as they are kept: by audit, whose reference another register may not have."""
    keys = ((each.kind, audits.get(each.reference, ""), each.item, each.hash) for each in passages)
    return list(dict.fromkeys(keys))
