from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt

from audit_desk.domain.case import Case, FactValue
from audit_desk.domain.case_fields import field
from audit_desk.domain.conditions import NOT_RECORDED
from audit_desk.ui.models.case_index import CaseIndex
from audit_desk.ui.models.case_model import CaseModel
from audit_desk.ui.models.case_words import day_text, fact_text

CASES = [
    Case("1", "CST-0001", {"team": "East", "age": 9, "cst_start": "2025-03-02"}),
    Case("2", "CST-0002", {"team": "West", "age": 16}),
    Case("3", "CST-0003", {"age": 11, "cst_start": "2024-12-24", "status": "Child in care"}),
    Case("4", "CST-0004", {"team": "east end", "age": 16, "status": "Closed"}),
]


def model(cases: list[Case] | None = None) -> CaseModel:
    made = CaseModel()
    made.set_cases(CaseIndex(CASES if cases is None else cases))
    made.set_columns(["team", "age", "cst_start"])
    return made


def shown(made: CaseModel) -> list[str]:
    return [made.index(row, 0).data() for row in range(made.rowCount())]


def test_each_word_may_stand_in_any_fact_shown_or_not() -> None:
    made = model()
    made.set_text("EAST 16")
    assert shown(made) == ["CST-0004"]
    made.set_text("care")
    assert shown(made) == ["CST-0003"]
    made.set_text("0002")
    assert shown(made) == ["CST-0002"]
    made.set_text("  ")
    assert made.rowCount() == 4


def test_a_date_is_found_and_shown_with_its_month_in_words() -> None:
    made = model()
    made.set_text("24 dec 2024")
    assert [made.index(0, column).data() for column in range(4)] == [
        "CST-0003",
        "",
        "11",
        "24 Dec 2024",
    ]


def test_only_whole_dates_are_rewritten() -> None:
    assert day_text("2026-02-03") == "3 Feb 2026"
    assert day_text("not known") == "not known"
    assert fact_text(field("age"), None) == ""
    assert fact_text(field("team"), "2026-02-03") == "2026-02-03"


WORDS = st.lists(st.sampled_from(["e", "ea", "eas", "west", "1", "16", "child", "x"]), max_size=3)


@settings(max_examples=60)
@given(st.lists(WORDS.map(" ".join), max_size=6))
def test_typing_on_finds_what_a_fresh_search_finds(texts: list[str]) -> None:
    typed = model()
    for text in texts:
        typed.set_text(text)
    fresh = model()
    fresh.set_text(texts[-1] if texts else "")
    assert shown(typed) == shown(fresh)


def test_values_of_one_field_widen_and_of_two_fields_narrow() -> None:
    made = model()
    made.choose_values("team", ("East", "West"))
    assert shown(made) == ["CST-0001", "CST-0002"]
    made.choose_values("age", ("16",))
    assert shown(made) == ["CST-0002"]
    made.choose_values("team", ())
    assert shown(made) == ["CST-0002", "CST-0004"]
    made.clear_values()
    assert made.rowCount() == 4


def test_cases_without_a_fact_can_be_filtered_for() -> None:
    made = model()
    made.choose_values("team", (NOT_RECORDED,))
    assert shown(made) == ["CST-0003"]


def test_dates_and_ages_are_filtered_from_one_to_another_and_by_not_recorded() -> None:
    made = model()
    made.choose_values("cst_start", ("2024-12-01..2025-01-31",))
    assert shown(made) == ["CST-0003"]
    made.choose_values("cst_start", ("2025-01-01..", NOT_RECORDED))
    assert shown(made) == ["CST-0001", "CST-0002", "CST-0004"]
    made.choose_values("age", ("..10",))
    assert shown(made) == ["CST-0001"]


def test_closed_cases_are_left_out_until_they_are_asked_for() -> None:
    made = model([*CASES, Case("5", "CST-0005", {"team": "East"}, "2026-05-04")])
    made.set_text("east")
    assert (made.total, shown(made)) == (4, ["CST-0001", "CST-0004"])
    made.show_closed(True)
    assert (made.total, shown(made)) == (5, ["CST-0001", "CST-0004", "CST-0005"])
    closed = made.index(2, 0)
    assert closed.data(Qt.ItemDataRole.AccessibleTextRole) == "CST-0005, closed"
    assert closed.data(Qt.ItemDataRole.FontRole).italic()


