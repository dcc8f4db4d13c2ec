"""How the Sample tab behaves: which of its pages is shown, and what follows a draw."""

from collections.abc import Callable, Sequence

from audit_desk.domain.audit import AuditState
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.representativeness import Picture, drawn_picture
from audit_desk.domain.round import Round
from audit_desk.ui.icons import Ink
from audit_desk.ui.models.audit_model import AuditRow
from audit_desk.ui.models.case_values import CaseValues, case_values
from audit_desk.ui.screens.round.ports import RoundDesk, RoundJobs, SamplingPort
from audit_desk.ui.screens.round.sample.drawing import Drawing
from audit_desk.ui.screens.round.sample.form_page import FormPage
from audit_desk.ui.screens.round.sample.on_purpose import OnPurpose, purposive_words
from audit_desk.ui.screens.round.sample.receipt_actions import ReceiptActions
from audit_desk.ui.screens.round.sample.receipt_page import PageButtons, ReceiptPage
from audit_desk.ui.screens.round.sample.swapping import Swapping
from audit_desk.ui.screens.round.tab_pages import TabPages
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.empty_state import EmptyState

_STARTED = "Reading has started, so this sample stands. Another sample needs another round."
_ANOTHER = "Its receipt is kept; the new draw stands beside it."


class SampleTab(TabPages):
    """The sample of one round.

    Args:
        sampling: Draws and keeps receipts.
        jobs: What takes longer than a moment.
        desk: What surrounds the page.
        on_changed: Called when the round has other audits than before.
    """

    def __init__(
        self,
        sampling: SamplingPort,
        jobs: RoundJobs,
        desk: RoundDesk,
        on_changed: Callable[[], object],
    ) -> None:
        super().__init__()
        self._sampling = sampling
        self._jobs = jobs
        self._desk = desk
        self._on_changed = on_changed
        self._round: Round | None = None
        self._receipts: tuple[Receipt, ...] = ()
        self._rows: Sequence[AuditRow] = ()
        self._make_pages()
        self._drawing = Drawing(self.form_page, jobs, desk, self._drawn)
        self._actions = ReceiptActions(jobs, desk, self.receipt_page.say)
        self._on_purpose = OnPurpose(sampling, jobs, desk, on_changed, self)
        self._swapping = Swapping(sampling, desk, self._swapped, self)

    def _make_pages(self) -> None:
        desk = self._desk
        self.verify_button = button("&Verify again", self._verify)
        self.save_button = button("Save r&eceipt…", self._save)
        self.list_button = button("Save &list…", self._save_list)
        self.swap_button = button("S&wap…", self._swap)
        self.purposive_button = button("Add on &purpose…", self._add_on_purpose)
        self.again_button = button("&Draw again…", self._draw_again)
        self.receipt_page = ReceiptPage(
            desk.theme,
            desk.icons,
            desk.memory,
            PageButtons(
                (self.swap_button, self.purposive_button, self.again_button),
                (self.verify_button, self.save_button, self.list_button),
            ),
        )
        self.form_page = FormPage(
            desk.theme,
            desk.icons,
            desk.today,
            desk.memory,
            on_draw=lambda: self._drawing.draw(again=bool(self._receipts)),
            on_purposive=self._add_on_purpose,
            on_back=self._show_standing,
        )
        self.empty = EmptyState(
            desk.icons.icon("target", Ink.MUTED),
            "There is no case to draw from",
            "Import a case list first; the sample is drawn from its cases.",
            "Go to Cases",
            desk.open_cases,
        )
        self.add_pages(self.form_page, self.receipt_page, self.empty)

    def show_round(self, round_: Round) -> None:
        """Show a round's receipt, or the form of its first draw."""
        another = self._round is None or self._round.id != round_.id
        self._round = round_
        receipts = self._sampling.receipts(round_.id)
        if receipts:
            if another or receipts != self._receipts:
                self.receipt_page.note.hide()
            self._receipts = receipts
            self._show_standing()
            return
        stays = not another and self.currentWidget() is self.form_page
        self._receipts = ()
        self._load_values(self._offer if stays else self._begin)

    def set_rows(self, rows: Sequence[AuditRow]) -> None:
        """Take the round's audits: they say who was chosen and whether reading has started."""
        self._rows = rows
        started = any(row.audit.state is not AuditState.NOT_STARTED for row in rows)
        self.again_button.setEnabled(not started)
        self.again_button.setToolTip(_STARTED if started else _ANOTHER)
        self.form_page.say_purposive(purposive_words(rows))
        if self._receipts:
            self._show_receipt()

    def _show_standing(self) -> None:
        self._drawing.stop()
        self._show_receipt()
        self._load_likeness()
        self.show_page(self.receipt_page)

    def _show_receipt(self) -> None:
        *earlier, last = self._receipts
        self.receipt_page.show_receipt(last, earlier, self._rows)

    def _load_likeness(self) -> None:
        round_, job = self._round, self._jobs.profile
        if round_ is None:
            return
        stratified = bool(self._receipts[-1].by)

        def done(pictures: list[Picture]) -> None:
            if round_ is self._round:
                self.receipt_page.show_likeness(pictures, stratified=stratified)

        self._desk.tasks.run(
            lambda _progress: [drawn_picture(profile) for profile in job(round_)],
            title="Comparing the sample with its frame",
            on_done=done,
        )

    def _draw_again(self) -> None:
        self._load_values(self._begin)

    def _load_values(self, show: Callable[[CaseValues], object]) -> None:
        cases, wanted = self._jobs.cases, self._round

        def done(values: CaseValues) -> None:
            if wanted is self._round:  # another round may have been opened meanwhile
                show(values)

        self._desk.tasks.run(
            lambda _progress: case_values(cases()), title="Reading the cases", on_done=done
        )

    def _begin(self, values: CaseValues) -> None:
        if self._round is not None and self._offer(values):
            self._drawing.begin(self._round, self._receipts[-1] if self._receipts else None)

    def _offer(self, values: CaseValues) -> bool:
        if values.total:
            self.form_page.form.set_values(values)
        self.show_page(self.form_page if values.total else self.empty)
        return bool(values.total)

    def _drawn(self, round_: Round, receipt: Receipt) -> None:
        if self._round is None or self._round.id != round_.id:
            return
        self._receipts = (*self._receipts, receipt)
        self._show_standing()
        self.receipt_page.go(self.receipt_page.sample_page)
        self.receipt_page.say(
            "The sample is drawn. The files are on the Audits tab, ready to be read.", "success"
        )
        self._on_changed()

    def _swap(self) -> None:
        if self._round is not None and self._receipts:
            page = self.receipt_page
            self._swapping.ask(self._round, self._receipts[-1], self._rows, page.current_file)

    def _swapped(self, receipt: Receipt) -> None:
        self._receipts = (*self._receipts[:-1], receipt)
        self._show_receipt()
        done = receipt.swaps[-1]
        self.receipt_page.say(f"{done.added} came in for {done.removed}.", "success")
        self._on_changed()

    def _verify(self) -> None:
        if self._round is not None:
            self._actions.verify(self._round)

    def _save(self) -> None:
        if self._round is not None and self._receipts:
            self._actions.save(self._round, self._receipts[-1])

    def _save_list(self) -> None:
        if self._round is not None:
            self._actions.save_list(self._round)

    def _add_on_purpose(self) -> None:
        if self._round is not None:
            self._on_purpose.ask(self._round)
