"""Who is read twice: the rule at the left, the further readings and what is done with them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from audit_desk.domain.people import same_person
from audit_desk.domain.round import Round
from audit_desk.domain.second_reading import Choice, Further, How, Rule
from audit_desk.errors import UserError
from audit_desk.ui.models.audit_model import AuditRow
from audit_desk.ui.prompts import Question
from audit_desk.ui.screens.round.audits.assign_dialog import AssignDialog, Assigned, Chosen
from audit_desk.ui.screens.round.findings.wrap_delegate import WrapDelegate
from audit_desk.ui.screens.round.moderation.choose_dialog import (
    ByHandDialog,
    CalibrationDialog,
    File,
)
from audit_desk.ui.screens.round.moderation.models import further_model
from audit_desk.ui.screens.round.moderation.rule_panel import RulePanel
from audit_desk.ui.screens.round.moderation.side_by_side import SideBySide
from audit_desk.ui.screens.round.ports import RoundDesk
from audit_desk.ui.widgets.boxes import column, holder, scrolled
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.table import Table
from audit_desk.ui.widgets.text import label

_WIDTHS, _RULE_CHARS = (9, 15, 15), 36
_NONE = "No file is read twice yet. Apply the rule at the left, or choose files by hand."


class SecondPage(QWidget):
    """The further readings of a round.

    Args:
        desk: What surrounds the page.
        on_changed: Reads the round again after a reading came or went.
    """

    def __init__(self, desk: RoundDesk, on_changed: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self._port = desk.moderation.second
        self._on_changed = on_changed
        self._round: Round | None = None
        self._rows: Sequence[AuditRow] = ()
        self._model = further_model()
        self.rule = RulePanel(self._preview, self._apply)
        """The rule."""
        self.give_button = button("&Give to…", self.give, tip="Give the chosen readings to someone")
        """Gives the chosen readings to a reader."""
        self.hand_button = button("Choose by &hand…", self.by_hand)
        """Chooses files by hand."""
        self.calibrate_button = button("&Calibration file…", self.calibrate)
        """Makes a file one that everyone reads."""
        self.pack_button = button(
            "Hand out in a &pack…", self.hand_out, tip="For readers at another computer"
        )
        """Hands further readings out in a pack."""
        self.remove_button = button("Ta&ke away", self.remove, tip="Only before it is begun")
        """Takes the chosen readings away."""
        self.table = Table(
            self._model,
            "Further readings",
            self._open_reading,
            widths=_WIDTHS,
            memory=desk.memory,
            memory_key="round-further-readings-why",
        )
        """The further readings."""
        self.nothing = label(_NONE)
        """Shown where there is none."""
        self._shown = QStackedWidget()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self._lay_out()
        # A reason is a sentence: rows are as high as it is wrapped, in whatever width is left.
        self.table.setWordWrap(True)
        self.table.setItemDelegate(WrapDelegate(self.table))
        rows = self.table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().sectionResized.connect(
            lambda *_sizes: rows.resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        )

    def _lay_out(self) -> None:
        rule = scrolled(self.rule)
        rule.setFixedWidth(self.fontMetrics().averageCharWidth() * _RULE_CHARS)
        acts = (
            self.give_button,
            self.pack_button,
            self.hand_button,
            self.calibrate_button,
            self.remove_button,
        )
        self._shown.addWidget(self.table)
        self._shown.addWidget(self.nothing)
        right = column(flow_row(*acts), self._shown)
        right.setStretch(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(SideBySide(rule, holder(right)))
        lead_focus(self, self.table)

    def show_round(self, round_: Round, rows: Sequence[AuditRow]) -> None:
        """Show a round's rule and further readings."""
        self._round, self._rows = round_, rows
        self._model.set_rows(self._port.of_round(round_.id))
        self.rule.show_rule(self._port.rule(round_.id))
        self._shown.setCurrentWidget(self.table if self._model.rows() else self.nothing)
        self.table.setCurrentIndex(self._model.index(0, 0))
        self._offer()

    def chosen(self) -> list[Further]:
        """Return the chosen readings."""
        return [self._model.row_at(each) for each in self.table.selectionModel().selectedRows()]

    def give(self) -> AssignDialog | None:
        """Ask who makes the chosen readings."""
        chosen = [each for each in self.chosen() if not each.audit.submitted_at]
        if not chosen:
            return None
        ids = [each.audit.id for each in chosen]
        names = list(self._desk.assigning.auditors())
        load = self._desk.assigning.load(names)

        def give(wanted: Assigned) -> None:
            self._port.assign(
                ids,
                wanted.auditor,
                wanted.due,
                self._desk.person(),
                override=wanted.override,
                begun_too=wanted.begun_too,
            )

        asked = Chosen(
            [each.audit.reference for each in chosen],
            [(name, load[name]) for name in names],
            partial(self._port.against, ids),
            partial(_begun, chosen),
            partial(self._port.reads, ids),
        )
        dialog = AssignDialog(asked, self._desk.icons, self._desk.today, give, self)
        self._open(dialog)
        return dialog

    def hand_out(self) -> None:
        """Hand out further readings in a pack."""
        if self._round is not None:
            self._desk.hand_out(self._round.id, self._on_changed)

    def _open_reading(self, index: QModelIndex) -> None:
        """Open a reading for whoever makes it; nobody else looks in before it is sealed."""
        further = self._model.row_at(index)
        reader = further.audit.auditor
        if not reader or same_person(reader, self._desk.person()):
            self._desk.open_audit(further.audit.id)

    def by_hand(self) -> ByHandDialog:
        """Ask which files are read again besides."""
        again = {each.first_id for each in self._model.rows() if each.how is not How.CALIBRATION}
        files = [file for file in self._files() if file.audit_id not in again]

        def choose(ids: Sequence[str], reason: str) -> None:
            self._port.choose(ids, reason, self._desk.person())

        dialog = ByHandDialog(files, choose, self)
        self._open(dialog)
        return dialog

    def calibrate(self) -> CalibrationDialog:
        """Ask for a file that everyone reads."""

        def calibrate(first_id: str, names: Sequence[str], reason: str) -> None:
            self._port.calibrate(first_id, names, reason, self._desk.person())

        dialog = CalibrationDialog(self._files(), self._desk.assigning.auditors(), calibrate, self)
        self._open(dialog)
        return dialog

    def remove(self) -> None:
        """Take readings away that nobody has begun, once that is meant."""
        chosen = [each for each in self.chosen() if not each.has_begun]
        named = ", ".join(each.audit.reference for each in chosen)
        question = Question(
            "Take these further readings away?" if len(chosen) > 1 else "Take it away?",
            f"{named} will not be read again. Nothing has been read there yet.",
            "Take away",
        )
        if not chosen or not self._desk.prompts.confirm(question):
            return
        try:
            for each in chosen:
                self._port.remove(each.audit.id, self._desk.person())
        except UserError as refused:
            self._desk.errors.show(refused)
        self._on_changed()

    def _open(self, dialog: QDialog) -> None:
        dialog.accepted.connect(self._on_changed)
        dialog.open()

    def _files(self) -> list[File]:
        return [File(row.audit.id, row.audit.reference, _about(row)) for row in self._rows]

    def _preview(self, rule: Rule) -> Sequence[Choice]:
        return self._port.preview(self._round.id, rule) if self._round else ()

    def _apply(self, rule: Rule) -> None:
        if self._round is None:
            return
        try:
            self._port.apply(self._round.id, rule, self._desk.person())
        except UserError as refused:
            self._desk.errors.show(refused)
        self._on_changed()

    def _offer(self) -> None:
        chosen = self.chosen()
        self.give_button.setEnabled(any(not each.audit.submitted_at for each in chosen))
        self.remove_button.setEnabled(any(not each.has_begun for each in chosen))
        self.hand_button.setEnabled(bool(self._rows))
        self.calibrate_button.setEnabled(bool(self._rows))
        self.pack_button.setEnabled(bool(self._model.rows()))


def _about(row: AuditRow) -> str:
    overall = f", {row.overall.label}" if row.overall else ""
    return f"{row.audit.auditor or 'no auditor'}, {row.audit.state.label.lower()}{overall}"


def _begun(chosen: Sequence[Further], reader: str) -> Sequence[str]:
    return [
        f"{each.audit.reference}, read by {each.audit.auditor}"
        for each in chosen
        if each.has_begun and each.audit.auditor and not same_person(each.audit.auditor, reader)
    ]
