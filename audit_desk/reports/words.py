"""Figures, dates and lists in words: the few phrases that every section shares."""

import datetime as dt
from collections.abc import Iterable, Sequence

from audit_desk.domain.audit import Grade
from audit_desk.domain.findings import Spread
from audit_desk.domain.inference import Share
from audit_desk.domain.moments import MONTHS

FEWEST_TO_COMPARE = 5
"""Themes and clocks are ranked against each other only from this many counted files on."""

STAR = "★"
"""Marks a critical question."""

NBSP = "\N{NO-BREAK SPACE}"
_NEEDS_ARTICLE = ("majority",)
_LONGEST_WORD = 12  # signs, taken over many words


_SMALL = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def opening(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun as a sentence begins: ``Two children``."""
    words = plural(number, one, many)
    return words if number >= len(_SMALL) else f"{_SMALL[number]} {words.partition(' ')[2]}"


def plural(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: ``1 file``, ``12 files``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """Return the items as one phrase: ``a, b and c``."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def sentence(text: str) -> str:
    """Return the text with a capital and a full stop."""
    text = text.strip()
    if not text:
        return ""
    stop = "" if text.endswith((".", "!", "?", "…", ".”")) else "."
    return f"{text[0].upper()}{text[1:]}{stop}"


def percent(share: Share) -> str:
    """Return the percentage, or an empty text where there are too few for one."""
    return "" if share.percent is None else f"{share.percent}{NBSP}%"


def interval(share: Share) -> str:
    """Return the interval, or an empty text where none can be defended."""
    return share.interval_text.replace(" %", f"{NBSP}%")


def counts(share: Share) -> str:
    """Return the counts, kept on one line: ``9 of 12``."""
    return share.text.replace(" ", NBSP)


def counted(share: Share) -> str:
    """Return the counts with the percentage where there is one: ``9 of 12 (75 %)``."""
    return f"{counts(share)} ({percent(share)})" if percent(share) else counts(share)


def in_full(share: Share) -> str:
    """Return the counts with percentage and interval where each can be defended."""
    parts = [percent(share)] if percent(share) else []
    if interval(share):
        parts.append(f"95{NBSP}% interval {interval(share)}")
    return f"{counts(share)} ({'; '.join(parts)})" if parts else counts(share)


def proportion(share: Share, noun: str) -> str:
    """Return a proportion as the subject of a sentence, always with n of N.

    For example ``Most of the files (9 of 12, 75 %)``; below 10 there is no word, only the
    counts: ``6 of the 8 files``.
    """
    if share.of == 1:
        return f"The one {noun.removesuffix('s')} that counts" if share.n else f"None of the {noun}"
    if share.n in {0, share.of}:
        amount = "None" if share.n == 0 else "All"
        return f"{amount} of the {share.of} {noun}"
    if share.percent is None or not share.words:
        return f"{share.n} of the {share.of} {noun}"
    word = f"the {share.words}" if share.words in _NEEDS_ARTICLE else share.words
    return f"{word[0].upper()}{word[1:]} of the {noun} ({counts(share)}, {percent(share)})"


def date(moment: dt.date) -> str:
    """Return a date in words: ``3 March 2026``."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def date_and_time(moment: dt.datetime) -> str:
    """Return a moment in words, in universal time as the register keeps it."""
    return f"{date(moment)}, {moment:%H:%M} UTC"


def stored_date_and_time(text: str) -> str:
    """Return an ISO moment in words; a text that is none stays as it is."""
    try:
        return date_and_time(dt.datetime.fromisoformat(text))
    except ValueError:
        return text


def grades_in_words(spread: Spread) -> str:
    """Return every answer that was given with its count: ``2 outstanding, 5 good``."""
    parts = [f"{n} {grade.label.lower()}" for grade, n in sorted(spread.grades.items()) if n]
    parts += [f"{n} {name}" for name, n in absences(spread) if n]
    return listed(parts) or "none"


def absences(spread: Spread) -> tuple[tuple[str, int], ...]:
    """Return the absences of a spread by name, kept apart."""
    return (
        ("not evidenced", spread.not_evidenced),
        ("not accessible", spread.not_accessible),
        ("not applicable", spread.not_applicable),
        ("without a judgement", spread.unanswered),
    )


def letters(grade: Grade | None) -> str:
    """Return a grade's letters, or a dash."""
    return "\N{EN DASH}" if grade is None else grade.letters


def clipped(text: str, words: int) -> str:
    """Return the first words of a text; a mark says where some were left out.

    Some scripts put no space between words, and some pasted texts have none: so many signs as no
    such number of words has are cut too.
    """
    parts, signs = text.split(), words * _LONGEST_WORD
    if len(parts) <= words and len(text) <= signs:
        return text
    return f"{' '.join(parts[:words])[:signs].rstrip()} […]"


def in_order(references: Iterable[str]) -> str:
    """Return references separated by commas, in the order given."""
    return ", ".join(references)
