"""Commands on audit tools: which there are, in and out as files, and whether a file is sound."""

from pathlib import Path

import click

from audit_desk.cli.context import opened, say, show, table
from audit_desk.cli.options import AS_JSON, PATH, REGISTER
from audit_desk.domain.audit_tool import AuditTool, ToolStatus


@click.command()
@REGISTER
@AS_JSON
def tools(register: Path, as_json: bool) -> None:
    """List the audit tools: every version, drafts too."""
    with opened(register) as desk:
        found, faults = desk.tools.available(), desk.tools.faults()
    for fault in faults:
        say(str(fault))
    if as_json:
        show([_plain(tool) for tool in found])
        return
    head = ("Tool", "Version", "State", "Questions", "Title")
    rows = [
        (tool.id, str(tool.version), tool.status.value, str(len(tool.questions())), tool.title)
        for tool in found
    ]
    table([head, *rows])


@click.command(name="tool-export")
@REGISTER
@click.argument("tool_id", metavar="ID")
@click.argument("version", type=int)
@click.argument("file", type=PATH)
def tool_export(register: Path, tool_id: str, version: int, file: Path) -> None:
    """Write one version of an audit tool into a TOML file."""
    with opened(register) as desk:
        tool = desk.tools.find(tool_id, version)
        desk.tool_exchange.write(tool, file)
    say(f"Wrote {tool.title}, version {tool.version}, to {file}.")


@click.command(name="tool-import")
@REGISTER
@click.argument("file", type=PATH)
@click.option("--publish", is_flag=True, help="Publish it at once; it never changes after that.")
def tool_import(register: Path, file: Path, publish: bool) -> None:
    """Take an audit tool file into a register, as a draft."""
    with opened(register) as desk:
        tool = desk.tool_exchange.bring_in(file, desk.settings.person(), publish=publish)
    state = "Published" if tool.status is ToolStatus.PUBLISHED else "Keeps a draft of"
    say(f"{state} {tool.title}, version {tool.version}.")


@click.command(name="tool-check")
@click.argument("file", type=PATH)
def tool_check(file: Path) -> None:
    """Check an audit tool file and list all its faults; no register is needed."""
    from audit_desk.services.tool_files import load_tool

    tool = load_tool(file)
    say(
        f"{file.name} is sound: {tool.title}, version {tool.version}."
        f" Themes: {len(tool.themes)}, questions: {len(tool.questions())},"
        f" clocks: {len(tool.clocks)}."
    )


def _plain(tool: AuditTool) -> dict[str, object]:
    return {
        "id": tool.id,
        "version": tool.version,
        "status": tool.status.value,
        "title": tool.title,
        "themes": len(tool.themes),
        "questions": len(tool.questions()),
        "clocks": len(tool.clocks),
    }


COMMANDS = (tools, tool_export, tool_import, tool_check)
