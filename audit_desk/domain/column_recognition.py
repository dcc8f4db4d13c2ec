"""Recognises a list's columns by their headings.

A heading is compared by its letters and digits alone, so that case, blanks, underscores, curly
quotes, stray brackets and non-breaking spaces never matter. What identifies a child is named
here in order to be dropped.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from audit_desk.domain.case_field import Catalogue
from audit_desk.domain.case_fields import CASES
from audit_desk.domain.event_fields import CATALOGUES


class ColumnRole(StrEnum):
    """What becomes of a column."""

    FIELD = "field"
    """Kept as a fact of the case."""
    SYSTEM_ID = "system_id"
    """The council's own number of the child: kept in the lookup table only."""
    REFERENCE = "reference"
    """The list brings its own audit references."""
    BIRTH_DATE = "birth_date"
    """Turned into an age where the list has none, then dropped."""
    IDENTIFIER = "identifier"
    """Identifies a child or their family, or is free text: dropped."""
    UNKNOWN = "unknown"
    """Not recognised: mapped by hand or left out."""


SYSTEM_ID_HEADERS = (
    "Child Unique ID",
    "Child ID",
    "Child's ID",
    "Person ID",
    "Client ID",
    "Case ID",
    "Case number",
    "Case reference",
    "Mosaic ID",
    "LCS ID",
    "Liquidlogic ID",
    "Eclipse ID",
    "ICS ID",
    "Social care ID",
    "System ID",
    "LA child ID",
    "Unique ID",
    "ID",
)
"""Headings of the council's own number of a child, the likeliest first."""

_REFERENCE_HEADERS = ("Audit reference", "Audit ref", "Pseudonym", "Audit desk reference")
_BARE_REFERENCE = frozenset({"reference", "ref", "referenceno", "referencenumber"})

_NOT_THE_CHILD = r"\b(mother|father|parent|carer|sibling|adopter|worker|partner)"
_BIRTH = re.compile(
    r"\b((childs?)?dob|d o b|(childs?)?(date ?of ?birth|birth ?date|birthday)|edd|expected date of)"
)
_IDENTIFYING = tuple(
    (re.compile(pattern), what)
    for pattern, what in (
        (r"\be ?mail\b", "e-mail addresses"),
        (r"\b\w*(post ?code|address|street|house (number|no)|uprn|postal)", "addresses"),
        (r"\b((tele)?phone|tel|mobile|contact (number|no)|landline)\b", "telephone numbers"),
        (r"\b(upn|uln|unique pupil|unique learner)", "pupil numbers"),
        (r"\bnhs", "NHS numbers"),
        (r"\b(national insurance|ni (number|no)|passport|home office)\b", "official numbers"),
        (r"\b(school|college|academy|nursery|sixth form)\b", "schools"),
        (r"\burn\b", "placement numbers"),
        (r"\b(crime|pnc|niche|log (number|no)|incident (number|no|ref))", "police numbers"),
        (r"\b(perpetrator|suspect|offender|associate)", "other people"),
        (r"\b(birth|born|dob|d o b)\b", "birth details"),
        (_NOT_THE_CHILD.replace("|worker", ""), "family members"),
        (r"\bfamily (identifier|id|number|no|ref)", "family members"),
        (r"\b(sur|fore|first|last|middle|given|full|nick|childs?|client|person)?names?\b", "names"),
        (r"\b(initials|aka)\b", "names"),
        (r"\b(notes?|comments?|narrative|summary|description|rationale)\b", "free text"),
    )
)
_RISK_BAND = re.compile(r"\b(wise|risk) (risk )?(level|band|score|rating|category|rag)\b|\brag\b")

_ADULTS_NUMBER = re.compile(
    r"\b(?:individual |prospective |foster )*(adopter|carer)s? (?:identifier|id|number|no|ref)\b"
)

