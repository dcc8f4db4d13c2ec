"""Moderation: two sealed readings side by side, what is settled, and feedback to auditors."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from audit_desk.domain.audit import NO, PARTLY, YES, Absence, Audit, AuditState, FullAudit
from audit_desk.domain.moderation import (
    Item,
    Pair,
    PairState,
    RoundModeration,
    waiting_words,
)
from audit_desk.domain.people import same_person
from audit_desk.domain.round import Round
from audit_desk.domain.second_reading import Further
from audit_desk.domain.settlement import Feedback, Settlement
from audit_desk.domain.standing import UNANSWERED
from audit_desk.errors import UserError
from audit_desk.services.independence import required_name
from audit_desk.services.reading_pairs import is_late, side_by_side, what_stands
from audit_desk.services.rounds import RoundService
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.moderation_repo import ModerationRepo
from audit_desk.storage.register import Register
from audit_desk.storage.second_reading_repo import SecondReadingRepo


class ModerationService:
    """The moderation of one register's rounds."""

    def __init__(self, register: Register, rounds: RoundService) -> None:
        self._register = register
        self._rounds = rounds
        self._repo = ModerationRepo(register)
        self._further = SecondReadingRepo(register)
        self._audits = AuditRepo(register)

    def of_round(self, round_: Round) -> RoundModeration:
        """Return all pairs of a round in drawing order, and the feedback to its auditors.

        The readings of a pair are in it only where both are submitted and both seals hold.
        """
        pairs = self.pairs(round_, self._audits.every_reading(round_.id))
        set_rule = self._further.rule(round_.id)
        rule = set_rule.rule if set_rule else None
        read = {audit_id for pair in pairs for audit_id in (pair.first.id, pair.second.id)}
        return RoundModeration(pairs, tuple(self._repo.feedback(sorted(read))), rule)

    def pairs(self, round_: Round, audits: Sequence[Audit]) -> tuple[Pair, ...]:
        """Return the pairs among some of a round's audits, first readings with them."""
        further = self._further.further(audits)
        if not further:
            return ()
        by_id = {audit.id: audit for audit in audits}
        full = self._full(by_id, further)
        settled = self._repo.settlements(round_.id)
        reopened = self._repo.reopened(round_.id)
        tool = self._rounds.tool_of(round_)
        standing = what_stands(full, settled)
        pairs = (
            side_by_side(tool, by_id[each.first_id], each, full, standing.get(each.first_id, {}))
            for each in further
        )
        return tuple(replace(pair, opened_late=is_late(pair, reopened)) for pair in pairs)

    def pair(self, round_: Round, further_id: str) -> Pair:
        """Return one pair, read anew.

        Raises:
            UserError: There is no such further reading in the register.
        """
        further = self._audits.by_id(further_id)
        for each in self.of_file(round_, further) if further else ():
            if each.second.id == further_id:
                return each
        raise UserError("This further reading is not in the round.")

    def of_file(self, round_: Round, audit: Audit) -> tuple[Pair, ...]:
        """Return the pairs of the file that a reading is of."""
        return self.pairs(round_, self._audits.readings_of(audit))

    def settle(
        self,
        round_: Round,
        further_id: str,
        item: str,
        standing: str,
        reason: str,
        moderator: str,
    ) -> Pair:
        """Settle one thing; both originals stay as they are.

        Args:
            round_: The round.
            further_id: The further reading that is compared with the first.
            item: What is settled.
            standing: A value or an absence in its stored form.
            reason: Why.
            moderator: Who settles it.

        Returns:
            The pair as it stands then.

        Raises:
            UserError: There is no reason or name, the moderator is one of the readers, the
                readings are not both sealed, or the value is none that the item can have.
        """
        with self._register.transaction():
            pair = self._sealed(round_, further_id, moderator)
            one = next((each for each in pair.items if each.key == item), None)
            if one is None:
                raise UserError("This is not among what both readers were asked.")
            made = self._settlement(pair, one, standing, reason, moderator)
            self._write(pair, one, made)
        return self.pair(round_, further_id)

    def settle_rest(
        self, round_: Round, further_id: str, *, as_first: bool, reason: str, moderator: str
    ) -> Pair:
        """Settle everything that is open in a pair as one of the readers has it.

        Where that reader gave no answer it stays open.

        Returns:
            The pair as it stands then.

        Raises:
            UserError: As ``settle``.
        """
        with self._register.transaction():
            pair = self._sealed(round_, further_id, moderator)
            for one in pair.open_items:
                standing = (one.first if as_first else one.second).standing
                if standing != UNANSWERED:
                    made = self._settlement(pair, one, standing, reason, moderator)
                    self._write(pair, one, made)
        return self.pair(round_, further_id)

    def withdraw(self, round_: Round, further_id: str, item: str, moderator: str) -> Pair:
        """Take a settlement back, so that the item is open again.

        Returns:
            The pair as it stands then.

        Raises:
            UserError: It was not settled, or the moderator is one of the readers.
        """
        with self._register.transaction():
            pair = self._sealed(round_, further_id, moderator)
            one = next((each for each in pair.items if each.key == item and each.settled), None)
            if one is None or one.settled is None:
                raise UserError("This is not settled.")
            self._repo.remove(pair.first.id, item)
            self._register.history.append(
                moderator.strip(),
                "took a settlement back",
                ("audit", pair.first.id),
                before=_state(one.settled),
            )
        return self.pair(round_, further_id)

    def give_feedback(self, given: Feedback) -> Feedback:
        """Tell an auditor about the quality of their audit.

        Raises:
            UserError: Nothing is said, there is no name, the audit is not submitted, or it is
                the moderator's own.
        """
        moderator = required_name(given.moderator, "Set your name in Settings.")
        if not any(given.answers) and not given.words.strip():
            raise UserError("Nothing is said yet.", "Answer a question or write a sentence.")
        if not set(given.answers) <= {"", YES, PARTLY, NO}:
            raise UserError("The answers are yes, partly or no.")
        with self._register.transaction():
            audit = self._audits.by_id(given.audit_id)
            if audit is None or audit.state is not AuditState.SUBMITTED:
                raise UserError("Only a submitted audit gets feedback.")
            if same_person(audit.auditor, moderator):
                raise UserError(f"{moderator} made this reading, so somebody else says how it is.")
            made = replace(
                given, moderator=moderator, words=given.words.strip(), given_at=datetime.now(UTC)
            )
            self._repo.put_feedback(made)
            self._register.history.append(
                moderator,
                "gave feedback",
                ("audit", audit.id),
                after={"answers": list(made.answers), "words": made.words},
            )
        return made

    def _sealed(self, round_: Round, further_id: str, moderator: str) -> Pair:
        """Return a pair that this moderator may settle."""
        moderator = required_name(moderator, "Set your name in Settings: a moderator is named.")
        pair = self.pair(round_, further_id)
        if pair.state is PairState.WAITING:
            raise UserError(
                waiting_words(pair.first, pair.second),
                "Two readings are compared when both are submitted.",
            )
        if pair.state is PairState.BROKEN:
            raise UserError(pair.trouble, "Run “Check the register” in Settings.")
        readers = [each.auditor for each in self._audits.readings_of(pair.first)]
        if any(same_person(moderator, each) for each in readers):
            raise UserError(
                f"{moderator} is one of the readers of {pair.first.reference}.",
                "Somebody who read the file for neither reading has to settle it.",
            )
        return pair

    @staticmethod
    def _settlement(
        pair: Pair, one: Item, standing: str, reason: str, moderator: str
    ) -> Settlement:
        if not reason.strip():
            raise UserError("No reason is given.", "Say why it is settled so.")
        if standing not in one.choices:
            raise UserError(f"“{standing}” is no answer to this question.")
        absent = standing in set(Absence)
        return Settlement(
            pair.first.id,
            one.key,
            "" if absent else standing,
            Absence(standing) if absent else None,
            reason.strip(),
            " ".join(moderator.split()),
            datetime.now(UTC),
            tuple(sorted((pair.first.seal, pair.second.seal))),
        )

    def _write(self, pair: Pair, one: Item, made: Settlement) -> None:
        self._repo.put(made)
        self._register.history.append(
            made.moderator,
            "settled",
            ("audit", pair.first.id),
            before=_state(one.settled) if one.settled else None,
            after={
                **_state(made),
                "first": one.first.standing,
                "second": one.second.standing,
            },
        )

    def _full(
        self, by_id: Mapping[str, Audit], further: Sequence[Further]
    ) -> Mapping[str, FullAudit]:
        """Read the pairs of which both readings are submitted, and no other."""
        done = [
            each
            for each in further
            if {each.audit.state, by_id[each.first_id].state} == {AuditState.SUBMITTED}
        ]
        wanted = {audit_id for each in done for audit_id in (each.first_id, each.audit.id)}
        read = self._audits.full([by_id[audit_id] for audit_id in sorted(wanted)])
        return {full.audit.id: full for full in read}


def _state(made: Settlement) -> dict[str, str]:
    return {"item": made.item, "standing": made.standing, "reason": made.reason}
