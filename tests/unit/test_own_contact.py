"""A cover note says how the lead is reached; what identifies anybody else in it is still found."""

import pytest

from audit_desk.domain.known_names import KnownNames
from audit_desk.domain.own_contact import Letter
from audit_desk.domain.privacy import scan

NAMES = KnownNames(["Lena Fox", "Ama Cole", "Priya Shah"])
LETTER = Letter("Lena Fox", "Ama Cole")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring me on 01632 960 118 if anything worries you.", []),
        ("Questions? Lena Fox, 01632 960118, or lena@north.gov.uk.", []),
        ("Dear Ama Cole,\nthank you.\n\nLena Fox\nTel: 01632 960118\nl.fox@north.gov.uk", []),
        ("Lena.Fox@north.gov.uk", []),
        ("The carer is on 01632 960118.", ["01632 960118"]),
        ("Ring me. The carer is on 01632 960118.", ["01632 960118"]),
        ("Ring me.\n01632 960118 is the carer.", ["01632 960118"]),
        ("Priya Shah\n01632 960118", ["Priya Shah", "01632 960118"]),
        ("Ask Shah, or me at BL9 0AB, NHS 943 476 5919.", ["Shah", "BL9 0AB", "943 476 5919"]),
        ("Ama Cole and Priya Shah know.", ["Priya Shah"]),
        ("", []),
    ],
)
def test_only_the_writer_s_contact_and_the_reader_s_name_belong_in_a_letter(
    text: str, found: list[str]
) -> None:
    lines = text.split("\n")
    kept = [
        line[mark.start : mark.end]
        for number, line in enumerate(lines)
        for mark in scan(line, NAMES)
        if not LETTER.is_own(lines, number, mark)
    ]
    assert kept == found
