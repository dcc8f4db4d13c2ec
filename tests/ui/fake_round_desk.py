"""What stands around a round's page, over a register in memory."""

from pathlib import Path

from audit_desk.ui.icons import Icons
from audit_desk.ui.prompts import DialogPrompts
from audit_desk.ui.screens.round.moderation.ports import ModerationPorts
from audit_desk.ui.screens.round.ports import RoundDesk
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.theme import Theme
from tests.ui.fake_rounds import PERSON, TODAY, FakeRegister


def make_desk(
    register: FakeRegister, theme: Theme, runner: TaskRunner, errors: object
) -> RoundDesk:
    """Return a desk whose every way out is noted in ``register.opened``."""
    return RoundDesk(
        theme=theme,
        icons=Icons(theme),
        errors=errors,  # type: ignore[arg-type]
        tasks=runner,
        prompts=DialogPrompts(),
        person=lambda: PERSON,
        open_audit=register.opened.append,
        open_papers=lambda audit_id: register.opened.append(f"papers {audit_id}"),
        open_cases=lambda: register.opened.append("cases"),
        open_rounds=lambda: register.opened.append("rounds"),
        save_receipt=lambda _receipt, path: register.written.append(path),
        documents=lambda: Path("documents"),
        assigning=register.assigning,
        moderation=ModerationPorts(register.moderation, register.moderation),
        report=register.report.ports(),
        today=lambda: TODAY,
    )
