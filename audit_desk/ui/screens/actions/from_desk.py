"""The Actions page's data from the services of the open register."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from audit_desk.domain.action import ActionDraft, ActionLine
from audit_desk.domain.round import Round
from audit_desk.services.action_list import write_actions_csv
from audit_desk.services.desk import Desk
from audit_desk.services.report_texts import texts_of_lines


class DeskActions:
    """The actions of an open register."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def today(self) -> date:
        """Return the local date."""
        return self._desk.today()

    def lines(self) -> Sequence[ActionLine]:
        """Return all actions as they are worked on."""
        return self._desk.actions.lines()

    def rounds(self) -> Sequence[Round]:
        """Return the rounds, newest first."""
        return [line.round for line in self._desk.rounds.lines()]

    def owners(self) -> Sequence[str]:
        """Return the roles that can own an action."""
        return self._desk.actions.owners()

    def story(self, action_id: str) -> Sequence[tuple[datetime, str, str]]:
        """Return what happened to an action."""
        return self._desk.actions.story(action_id)

    def create(self, round_id: str, draft: ActionDraft) -> str:
        """Add an action by hand and return its id."""
        return self._desk.actions.create(round_id, draft, self._person()).id

    def change(self, action_id: str, draft: ActionDraft, reason: str) -> None:
        """Change an open action."""
        self._desk.actions.change(action_id, draft, reason, self._person())

    def done(self, action_id: str, evidence: str) -> None:
        """Record what showed that practice changed."""
        self._desk.actions.done(action_id, evidence, self._person())

    def drop(self, action_id: str, reason: str) -> None:
        """Give an action up."""
        self._desk.actions.drop(action_id, reason, self._person())

    def reopen(self, action_id: str, reason: str) -> None:
        """Open an action again."""
        self._desk.actions.reopen(action_id, reason, self._person())

    def identifiers(self, lines: Sequence[ActionLine]) -> tuple[str, ...]:
        """Return what in these actions looks as if it names somebody, in sentences."""
        found = self._desk.identifiers.in_texts(texts_of_lines(lines))
        return tuple(each.sentence for each in found)

    def write_list(self, lines: Sequence[ActionLine], target: Path) -> int:
        """Write these actions in the form that the file's ending names; return how many."""
        if target.suffix.lower() == ".csv":
            return write_actions_csv(lines, target, self._desk.today())
        documents = self._desk.documents
        rounds = {line.round_name for line in lines}
        title = rounds.pop() if len(rounds) == 1 else "All rounds"
        documents.write_actions(documents.of_actions(lines, title), target)
        return len(lines)

    def _person(self) -> str:
        return self._desk.settings.person()
