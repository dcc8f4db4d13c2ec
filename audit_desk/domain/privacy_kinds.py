"""The kinds of identifiers that may slip into a text, and what to write instead of each."""

from enum import StrEnum


class Kind(StrEnum):
    """What a stretch of text looks like."""

    NHS_NUMBER = "nhs_number"
    PUPIL_NUMBER = "pupil_number"
    EMAIL = "email"
    POSTCODE = "postcode"
    PHONE = "phone"
    ADDRESS = "address"
    INSURANCE = "insurance_number"
    PLACEMENT = "placement_number"
    CRIME = "crime_number"
    BIRTH_DATE = "birth_date"
    SCHOOL = "school"
    NAME = "name"

    @property
    def noun(self) -> str:
        """The kind in words: ``postcode``."""
        return _WORDS[self][0].split(" ", 1)[1]

    @property
    def noun_with_article(self) -> str:
        """The kind as it stands in a sentence: ``a postcode``."""
        return _WORDS[self][0]

    @property
    def advice(self) -> str:
        """What to write instead, in a sentence."""
        return _WORDS[self][1]


_WORDS = {
    Kind.NHS_NUMBER: ("an NHS number", "The reference is enough."),
    Kind.PUPIL_NUMBER: ("a pupil number", "The reference is enough."),
    Kind.EMAIL: ("an e-mail address", "Write the role instead."),
    Kind.POSTCODE: ("a postcode", "Write the area instead."),
    Kind.PHONE: ("a telephone number", "Write the role instead."),
    Kind.ADDRESS: ("an address", "Write the area instead."),
    Kind.INSURANCE: ("a National Insurance number", "The reference is enough."),
    Kind.PLACEMENT: ("a placement's number", "Write the kind of placement instead."),
    Kind.CRIME: ("a crime or log number", "Write what was reported, and when."),
    Kind.BIRTH_DATE: ("a date of birth", "Write the age instead."),
    Kind.SCHOOL: ("a school's name", "Write “school” or “college” instead."),
    Kind.NAME: ("a name", "Write the role instead."),
}


PassageKey = tuple[Kind, str]
"""What was found, wherever it stands: its kind, and its words in small letters and one blank."""


def passage_key(kind: Kind, passage: str) -> PassageKey:
    """Return the key of a passage that looks like an identifier."""
    return kind, " ".join(passage.casefold().split())
