"""The options of a part: one of them, or any number."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QWidget,
)

from audit_desk.domain.applicability import CHOICES_SEPARATOR
from audit_desk.domain.audit_tool import Part, PartKind
from audit_desk.ui.screens.audit.answers.radio_option import RadioOption
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.own_keys import keeps_in_row

_WIDE_LABEL = 28
_COLUMNS = 2


class OptionEditor(QWidget):
    """A part's options, all in sight; Space chooses, the arrows move.

    Signals:
        changed: The part's id, its stored form, and False: a choice does not wait.
        escaped: Escape was pressed.
    """

    changed = Signal(str, str, bool)
    escaped = Signal()

    def __init__(self, part: Part, theme: Theme) -> None:
        super().__init__()
        self._part = part
        self._many = part.kind is PartKind.CHOICES
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QAbstractButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        longest = max((len(option.label) for option in part.options), default=0)
        columns = 1 if longest > _WIDE_LABEL else _COLUMNS
        for index, option in enumerate(part.options):
            button = QCheckBox(option.label) if self._many else RadioOption(option.label, theme)
            button.setAccessibleName(f"{part.label}: {option.label}")
            button.installEventFilter(self)
            button.clicked.connect(self._on_clicked)
            if not self._many:  # a group lets Tab reach one of its buttons only
                self._group.addButton(button)
            self.buttons[option.id] = button
            grid.addWidget(button, index // columns, index % columns)

    def focus_field(self) -> None:
        """Put the focus on the chosen option, or on the first."""
        buttons = list(self.buttons.values())
        wanted = [button for button in buttons if button.isChecked()] or buttons
        wanted[0].setFocus(Qt.FocusReason.TabFocusReason)

    def load(self, stored: str) -> None:
        """Show what was chosen."""
        chosen = set(stored.split(CHOICES_SEPARATOR))
        self._group.setExclusive(False)
        for option_id, button in self.buttons.items():
            button.setChecked(option_id in chosen)
        self._group.setExclusive(True)

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be chosen; what is shown stays readable."""
        for button in self.buttons.values():
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, read_only)
            button.setFocusPolicy(
                Qt.FocusPolicy.NoFocus if read_only else Qt.FocusPolicy.StrongFocus
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the arrows from becoming shortcuts of the page, and let Escape lead out."""
        kept = keeps_in_row(event, self.escaped.emit, Qt.KeyboardModifier.NoModifier)
        return kept or super().eventFilter(watched, event)

    def _on_clicked(self) -> None:
        chosen = [option for option, button in self.buttons.items() if button.isChecked()]
        self.changed.emit(self._part.id, CHOICES_SEPARATOR.join(chosen), False)
