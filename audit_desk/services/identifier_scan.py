"""Looks through the texts of a register for what identifies a person. It holds nothing up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_report import AuditReport
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.independence import STAFF_ROLES
from audit_desk.domain.known_names import KnownNames
from audit_desk.domain.privacy import Mark, excerpt, scan
from audit_desk.domain.privacy_kinds import Kind, PassageKey, passage_key
from audit_desk.domain.receipt_form import receipt_from_dict
from audit_desk.domain.round import Round
from audit_desk.domain.written_texts import (
    TextPlace,
    Written,
    texts_of_actions,
    texts_of_audit,
    texts_of_concerns,
    texts_of_follow_ups,
    texts_of_outcomes,
)
from audit_desk.services.report_texts import texts_of_receipts, texts_of_settled
from audit_desk.services.settings import SettingsService
from audit_desk.storage.action_repo import ActionRepo
from audit_desk.storage.concern_repo import ConcernRepo
from audit_desk.storage.name_repo import NameRepo
from audit_desk.storage.not_identifier_repo import NotIdentifierRepo
from audit_desk.storage.register import Register
from audit_desk.storage.round_repo import RoundRepo


@dataclass(frozen=True, slots=True)
class FoundIdentifier:
    """Something in a text that looks like an identifier.

    Attributes:
        place: Where the text stands.
        kind: What it looks like.
        excerpt: Its beginning: enough to find it by, too little to pass it on.
        passage: Its words, by which it can be said to be none.
        is_none: Whether somebody said that it is none.
    """

    place: TextPlace
    kind: Kind
    excerpt: str
    passage: str = field(default="", repr=False)
    is_none: bool = False

    @property
    def key(self) -> PassageKey:
        """What it is, wherever it stands."""
        return self.kind, self.passage

    @property
    def words(self) -> str:
        """What it looks like, with its beginning: ``postcode “BL9…”``."""
        return f"{self.kind.noun} “{self.excerpt}”"

    @property
    def sentence(self) -> str:
        """The same with its place: ``CST-0142: ST4, evidence: postcode “BL9…”``."""
        said = " (said to be none)" if self.is_none else ""
        return f"{self.place.sentence}: {self.words}{said}"


class IdentifierScanService:
    """Knows the names of one register, and finds them and other identifiers in its texts."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._names = NameRepo(register)
        self._none = NotIdentifierRepo(register)
        self._settings = SettingsService(register)
        self._actions = ActionRepo(register)
        self._concerns = ConcernRepo(register)
        self._rounds = RoundRepo(register)
        self._staff: set[str] = set()
        self._edition: tuple[int, ...] = ()
        self._known = KnownNames()
        self._known_from: frozenset[str] = frozenset()

    def names(self) -> KnownNames:
        """Return the names that the register knows; lists are read again when one was added."""
        edition = self._names.edition()
        if edition != self._edition:
            self._staff = self._names.staff([key for key, _ in STAFF_ROLES])
            self._edition = edition
        settings = self._settings.get()
        here = {settings.person_name, *(each.name for each in settings.escalation_contacts)}
        values = frozenset(self._staff | self._names.auditors() | here)
        if values != self._known_from:
            self._known, self._known_from = KnownNames(values), values
        return self._known

    def marks(self, text: str) -> tuple[Mark, ...]:
        """Return what in one text looks like an identifier."""
        return scan(text, self.names())

    def in_texts(self, written: Iterable[Written]) -> tuple[FoundIdentifier, ...]:
        """Return what looks like an identifier in some texts, each stretch once a place."""
        return _found(written, self.names())

    def of_audit(self, tool: AuditTool, full: FullAudit) -> tuple[FoundIdentifier, ...]:
        """Return what looks like an identifier in an audit, with its actions and concerns.

        What somebody said is none is among it, and says so.
        """
        return self._in_audit(tool, full, self.names())

    def of_report(self, report: AuditReport) -> tuple[FoundIdentifier, ...]:
        """Return what looks like an identifier in the report of one audit."""
        settled = texts_of_settled(report.settled.values(), report.full.audit.reference)
        return (*self.of_audit(report.tool, report.full), *self.in_texts(settled))

    def not_ones(self, audit_id: str) -> frozenset[PassageKey]:
        """Return what somebody said of an audit's passages is no identifier."""
        return self._none.of_audit(audit_id)

    def say(self, audit_id: str, key: PassageKey, by: str, *, is_none: bool) -> None:
        """Put on record that a passage is no identifier wherever it stands, or one after all.

        Raises:
            UserError: The register cannot be written.
        """
        with self._register.transaction():
            if (key in self._none.of_audit(audit_id)) is is_none:
                return
            if is_none:
                self._none.add(audit_id, key)
            else:
                self._none.remove(audit_id, key)
            action = "said is no identifier" if is_none else "said is an identifier"
            after = {"kind": key[0].value, "passage": key[1]}
            self._register.history.append(by, action, ("audit", audit_id), after=after)

    def of_round(
        self, round_: Round, tool: AuditTool, audits: Iterable[FullAudit]
    ) -> tuple[FoundIdentifier, ...]:
        """Return what looks like an identifier in all that was written in a round.

        Args:
            round_: The round.
            tool: The tool that its audits are pinned to.
            audits: Its audits.
        """
        actions = self._actions.of_round(round_.id)
        before = self.in_texts(
            chain(
                [(TextPlace("Purpose of the round"), round_.purpose)],
                texts_of_receipts(map(receipt_from_dict, self._rounds.receipts(round_.id))),
            )
        )
        names = self.names()
        read = chain.from_iterable(self._in_audit(tool, full, names) for full in audits)
        after = self.in_texts(
            chain(
                texts_of_actions(each for each in actions if not each.audit_id),
                texts_of_outcomes(actions),
            )
        )
        return tuple(dict.fromkeys((*before, *read, *after)))

    def _in_audit(
        self, tool: AuditTool, full: FullAudit, names: KnownNames
    ) -> tuple[FoundIdentifier, ...]:
        return _found(self._of_audit(tool, full), names, self._none.of_audit(full.audit.id))

    def _of_audit(self, tool: AuditTool, full: FullAudit) -> Iterator[Written]:
        audit = full.audit
        yield from texts_of_audit(tool, full)
        yield from texts_of_follow_ups(tool, self._actions.follow_ups(audit.id), audit.reference)
        yield from texts_of_concerns(self._concerns.of_audit(audit.id))


def _found(
    written: Iterable[Written], names: KnownNames, none: frozenset[PassageKey] = frozenset()
) -> tuple[FoundIdentifier, ...]:
    found = (
        FoundIdentifier(place, mark.kind, excerpt(text, mark), key[1], key in none)
        for place, text in written
        for mark in scan(text, names)
        for key in [passage_key(mark.kind, text[mark.start : mark.end])]
    )
    return tuple(dict.fromkeys(found))
