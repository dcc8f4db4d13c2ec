"""The form of a draw at work: it counts while somebody types, and draws when told."""

from collections.abc import Callable

from audit_desk.domain.receipt import Receipt
from audit_desk.domain.round import Round
from audit_desk.errors import AuditDeskError
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.prompts import Question
from audit_desk.ui.screens.round.ports import RoundDesk, RoundJobs, SamplingPort
from audit_desk.ui.screens.round.sample.draft import Draft, Preview
from audit_desk.ui.screens.round.sample.form_page import FormPage

_NO_SEED = "Type a seed, or take a new one: the draw is made from it."


class Drawing:
    """Behaviour of the form page.

    Args:
        page: The form and its preview.
        sampling: Draws.
        jobs: Count in the background.
        desk: Asks and shows failures.
        on_drawn: Called with the receipt of a draw that was made.
    """

    def __init__(
        self,
        page: FormPage,
        sampling: SamplingPort,
        jobs: RoundJobs,
        desk: RoundDesk,
        on_drawn: Callable[[Receipt], object],
    ) -> None:
        self._page = page
        self._sampling = sampling
        self._desk = desk
        self._on_drawn = on_drawn
        self._round: Round | None = None
        self._counted: DrawRequest | None = None
        self._draft = Draft(jobs, desk, self._show_counted, self._show_refused, page)
        page.form.changed.connect(self.count)

    def begin(self, round_: Round, standing: Receipt | None) -> None:
        """Start thinking about a draw.

        Args:
            round_: The round to draw.
            standing: The draw that it would replace; its choices are taken over, with a new seed.
        """
        self._round = round_
        form = self._page.form
        form.begin()
        if standing is not None:
            form.set_request(
                DrawRequest(standing.size, None, standing.by, standing.where, standing.minimum)
            )
        self._page.set_again(again=standing is not None)
        self.count()

    def count(self) -> None:
        """Count what is asked for now."""
        if self._round is None:
            return
        self._counted = None
        self._page.draw_button.setEnabled(False)
        request = self._page.form.request()
        if request.seed is None:
            self._draft.forget()
            self._page.preview.show_fault(_NO_SEED)
            return
        self._draft.ask(self._round, request)

    def stop(self) -> None:
        """Count nothing more."""
        self._draft.forget()
        self._round = None

    def draw(self, *, again: bool) -> None:
        """Draw what was counted.

        Args:
            again: Whether a draw stands already: then the person is asked once more.
        """
        request, round_ = self._counted, self._round
        if request is None or round_ is None:
            return
        if again and not self._desk.prompts.confirm(_question(round_)):
            return
        try:
            receipt = self._sampling.draw(round_, request, self._desk.person())
        except AuditDeskError as error:
            self._desk.errors.show(error)
            return
        self.stop()
        self._on_drawn(receipt)

    def _show_counted(self, preview: Preview) -> None:
        self._counted = preview.request
        self._page.preview.show_receipt(preview.receipt)
        self._page.form.say_size(preview.advice)
        self._page.draw_button.setEnabled(True)

    def _show_refused(self, error: Exception) -> None:
        self._page.preview.show_fault(str(error))
        self._page.form.say_size("")


def _question(round_: Round) -> Question:
    return Question(
        f"Draw {round_.name} again?",
        "Its files are replaced by those of the new draw. Nobody has started to read, so no work"
        " is lost. The earlier draw stays in the receipts and is printed in the report.",
        "Draw again",
    )
