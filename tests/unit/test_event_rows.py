"""The rows of a list of events: one text for the same events, and faults with their row."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.answer_check import faults
from audit_desk.domain.audit import Answer
from audit_desk.domain.event_rows import (
    MOST_ROWS,
    Row,
    in_order,
    read_rows,
    with_lists_in_order,
    write_rows,
)
from tests.unit.test_event_clocks import EPISODES, QUESTION

TODAY = date(2026, 5, 4)
cells = st.fixed_dictionaries(
    {},
    optional={
        "returned": st.sampled_from(["", "2026-03-02", "2026-03-02T18:40", "2026-04-01"]),
        "seen": st.sampled_from(["", "2026-04-02"]),
        "outcome": st.sampled_from(["", "held", "declined"]),
    },
)


def test_rows_are_stored_by_their_first_date_without_what_is_empty() -> None:
    rows: list[Row] = [
        {"outcome": "held"},
        {"seen": "2026-04-02", "returned": "2026-04-01"},
        {},
        {"returned": "2026-03-02", "seen": ""},
    ]
    assert write_rows(EPISODES, rows) == (
        '[{"returned":"2026-03-02"},'
        '{"returned":"2026-04-01","seen":"2026-04-02"},'
        '{"outcome":"held"}]'
    )
    assert in_order(EPISODES, rows) == (3, 1, 0)
    assert write_rows(EPISODES, [{}, {"seen": ""}]) == ""
    assert read_rows("") == ()


@settings(max_examples=50)
@given(st.lists(cells, max_size=6), st.randoms(use_true_random=False))
def test_the_same_events_give_the_same_text(rows: list[dict[str, str]], chance: object) -> None:
    stored = write_rows(EPISODES, rows)
    shuffled = list(rows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert write_rows(EPISODES, shuffled) == stored
    assert write_rows(EPISODES, read_rows(stored)) == stored
    assert [
        {key: cell for key, cell in rows[number].items() if cell}
        for number in in_order(EPISODES, rows)
    ] == list(read_rows(stored))


def test_an_answers_lists_are_put_in_order_and_an_emptied_one_is_taken_out() -> None:
    text = ' [{"seen": "", "returned": "2026-04-01"}, {"returned": "2026-03-02"}] '
    mixed = Answer("Q1", parts={"episodes": text, "to": "2026-05-01"})
    assert with_lists_in_order(QUESTION, mixed).parts == {
        "episodes": '[{"returned":"2026-03-02"},{"returned":"2026-04-01"}]',
        "to": "2026-05-01",
    }
    assert with_lists_in_order(QUESTION, Answer("Q1", parts={"episodes": "[{}]"})).parts == {}


@pytest.mark.parametrize(
    ("stored", "sentence"),
    [
        ("{", "is not a list of events"),
        ('{"returned":"2026-03-02"}', "is not a list of events"),
        ('[{"returned":3}]', "is not a list of events"),
        ("[" * 100_000, "is not a list of events"),
        (
            '[{"returned":"2026-03-02"},{"returned":"2027-03-02"}]',
            "row 2, Returned: 02/03/2027 is in the future",
        ),
        ('[{"returned":"soon"}]', "row 1, Returned: “soon” is not a date like"),
        ('[{"outcome":"lost"}]', "row 1, Outcome: “lost” is not one of held, declined"),
        ('[{"left":"2026-03-02"}]', "row 1 has “left”; its columns are returned, seen, outcome"),
        (
            '[{"returned":"2026-03-02T18:40","seen":"2026-03-02T10:00"}]',
            "row 1: “Interviewed” is before “Returned”. Check both dates on the file.",
        ),
        (
            f"[{','.join(['{}'] * (MOST_ROWS + 1))}]",
            f"has 201 events and may have {MOST_ROWS}.",
        ),
    ],
)
def test_what_cannot_stand_in_a_list_is_told_with_its_row(stored: str, sentence: str) -> None:
    found = faults(QUESTION, Answer("Q1", parts={"episodes": stored}), TODAY)
    assert found
    assert sentence in found[0]
    assert found[0].startswith("Q1, Episodes: ")


def test_what_can_stand_in_a_list_is_no_fault() -> None:
    rows: list[Row] = [
        {"returned": "2026-03-02T18:40", "seen": "2026-03-02"},
        {"seen": "2026-03-01", "outcome": "declined"},
    ]
    assert (
        faults(QUESTION, Answer("Q1", parts={"episodes": write_rows(EPISODES, rows)}), TODAY) == ()
    )
