"""What the unlock screen does."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Generic

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from audit_desk.errors import UserError
from audit_desk.ui.icons import Icons
from audit_desk.ui.prompts import Prompts
from audit_desk.ui.screens.unlock.actions import Opened, RecentRegisters, UnlockActions
from audit_desk.ui.screens.unlock.strength import Strength, strength
from audit_desk.ui.screens.unlock.view import UnlockView
from audit_desk.ui.task_runner import Progress, TaskRunner
from audit_desk.ui.widgets.boxes import clear
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.text import Role

KINDS = "Registers and packs (*.auditdesk);;All files (*)"
SUFFIX = ".auditdesk"

_ROLES: dict[Strength, Role] = {
    Strength.NONE: "muted",
    Strength.WEAK: "warning",
    Strength.FAIR: "muted",
    Strength.STRONG: "success",
}


class UnlockScreen(QWidget, Generic[Opened]):
    """Leads to an open register.

    Args:
        actions: What can be done.
        recent: The registers opened on this computer.
        runner: Runs the work.
        prompts: Asks for files.
        icons: The icons.
        documents: Where new registers go unless the person says otherwise.
    """

    def __init__(
        self,
        actions: UnlockActions[Opened],
        recent: RecentRegisters,
        runner: TaskRunner,
        prompts: Prompts,
        icons: Icons,
        documents: Path,
    ) -> None:
        super().__init__()
        self._actions = actions
        self._recent = recent
        self._runner = runner
        self._prompts = prompts
        self._icons = icons
        self._documents = documents
        self._path: Path | None = None
        self._group = QButtonGroup(self)
        self.view = UnlockView(icons)
        """The layout, for tests and pictures."""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)
        self.setWindowTitle("Audit Desk")
        self._connect()
        self.refresh()
        registers = recent.recent_registers()
        if registers:
            self.choose(registers[0])
        else:
            self._begin_at(self.view.welcome_create)

    def _connect(self) -> None:
        view, new = self.view, self.view.create_form
        clicks: list[tuple[QAbstractButton, Callable[[], object]]] = [
            (view.open_file, self._open_other),
            (view.welcome_open, self._open_other),
            (view.create_new, self.start_creating),
            (view.welcome_create, self.start_creating),
            (view.demo, self._open_demo),
            (view.welcome_demo, self._open_demo),
            (view.unlock_form.go, self._unlock),
            (view.unlock_form.forget, self._forget),
            (new.go, self._create),
            (new.choose, self._choose_place),
        ]
        for clicked, action in clicks:
            clicked.clicked.connect(lambda _on=False, act=action: act())
        new.first.textChanged.connect(self._judge_passphrase)
        new.organisation.textEdited.connect(self._suggest_place)
        self._suggest_place("")

    def refresh(self) -> None:
        """Show the recent registers anew."""
        clear(self.view.recent)
        registers = self._recent.recent_registers()
        self.view.recent_heading.setVisible(bool(registers))
        for path in registers:
            made = button(
                path.stem,
                partial(self.choose, path),
                kind="row",
                icon=self._icons.icon("database-lock-outline"),
            )
            made.setCheckable(True)
            made.setToolTip(str(path))
            made.setChecked(path == self._path)
            self._group.addButton(made)
            self.view.recent.addWidget(made)

    def choose(self, path: Path) -> None:
        """Ask for the passphrase of a register."""
        self._path = path
        for made in self._group.buttons():
            made.setChecked(made.toolTip() == str(path))
        form = self.view.unlock_form
        form.show_for(path)
        form.forget.setVisible(path in self._recent.recent_registers())
        self.view.forms.setCurrentWidget(form)
        self._begin_at(form.passphrase)

    def show_refusal(self, error: UserError) -> None:
        """Show why the chosen register was not opened."""
        self.view.unlock_form.field.set_error(str(error))

    def start_creating(self) -> None:
        """Show the form for a new register."""
        self._uncheck()
        self.view.forms.setCurrentWidget(self.view.create_form)
        self._begin_at(self.view.create_form.organisation)

    def _begin_at(self, widget: QWidget) -> None:
        lead_focus(self, widget)  # a window that shows this page later asks where to begin
        widget.setFocus()

    def _uncheck(self) -> None:
        self._path = None
        self._group.setExclusive(False)
        for made in self._group.buttons():
            made.setChecked(False)
        self._group.setExclusive(True)

    def _open_other(self) -> None:
        path = self._prompts.open_file("Open a register or a pack", KINDS, self._documents)
        if path is not None:
            self.choose(path)

    def _forget(self) -> None:
        if self._path is None:
            return
        self._recent.forget_register(self._path)
        self._uncheck()
        self.refresh()
        self.view.forms.setCurrentWidget(self.view.welcome)
        self._begin_at(self.view.welcome_create)

    def _unlock(self) -> None:
        path, form = self._path, self.view.unlock_form
        passphrase = form.passphrase.text()
        if path is None:
            return
        if not passphrase:
            form.field.set_error("Type the passphrase of this register.")
            return
        form.field.clear_error()
        form.go.setText("Opening…")
        self._start(
            lambda _progress: self._actions.open(path, passphrase),
            "Opening the register",
            path,
            self._refused,
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.show_refusal(error)
        self.view.unlock_form.passphrase.selectAll()
        self.view.unlock_form.passphrase.setFocus()

    def _create(self) -> None:
        form = self.view.create_form
        place, passphrase = form.place.text().strip(), form.first.text()
        organisation = form.organisation.text().strip()
        if not self._is_complete():
            return
        path = Path(place) if place.endswith(SUFFIX) else Path(place + SUFFIX)
        form.show_error("")
        form.go.setText("Creating…")
        self._start(
            lambda _progress: self._actions.create(path, passphrase, organisation),
            "Creating the register",
            path,
            lambda error: form.show_error(str(error) if isinstance(error, UserError) else ""),
        )

    def _is_complete(self) -> bool:
        form = self.view.create_form
        first, second = form.first.text(), form.second.text()
        faults = (
            (form.organisation_field, not form.organisation.text().strip(), "Type its name."),
            (form.place_field, not form.place.text().strip(), "Choose where to keep the file."),
            (form.first_field, not first, "Type a passphrase."),
            (form.second_field, first != second, "The two passphrases differ. Type them again."),
        )
        for field, _wrong, _message in faults:
            field.clear_error()
        wrong = [(field, message) for field, is_wrong, message in faults if is_wrong]
        for field, message in wrong:
            field.set_error(message)
        return not wrong

    def _open_demo(self) -> None:
        self._start(self._actions.open_demo, "Making the invented register", None, lambda _: None)

    def _start(
        self,
        job: Callable[[Progress], Opened],
        title: str,
        path: Path | None,
        refused: Callable[[Exception], object],
    ) -> None:
        self.view.setEnabled(False)

        def done(opened: Opened) -> None:
            if path is not None:
                self._recent.add_recent_register(path)
            self._forget_passphrases()
            self._settle()
            self._actions.opened(opened)

        def failed(error: Exception) -> None:
            self._settle()
            refused(error)

        self._runner.run(
            job, title=title, on_done=done, on_failed=failed, on_cancelled=self._settle
        )

    def _settle(self) -> None:
        self.view.setEnabled(True)
        self.view.unlock_form.go.setText("Open")
        self.view.create_form.go.setText("Create the register")

    def _forget_passphrases(self) -> None:
        new = self.view.create_form
        for edit in (self.view.unlock_form.passphrase, new.first, new.second):
            edit.clear()

    def _judge_passphrase(self, passphrase: str) -> None:
        found = strength(passphrase)
        field = self.view.create_form.first_field
        if found is Strength.NONE:
            field.clear_error()
        else:
            field.set_note(found.value, _ROLES[found])

    def _suggest_place(self, organisation: str) -> None:
        form = self.view.create_form
        if not form.place.isModified():
            kept = "".join(c if c.isalnum() or c in " -" else " " for c in organisation)
            name = " ".join(kept.split()) or "Audits"
            form.place.setText(str(self._documents / f"{name}{SUFFIX}"))

    def _choose_place(self) -> None:
        form = self.view.create_form
        path = self._prompts.save_file("Where to keep the register", KINDS, Path(form.place.text()))
        if path is not None:
            form.place.setText(str(path))
            form.place.setModified(True)
