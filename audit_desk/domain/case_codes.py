"""The code sets of case lists and the everyday words beside them.

Sources: Ofsted's Annex A child-level lists (letter-prefixed choices), the children in need
census (needs, closures, abuse categories, ethnicity) and the SSDA903 return (legal statuses).
A code that is not here is kept as the list has it, so a newer or local code is never lost.
"""

from audit_desk.domain.case_field import Choice

GENDERS = (
    Choice("Male", ("m", "1", "boy")),
    Choice("Female", ("f", "2", "girl")),
    Choice(
        "Not stated",
        ("u", "0", "9", "unknown", "not stated/recorded", "not recorded", "not known", "unborn"),
    ),
    Choice("Neither", ("d", "indeterminate", "neither male nor female")),
)

ETHNICITY = "Ethnicity"
"""What the field of ethnicities is called."""

ETHNICITIES = (
    Choice("WBRI", ("white british", "white - british")),
    Choice("WIRI", ("white irish", "white - irish")),
    Choice("WIRT", ("traveller of irish heritage", "irish traveller")),
    Choice("WOTH", ("any other white background", "white other", "white - other")),
    Choice("WROM", ("gypsy/roma", "gypsy / roma", "roma", "gypsy")),
    Choice("MWBC", ("white and black caribbean", "mixed white and black caribbean")),
    Choice("MWBA", ("white and black african", "mixed white and black african")),
    Choice("MWAS", ("white and asian", "mixed white and asian")),
    Choice("MOTH", ("any other mixed background", "mixed other", "mixed - other")),
    Choice("AIND", ("indian", "asian indian")),
    Choice("APKN", ("pakistani", "asian pakistani")),
    Choice("ABAN", ("bangladeshi", "asian bangladeshi")),
    Choice("AOTH", ("any other asian background", "asian other", "asian - other")),
    Choice("BCRB", ("caribbean", "black caribbean")),
    Choice("BAFR", ("african", "black african")),
    Choice("BOTH", ("any other black background", "black other", "black - other")),
    Choice("CHNE", ("chinese", "cnhe")),
    Choice("OOTH", ("any other ethnic group", "other ethnic group", "arab")),
    Choice("REFU", ("refused", "declined")),
    Choice("NOBT", ("information not yet obtained", "not yet obtained", "not known", "unknown")),
)

_ETHNICITY_WORDS = {
    "WBRI": "White British",
    "WIRI": "White Irish",
    "WIRT": "Traveller of Irish heritage",
    "WOTH": "Any other White background",
    "WROM": "Gypsy or Roma",
    "MWBC": "White and Black Caribbean",
    "MWBA": "White and Black African",
    "MWAS": "White and Asian",
    "MOTH": "Any other Mixed background",
    "AIND": "Indian",
    "APKN": "Pakistani",
    "ABAN": "Bangladeshi",
    "AOTH": "Any other Asian background",
    "BCRB": "Black Caribbean",
    "BAFR": "Black African",
    "BOTH": "Any other Black background",
    "CHNE": "Chinese",
    "OOTH": "Any other ethnic group",
    "REFU": "Refused",
    "NOBT": "Not yet obtained",
}


def spelled_out(label: str, value: str) -> str:
    """Return a value as whoever knows no codes reads it: "White British" for WBRI.

    Args:
        label: What the value is of, as forms and reports name it.
        value: The value as it is kept.
    """
    return _ETHNICITY_WORDS.get(value, value) if label == ETHNICITY else value


STATUSES = (
    Choice(
        "Child in care",
        (
            "looked after child",
            "looked after",
            "child looked after",
            "cla",
            "lac",
            "cic",
            "in care",
        ),
    ),
    Choice(
        "Child protection plan",
        ("cp", "cpp", "cp plan", "child protection", "on a child protection plan"),
    ),
    Choice("Child in need plan", ("cin", "cinp", "cin plan", "child in need")),
    Choice("Open assessment", ("assessment", "in assessment", "open for assessment")),
    Choice("Closed", ("closed episode", "case closed")),
    Choice("Care leaver", ("cl", "leaving care")),
    Choice("Early help", ("eh",)),
)

