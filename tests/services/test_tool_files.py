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
from audit_desk.services.tool_decoding import decode
from audit_desk.services.tool_files import (
    FAULTS_SHOWN,
    LARGEST_FILE,
    bundled_tools,
    load_tool,
    parse_tool,
    tool_from_json,
    tool_to_json,
)

SMALL = '''format = 1
id = "small-tool"
version = 2
status = "draft"
title = "A small tool"
purpose = """
Short, but it has one
of everything.

And a second paragraph.
"""

[[documents]]
id = "letter"
title = "A letter"

[[themes]]
id = "visits"
title = "Visits"
about = "Whether the child was seen."

[[themes.questions]]
id = "V1"
wording = "When was the child seen, and by whom?"
kind = "facts"
guidance = "Look at the visits."

[[themes.questions.parts]]
id = "planned"
label = "Planned"
kind = "moment"

[[themes.questions.parts]]
id = "seen"
label = "Seen"
kind = "moment"
not_before = "planned"

[[themes.questions.parts]]
id = "day"
label = "Recorded"
kind = "date"

[[themes.questions.parts]]
id = "all"
label = "All visits"
kind = "events"

[[themes.questions.parts.columns]]
id = "asked"
label = "Asked for"
kind = "moment"
from_list = ["supervision.held"]

[[themes.questions.parts.columns]]
id = "made"
label = "Made"
kind = "moment"
not_before = "asked"

[[themes.questions.parts.columns]]
id = "by"
label = "By"
kind = "choice"
options = [{ id = "us", label = "Us" }, { id = "them", label = "Them" }]

[[themes.questions.parts]]
id = "visits"
label = "Visits"
kind = "count"

[[themes.questions.parts]]
id = "who"
label = "Who?"
kind = "choices"
options = [{ id = "worker", label = "Worker" }, { id = "manager", label = "Manager" }]

[[themes.questions.sources]]
document = "letter"
place = "Paragraph 1"
finding = "Visits were late."

[[themes.questions]]
id = "V2"
wording = "How well is the child known?"
kind = "grade"
critical = true
guidance = "Read all visits."
evidence_for = ["1", "4"]
applies_when = [{ answer = "V1.who", any_of = ["worker"] }, { case = "age", at_least = 4 }]
applies_note = "Asked where a worker visited."
sources = []

[themes.questions.descriptors]
outstanding = "Vividly."
good = "Clearly."
requires_improvement = "Partly."
inadequate = "Not at all."

[[themes.questions]]
id = "V3"
wording = "Is the child safe now?"
kind = "safety"
guidance = "From all you read."
sources = []

[[clocks]]
id = "seen-in-time"
title = "Seen in time"
theme = "visits"
start = "V1.planned"
stop = "V1.seen"
limit = 24
unit = "hours"
standard = "Within a day"
source = "Local"
not_counted_when = [{ answer = "V1.visits", at_least = 3 }]

[[clocks]]
id = "each-visit"
title = "Each visit"
theme = "visits"
start = "V1.all.asked"
stop = "V1.all.made"
limit = 24
unit = "hours"
standard = "Within one day"
source = "Local"
not_counted_when = [{ answer = "V1.all.by", any_of = ["them"] }]

[[clocks]]
id = "gaps"
title = "Gaps"
theme = "visits"
start = "V1.all.made"
stop = "V1.all.made"
until = "V1.day"
limit = 4
unit = "weeks"
standard = "Every four weeks"
source = "Local"
'''


def message_of(text: str) -> str:
    with pytest.raises(UserError) as caught:
        parse_tool(text, "tool.toml")
    assert "unchanged" in caught.value.hint or "format 1" in caught.value.hint
    return caught.value.message


