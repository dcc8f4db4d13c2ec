"""The shapes of identifiers, written once: for a whole cell of a list, and for running text.

Each is a pattern without anchors. A cell is matched from end to end; in running text
``privacy`` adds what may stand before and after it. None repeats without a bound, so that a
search takes time in proportion to the text.
"""

NHS_NUMBER = r"\d{3}[ -]?\d{3}[ -]?\d{4}"
"""Ten digits; only the check digit tells an NHS number."""

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""The check letters of a unique pupil number, by the remainder that each stands for."""
_UPN_LETTER = "[A-HJ-NP-RT-Za-hj-np-rt-z]"
UPN = rf"{_UPN_LETTER}\d{{11}}(?:\d|{_UPN_LETTER})"
UPN_SPACED = rf"{_UPN_LETTER}(?:[ -]?\d){{11}}[ -]?(?:\d|{_UPN_LETTER})"
"""The same with blanks between, as people type it into a sentence."""

POSTCODE = r"(?i:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})"
INSURANCE = r"(?i:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D])"
PLACEMENT = r"(?i:(?:URN:? ?)?(?:SC|EY) ?\d{6}|URN:? ?\d{5,7})"
CRIME = r"(?i:(?:CRI/)?\d{1,2}[A-Z]{1,2}/\d{4,7}/\d{2})"
EMAIL = r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}"
PHONE = r"(?:(?:\+|00)44\s?\(?0?\)?\s?|\((?=0\d{2,5}\))0|0)[1-9](?:[\s)-]{0,2}\d){8,9}"
SCHOOL_WORDS = r"(?i:school|academy|nursery|college|sixth form)"
STREET_WORDS = (
    r"(?i:road|rd|street|st|avenue|ave|lane|ln|close|drive|crescent|grove|court|place|way|terrace)"
)
ADDRESS_IN_TEXT = r"\d{1,4}[A-Za-z]?,? (?:[A-Z][\w'-]{0,30} ){1,3}(?=[A-Z])" + rf"{STREET_WORDS}"
"""In a sentence a street has capital letters: "2 visits in place" is none."""
POLICE_REFERENCE = (
    r"(?i:(?:crime|incident|occurrence|police|log|CAD|FWIN|niche)(?: (?:log|report|crime))?"
    r"(?: ?(?:reference|ref|number|num|no)\.?){0,2} ?[:#]? ?"
    r"(?=[A-Z/-]{0,6}\d)(?P<number>[A-Z\d/-]{3,24}))"
)
"""A police log's or crime's number, told by the word before it. It has a group of its own."""
