"""What a filled form would change, before anything is saved."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QVBoxLayout, QWidget

from audit_desk.services.form_preview import ChangeKind, FormChange, FormFault, FormPreview
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.audit.answers.radio_option import RadioOption
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, column, frame, holder, line, row, scrolled
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.text import label

_SIZE = QSize(820, 620)
_EMPTY = "(empty)"
_LONGEST = 600
_FAULTS_SHOWN = 20
_KINDS = {
    ChangeKind.NEW: "New",
    ChangeKind.CHANGED: "Changed",
    ChangeKind.TAKEN_OUT: "Taken out",
}


class FormPreviewDialog(QDialog):
    """Faults first, then what both sides changed, then the rest.

    Args:
        found: What the form would change.
        theme: Colours.
        icons: The icons.
        parent: The window.
    """

    def __init__(
        self, found: FormPreview, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._found = found
        self._theme = theme
        self.setWindowTitle("What the form changes")
        self.take_form: dict[str, RadioOption] = {}
        """By the key of each conflict: the choice of the form's answer."""
        number = len(found.changes) + len(found.conflicts)
        self.take_over = primary_button(_button(number), self.accept)
        self.take_over.setEnabled(bool(number) and not found.faults)
        leave = button("Cancel", self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(12)
        layout.addWidget(
            label(f"{found.full.audit.reference}: what the form would change", "heading")
        )
        layout.addWidget(label(_summary(found), "muted"))
        body = holder(column(*self._parts(icons), None, spacing=12))
        layout.addWidget(scrolled(body), 1)
        layout.addLayout(row(None, leave, self.take_over))
        self.resize(_SIZE)
        (self.take_over if self.take_over.isEnabled() else leave).setFocus()

    def taken(self) -> set[str]:
        """Return the keys of the conflicts in which the form's answer was chosen."""
        return {key for key, choice in self.take_form.items() if choice.isChecked()}

    def _parts(self, icons: Icons) -> Iterator[QWidget]:
        found = self._found
        if found.faults:
            yield Banner(
                icons,
                "\n".join(_first(found.faults)),
                heading="Put this right in the workbook, save it, and read it again:",
                tone="danger",
            )
        if found.concerns:
            yield Banner(
                icons,
                "\n".join(found.concerns),
                heading="A concern for the child goes on record with it:",
                tone="danger",
            )
        if found.conflicts:
            yield label("Changed in the form and in the register: choose", "strong")
            yield from map(self._conflict, found.conflicts)
        if found.changes:
            yield label("Changed in the form alone", "strong")
            yield from map(_change, found.changes)

    def _conflict(self, change: FormChange) -> QWidget:
        keep = RadioOption("Keep the register's", self._theme)
        take = RadioOption("Take the form's", self._theme)
        keep.setChecked(True)
        group, grid = QButtonGroup(self), QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(2 * GRID)
        both = ((keep, change.before_words), (take, change.after_words))
        for number, (choice, text) in enumerate(both):
            group.addButton(choice)
            choice.setAccessibleName(f"{change.field.named}: {choice.text()}")
            choice.setAccessibleDescription(_short(text))
            grid.addWidget(choice, number, 0, Qt.AlignmentFlag.AlignTop)
            words = label(_short(text))
            words.setContentsMargins(0, 4, 0, 4)  # on the line of its button's own words
            grid.addWidget(words, number, 1)
        self.take_form[change.field.key] = take
        return frame(label(change.field.named, "strong"), grid)


def _change(change: FormChange) -> QWidget:
    parts: list[QWidget] = [label(f"{_KINDS[change.kind]}: {change.field.named}", "small")]
    if change.before:
        parts.append(label(f"Until now: {_short(change.before_words)}", "muted"))
    if change.after:
        parts.append(label(_short(change.after_words)))
    return holder(column(*parts, line(), spacing=4))


def _first(faults: Sequence[FormFault]) -> list[str]:
    more = len(faults) - _FAULTS_SHOWN
    return [*map(str, faults[:_FAULTS_SHOWN]), *([f"And {more} more."] if more > 0 else [])]


def _short(text: str) -> str:
    if len(text) > _LONGEST:
        return f"{text[:_LONGEST].rstrip()} … ({len(text):,} characters in all)"
    return text or _EMPTY


def _button(number: int) -> str:
    return "Save the changes" if number else "Nothing to take over"


def _summary(found: FormPreview) -> str:
    if not (found.changes or found.conflicts or found.faults):
        return "Nothing: the register already has all that stands in the form."
    counts = [
        (found.count(ChangeKind.NEW), "new"),
        (found.count(ChangeKind.CHANGED), "changed"),
        (found.count(ChangeKind.TAKEN_OUT), "taken out"),
        (len(found.conflicts), "changed on both sides"),
        (len(found.faults), "that cannot be read"),
    ]
    told = ", ".join(f"{number} {words}" for number, words in counts if number)
    return f"{told}. Nothing is saved yet."