def test_filter_and_text_hold_together() -> None:
    made = model()
    made.set_text("east")
    made.choose_values("age", ("16",))
    assert shown(made) == ["CST-0004"]
    made.set_text("")
    assert shown(made) == ["CST-0002", "CST-0004"]


def test_numbers_sort_as_numbers_and_words_without_case() -> None:
    made = model()
    made.sort(2)
    assert shown(made) == ["CST-0001", "CST-0003", "CST-0002", "CST-0004"]
    made.sort(1)
    assert shown(made) == ["CST-0001", "CST-0004", "CST-0002", "CST-0003"]


def test_unknown_facts_stand_last_in_both_directions() -> None:
    made = model()
    made.sort(3, Qt.SortOrder.AscendingOrder)
    assert shown(made)[:2] == ["CST-0003", "CST-0001"]
    made.sort(3, Qt.SortOrder.DescendingOrder)
    assert shown(made) == ["CST-0001", "CST-0003", "CST-0002", "CST-0004"]
    made.sort(-1)
    assert shown(made)[0] == "CST-0001"


def test_the_order_outlives_finding_and_new_cases() -> None:
    made = model()
    made.sort(0, Qt.SortOrder.DescendingOrder)
    made.set_text("e")
    made.set_cases(CaseIndex([*CASES, Case("5", "CST-0005", {"team": "East"})]))
    assert shown(made)[0] == "CST-0005"


def test_a_row_keeps_its_case_when_it_is_sorted() -> None:
    made = model()
    held = QPersistentModelIndex(made.index(1, 0))
    made.sort(0, Qt.SortOrder.DescendingOrder)
    assert held.row() == 2
    assert made.case_at(held).reference == "CST-0002"


def test_columns_without_facts_go_and_so_do_their_filters() -> None:
    made = model()
    made.choose_values("team", ("East",))
    made.sort(1)
    made.set_cases(CaseIndex([Case("9", "CST-0009", {"age": 12})]))
    assert made.columns == ("age",)
    assert made.chosen == {}
    assert shown(made) == ["CST-0009"]


def test_values_are_counted_with_the_unknown_last() -> None:
    index = CaseIndex(CASES)
    assert index.values("age") == [(9, 1), (11, 1), (16, 2)]
    assert index.values("team")[-1] == (None, 1)


def test_a_fact_that_this_version_does_not_know_breaks_nothing() -> None:
    made = model([Case("1", "CST-0001", {"from_a_later_version": "x", "age": 3})])
    made.set_text("3")
    assert shown(made) == ["CST-0001"]


def test_headings_are_the_labels_and_numbers_stand_right() -> None:
    made = model()
    horizontal = Qt.Orientation.Horizontal
    assert [made.headerData(n, horizontal) for n in range(4)] == [
        "Reference",
        "Team",
        "Age",
        "Open to complex safeguarding since",
    ]
    alignment = made.headerData(2, horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & Qt.AlignmentFlag.AlignRight
    assert made.headerData(0, Qt.Orientation.Vertical) is None


def test_making_the_index_is_told_field_by_field_and_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []
    CaseIndex(CASES, lambda done, total: told.append((done, total)))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]


MANY = st.lists(
    st.tuples(st.sampled_from(["East", "east end", "WEST", ""]), st.integers(0, 7_000)),
    max_size=12,
)


@settings(max_examples=50)
@given(MANY, st.integers(1, 7_000), st.sampled_from(["e", "st", "1", "70", "cst-00", "x"]))
def test_a_word_is_found_wherever_it_stands(
    rows: list[tuple[str, int]], spread: int, word: str
) -> None:
    """However many values a field has: few fit a byte, some take pages, many a number each."""
    facts: list[dict[str, FactValue]] = [
        {"team": team, "missing_episodes": count} for team, count in rows
    ]
    facts += [{"missing_episodes": number} for number in range(0, spread, 3)]
    cases = [Case(str(n), f"CST-{n:04}", one) for n, one in enumerate(facts)]
    index = CaseIndex(cases)
    found = index.numbers(index.find([word]), range(len(cases)))
    assert found == [
        number
        for number, case in enumerate(cases)
        if any(word in str(text).casefold() for text in (case.reference, *case.facts.values()))
    ]
