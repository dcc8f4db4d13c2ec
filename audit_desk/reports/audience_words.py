"""Shares and counts in words, where some of them are withheld."""

from audit_desk.domain.audience import Audience
from audit_desk.domain.audit import NO, PARTLY, SAFE, UNSAFE, UNSURE, YES, Grade
from audit_desk.domain.findings import RECORDED
from audit_desk.domain.inference import Share
from audit_desk.domain.shareable_rows import NO_ACCESS, NO_ANSWER, NO_RECORD
from audit_desk.domain.shown_rows import NOT_APPLICABLE, Base, ShownRow
from audit_desk.domain.small_numbers import WITHHELD
from audit_desk.reports.words import NBSP, counted, counts, in_full, interval, listed, percent

KEY = (
    f"{WITHHELD} withheld: a count of one to four children, or one from which such a count could"
    " be worked out."
)
"""Stands under every table in which something may be withheld."""

FITS_NONE, NO_ANSWERS = "applies to no file", "no answers"
"""Stand in a share's place where it has no N: "none" would be read as none that did well."""

_CELLS = {
    **{str(grade.value): grade.label.lower() for grade in Grade},
    YES: "yes",
    PARTLY: "partly",
    NO: "no",
    SAFE: "safe",
    UNSURE: "unsure",
    UNSAFE: "unsafe",
    RECORDED: "recorded",
    NO_RECORD: "not evidenced",
    NO_ACCESS: "not accessible",
    NO_ANSWER: "not answered",
    NOT_APPLICABLE: "not applicable",
}
_OF = {Base.DECIDED: "", Base.FITTING: " that it fits", Base.READ: " read"}


def audience_pairs(audience: Audience) -> tuple[tuple[str, str], ...]:
    """Return for whom a report is and what it leaves out, as it stands on its first page."""
    return (("Made for", audience.purpose), ("Left out", " ".join(audience.leaves_out)))


def number(count: int | None) -> str:
    """Return a count, or the sign that it is withheld."""
    return WITHHELD if count is None else str(count)


def share_cell(row: ShownRow) -> str:
    """Return a row's share for a table: ``40 of 58 (69 %)``, ``30 of 60 read``."""
    share = row.share
    if share is None:
        return WITHHELD
    if not share.of:
        return FITS_NONE if row.count(NOT_APPLICABLE) else NO_ANSWERS
    if row.base is Base.DECIDED:
        shown = interval(share)
        return f"{counted(share)}\ninterval {shown}" if shown else counted(share)
    of = files_of(row).replace(" ", NBSP)
    has_percent = row.base is Base.FITTING and percent(share)
    return f"{counts(share)}{of} ({percent(share)})" if has_percent else f"{counts(share)}{of}"


def share_sentence(row: ShownRow, what: str) -> str:
    """Say how many were something, of whom, and what is not known of the others.

    Args:
        row: The row.
        what: As in "judged good or better".
    """
    share = row.share
    if share is None:
        return (
            f"How many files were {what} is withheld, because a count of one to four could be"
            " worked out from it."
        )
    if not share.of:
        return "No file could be judged."
    verb = "was" if share.n == 1 else "were"
    if row.base is Base.DECIDED:
        return f"{_amount(share)} {verb} {what}: {in_full(share)} of those that could be judged."
    if row.base is Base.FITTING:
        rest = "" if share.n == share.of else " The others were not, or could not be judged."
        known = f" ({percent(share)})" if percent(share) else ""
        return f"{_amount(share)} {verb} {what}: {counts(share)} files{files_of(row)}{known}.{rest}"
    # Of all files read there is neither percentage nor word: some are none that it could be of.
    return (
        f"{share.n or 'None'} of the {share.of} files read {verb} {what}. The others were not,"
        " could not be judged, or are files that it does not fit; how many is withheld."
    )


def files_of(row: ShownRow) -> str:
    """Say of which files a row's share is, where they are not those with an answer."""
    fits_all = row.share is not None and row.share.of == sum(row.groups.values())
    return _OF[Base.READ if fits_all else row.base]


def _amount(share: Share) -> str:
    """Return the word for a proportion, or its plain number where there are too few for one."""
    if share.n in {0, share.of}:
        return "None" if share.n == 0 else "All"
    if not share.words:
        return f"{share.n} files"
    return f"The {share.words}" if share.words == "majority" else share.words.capitalize()


def row_words(row: ShownRow) -> str:
    """Return the counts of a row that are shown: ``yes 20 · partly or no 9``."""
    if not row.groups:
        return WITHHELD
    cells = [
        f"{_alternatives(group)} {count} ·".replace(" ", NBSP)
        if len(group) == 1
        else f"{_alternatives(group)}{NBSP}{count}{NBSP}·"
        for group, count in row.groups.items()
    ]
    return " ".join(cells)[:-2]


def _alternatives(names: tuple[str, ...]) -> str:
    return listed([_CELLS[name] for name in names]).replace(" and ", " or ")
