"""The third page: what each column is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.list_profile import Profile
from audit_desk.services.list_look import Fate, ListLook
from audit_desk.ui.dialogs.import_cases.column_list import ColumnList
from audit_desk.ui.dialogs.import_cases.column_row import ChoiceBox
from audit_desk.ui.icons import Icons
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, row, scrolled
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.text import label


class ColumnsPage(QWidget):
    """What a row stands for, where the headings are, and every column.

    Args:
        icons: Where icons come from.
    """

    kind_chosen = Signal(object)
    """The ``ListKind`` that a person chose."""
    change_headings = Signal()
    """The person wants to choose another row of headings."""
    profile_refused = Signal()
    """The person does not want the profile's choices."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.columns = ColumnList()
        self.kind = ChoiceBox("What the list holds")
        self.kind.setMinimumContentsLength(18)
        for kind in ListKind:
            self.kind.addItem(kind.label, kind.value)
        self.change = quiet_button("", self.change_headings.emit)
        self.change.setAccessibleName("Change the row of headings")
        self.profile = Banner(
            icons,
            "",
            tone="success",
            action="Don't use them",
            on_action=self.profile_refused.emit,
        )
        self._holds = label("This list holds", "body", wrap=False)
        self._holds.setBuddy(self.kind)
        self.kind.activated.connect(self._kind_activated)
        self._arrange()

    def _arrange(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(scrolled(self.columns))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.profile)
        layout.addLayout(row(self._holds, self.kind, self.change, None, spacing=2 * GRID))
        layout.addWidget(card, 1)
        self.profile.hide()

    def show_look(self, look: ListLook, profile: Profile | None, *, anew: bool) -> None:
        """Show what was seen of a list.

        Args:
            look: What was seen.
            profile: The profile whose choices are used.
            anew: Whether the columns are put in order; otherwise each stays where it is.
        """
        self.kind.choose(look.kind.value)
        self.change.setText(f"Headings: row {look.header_row}…")
        self.profile.setVisible(profile is not None)
        if profile is not None:
            self.profile.set_message(
                f"Columns as in “{profile.name}”: its choices are used.",
            )
        if anew:
            self.columns.arrange(look.kind, look.columns)
        else:
            self.columns.update_rows(look.columns)

    def refusal(self) -> QPushButton | None:
        """Return the button that lets a profile's choices go."""
        return self.profile.findChild(QPushButton)

    def take_focus(self, look: ListLook) -> bool:
        """Let the person begin with what is undecided; tell whether anything is."""
        undecided = any(each.fate is Fate.OPEN for each in look.columns) or look.fault is not None
        return undecided and self.columns.take_focus()

    def _kind_activated(self, _index: int) -> None:
        self.kind_chosen.emit(ListKind(str(self.kind.currentData())))


def columns_words(look: ListLook) -> str:
    """Return what becomes of a list's columns, in a few words: ``24 kept, 3 never kept``."""
    counts = {fate: sum(each.fate is fate for each in look.columns) for fate in Fate}
    words = {Fate.KEPT: "kept", Fate.OPEN: "left out", Fate.DROPPED: "never kept"}
    return ", ".join(f"{counts[fate]} {word}" for fate, word in words.items() if counts[fate])