DISABILITIES = (
    Choice("Yes", ("y", "1", "true", "disabled")),
    Choice("No", ("n", "0", "false", "none", "no disability", "not disabled")),
)

EXPLOITATION = (
    Choice("Sexual exploitation", ("cse", "child sexual exploitation", "sexual")),
    Choice(
        "Criminal exploitation",
        ("cce", "child criminal exploitation", "criminal", "county lines", "cce county lines"),
    ),
    Choice(
        "Sexual and criminal exploitation",
        ("cse and cce", "cse & cce", "cse/cce", "cse + cce", "cce and cse", "cce/cse", "both"),
    ),
    Choice("Modern slavery or trafficking", ("trafficking", "modern slavery", "nrm")),
    Choice("Gangs or serious violence", ("gangs", "serious youth violence", "syv")),
)

NEEDS = (
    Choice("N0 Not stated", ("n0", "not stated")),
    Choice("N1 Abuse or neglect", ("n1", "abuse or neglect")),
    Choice("N2 Child's disability or illness", ("n2", "child's disability or illness")),
    Choice("N3 Parental disability or illness", ("n3", "parental disability or illness")),
    Choice("N4 Family in acute stress", ("n4", "family in acute stress")),
    Choice("N5 Family dysfunction", ("n5", "family dysfunction")),
    Choice("N6 Socially unacceptable behaviour", ("n6", "socially unacceptable behaviour")),
    Choice("N7 Low income", ("n7", "low income")),
    Choice("N8 Absent parenting", ("n8", "absent parenting")),
    Choice("N9 Cases other than children in need", ("n9", "cases other than children in need")),
)

ABUSE_CATEGORIES = (
    Choice("Neglect", ("neg",)),
    Choice("Physical abuse", ("phy", "physical")),
    Choice("Sexual abuse", ("sab", "sexual")),
    Choice("Emotional abuse", ("emo", "emotional")),
    Choice("Multiple", ("mul", "multiple categories", "more than one category")),
)

CLOSURES = (
    Choice("RC1 Adopted", ("rc1", "adopted")),
    Choice("RC2 Died", ("rc2", "died")),
    Choice("RC3 Child arrangements order", ("rc3", "child arrangements order")),
    Choice("RC4 Special guardianship order", ("rc4", "special guardianship order")),
    Choice("RC5 Moved to another council's services", ("rc5",)),
    Choice("RC6 Moved to adult services", ("rc6",)),
    Choice("RC7 Services ended for another reason", ("rc7", "no longer in need")),
    Choice("RC8 Closed after assessment, no further action", ("rc8",)),
    Choice("RC9 Closed after assessment, early help", ("rc9",)),
)

LEGAL_STATUSES = (
    Choice("C1 Interim care order", ("c1", "ico", "interim care order")),
    Choice("C2 Full care order", ("c2", "fco", "full care order")),
    Choice("D1 Freeing order", ("d1", "freeing order")),
    Choice("E1 Placement order", ("e1", "placement order")),
    Choice("V2 Section 20, single period", ("v2", "s20", "section 20")),
    Choice("V3 Short breaks, agreed series", ("v3",)),
    Choice("V4 Short breaks, single episode", ("v4",)),
    Choice("L1 Police protection", ("l1", "police protection")),
    Choice("L2 Emergency protection order", ("l2", "epo", "emergency protection order")),
    Choice("L3 Child assessment order", ("l3", "child assessment order")),
    Choice("J1 Remanded", ("j1", "remand", "remanded")),
    Choice("J2 Detained under police and criminal evidence law", ("j2",)),
    Choice("J3 Sentenced with a residence requirement", ("j3",)),
)

OFFERED = (
    Choice("Yes", ("offered", "accepted", "declined", "refused")),
    Choice("No", ("not offered",)),
)
"""Whether a return interview was offered: a child can only decline what was offered."""

ACCEPTED = (
    Choice("Yes", ("accepted", "completed")),
    Choice("No", ("declined", "refused", "not accepted")),
)
"""Whether a return interview was accepted."""