def changed(old: str, new: str, times: int = 1) -> str:
    assert old in SMALL
    return SMALL.replace(old, new, times)


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


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('title = "A small tool"', "title = A small tool", "tool.toml, line 5, column 9: "),
        ('title = "A small tool"', 'title = "A small tool', "tool.toml, line 5, "),
        ("critical = true", "critical = true\ncritical = false", "tool.toml, line "),
        ("format = 1\n", "", '"format = 1" is missing'),
        ("format = 1", "format = 2", "its format is 2"),
        ("format = 1", "format = true", "its format is True"),
        ("version = 2", 'version = "2"', "version: a whole number is wanted here, not a text"),
        ("version = 2", "version = true", "version: a whole number is wanted here, not true or"),
        ("version = 2", "version = 0", "version is 0; the first version of a tool is 1"),
        ('"draft"', '"final"', "status: 'final' is none of draft, published"),
        ('id = "small-tool"', 'id = "Small Tool"', "the tool's id 'Small Tool' is not well formed"),
        ('title = "A small tool"', 'title = "  "', "title is empty"),
        ('title = "A small tool"\n', "", "the field title is missing"),
        ('title = "A letter"', 'title = ""', "document letter: title is empty"),
        (
            "critical = true",
            'critical = "yes"',
            "theme visits: question V2: critical: true or false is wanted here, not a text",
        ),
        (
            'kind = "grade"',
            'kind = "graded"',
            "question V2: kind: 'graded' is none of grade, yes_partly_no, safety, facts",
        ),
        ('kind = "count"', 'kind = "number"', "part visits: kind: 'number' is none of moment, "),
        ('unit = "hours"', 'unit = "hour"', "clock seen-in-time: unit: 'hour' is none of hours, "),
        ('guidance = "Read all visits."\n', "", "question V2: the field guidance is missing"),
        (
            "critical = true",
            "critcal = true",
            "no field called critcal here; did you mean critical",
        ),
        (
            'unit = "hours"',
            'unit = "hours"\nzz = 1',
            "clock seen-in-time: there is no field called zz",
        ),
        ('good = "Clearly."', 'god = "Clearly."', "question V2: descriptors: there is no field"),
        ('good = "Clearly."\n', "", "question V2: descriptors: the field good is missing"),
        ('good = "Clearly."', 'good = ""', "question V2: descriptors: good is empty"),
        ('wording = "How well is the child known?"', 'wording = " "', "V2: wording is empty"),
        ('"Read all visits."', '""', "question V2: guidance is empty"),
        ('id = "V2"', 'id = "V1"', "question V1 stands twice"),
        ('id = "V2"', 'id = "v two"', "question v two: its id 'v two' is not well formed"),
        ('id = "visits"\ntitle', 'id = "overall"\ntitle', "this id is kept for the judgement"),
        ('id = "seen"', 'id = "planned"', "question V1: part planned stands twice"),
        ('id = "day"', 'id = "the-day"', "part the-day: its id 'the-day' is not well formed"),
        ('label = "Recorded"', 'label = ""', "question V1: part day: label is empty"),
        ('kind = "date"', 'kind = "choice"', "part day: a choice needs two options or more"),
        (', { id = "manager", label = "Manager" }', "", "part who: a choice needs two options"),
        ('id = "manager"', 'id = "worker"', "part who: option worker stands twice"),
        ('label = "Manager"', 'label = "Worker"', "part who: option labelled Worker stands twice"),
        ('kind = "choices"', 'kind = "text"', "part who: options are for choices, and this part"),
        ('document = "letter"', 'document = "lost"', "question V1: source: there is no document"),
        ('finding = "Visits were late."', 'finding = ""', "question V1: source: finding is empty"),
        ('["1", "4"]', '["1", "no"]', "question V2: evidence_for names 'no', only 1, 2, 3, 4"),
        ('kind = "safety"', 'kind = "safety"\ncritcal = 1', "question V3: there is no field"),
        ('kind = "safety"', 'kind = "facts"', "question V3: a question of kind facts needs parts"),
        (
            'kind = "facts"',
            'kind = "facts"\ncritical = true',
            "question V1: a question of kind facts has no answer that could be critical",
        ),
        (
            'kind = "facts"',
            'kind = "safety"',
            "only one question may be of kind safety, not V1, V3",
        ),
        ('kind = "facts"', 'kind = "grade"', "V1: a graded question needs descriptors of all four"),
        ('kind = "grade"', 'kind = "yes_partly_no"', "V2: descriptors are for graded questions"),
        (
            'applies_note = "Asked where a worker visited."\n',
            "",
            "V2: applies_when needs an applies",
        ),
        (
            'kind = "safety"',
            'kind = "safety"\napplies_note = "x"',
            "question V3: applies_note stands without an applies_when",
        ),
        (', any_of = ["worker"]', "", "has just one of any_of, none_of and at_least"),
        (
            'any_of = ["worker"]',
            'any_of = ["worker"], none_of = ["manager"]',
            "has just one of any_of, none_of and at_least",
        ),
        ('answer = "V1.who", any', "any", "names either a case field or an answer, and just one"),
        (
            'answer = "V1.who", any',
            'case = "age", answer = "V1.who", any',
            "names either a case field or an answer, and just one",
        ),
        (
            '["worker"]',
            '["boss"]',
            "V2: applies_when: V1.who is never 'boss', only worker, manager",
        ),
        ('"V1.who"', '"V9.who"', "question V2: applies_when: there is no question 'V9'"),
        ('"V1.who"', '"V1.whom"', "question V2: applies_when: question V1 has no part 'whom'"),
        ('"V1.who"', '"V1.day"', "V1.day is of kind date; any_of and none_of need a choice"),
        ('"V1.who"', '"V1"', "V1 is never 'worker', and this question has no main answer"),
        ('"V1.who"', '"V3"', "V3 is never 'worker', only safe, unsure, unsafe"),
        (
            '"V1.who", any_of = ["worker"]',
            '"V1.who", at_least = 1',
            "at_least needs a part of kind",
        ),
        ('case = "age"', 'case = "Age (Years)"', "case field 'Age (Years)' is not well formed"),
        ('"V1.who", any_of = ["worker"]', '"V2", any_of = ["1"]', "cannot rest on its own answer"),
        (
            'kind = "facts"',
            (
                'kind = "facts"\napplies_note = "x"\n'
                'applies_when = [{ answer = "V2", any_of = ["1"] }]'
            ),
            "applies_when goes in a circle: ",
        ),
        ('"planned"\n\n', '"plan"\n\n', "part seen: not_before: question V1 has no part 'plan'"),
        (
            '"planned"\n\n',
            '"seen"\n\n',
            "part seen: not_before: a part is not compared with itself",
        ),
        ('"planned"\n\n', '"visits"\n\n', "part seen: not_before: both seen and visits must be"),
        (
            '"planned"\n\n',
            '"planned"\nfrom_list = ["missing.left"]\n\n',
            "part seen: from_list: 'missing.left': missing has no date 'left'; it may be any of",
        ),
        (
            'kind = "count"',
            'kind = "count"\nfrom_list = ["missing.returned"]',
            "from_list is for dates and moments, and this part is of kind count",
        ),
        ("limit = 24", "limit = 0", "clock seen-in-time: limit is 0; it must be 1 or more"),
        ('theme = "visits"', 'theme = "visit"', "clock seen-in-time: there is no theme 'visit'"),
        ('"V1.planned"', '"V1.plan"', "clock seen-in-time: start: question V1 has no part 'plan'"),
        ('"V1.planned"', '"V1"', "start: V1 names a question; a clock needs one of its parts"),
        (
            '"V1.planned"',
            '"V1.visits"',
            "start: V1.visits is of kind count; a clock needs a moment",
        ),
        ('"V1.planned"', '"V1.day"', "start: V1.day is a date without a time; hours need a moment"),
        ('"V1.planned"', '"V1.seen"', "clock seen-in-time: start and stop are both V1.seen"),
        ('standard = "Within a day"', 'standard = ""', "clock seen-in-time: standard is empty"),
        ('"V1.visits", at_least', '"V1.seen", at_least', "not_counted_when: at_least needs a part"),
        ('kind = "events"', 'kind = "text"', "part all: columns are for lists of events, and this"),
        (
            'kind = "choice"',
            'kind = "events"',
            "part all: column by: a column cannot be of kind ev",
        ),
        ('"asked"\n\n', '"day"\n\n', "column made: not_before: list all has no part 'day'"),
        ('["supervision.held"]', '["case.cst_start"]', "'case.cst_start' is not a field of each"),
        (
            '["supervision.held"]',
            '["supervision.held", "strategy.held"]',
            "from_list: the columns name more than one list: strategy, supervision",
        ),
        ('"V1.all.asked"', '"V1.all.ask"', "each-visit: start: list V1.all has no column 'ask'"),
        ('"V1.all.asked"', '"V1.all.by"', "start: V1.all.by is of kind choice; a clock needs"),
        ('"V1.all.asked"', '"V1.all"', "start: V1.all is of kind events; a clock needs a moment"),
        ('"V1.all.asked"', '"V1.seen"', "start and stop are columns of one list, or both stand"),
        ('"V1.all.by", any', '"V1.all.bye", any', "list V1.all has no column 'bye'"),
        ('"V1.who", any_of = ["worker"]', '"V1.all.by", any_of = ["us"]', "only its clocks look"),
        ('"V1.all.made"\nlimit', '"V1.all.made"\nuntil = "V1.day"\nlimit', "until is for clocks"),
        ('"V1.day"\nlimit', '"V1.visits"\nlimit', "until: V1.visits is of kind count; a clock"),
    ],
)
def test_a_fault_is_told_with_its_place(old: str, new: str, expected: str) -> None:
    message = message_of(changed(old, new))
    assert expected in message
    assert "tool.toml" in message


