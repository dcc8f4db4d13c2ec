"""Every choice that a person makes about a list."""

from audit_desk.domain.case_event import ListKind
from audit_desk.services.list_look import ListLook
from audit_desk.ui.dialogs.import_cases.route import Route
from audit_desk.ui.dialogs.import_cases.state import ImportState
from audit_desk.ui.dialogs.import_cases.steps import Step
from audit_desk.ui.dialogs.import_cases.view import ImportView
from audit_desk.ui.dialogs.import_cases.work import ImportWork


class Choices:
    """Takes choices, and has done what follows from them.

    Args:
        view: The window.
        work: Looks at the columns again.
        route: Reads the list again.
        state: What is known of the list.
    """

    def __init__(
        self, view: ImportView, work: ImportWork, route: Route, state: ImportState
    ) -> None:
        self._view = view
        self._work = work
        self._route = route
        self._state = state

    def choose_target(self, header: str, target: str) -> None:
        """Take what a person says of a column; ``judge`` then tells what comes of it."""
        if self._state.draft is None or self._state.seen is None:
            return
        own = next((each.own for each in self._state.seen.columns if each.header == header), "")
        self._state.draft.read_column_as(header, target, own)
        self._view.set_next("Next", enabled=False)

    def judge(self) -> None:
        """Look at the columns again after a choice."""
        if self._state.draft is not None:
            self._work.judge(self._state.draft.request)

    def take_judgement(self, look: ListLook) -> None:
        """Show what comes of a choice, where it was made."""
        if self._state.draft is None:
            return
        self._state.seen = look
        self._view.columns.show_look(look, self._state.draft.profile, anew=False)
        self._view.clear_error()
        self._route.refresh()

    def choose_kind(self, kind: ListKind) -> None:
        """Take what a row stands for; the columns are then looked at anew."""
        if self._state.draft is None or (
            self._state.seen is not None and kind is self._state.seen.kind
        ):
            return
        self._state.draft.forget()
        self._state.draft.kind, self._state.draft.by_hand = kind, True
        self._route.look()

    def refuse_profile(self) -> None:
        """Let the choices of the profile go."""
        if self._state.draft is not None:
            self._state.draft.forget()
            self._route.look()

    def choose_value(self, field_key: str, text: str, read_as: str | None) -> None:
        """Take what a person says of a value."""
        if self._state.draft is not None:
            self._state.draft.read_value_as(field_key, text, read_as)
            self._route.refresh()

    def name_list(self, name: str) -> None:
        """Take which list this is the next edition of."""
        if self._state.draft is not None:
            self._state.draft.list_name = name
            self._route.read(Step.PREVIEW)

    def say_whole(self, whole: bool) -> None:
        """Take whether the list is complete."""
        if self._state.draft is not None:
            self._state.draft.whole = whole
            self._route.read(Step.PREVIEW)
