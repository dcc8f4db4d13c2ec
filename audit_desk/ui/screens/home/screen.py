"""Home: what needs the person at this desk, in one look."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audit import AuditState
from audit_desk.domain.due_dates import Timeliness
from audit_desk.services.rounds import RoundLine
from audit_desk.ui.icons import Icons
from audit_desk.ui.models.when import day
from audit_desk.ui.screens.home.concern_card import ConcernCard
from audit_desk.ui.screens.home.concern_dialogs import ConcernDialogs
from audit_desk.ui.screens.home.first_steps import FirstSteps
from audit_desk.ui.screens.home.ports import (
    AuditLine,
    ChoiceLine,
    DueAction,
    HomePort,
    NeedLine,
    Ways,
)
from audit_desk.ui.screens.home.row_button import RowButton
from audit_desk.ui.screens.home.steps import steps
from audit_desk.ui.screens.home.to_settle import ToSettle
from audit_desk.ui.screens.home.view import HomeView
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.text import Role

_ACTIONS = 4  # the most urgent; the others are a click away
_ROUNDS = 8  # newer ones; the others are a click away
_DUE_ROLES: dict[Timeliness, Role] = {
    Timeliness.NONE: "muted",
    Timeliness.SOON: "warning",
    Timeliness.OVERDUE: "error",
}


def _now() -> datetime:
    return datetime.now(UTC)


class HomeScreen(QWidget):
    """Open concerns on top, then my audits and the rounds; first steps while there are some.

    Args:
        port: What is shown and recorded.
        ways: Where Home leads.
        icons: Where icons come from.
        tasks: Runs what would keep Home waiting.
        now: The present moment, with its zone.
        runs_rounds: Whether this person runs rounds; whoever reads files alone is shown theirs.
        moderates: Whether this person is shown what two readings of a file differ in.
    """

    def __init__(
        self,
        port: HomePort,
        ways: Ways,
        icons: Icons,
        tasks: TaskRunner,
        now: Callable[[], datetime] = _now,
        *,
        runs_rounds: bool = True,
        moderates: bool = True,
    ) -> None:
        super().__init__()
        self._port = port
        self._ways = ways
        self._now = now
        self._runs_rounds = runs_rounds
        self._moderates = moderates
        asking = ConcernDialogs(port, now, self, self.refresh)
        self.record_told, self.record_safe = asking.record_told, asking.record_safe
        """What the buttons of a concern open, for tests and pictures."""
        concerns = ConcernCard(icons, asking.record_told, asking.record_safe, ways.open_audit)
        self.view = HomeView(
            concerns, FirstSteps(icons), partial(ways.go, "rounds"), partial(ways.go, "actions")
        )
        self._to_settle = ToSettle(port, tasks, ways.moderate, self._settle_line_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        lead_focus(self, self.view)

    def refresh(self) -> None:
        """Read everything anew."""
        self.view.note_focus()
        rounds = self._port.round_lines()
        audits = self._port.my_audits() if any(line.total for line in rounds) else ()
        self.view.set_title("Home", f"{self._port.person()} · {day(self._now())}")
        self.view.concerns.show_concerns(self._port.open_concerns(), self._now())
        self._show_steps(rounds, audits)
        self.view.show_lists(shown=bool(rounds) or not self._runs_rounds)
        self.view.audits.show_rows(
            [audit_row(audit, self._ways.open_audit) for audit in audits],
            "Nothing waits for you. Open a round to begin a file."
            if self._runs_rounds
            else "Nothing waits for you.",
        )
        versions = self._port.versions() if rounds and self._runs_rounds else None
        to_settle = self._to_settle.line() if rounds and self._moderates else None
        choices = [self._choice_row(versions)] if versions else []
        choices += [to_settle] if to_settle else []
        self.view.choices.show_rows(choices, "")
        self.view.choices.setVisible(bool(choices))
        needs = self._port.needs_auditor() if rounds and self._runs_rounds else ()
        self.view.needs.show_rows([self._need_row(need) for need in needs], "")
        self.view.needs.setVisible(bool(needs))
        due = self._port.due_actions() if rounds else ()
        self.view.due_actions.show_rows([self._action_row(one) for one in due[:_ACTIONS]], "")
        self.view.due_actions.setVisible(bool(due))
        self._show_rounds(rounds)
        self.view.feedback.show_given(self._port.feedback() if rounds else ())
        self.view.set_tab_order()
        self.view.fit()

    def _show_rounds(self, rounds: Sequence[RoundLine]) -> None:
        if self._runs_rounds:
            out = self._port.number_out() if rounds else {}
            lines = [self._round_row(each, out.get(each.round.id, 0)) for each in rounds[:_ROUNDS]]
            self.view.rounds.show_rows(lines, "")
        self.view.rounds.setVisible(self._runs_rounds)

    def _show_steps(self, rounds: Sequence[RoundLine], audits: Sequence[AuditLine]) -> None:
        if self._runs_rounds:
            self.view.steps.show_steps(steps(self._port.case_count(), rounds, audits, self._ways))
        else:
            self.view.steps.hide()

    def _action_row(self, due: DueAction) -> RowButton:
        go = partial(self._ways.open_action, due.action_id)
        return RowButton(due.change, due.owner, "", None, go, (due.due, _DUE_ROLES[due.timeliness]))

    def _choice_row(self, line: ChoiceLine) -> RowButton:
        return RowButton(line.title, line.note, line.action, None, self._ways.choose_versions)

    def _need_row(self, need: NeedLine) -> RowButton:
        go = partial(self._ways.open_round, need.round_id)
        return RowButton(need.title, need.note, "Find an auditor", None, go)

    def _settle_line_changed(self, before: RowButton, line: RowButton) -> None:
        """Show what was compared; whoever went on meanwhile keeps their place."""
        is_at_start = self.view.is_at_start() or before.hasFocus()
        self.view.choices.put_in_place(before, line)
        self.view.set_tab_order()
        if is_at_start:
            self.view.begin()

    def _round_row(self, line: RoundLine, out: int) -> RowButton:
        submitted = line.counts.get(AuditState.SUBMITTED, 0)
        return RowButton(
            line.round.name,
            line.tool_title,
            f"{submitted} of {line.total} submitted" if line.total else "Not drawn yet",
            submitted / line.total if line.total else None,
            partial(self._ways.open_round, line.round.id),
            (f"{out} out in packs" if out else "", "muted"),
        )


def audit_row(audit: AuditLine, open_audit: Callable[[str], object]) -> RowButton:
    """Return the row of an audit that is not submitted: how far it is, and by when."""
    share = audit.answered / audit.asked if audit.asked else 0.0
    return RowButton(
        audit.reference,
        audit.belongs_to,
        f"{audit.answered} of {audit.asked} answered" if audit.started else "Begin",
        share if audit.started else None,
        partial(open_audit, audit.audit_id),
        (f"Due {audit.due}" if audit.due else "", _DUE_ROLES[audit.timeliness]),
    )
