"""Drafts of audit tools, their publishing, and what a round under way notices of it: nothing."""

import random
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from audit_desk import paths
from audit_desk.domain.audit import Answer
from audit_desk.domain.audit_tool import AuditTool, Condition, Option, Part, PartKind, ToolStatus
from audit_desk.domain.tool_edit import (
    ToolPath,
    duplicate,
    insert,
    move,
    put,
    question_paths,
    remove,
)
from audit_desk.domain.tool_names import rename
from audit_desk.domain.tool_text import tidy, tidy_text
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.rounds import RoundService
from audit_desk.services.sampling import DrawRequest
from audit_desk.services.tool_decoding import decode
from audit_desk.services.tool_files import (
    FORMAT,
    _tidy,
    bundled_tools,
    load_tool,
    parse_tool,
    read_folder,
)
from audit_desk.services.tool_validation import find_faults, placed_faults
from audit_desk.services.tool_writing import _text, tool_to_toml
from audit_desk.services.tools import ToolService
from tests.services.test_tool_files import tools
from tests.services.tool_examples import SMALL

BUNDLED = bundled_tools()[0]


@pytest.fixture
def draft(desk: Desk) -> AuditTool:
    return desk.tool_editing.start_draft(desk.tools.newest(), "Ada")


def with_new_question(tool: AuditTool) -> AuditTool:
    question = replace(tool.themes[0].questions[2], id="ST99", wording="Was the child asked?")
    return insert(tool, ("themes", 0, "questions", 1), question)


def test_a_draft_is_the_next_version_and_no_round_can_use_it(desk: Desk, draft: AuditTool) -> None:
    assert (draft.version, draft.status) == (BUNDLED.version + 1, ToolStatus.DRAFT)
    assert desk.rounds.create("Spring", by="Ada").tool_version == BUNDLED.version
    assert desk.tool_editing.start_draft(BUNDLED, "Ada").version == BUNDLED.version + 2
    other = desk.tool_editing.start_draft(BUNDLED, "Ada", "our-own", "Our own")
    assert (other.id, other.version, other.title) == ("our-own", 1, "Our own")
    with pytest.raises(UserError, match="already"):
        desk.tool_editing.start_draft(BUNDLED, "Ada", "our-own")


def test_a_draft_is_saved_with_its_faults_and_the_record_says_what_changed(
    desk: Desk, draft: AuditTool
) -> None:
    faulty = put(draft, ("themes", 0, "questions", 0, "wording"), "  ")
    desk.tool_editing.save_draft(faulty, "Ben")
    again = desk.tools.find(draft.id, draft.version)
    assert again.themes[0].questions[0].wording == ""
    line = desk.register.history.lines("tool", f"{draft.id}/{draft.version}")[-1]
    assert (line.who, line.action) == ("Ben", "changed")
    assert "ST1 is reworded" in (line.after or "")
    desk.tool_editing.save_draft(again, "Ben")
    assert desk.register.history.lines("tool", line.subject_id)[-1] == line
    with pytest.raises(UserError, match=r"has one fault.*\n.*question ST1: wording is empty"):
        desk.tool_editing.publish(again, "Ben")
    assert desk.register.history.faults() == []


def test_a_published_version_can_be_neither_changed_nor_discarded(
    desk: Desk, draft: AuditTool
) -> None:
    published = desk.tool_editing.publish(draft, "Ada")
    for forbidden in (desk.tool_editing.save_draft, desk.tool_editing.discard_draft):
        with pytest.raises(UserError, match="never changes"):
            forbidden(replace(published, title="Other"), "Ada")
    assert desk.tools.newest() == published
    assert desk.tool_editing.earlier(published) == BUNDLED


def test_a_discarded_draft_can_be_brought_back(desk: Desk, draft: AuditTool) -> None:
    desk.tool_editing.discard_draft(draft, "Ada")
    assert draft not in desk.tools.available()
    desk.tool_editing.restore_draft(draft, "Ada")
    assert draft in desk.tools.available()
    with pytest.raises(UserError, match="meanwhile"):
        desk.tool_editing.restore_draft(draft, "Ada")


def test_an_audit_under_way_notices_neither_a_new_version_nor_a_changed_file(
    desk: Desk, draft: AuditTool, tmp_path: Path
) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    desk.sampling.draw(round_, DrawRequest(2, 1), "Ada")
    audit = desk.rounds.audits(round_.id)[0]
    desk.auditing.save_answer(audit.id, Answer("ST3", "3", evidence="Thin."), "Ada")
    path = ("themes", 0, "questions", 2)
    assert draft.themes[0].questions[2].id == "ST3"
    desk.tool_editing.save_draft(with_new_question(remove(draft, path)), "Ada")
    desk.tool_editing.publish(draft, "Ada")

    file = tmp_path / "complex-safeguarding.toml"
    text = tool_to_toml(BUNDLED).replace(BUNDLED.question("ST3").wording, "Quite another?")
    for content in (text, "format = 1\nid = broken"):
        file.write_text(content, encoding="utf-8")
        again = ToolService(desk.register, lambda: read_folder(tmp_path))
        desk.auditing._tools = again
        assert desk.auditing.tool_for(audit.id) == BUNDLED
        assert desk.auditing.open(audit.id).answers["ST3"].value == "3"
        desk.auditing.save_answer(audit.id, Answer("ST2", "yes"), "Ada")
    assert desk.rounds.create("Summer", by="Ada").tool_version == draft.version


