"""The form of a draw at work: it counts while somebody types, and draws when told."""

from collections.abc import Callable
from dataclasses import replace

from audit_desk.domain.receipt import Receipt
from audit_desk.domain.round import Round
from audit_desk.errors import UserError
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.prompts import Question
from audit_desk.ui.screens.round.ports import RoundDesk, RoundJobs
from audit_desk.ui.screens.round.sample.draft import Draft, Preview
from audit_desk.ui.screens.round.sample.form_page import FormPage


class Drawing:
    """Behaviour of the form page.

    Args:
        page: The form and its preview.
        jobs: Count and draw in the background.
        desk: Asks and shows failures.
        on_drawn: Called with the round and the receipt of a draw that was made.
    """

    def __init__(
        self,
        page: FormPage,
        jobs: RoundJobs,
        desk: RoundDesk,
        on_drawn: Callable[[Round, Receipt], object],
    ) -> None:
        self._page = page
        self._jobs = jobs
        self._desk = desk
        self._on_drawn = on_drawn
        self._round: Round | None = None
        self._counted: DrawRequest | None = None
        self._kept: dict[str, DrawRequest] = {}
        self._draft = Draft(jobs, desk, self._show_counted, self._show_refused, page)
        page.form.changed.connect(self.count)

    def begin(self, round_: Round, standing: Receipt | None) -> None:
        """Think about a draw, where the person left off.

        Args:
            round_: The round to draw.
            standing: The draw that it would replace. Where nothing was typed since, its choices
                are taken over; the seed is a new one.
        """
        self._round = round_
        form = self._page.form
        form.begin()
        kept = self._kept.get(round_.id)
        if kept is None and standing is not None:
            kept = DrawRequest(standing.size, None, standing.by, standing.where, standing.minimum)
        if kept is not None:
            form.set_request(kept)
        self._page.set_again(again=standing is not None)
        self.count()

    def count(self) -> None:
        """Count what is asked for now, and remember it."""
        if self._round is None:
            return
        self._counted = None
        self._page.draw_button.setEnabled(False)
        form = self._page.form
        request = form.request()
        self._kept[self._round.id] = request
        fault = form.fault()
        if fault:
            self._draft.forget()
            form.show_frame(0)
            self._page.preview.show_fault(fault)
            return
        self._draft.ask(self._round, request)

    def stop(self) -> None:
        """Count nothing more."""
        self._draft.forget()
        self._round = None

    def draw(self, *, again: bool) -> None:
        """Draw what was counted, in the background and once, however often it is told.

        Args:
            again: Whether a draw stands already: then the person is asked once more.
        """
        request, round_ = self._counted, self._round
        if request is None or round_ is None:
            return
        if again and not self._desk.prompts.confirm(_question(round_)):
            return
        self._counted = None
        if self._page.draw_button.hasFocus():
            self._page.form.setFocus()  # a button that is switched off hands it to another page
        self._page.draw_button.setEnabled(False)
        job, person = self._jobs.draw, self._desk.person()

        def offer_again(error: Exception | None = None) -> None:
            if isinstance(error, UserError):
                self._desk.errors.show(error)
            self.count()

        def done(receipt: Receipt) -> None:
            self._kept[round_.id] = replace(request, seed=None)
            if round_ is self._round:  # another round may have been opened meanwhile
                self.stop()
            self._on_drawn(round_, receipt)

        self._desk.tasks.run(
            lambda progress: job(round_, request, person, progress.report),
            title="Drawing the sample",
            on_done=done,
            on_failed=offer_again,
            on_cancelled=offer_again,
        )

    def _show_counted(self, preview: Preview) -> None:
        self._counted = preview.request
        self._page.preview.show_draw(preview.receipt, preview.pictures)
        self._page.form.show_frame(preview.receipt.frame_size)
        self._page.draw_button.setEnabled(True)

    def _show_refused(self, error: Exception) -> None:
        self._page.preview.show_fault(str(error))
        self._page.form.show_frame(0)


def _question(round_: Round) -> Question:
    return Question(
        f"Draw {round_.name} again?",
        "Its files are replaced by those of the new draw. Nobody has started to read, so no work"
        " is lost. The earlier draw stays in the receipts and is printed in the report.",
        "Draw again",
    )
