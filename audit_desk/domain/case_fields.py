"""The catalogue of case fields: every fact that a case list may bring.

Here stand the facts about child, team, exploitation and going missing; those of Annex A's
lists are in ``domain.annex_a_fields``. What identifies a child (name, date of birth, address,
postcode, school, placement URN and the like) is not here on purpose:
``domain.column_recognition`` names it, and the import drops it.
"""

from audit_desk.domain import annex_a_fields as annex_a
from audit_desk.domain import case_codes as codes
from audit_desk.domain.case_field import (
    CaseField,
    Catalogue,
    age,
    code,
    count,
    date,
    staff,
    text,
    yes_no,
)

_TEAM = (
    text(
        "team",
        "Team",
        "Allocated Team; Team; Team name; Responsible team; Current team; Case team",
        groups=True,
    ),
    staff(
        "worker",
        "Allocated worker",
        "Allocated Worker; Worker; Key worker; Social worker; Allocated social worker; "
        "Case worker; Case holder; Lead worker; Worker name; Allocated worker name; "
        "Social worker name; Key worker name; Lead professional; SW",
    ),
    staff(
        "cst_worker",
        "Complex safeguarding worker",
        "CST worker; Complex safeguarding worker; CST practitioner; Exploitation worker",
    ),
    staff(
        "manager",
        "Team manager",
        "Team manager; Manager; Line manager; Supervisor; Team leader; Manager name",
    ),
    staff(
        "chair",
        "Reviewing officer or chair",
        "IRO; Independent reviewing officer; CP chair; Conference chair; Allocated IRO; IRO name",
    ),
)

_CHILD = (
    age("age", "Age", "Age of Child (Years); Age; Age (Years); Age in years; Current age; Age now"),
    code("gender", "Gender", "Gender; Sex; Gender identity", choices=codes.GENDERS),
    code(
        "ethnicity",
        codes.ETHNICITY,
        "Ethnicity; Ethnic origin; Ethnic group; Ethnic code; Ethnicity code",
        choices=codes.ETHNICITIES,
    ),
    code(
        "disability",
        "Disability",
        "Does the Child have a Disability; Disability; Disabled; Has disability; Disability status",
        choices=codes.DISABILITIES,
    ),
    yes_no(
        "uasc",
        "Unaccompanied, seeking asylum",
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N); UASC; "
        "Unaccompanied asylum seeking child; UASC status",
    ),
    count("deprivation_decile", "Deprivation decile", "IMD decile; Deprivation decile; IDACI"),
)

_EXPLOITATION = (
    code(
        "status",
        "Status",
        "Case Status; Status; Plan status; Plan type; Current plan; Plan; Legal/plan status; "
        "Involvement type",
        choices=codes.STATUSES,
    ),
    code(
        "exploitation_type",
        "Exploitation type",
        "Exploitation type; Type of exploitation; Exploitation; CSE/CCE; CE type; "
        "Exploitation category",
        choices=codes.EXPLOITATION,
    ),
    date(
        "cst_start",
        "Open to complex safeguarding since",
        "CST start date; Opened to CST; CST start; Date opened to CST; "
        "Complex safeguarding start date; CST open date; CST allocation date",
    ),
    date(
        "cst_end",
        "Closed to complex safeguarding",
        "CST end date; Closed to CST; CST end; Date closed to CST; CST closure date; "
        "Complex safeguarding end date",
    ),
    yes_no(
        "previously_open",
        "Open to complex safeguarding before",
        "Previously open to CST; Previously open; Previous CST involvement; Re-referral",
    ),
    date("wise_date", "WISE assessment", "WISE assessment date; WISE date; WISE completed"),
    yes_no("nrm", "Referred to the NRM", "NRM; NRM referral; NRM referral made; NRM made"),
)

_MISSING = (
    yes_no(
        "missing",
        "Been missing",
        "Missing; Been missing; Any missing episodes; Missing in last 12 months (Y/N); "
        "Missing from home or care",
    ),
    count(
        "missing_episodes",
        "Missing episodes (12 months)",
        "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 "
        "months; Missing episodes; Missing episodes (last 12 months); "
        "Number of missing episodes; No. of missing episodes; Missing episodes 12m; "
        "Missing count",
    ),
    count(
        "absent_episodes",
        "Absent episodes (12 months)",
        "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 "
        "months; Absent episodes; Absent episodes (last 12 months); Number of absent episodes",
    ),
    date(
        "last_missing",
        "Last went missing",
        "Date last missing; Last missing date; Last missing episode start; Last missing episode",
    ),
    date(
        "last_returned",
        "Last returned",
        "Date of last return; Last return date; Date last returned; Last missing episode end",
    ),
    date(
        "last_rhi",
        "Last return interview",
        "Date of last RHI; Last RHI; Last RHI date; Date of last return home interview; "
        "Date of last return interview",
    ),
    yes_no(
        "rhi_offered",
        "Return interview offered",
        "Was the child offered a Return Interview after their last missing episode (Y/N)?; "
        "RHI offered; Return interview offered; Return home interview offered; RHI offered?",
        choices=codes.OFFERED,
    ),
    yes_no(
        "rhi_accepted",
        "Return interview accepted",
        "Did the child accept a Return Interview after their last missing episode (Y/N)?; "
        "RHI accepted; Return interview accepted; Return home interview accepted; RHI taken up",
        choices=codes.ACCEPTED,
    ),
)

CASE_FIELDS: tuple[CaseField, ...] = (
    *_TEAM,
    *_CHILD,
    *_EXPLOITATION,
    *_MISSING,
    *annex_a.FRONT_DOOR,
    *annex_a.PROTECTION,
    *annex_a.NEED,
    *annex_a.CARE,
    *annex_a.LEAVING_CARE,
    *annex_a.ADOPTION,
)
"""Every field, in the order in which a case is shown."""

DATE_ORDER: tuple[tuple[str, str], ...] = (
    ("opened", "closed"),
    ("cst_start", "cst_end"),
    ("cp_start", "cp_end"),
    ("cla_start", "cla_end"),
    ("assessment_start", "assessment_end"),
    ("eh_start", "eh_end"),
    ("last_missing", "last_returned"),
)
"""Beginnings and their ends, by key: an end before its beginning refuses the row."""

CASES = Catalogue(CASE_FIELDS, DATE_ORDER)
"""What a list of cases may bring."""


def field(key: str) -> CaseField:
    """Return the field of that key.

    Raises:
        KeyError: There is none.
    """
    return CASES.field(key)