def test_one_bad_file_leaves_the_other_tools_usable_and_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a-broken.toml").write_text("format = 1\nid = broken", encoding="utf-8")
    (tmp_path / "b-small.toml").write_text(
        SMALL.replace('"draft"', '"published"'), encoding="utf-8"
    )
    service = ToolService(desk.register, lambda: read_folder(tmp_path))
    (fault,) = service.faults()
    assert fault.message.startswith("a-broken.toml, line 2")
    assert RoundService(desk.register, service).create("Spring", by="Ada").tool_id == "small-tool"
    (tmp_path / "b-small.toml").unlink()
    with pytest.raises(UserError, match=r"no audit tool other.*a-broken\.toml"):
        service.newest("other")


@given(tools)
@example(AuditTool("0\x1e\x1e:", 1, ToolStatus.DRAFT, "", "", (), ()))
@settings(max_examples=50)
def test_what_is_written_is_read_back_as_the_same_tool(tool: AuditTool) -> None:
    raw = _tidy(tomllib.loads(tool_to_toml(tool)))
    assert raw.pop("format") == FORMAT
    assert decode(raw) == (tidy(tool), [])


def test_our_own_file_is_written_as_it_stands_line_by_line() -> None:
    file = next(paths.resource("audit_tools").glob("*.toml"))

    def lines(text: str) -> list[str]:
        return sorted(line for line in text.splitlines() if line and line[0] != "#")

    own = lines(file.read_text(encoding="utf-8"))
    written = lines(tool_to_toml(load_tool(file)))
    assert len(set(written) ^ set(own)) < len(own) // 10
    assert parse_tool(tool_to_toml(BUNDLED), "again") == BUNDLED


def test_every_fault_names_the_item_that_it_is_a_fault_of() -> None:
    tool = put(BUNDLED, ("themes", 1, "questions", 0, "wording"), "")
    tool = put(tool, ("themes", 0, "questions", 0, "parts", 3, "not_before"), "nothing")
    tool = put(tool, ("clocks", 2, "limit"), 0)
    tool = put(tool, ("documents", 0, "title"), "")
    tool = put(tool, ("themes", 2, "questions", 1, "id"), tool.themes[2].questions[0].id)
    found = {fault.path for fault in placed_faults(tool)}
    assert found >= {
        ("themes", 1, "questions", 0),
        ("themes", 0, "questions", 0, "parts", 3),
        ("clocks", 2),
        ("documents", 0),
        ("themes", 2, "questions", 1),
    }


def test_a_column_of_a_list_is_renamed_wherever_it_is_named() -> None:
    columns = (
        Part("due", "Due", PartKind.DATE),
        Part("held", "Held", PartKind.DATE, not_before="due"),
        Part("state", "State", PartKind.CHOICE, (Option("a", "Held"), Option("b", "Declined"))),
    )
    part = Part("checks", "Checks", PartKind.EVENTS, columns=columns)
    clock = replace(
        BUNDLED.clocks[0],
        id="checks",
        start="ST1.checks.due",
        stop="ST1.checks.held",
        not_counted_when=(Condition(answer="ST1.checks.state", any_of=("b",)),),
    )
    path: ToolPath = ("themes", 0, "questions", 0, "parts", 0)
    tool = insert(insert(BUNDLED, path, part), ("clocks", 0), clock)
    tool = rename(tool, (*path, "columns", 0), "was_due")
    tool = rename(tool, (*path, "columns", 2), "outcome")
    tool = rename(rename(tool, path, "all_checks"), path[:4], "ST50")
    assert find_faults(tool) == []
    clock = tool.clocks[0]
    assert (clock.start, clock.stop) == ("ST50.all_checks.was_due", "ST50.all_checks.held")
    assert clock.not_counted_when[0].answer == "ST50.all_checks.outcome"
    assert parse_tool(tool_to_toml(tool), "again") == tool


@pytest.fixture(params=range(5))
def edited(request: pytest.FixtureRequest) -> AuditTool:
    """The bundled tool after thirty random moves, copies and new names."""
    chance = random.Random(request.param)  # noqa: S311 - nothing secret
    tool = BUNDLED
    for _ in range(30):
        path = chance.choice([path for path, _question in question_paths(tool)])
        kind = chance.randrange(3)
        if kind == 0:
            tool = move(tool, path, chance.choice([-1, 1]))[0]
        elif kind == 1:
            tool = duplicate(tool, path)[0]
        else:
            tool = rename(tool, path, f"Q{chance.randrange(10**9)}")
    return tool


def test_moving_copying_and_renaming_never_break_a_tool(edited: AuditTool) -> None:
    faults = [fault for fault in find_faults(edited) if "of kind safety" not in fault]
    assert faults == []


@given(st.text())
@settings(max_examples=50)
def test_any_text_that_is_typed_or_pasted_survives_the_register(text: str) -> None:
    tidied = tidy_text(text)
    assert tidy_text(tidied) == tidied
    assert tomllib.loads(f"a = {_text(tidied)}")["a"].strip("\n") == tidied or len(tidied) > 80
    tidied.encode("utf-8")