def test_a_theme_needs_questions_and_a_tool_themes() -> None:
    head = SMALL[: SMALL.index("[[themes.questions]]")]
    assert "theme visits: there is no question" in message_of(head + "questions = []\n")
    bare = SMALL[: SMALL.index("[[documents]]")] + "documents = []\nthemes = []\n"
    assert "there is no theme" in message_of(bare)


def test_all_faults_are_told_at_once() -> None:
    text = changed('title = "Visits"', 'title = ""').replace("limit = 24", "limit = -1", 1)
    text = text.replace('label = "Planned"', 'lable = "Planned"').replace(
        'label = "Seen"', 'label = "Seen"\nunit = "h"'
    )
    message = message_of(text)
    assert "did you mean label" in message
    assert "there is no field called unit here" in message
    message = message_of(text.replace("lable", "label"))
    assert message.splitlines()[0] == "tool.toml has 3 faults:"
    assert "theme visits: title is empty" in message
    assert "limit is -1" in message


def test_a_long_list_of_faults_is_cut() -> None:
    unlabelled = ", ".join(f'{{ id = "o{n}", label = "" }}' for n in range(40))
    text = changed("options = [", f"options = [{unlabelled}, ")
    lines = message_of(text).splitlines()
    assert len(lines) == 1 + FAULTS_SHOWN + 1
    assert lines[-1].startswith("… and ")


