"""What every screen is given, whichever register is open."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from audit_desk import paths
from audit_desk.ui.theme import Theme
from audit_desk.ui.window_state import WindowState

if TYPE_CHECKING:
    from audit_desk.ui.error_presenter import ErrorPresenter
    from audit_desk.ui.icons import Icons
    from audit_desk.ui.prompts import DialogPrompts
    from audit_desk.ui.task_runner import TaskRunner


class Surroundings:
    """The look, the dialogs, the worker threads and what the windows remember.

    The application object must exist. What the very first window does not need is loaded when
    first used.
    """

    def __init__(self) -> None:
        self.state = WindowState(paths.settings_folder())
        self.theme = Theme()
        self.theme.set_appearance(self.state.appearance)
        self.theme.set_scale(self.state.text_scale)

    @cached_property
    def icons(self) -> "Icons":
        """Icons in the theme's colours."""
        from audit_desk.ui.icons import Icons

        return Icons(self.theme)

    @cached_property
    def errors(self) -> "ErrorPresenter":
        """Shows errors."""
        from audit_desk.ui.error_presenter import ErrorPresenter

        return ErrorPresenter()

    @cached_property
    def runner(self) -> "TaskRunner":
        """Runs long work."""
        from audit_desk.ui.task_runner import TaskRunner

        return TaskRunner(self.errors)

    @cached_property
    def prompts(self) -> "DialogPrompts":
        """Asks for files, and whether something is meant."""
        from audit_desk.ui.prompts import DialogPrompts

        return DialogPrompts()

    @property
    def documents(self) -> Path:
        """The folder in which a person expects their files."""
        return paths.documents_folder()
