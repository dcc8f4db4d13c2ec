"""Reading audit tools from files: what is there is read, and nothing is lost."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_desk import paths
from audit_desk.domain.audit_tool import (
    AnswerKind,
    AuditTool,
    Clock,
    ClockUnit,
    Condition,
    Descriptors,
    Document,
    Option,
    Part,
    PartKind,
    Question,
    Source,
    Theme,
    ToolStatus,
)
from audit_desk.errors import UserError
from audit_desk.services.tool_files import (
    LARGEST_FILE,
    bundled_tools,
    load_tool,
    parse_tool,
    tool_from_json,
    tool_to_json,
)
from tests.services.tool_examples import (
    SMALL,
)


def test_a_tool_is_read_whole() -> None:
    tool = parse_tool(SMALL, "tool.toml")
    assert (tool.id, tool.version, tool.status) == ("small-tool", 2, ToolStatus.DRAFT)
    assert tool.purpose == "Short, but it has one of everything.\n\nAnd a second paragraph."
    assert tool.question("V1").part("seen").not_before == "planned"
    known = tool.question("V2")
    assert known.kind is AnswerKind.GRADE
    assert known.critical
    assert known.evidence_for == ("1", "4")
    assert known.descriptors == Descriptors("Vividly.", "Clearly.", "Partly.", "Not at all.")
    assert known.applies_when == (
        Condition(answer="V1.who", any_of=("worker",)),
        Condition(case="age", at_least=4),
    )
    assert tool.question("V1").part("who").options[1] == Option("manager", "Manager")
    assert tool.question("V1").evidence_for is None
    assert [column.id for column in tool.question("V1").part("all").columns] == [
        *("asked", "made", "by"),
    ]
    clock, each, gaps = tool.clocks
    assert (clock.list_place, each.list_place) == ("", "V1.all")
    assert (each.times_gaps, gaps.times_gaps, gaps.until) == (False, True, "V1.day")
    assert (clock.limit, clock.unit, clock.trigger_is_day_one) == (24, ClockUnit.HOURS, False)


def test_files_that_cannot_be_read_are_five_different_sentences(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b'title = "caf\xe9"')
    huge = tmp_path / "huge.toml"
    with huge.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    empty = tmp_path / "empty.toml"
    empty.touch()
    messages = set()
    for path in (tmp_path, tmp_path / "none.toml", latin, huge, empty):
        with pytest.raises(UserError) as caught:
            load_tool(path)
        assert path.name in caught.value.message
        assert caught.value.hint
        messages.add(caught.value.message.replace(path.name, ""))
    assert len(messages) == 5


def test_a_file_saved_on_windows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tool.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    assert load_tool(path) == parse_tool(SMALL, "tool.toml")


def test_all_bundled_files_are_read() -> None:
    files = list(paths.resource("audit_tools").glob("*.toml"))
    tools = bundled_tools()
    assert len(tools) == len(files) >= 1
    assert len({(tool.id, tool.version) for tool in tools}) == len(tools)


def test_a_tool_survives_json() -> None:
    for tool in (*bundled_tools(), parse_tool(SMALL, "tool.toml")):
        text = tool_to_json(tool)
        assert tool_from_json(text) == tool
        assert tool_to_json(tool_from_json(text)) == text


words = st.text(max_size=5)


tuples = st.lists(words, max_size=2).map(tuple)


conditions = st.builds(
    Condition,
    case=st.none() | words,
    answer=st.none() | words,
    any_of=tuples,
    none_of=tuples,
    at_least=st.none() | st.integers(-9, 9),
)


many_conditions = st.lists(conditions, max_size=2).map(tuple)


options = st.lists(st.builds(Option, id=words, label=words), max_size=2).map(tuple)


questions = st.builds(
    Question,
    id=words,
    wording=words,
    kind=st.sampled_from(AnswerKind),
    guidance=words,
    sources=st.lists(st.builds(Source, words, words, words), max_size=1).map(tuple),
    evidence=words,
    critical=st.booleans(),
    descriptors=st.none() | st.builds(Descriptors, words, words, words, words),
    parts=st.lists(
        st.builds(Part, words, words, st.sampled_from(PartKind), options, words), max_size=1
    ).map(tuple),
    applies_when=many_conditions,
    applies_note=words,
    evidence_for=st.none() | tuples,
    for_moderator=st.booleans(),
)


clocks = st.builds(
    Clock,
    *[words] * 5,
    st.integers(-9, 9),
    st.sampled_from(ClockUnit),
    words,
    words,
    st.booleans(),
    st.booleans(),
    many_conditions,
    words,
)


tools = st.builds(
    AuditTool,
    id=words,
    version=st.integers(-9, 9),
    status=st.sampled_from(ToolStatus),
    title=words,
    purpose=words,
    documents=st.lists(st.builds(Document, words, words), max_size=1).map(tuple),
    themes=st.lists(
        st.builds(Theme, words, words, words, st.lists(questions, max_size=2).map(tuple)),
        max_size=2,
    ).map(tuple),
    clocks=st.lists(clocks, max_size=1).map(tuple),
)


@given(tools)
def test_json_loses_nothing_of_any_tool(tool: AuditTool) -> None:
    assert tool_from_json(tool_to_json(tool)) == tool


def test_damaged_json_is_told() -> None:
    text = tool_to_json(replace(parse_tool(SMALL, "tool.toml"), version=3))
    for damaged in (text[:-1], text.replace('"version":3', '"version":"3"'), "", "[]"):
        with pytest.raises(UserError, match="cannot be read"):
            tool_from_json(damaged)


def test_the_example_of_the_help_page_loads_and_its_reference_names_every_field() -> None:
    page = paths.resource("help", "audit-tools.md").read_text(encoding="utf-8")
    example = page.split("```toml\n")[1].split("```")[0]
    assert parse_tool(example, "example.toml").question("V2").critical
    for cls in (AuditTool, Document, Theme, Question, Part, Source, Condition, Clock, Descriptors):
        for name in (entry.name for entry in fields(cls)):
            assert f"`{name}`" in page
