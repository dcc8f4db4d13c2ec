"""The home of a pack: what is asked of its person, how far it is, and handing it back."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.due_dates import short_day
from audit_desk.domain.pack import PackKind
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.home.concern_card import ConcernCard
from audit_desk.ui.screens.home.concern_dialogs import ConcernDialogs
from audit_desk.ui.screens.home.row_button import RowButton
from audit_desk.ui.screens.home.screen import audit_row
from audit_desk.ui.screens.pack_home.hand_back import HandBackDialog
from audit_desk.ui.screens.pack_home.ports import PackAudit, PackHomePort, PackWays
from audit_desk.ui.screens.pack_home.view import PackHomeView
from audit_desk.ui.widgets.focus import lead_focus


def _now() -> datetime:
    return datetime.now(UTC)


class PackHomeScreen(QWidget):
    """Open concerns on top, then the pack's audits beside its cover note.

    Args:
        port: What is shown and recorded.
        ways: Where it leads.
        icons: Where icons come from.
        now: The present moment, with its zone.
    """

    def __init__(
        self,
        port: PackHomePort,
        ways: PackWays,
        icons: Icons,
        now: Callable[[], datetime] = _now,
    ) -> None:
        super().__init__()
        self._port = port
        self._ways = ways
        self._now = now
        self._audits: Sequence[PackAudit] = ()
        asking = ConcernDialogs(port, now, self, self.refresh)
        concerns = ConcernCard(icons, asking.record_told, asking.record_safe, ways.open_audit)
        self.view = PackHomeView(concerns, icons)
        """The layout, for tests and pictures."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.view.next.clicked.connect(lambda _on=False: self._go_on())
        self.view.back.clicked.connect(lambda _on=False: self.hand_back())
        lead_focus(self, self.view.next)

    def refresh(self) -> None:
        """Read everything anew."""
        slip, due = self._port.slip(), self._port.due()
        self._audits = self._port.every_audit()
        parts = [f"A pack for {slip.person}", slip.organisation, f"due {due}" if due else ""]
        self.view.set_title(slip.round_name, " · ".join(filter(None, parts)))
        made = short_day(slip.made_at.astimezone().date())
        blind = slip.kind is PackKind.SECOND
        self.view.show_note(slip.note, f"{slip.made_by}, {made}", blind=blind)
        self.view.feedback.show_given(self._port.feedback())
        self.view.concerns.show_concerns(self._port.open_concerns(), self._now())
        self.view.audits.show_rows([self._row(each) for each in self._audits], "")
        self._offer_next()
        self.view.fit()

    def hand_back(self) -> HandBackDialog:
        """Say what is not submitted yet, and close the pack once that is meant."""
        dialog = HandBackDialog(self._port.slip(), self._audits, self.window())
        dialog.accepted.connect(self._ways.hand_back)
        dialog.open()
        return dialog

    def _row(self, audit: PackAudit) -> RowButton:
        if audit.left:
            return audit_row(audit.line, self._ways.open_audit)
        open_ = partial(self._ways.open_audit, audit.line.audit_id)
        if audit.given_back:
            return RowButton(audit.line.reference, "", "Given back", None, open_)
        return RowButton(audit.line.reference, "", "Submitted", 1.0, open_)

    def _offer_next(self) -> None:
        line = next((each.line for each in self._audits if each.left), None)
        self.view.next.setVisible(line is not None)
        if line is not None:
            verb = "Go on with" if line.started else "Begin"
            self.view.next.setText(f"{verb} {line.reference}")
            self.view.next.setAccessibleName(self.view.next.text())
        lead_focus(self, self.view.next if line is not None else self.view.back)

    def _go_on(self) -> None:
        for each in self._audits:
            if each.left:
                self._ways.open_audit(each.line.audit_id)
                return