_QUOTES = str.maketrans("", "", "'\u2018\u2019\u201b\u02bc`\u00b4")
_BRACKETED = re.compile(r"\([^)]*\)+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """What one column was recognised as.

    Attributes:
        index: Its place in the table, from 0.
        header: Its heading with blanks tidied, otherwise as it stands in the list.
        role: What becomes of it.
        field_key: The field of a ``FIELD`` column, otherwise empty.
        reason: Why it is dropped or was not taken, in words; empty for a column that is kept.
    """

    index: int
    header: str
    role: ColumnRole
    field_key: str = ""
    reason: str = ""


def tidy(header: str) -> str:
    """Return a heading for showing: one blank between words, none around them."""
    return " ".join(unicodedata.normalize("NFKC", header).split())


def header_words(header: str) -> str:
    """Return a heading's words in lower case without quotes, brackets or signs."""
    plain = unicodedata.normalize("NFKC", header).translate(_QUOTES).replace("&", " and ")
    return _NOT_WORD.sub(" ", plain.casefold()).strip()


def header_key(header: str) -> str:
    """Return the letters and digits by which headings are compared."""
    return header_words(header).replace(" ", "")


def recognise(headers: Sequence[str], catalogue: Catalogue = CASES) -> tuple[ColumnMatch, ...]:
    """Return what each column is, in order, among the fields of a catalogue.

    Where two columns mean the same, the first is taken and the second is unknown with the
    reason. A bare "Reference" counts as the council's number only where nothing better does.
    """
    matches = [_recognise_one(index, header, catalogue) for index, header in enumerate(headers)]
    _promote_reference(matches)
    taken: dict[str, str] = {}
    for index, match in enumerate(matches):
        slot = match.field_key or match.role.value
        if match.role in {ColumnRole.IDENTIFIER, ColumnRole.UNKNOWN}:
            continue
        if slot not in taken:
            taken[slot] = match.header
        else:
            matches[index] = _repeated(match, taken[slot])
    return tuple(matches)


def count_recognised(headers: Sequence[str]) -> int:
    """Return how many headings mean something on any list, to find a table's heading row."""
    catalogues = (CASES, *CATALOGUES.values())
    return sum(
        any(
            _recognise_one(0, header, catalogue).role is not ColumnRole.UNKNOWN
            for catalogue in catalogues
        )
        for header in headers
    )


def adults_listed(headers: Sequence[str]) -> str:
    """Return whom a list is about where it is not children ("adopters"), or an empty text.

    Annex A's list 11 is one of adopters: it has a number for each of them, and none of a child.
    """
    for header in headers:
        found = _ADULTS_NUMBER.search(header_words(header))
        if found:
            return f"{found[1]}s"
    return ""


def _repeated(match: ColumnMatch, first: str) -> ColumnMatch:
    if match.role is ColumnRole.BIRTH_DATE:
        return _dropped(match.index, match.header, "birth details")
    reason = f"Means the same as the column “{first}”, which is taken."
    return ColumnMatch(match.index, match.header, ColumnRole.UNKNOWN, reason=reason)


def _promote_reference(matches: list[ColumnMatch]) -> None:
    if any(match.role is ColumnRole.SYSTEM_ID for match in matches):
        role = ColumnRole.REFERENCE
    else:
        role = ColumnRole.SYSTEM_ID
    for index, match in enumerate(matches):
        if match.role is ColumnRole.UNKNOWN and header_key(match.header) in _BARE_REFERENCE:
            matches[index] = ColumnMatch(match.index, match.header, role)


def _recognise_one(index: int, header: str, catalogue: Catalogue) -> ColumnMatch:
    role, field_key, reason = _meaning(tidy(header), catalogue)
    return ColumnMatch(index, tidy(header), role, field_key, reason)


@cache
def _known_headers(catalogue: Catalogue) -> dict[str, tuple[ColumnRole, str]]:
    known: dict[str, tuple[ColumnRole, str]] = {}
    for header in SYSTEM_ID_HEADERS:
        known[header_key(header)] = (ColumnRole.SYSTEM_ID, "")
    for header in _REFERENCE_HEADERS:
        known[header_key(header)] = (ColumnRole.REFERENCE, "")
    for case_field in catalogue.fields:
        for header in (case_field.label, *case_field.headers):
            known.setdefault(header_key(header), (ColumnRole.FIELD, case_field.key))
    return known


@lru_cache(maxsize=4096)
def _meaning(header: str, catalogue: Catalogue) -> tuple[ColumnRole, str, str]:
    known = _known_headers(catalogue)
    for wording in (header, _BRACKETED.sub(" ", header)):
        key = header_key(wording)
        for candidate in (key, key.removeprefix("childs").removeprefix("child")):
            if candidate in known:
                return (*known[candidate], "")
    return _by_words(f"{header_words(header)} , {header_words(_CAMEL.sub(' ', header))}")


def _by_words(words: str) -> tuple[ColumnRole, str, str]:
    """Return what a heading's words mean; they stand as written, then with CamelCase parted."""
    if _RISK_BAND.search(words):
        reason = "A risk band: WISE was designed without them, so none is sampled by."
        return ColumnRole.IDENTIFIER, "", reason
    if _BIRTH.search(words) and not re.search(_NOT_THE_CHILD, words):
        return ColumnRole.BIRTH_DATE, "", ""
    for pattern, what in _IDENTIFYING:
        if pattern.search(words):
            return ColumnRole.IDENTIFIER, "", drop_reason(what)
    return ColumnRole.UNKNOWN, "", ""


def _dropped(index: int, header: str, what: str) -> ColumnMatch:
    return ColumnMatch(index, header, ColumnRole.IDENTIFIER, reason=drop_reason(what))


def drop_reason(what: str) -> str:
    """Return the words for a column that holds what Audit Desk never stores."""
    return f"Its heading says that it holds {what}, which Audit Desk never keeps."
