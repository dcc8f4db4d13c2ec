"""Where the reading is, and every way from there to another place."""

from collections.abc import Callable

from audit_desk.ui.screens.audit.display import Display
from audit_desk.ui.screens.audit.draft_ports import Drafts
from audit_desk.ui.screens.audit.reading import Reading
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.view import AuditView
from audit_desk.ui.screens.audit.way.places import Place, next_open, step, theme_step


class Moving:
    """Goes from place to place; what was typed at one is saved before the next is shown."""

    def __init__(
        self,
        view: AuditView,
        display: Display,
        sheet: AuditSheet,
        reading: Reading,
        drafts: Drafts,
        at_the_end: Callable[[], None],
    ) -> None:
        self._view = view
        self._display = display
        self._sheet = sheet
        self._reading = reading
        self._drafts = drafts
        self._at_the_end = at_the_end
        self.on_moved: Callable[[], object] = view.show_reading
        """Called when the reading has moved."""
        self.here = self._starting_place()

    def go_to(self, place: Place, *, to_fill: bool = True) -> None:
        """Read another place.

        Args:
            place: The place.
            to_fill: Whether the focus goes into the first field rather than onto the question.
        """
        self._sheet.flush()
        self.here = place
        self._display.show_place(place, self._drafts.get(place.question_id, {}))
        self._display.show_overview(place)
        self._view.show_reading()
        self.on_moved()
        if place.is_question and to_fill:
            self._view.question.focus_start()
        elif place.is_question:
            self._view.question.focus_answer()
        elif not place.is_judgement:
            self._view.contribution.focus_start()
        else:
            self._view.judgement.focus_answer()

    def next_open(self) -> None:
        """Go to the next thing that is left to do, or to the end when nothing is."""
        self._sheet.flush()
        place = next_open(self._reading.places, self.here, self._reading.is_open)
        if place is None:
            self._at_the_end()
        else:
            self.go_to(place)

    def by(self, steps: int) -> None:
        """Go so many places further (negative: back), past folded questions."""
        visible = self._reading.visible()
        places = visible if self.here in visible else self._reading.places
        self.go_to(step(places, self.here, steps), to_fill=False)

    def by_theme(self, steps: int) -> None:
        """Go so many themes further (negative: back)."""
        self.go_to(theme_step(self._reading.visible(), self.here, steps), to_fill=False)

    def _starting_place(self) -> Place:
        answers, places = self._sheet.answers, self._reading.places
        answered = [place for place in places if place.question_id in answers]
        last = answered[-1] if answered and not self._sheet.locked else Place("")
        return next_open(places, last, self._reading.is_open) or places[0]
