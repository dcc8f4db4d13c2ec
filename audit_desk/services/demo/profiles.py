"""One invented child's story: the words that every text of the file shares.

A file must name the same place, the same person and the same trusted adult throughout, and its
dates must be those of its answers; so all of them are chosen once, here.
"""

import random
from datetime import date

from audit_desk.domain.case import Facts
from audit_desk.domain.moments import MONTHS
from audit_desk.services.demo import cohort
from audit_desk.services.demo.texts import Library
from audit_desk.services.demo.timeline import Timeline

_PRONOUNS = {
    cohort.GIRL: ("she", "her", "her", "hers", "herself", "girl", "sister"),
    cohort.BOY: ("he", "him", "his", "his", "himself", "boy", "brother"),
}
_PRONOUN_WORDS = ("they", "them", "their", "theirs", "themself", "girl", "sibling_word")
_HERITAGES = (("M", "mixed"), ("A", "asian"), ("B", "black"))
_REVIEWERS = {
    cohort.CARE: "the reviewing officer",
    cohort.PROTECTION: "the conference chair",
}
_SCHOOL_LEAVING = 16
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def story(
    facts: Facts, line: Timeline, library: Library, source: random.Random, *, improving: bool
) -> dict[str, str]:
    """Return the words of one child's story.

    Args:
        facts: The child's facts.
        line: What happened when.
        library: The lists to choose from.
        source: The chance of this file.
        improving: Whether life is better for the child, so that no text says otherwise.
    """
    words = dict(zip(_PRONOUN_WORDS, _PRONOUNS[str(facts["gender"])], strict=True))
    words["age"] = str(facts["age"])
    words["brother"] = source.choice(("brother", "little sister", "mother"))
    words["carer"] = _carer(facts, source)
    words["school"] = "college" if int(facts["age"]) >= _SCHOOL_LEAVING else "school"
    for name, path in _lists(facts, improving=improving):
        words[name] = source.choice(library.lines(*path))
    _split(words, "hobby", "hobby", "hobby_club")
    _split(words, "pattern", "pattern", "pattern_time")
    _split(words, "adult", "adult", "adult_is")
    words["adult_is"] = "{adult} " + words["adult_is"]
    words["hobby_is"] = "{hobby} is"
    words["expired"] = "[two|three] months ago"
    words["days_words"] = "[five|six|eight|nine] days"
    words["reviewer"] = _REVIEWERS.get(str(facts["status"]), "the Safeguarding Unit")
    if line.outcome:
        words["missing"] = "yes"
    if line.missing_pattern == "repeated":
        words["again"] = "yes"
    words |= _earlier_work(facts)
    words |= _dates(line)
    return words


def number_word(number: int) -> str:
    """Return a small number as a word."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def day_words(day: date, today: date) -> str:
    """Return a day as people write it, with its year where that is not clear."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def _carer(facts: Facts, source: random.Random) -> str:
    if facts["status"] == cohort.CARE:
        return source.choice(("foster carer", "foster carer", "key worker in the home"))
    return source.choice(("mother", "mother", "mother", "mother", "father", "grandmother"))


def _lists(facts: Facts, *, improving: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
    kind = "cce" if facts["exploitation_type"] == cohort.CRIMINAL else "cse"
    heritage = next(
        (name for letter, name in _HERITAGES if str(facts["ethnicity"]).startswith(letter)), "white"
    )
    return (
        ("place", ("places",)),
        ("hobby", ("hobbies",)),
        ("hope", ("hopes",)),
        ("trusted", ("trusted",)),
        ("quote", ("quotes",)),
        ("quote_good", ("quotes_good",)),
        ("adult", ("adult", kind)),
        ("harm", ("harm", kind)),
        ("sign", ("sign", kind)),
        ("pattern", ("pattern", "any")),
        ("better", ("better", "any" if improving else "modest")),
        ("worse", ("worse", "outside" if improving else "any")),
        ("identity", ("identity", heritage)),
    )


def _split(words: dict[str, str], name: str, first: str, second: str) -> None:
    words[first], _, words[second] = words[name].partition("||")


def _earlier_work(facts: Facts) -> dict[str, str]:
    if facts.get("previously_open") == "Yes":
        return {
            "previous_good": (
                "[The record says what is different this time from CST's earlier work"
                "|What the earlier CST work could not do is said, and done differently]."
            ),
            "previous_weak": (
                "[CST's earlier work is mentioned, and nothing is learned from it"
                "|The same sessions were held when CST was first involved]."
            ),
        }
    return {
        "previous_good": (
            "[CST had not known {them} before, and the record claims no more than it can show"
            "|{Their} {trusted}, asked separately, says the same]."
        ),
        "previous_weak": (
            "[There is no earlier CST work to compare with, and no starting point either"
            "|What {they} was like in the first weeks was not written down]."
        ),
    }


def _dates(line: Timeline) -> dict[str, str]:
    days, today = line.days, line.days["today"]
    words = {f"d_{name}": day_words(day, today) for name, day in days.items()}
    words["d_meeting"] = words["d_held"]
    words["d_sup"] = words["d_supervision"]
    words["d_wise_words"] = words.get("d_qa", words.get("d_wise", words["d_cst"]))
    words["d_review_words"] = words.get("d_last_review", words["d_plan"])
    words["d_rev"] = words.get("d_review", words["d_plan"])
    words["d_return"] = words.get("d_returned", words["d_held"])
    words.setdefault("d_missing", words["d_held"])
    words["last_year"] = str(today.year - 1)
    return words
