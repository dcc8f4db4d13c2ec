"""What every screen is given, whichever register is open."""

from dataclasses import dataclass
from pathlib import Path

from audit_desk import paths
from audit_desk.ui.error_presenter import ErrorPresenter
from audit_desk.ui.icons import Icons
from audit_desk.ui.prompts import DialogPrompts
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.theme import Theme
from audit_desk.ui.window_state import WindowState


@dataclass(frozen=True)
class Surroundings:
    """The look, the dialogs, the worker threads and what the windows remember."""

    theme: Theme
    icons: Icons
    state: WindowState
    errors: ErrorPresenter
    runner: TaskRunner
    prompts: DialogPrompts
    documents: Path


def surroundings() -> Surroundings:
    """Build what every screen is given; the application object must exist."""
    theme = Theme()
    errors = ErrorPresenter()
    state = WindowState(paths.settings_folder())
    theme.set_appearance(state.appearance)
    theme.set_scale(state.text_scale)
    return Surroundings(
        theme=theme,
        icons=Icons(theme),
        state=state,
        errors=errors,
        runner=TaskRunner(errors),
        prompts=DialogPrompts(),
        documents=paths.documents_folder(),
    )
