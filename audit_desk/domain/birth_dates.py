"""Tells a date of birth from the ordinary dates of a file by the words around it."""

import re
from collections.abc import Iterator

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATE = (
    r"(?:\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:\d{4}|\d{2})(?!\d)"
    r"|\d{4}-\d{2}-\d{2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? \d{{4}}(?!\d))?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}}(?!\d))?)"
)
_BIRTH = r"(?:\bborn|\bbirth ?(?:date|day)|\bdate of birth|\bd\.? ?o\.? ?b\b\.?)"
_SAID = re.compile(r"born|birth|d\.? ?o\.? ?b", re.IGNORECASE)
_LINK = r"(?: ?[:;,=(-])?(?: (?:is|was|of|on|the|as|given|recorded)){0,3} ?"
_BEFORE = re.compile(rf"{_BIRTH}{_LINK}({_DATE})", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?<!\d)({_DATE}) ?[,(-]? ?(?:\bis )?(?:(?:his|her|their) )?{_BIRTH}", re.IGNORECASE
)


def found_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text gives a date of birth: the date alone, not the words around it.

    A date counts where birth is said right before it ("born 3/4/2010", "DOB: 3 April 2010") or
    right after it; every other date is one of the file's.
    """
    if not _SAID.search(text):
        return
    for pattern in (_BEFORE, _AFTER):
        for found in pattern.finditer(text):
            yield found.span(1)
