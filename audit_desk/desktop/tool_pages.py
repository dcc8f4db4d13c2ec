"""The tools page, and the tool editor over the whole window."""

from audit_desk.desktop.surroundings import Surroundings
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.services.desk import Desk
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import Desk as Reader
from audit_desk.ui.screens.tools.editor.screen import ToolEditor
from audit_desk.ui.screens.tools.ports import ToolsDesk
from audit_desk.ui.screens.tools.screen import ToolsScreen


def build_tools(desk: Desk, around: Surroundings, window: MainWindow) -> ToolsScreen:
    """Return the tools page; its editor opens over the window."""
    ports = ToolsDesk(
        available=desk.tools.available,
        faults=desk.tools.faults,
        editing=desk.tool_editing,
        exchange=desk.tool_exchange,
        person=desk.settings.person,
        errors=around.errors,
        prompts=around.prompts,
        documents=around.documents,
        memory=around.state,
    )

    def open_editor(tool: AuditTool) -> None:
        reader = Reader(person=desk.settings.person(), holidays=desk.holidays, today=desk.today)
        look = Look(around.theme, around.icons)
        editor = ToolEditor(tool, ports, look, reader, window.pop_full_page)
        window.push_full_page(editor, f"{tool.title}, version {tool.version}", "audit-tools")

    screen = ToolsScreen(ports, around.theme, around.icons, open_editor)

    def open_form() -> None:
        from audit_desk.desktop.forms import open_tool_form

        open_tool_form(screen.acts.tool, desk, around, screen)

    screen.view.form.clicked.connect(lambda _checked=False: open_form())
    return screen
