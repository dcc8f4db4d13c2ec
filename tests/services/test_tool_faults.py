"""Tool files with faults: each is told with its place, in plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_desk.errors import UserError
from audit_desk.services.tool_decoding import decode
from audit_desk.services.tool_files import (
    FAULTS_SHOWN,
    parse_tool,
)
from tests.services.tool_examples import (
    SMALL,
)


def message_of(text: str) -> str:
    with pytest.raises(UserError) as caught:
        parse_tool(text, "tool.toml")
    assert "unchanged" in caught.value.hint or "format 1" in caught.value.hint
    return caught.value.message


def changed(old: str, new: str, times: int = 1) -> str:
    assert old in SMALL
    return SMALL.replace(old, new, times)


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
