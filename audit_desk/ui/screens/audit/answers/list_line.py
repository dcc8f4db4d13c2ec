"""What a list says beside a date's field."""

from collections.abc import Callable

from audit_desk.domain.event_suggestions import Suggestion
from audit_desk.ui.models.event_words import list_moment
from audit_desk.ui.screens.audit.answers.list_offer import ListOffer

_DASH = "\u2013"


class ListLine(ListOffer):
    """A line under a field.

    It offers the date only while the field is empty. Beside an answer it says whether the list
    agrees, so that a difference is seen and never corrected behind the auditor's back.
    """

    def __init__(self, part_label: str, take: Callable[[], None]) -> None:
        super().__init__(f"Use what the list says for “{part_label}”", take)
        self._taken = False

    def suggest(self, suggestion: Suggestion | None, *, taken: bool = False) -> None:
        """Take what a list says; ``taken`` where the auditor took it on this visit."""
        super().suggest(suggestion)
        self._taken = taken

    def mark_taken(self) -> None:
        """Remember that the auditor took it."""
        self._taken = True

    def show_beside(self, stored: str, *, read_only: bool) -> None:
        """Say what the list says beside what is answered.

        Args:
            stored: The answer in its stored form; empty where there is none.
            read_only: Whether nothing can be taken.
        """
        suggestion = self._suggestion
        self.setVisible(suggestion is not None)
        if suggestion is None:
            return
        words = list_moment(suggestion.value)
        if not stored:
            self.text.setText(f"From the list: {words} {_DASH} to be checked on file")
        elif stored == suggestion.value:
            self.text.setText("Taken from the list" if self._taken else "The list says the same")
        elif stored.startswith(f"{suggestion.value}T"):
            self.text.setText("The list says the same day")
        else:
            self.text.setText(f"The list says {words}")
        self.button.setVisible(not stored and not read_only)
