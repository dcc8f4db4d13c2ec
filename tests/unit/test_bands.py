from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.bands import age_bands, count_bands, date_bands


def test_ages_and_counts_stand_in_bands() -> None:
    read, order = age_bands()
    assert [read(age) for age in (0, 9, 10, 15, 17, 18)] == [
        "Under 10",
        "Under 10",
        "10 to 12",
        "13 to 15",
        "16 to 17",
        "18 or over",
    ]
    assert read("unborn") == ""
    assert order[0] == "Under 10"
    few, singles = count_bands([3, 0, 3, "n/a"])
    assert (few(0), few(3), singles) == ("None", "3", ("None", "3"))
    many, bands = count_bands(range(12))
    assert (many(0), many(4), many(11)) == ("None", "2 to 4", "10 or more")
    assert bands == ("None", "1", "2 to 4", "5 to 9", "10 or more")


def test_dates_stand_in_quarters_or_in_years_where_they_reach_far() -> None:
    near, order = date_bands(["2026-05-01", "2025-12-31", "2026-01-01", "2026-06-30"])
    assert order == ("October to December 2025", "January to March 2026", "April to June 2026")
    assert near("2026-06-30") == "April to June 2026"
    far, years = date_bands([f"{year}-03-02" for year in range(2016, 2027)])
    assert years == ("2021 or before", "2022", "2023", "2024", "2025", "2026")
    assert (far("2018-01-01"), far("2024-01-01"), far("unknown")) == ("2021 or before", "2024", "")
    assert date_bands([])[1] == ()


@settings(max_examples=30)
@given(st.lists(st.dates().filter(lambda day: day.year >= 1950), min_size=1))
def test_every_date_has_a_band_that_stands_in_the_order(days: list[object]) -> None:
    texts = [str(day) for day in days]
    read, order = date_bands(texts)
    assert {read(text) for text in texts} == set(order)
    assert len(order) <= 6
