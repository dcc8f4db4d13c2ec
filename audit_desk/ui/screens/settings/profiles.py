"""The import profiles of the register: to give to others, to take from them, to forget."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from audit_desk.domain.list_profile import Profile
from audit_desk.errors import UserError
from audit_desk.ui.prompts import Prompts, Question
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.buttons import button, quiet_button
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.text import label

KINDS = "Import profiles (*.auditdesk-profile.json *.json);;All files (*)"
_SUFFIX = ".auditdesk-profile.json"
_ROWS = 5


class ProfileStore(Protocol):
    """Where profiles are kept."""

    def all(self) -> Sequence[Profile]:
        """Return all profiles by name."""

    def keep(self, profile: Profile) -> Profile:
        """Keep a profile; one of the same name is replaced.

        Raises:
            UserError: Its name is blank or too long.
        """

    def remove(self, name: str) -> Profile:
        """Forget a profile and return it."""

    def write(self, profile: Profile, path: Path) -> None:
        """Write a profile into a file.

        Raises:
            UserError: The file cannot be written.
        """

    def read(self, path: Path) -> Profile:
        """Read a profile from a file; nothing is kept yet.

        Raises:
            UserError: The file is no profile.
        """


class ProfilesPanel(QWidget):
    """A list of profiles, and what can be done with one.

    Args:
        store: Where they are kept.
        prompts: Asks for files, and before one is forgotten.
        folder: Where the choice of a file starts.
    """

    def __init__(self, store: ProfileStore, prompts: Prompts, folder: Path | None = None) -> None:
        super().__init__()
        self._store = store
        self._prompts = prompts
        self._folder = folder or Path()
        self._profiles: tuple[Profile, ...] = ()
        self._removed: Profile | None = None
        self.list = QListWidget()
        self.list.setAccessibleName("Import profiles")
        self.none = label("None yet. The import offers to keep one when a list is in.", "muted")
        self.write = button("Save as a file…", self._write)
        self.remove = button("Remove…", self._remove)
        self.read = button("Bring in from a file…", self._read)
        self.undo = quiet_button("Put it back", self._put_back)
        self.note = label("", "success")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.none)
        layout.addWidget(self.list)
        layout.addWidget(flow_row(self.write, self.remove, self.read))
        layout.addLayout(row(self.note, self.undo, None))
        self.list.currentRowChanged.connect(lambda _row: self._enable())
        self.refresh()

    def refresh(self) -> None:
        """Show the profiles as they are kept."""
        self._show("")
        self._say("")

    def _show(self, name: str) -> None:
        self._profiles = tuple(self._store.all())
        self.list.clear()
        for profile in self._profiles:
            self.list.addItem(QListWidgetItem(profile_words(profile)))
        names = [profile.name for profile in self._profiles]
        self.list.setCurrentRow(names.index(name) if name in names else 0)
        shown = min(_ROWS, max(1, len(names)))
        self.list.setFixedHeight(shown * (self.fontMetrics().height() + 10) + 6)
        self.list.setVisible(bool(names))
        self.none.setVisible(not names)
        self._enable()

    def _enable(self) -> None:
        for each in (self.write, self.remove):
            each.setEnabled(self._current is not None)

    @property
    def _current(self) -> Profile | None:
        place = self.list.currentRow()
        return self._profiles[place] if 0 <= place < len(self._profiles) else None

    def _write(self) -> None:
        profile = self._current
        if profile is None:
            return
        start = self._folder / f"{_file_name(profile.name)}{_SUFFIX}"
        target = self._prompts.save_file("Save the import profile", KINDS, start)
        if target is None:
            return
        try:
            self._store.write(profile, target)
        except UserError as error:
            self._say(str(error), wrong=True)
        else:
            self._say(f"Saved as {target.name}. Nothing of a child is in it.")

    def _read(self) -> None:
        file = self._prompts.open_file("Choose an import profile", KINDS, self._folder)
        if file is None:
            return
        try:
            profile = self._store.read(file)
            if not self._may_replace(profile):
                return
            kept = self._store.keep(profile)
        except UserError as error:
            self._say(str(error), wrong=True)
        else:
            self._show(kept.name)
            self._say(f"“{kept.name}” is kept.")

    def _may_replace(self, profile: Profile) -> bool:
        names = {each.name.casefold() for each in self._profiles}
        return profile.name.casefold() not in names or self._prompts.confirm(
            Question(
                f"Replace the profile “{profile.name}”?",
                "A profile of this name is kept already. Lists that are in the register stay.",
                "Replace",
                harmful=True,
            )
        )

    def _remove(self) -> None:
        profile = self._current
        if profile is None or not self._prompts.confirm(
            Question(
                f"Remove the profile “{profile.name}”?",
                "Lists that were brought in with it stay as they are.",
                "Remove",
                harmful=True,
            )
        ):
            return
        removed = self._store.remove(profile.name)
        self._show("")
        self._say(f"“{profile.name}” is removed.", removed=removed)

    def _put_back(self) -> None:
        if self._removed is None:
            return
        kept = self._store.keep(self._removed)
        self._show(kept.name)
        self._say(f"“{kept.name}” is back.")
        self.list.setFocus()

    def _say(self, words: str, *, wrong: bool = False, removed: Profile | None = None) -> None:
        self._removed = removed
        self.note.setText(words)
        self.note.set_role("error" if wrong else "success")
        self.note.setVisible(bool(words))
        self.undo.setVisible(removed is not None)


def profile_words(profile: Profile) -> str:
    """Return a profile in a line: ``Mosaic · Children's cases · 3 columns, 12 codes``."""
    columns, codes = len(profile.mapping), sum(map(len, profile.translations.values()))
    said = [
        f"{count} {one if count == 1 else one + 's'}"
        for count, one in ((columns, "column"), (codes, "code"))
        if count
    ]
    parts = (profile.name, profile.kind.label, ", ".join(said))
    return " · ".join(part for part in parts if part)


def _file_name(name: str) -> str:
    return "".join(each if each.isalnum() or each in " -_" else "-" for each in name).strip()