def test_circles_longer_than_one_step_are_found() -> None:
    text = changed(
        'kind = "safety"',
        'kind = "safety"\napplies_note = "x"\napplies_when = [{ answer = "V2", any_of = ["1"] }]',
    ).replace('answer = "V1.who", any_of = ["worker"]', 'answer = "V3", any_of = ["safe"]')
    message = message_of(text)
    assert "V2 rests on V3 rests on V2" in message or "V3 rests on V2 rests on V3" in message


def test_brackets_without_end_are_told_and_not_crashed_on() -> None:
    assert "nested too deeply" in message_of("x = " + "[" * 20_000)


def test_a_number_without_end_is_told_and_not_crashed_on() -> None:
    assert "not valid TOML" in message_of("x = 1" + "0" * 10_000)


@given(st.text())
def test_any_text_is_read_or_told(text: str) -> None:
    with pytest.raises(UserError):
        parse_tool(text, "tool.toml")


json_like = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text("ab", max_size=3),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["id", "themes", "questions", "parts"]), inner, max_size=2
        )
    ),
    max_leaves=8,
)


@given(json_like)
def test_a_wrong_shape_anywhere_is_told(value: object) -> None:
    tool, faults = decode({"id": "x", "themes": [{"id": "t", "questions": value}]})
    assert tool is None
    assert faults
    assert all("$" not in fault and "`" not in fault for fault in faults)


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
