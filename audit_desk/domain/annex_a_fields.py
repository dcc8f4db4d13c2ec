"""Case fields of Ofsted's Annex A child-level lists 1 to 10: what happened, and when.

The first headings of a field are Annex A's own words; the others are what councils' exports
call the same thing. Headings are separated by semicolons.
"""

from audit_desk.domain import case_codes as codes
from audit_desk.domain.case_field import Choice, code, count, date, text, yes_no

FRONT_DOOR = (
    date("contact_date", "Contact", "Date of Contact; Contact date"),
    code("contact_source", "Contact source", "Contact Source; Source of contact"),
    date("eh_start", "Early help assessment began", "Assessment start date"),
    date("eh_end", "Early help assessment completed", "Assessment completion date"),
    text(
        "eh_organisation",
        "Early help organisation",
        "Organisation completing assessment",
        groups=True,
    ),
    date("referral_date", "Referral", "Date of referral; Referral date; Referred on"),
    code(
        "referral_source",
        "Referral source",
        "Referral Source; Source of referral; Referring agency",
    ),
    yes_no("referral_nfa", "Referral: no further action", "Referral NFA?; NFA; Referral NFA"),
    count(
        "referrals",
        "Referrals (12 months)",
        "Number of Referrals in Last 12 Months; Referrals in last 12 months; Number of referrals",
    ),
    date(
        "assessment_start",
        "Assessment began",
        "Continuous Assessment Start Date; Assessment start; Assessment began; "
        "C&F assessment start date",
    ),
    yes_no(
        "assessment_seen",
        "Seen during the assessment",
        "Child Seen During Continuous Assessment; Child seen during assessment; Seen in assessment",
    ),
    date(
        "assessment_end",
        "Assessment authorised",
        "Continuous Assessment Date of Authorisation; Assessment authorised; "
        "Assessment end date; Assessment end; C&F assessment end date",
    ),
    code(
        "assessment_outcome",
        "Assessed as needing support",
        "Was the child assessed as requiring LA children's social care support?; "
        "Assessment outcome",
    ),
)

PROTECTION = (
    date(
        "s47_start",
        "Strategy discussion that began section 47",
        "Strategy discussion initiating Section 47 Enquiry Start Date; Strategy discussion date; "
        "Strategy meeting date; S47 start date; Section 47 start date",
    ),
    yes_no(
        "icpc_unnecessary",
        "Initial conference not needed",
        "Was an Initial Child Protection Conference deemed unnecessary?; "
        "ICPC deemed unnecessary; ICPC not required",
    ),
    date(
        "icpc_date",
        "Initial conference",
        "Date of Initial Child Protection Conference; ICPC date; Date of ICPC",
    ),
    yes_no(
        "icpc_led_to_plan",
        "Initial conference led to a plan",
        "Did the Initial Child Protection Conference Result in a Child Protection Plan; "
        "ICPC resulted in CP plan; ICPC outcome plan",
    ),
    count(
        "s47_enquiries",
        "Section 47 enquiries (12 months)",
        "Number of Section 47 Enquiries in the last 12 months; S47 enquiries; Number of S47s",
    ),
    count(
        "icpcs",
        "Initial conferences (12 months)",
        "Number of ICPCs in the last 12 months; Number of ICPCs",
    ),
    date(
        "cp_start",
        "Child protection plan began",
        "Child Protection Plan Start Date; CP plan start date; CPP start date; CP start date; "
        "CP start",
    ),
    code(
        "abuse_category_initial",
        "First category of abuse",
        "Initial Category of Abuse; Initial category",
        choices=codes.ABUSE_CATEGORIES,
    ),
    code(
        "abuse_category",
        "Category of abuse",
        "Latest Category of Abuse; Category of abuse; Current category of abuse; CP category; "
        "Latest category",
        choices=codes.ABUSE_CATEGORIES,
    ),
    date(
        "last_visit",
        "Last visit",
        "Date of the Last Statutory Visit; Date of Last Social Work Visit; Last visit; "
        "Last visit date; Date of last visit; Last statutory visit; Last SW visit",
    ),
    yes_no("seen_alone", "Seen alone", "Was the Child Seen Alone?; Seen alone; Child seen alone"),
    date(
        "last_review",
        "Last review",
        "Date of latest review conference; Date of Latest Statutory Review; Last review; "
        "Last review date; Date of last review; Last RCPC; Latest review date",
    ),
    date(
        "cp_end",
        "Child protection plan ended",
        "Child Protection Plan End Date; CP plan end date; CPP end date; CP end date; CP end",
    ),
    yes_no(
        "emergency_powers",
        "Emergency order or police powers (6 months)",
        "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six "
        "Months (Y/N); EPO or police powers; EPO/police protection",
    ),
    count(
        "previous_plans",
        "Previous child protection plans",
        "Number of Previous Child Protection Plans; Previous CP plans; "
        "Number of previous CP plans; Previous plans",
    ),
)

NEED = (
    date(
        "opened",
        "Opened",
        "CIN Start Date; Date opened; Opened; Open date; Case opened; Case open date; "
        "Case start date; CIN start; CIN plan start date; Opened date",
    ),
    code(
        "need",
        "Need",
        "Primary Need Code; Child's Category of Need; Primary need; Need code; Category of need",
        choices=codes.NEEDS,
    ),
    date(
        "last_seen",
        "Last seen",
        "Date Child Was Last Seen; Last seen; Date last seen; Last seen date; Child last seen",
    ),
    date(
        "closed",
        "Closed",
        "CIN Closure Date; Date closed; Closed; Closed date; Closure date; Case closed; "
        "Case closed date; Case end date; CIN end date",
    ),
    code(
        "closure_reason",
        "Reason for closing",
        "Reason for Closure; Closure reason; Reason closed; Closing reason",
        choices=codes.CLOSURES,
    ),
)

CARE = (
    date(
        "cla_start",
        "Came into care",
        "Date Started to be Looked After; CLA start date; LAC start date; "
        "Date became looked after; Care start date; Became looked after; "
        "Date the Child Entered Care",
    ),
    yes_no(
        "cla_repeat",
        "Second time in care within 12 months",
        "Is this a second or subsequent period of being a Looked After Child within the last 12 "
        "months (Y/N); Second period of care",
    ),
    date(
        "legal_status_start",
        "Legal status since",
        "Start date of current legal status; Legal status start date",
    ),
    code(
        "legal_status",
        "Legal status",
        "Child's Legal Status; Legal status; Current legal status; LS code",
        choices=codes.LEGAL_STATUSES,
    ),
    code(
        "permanence_plan",
        "Permanence plan",
        "What is the permanence plan for this child?; Permanence plan; Plan for permanence",
    ),
    date(
        "last_iro_visit",
        "Last contact by the reviewing officer",
        "Date of Last IRO Visit / Contact to the Child; Last IRO visit; Date of last IRO visit",
    ),
    date(
        "last_health_assessment",
        "Last health assessment",
        "Date of Last Health Assessment; Last health assessment; Last RHA",
    ),
    date("last_dental", "Last dental check", "Date of Last Dental Check; Last dental check"),
    count(
        "placements",
        "Placements (12 months)",
        "Number of Placements in the Last 12 months; Number of placements; "
        "Placements in last 12 months",
    ),
    date(
        "cla_end",
        "Left care",
        "Date Ceased to be Looked After; CLA end date; LAC end date; Care end date",
    ),
    code(
        "cla_end_reason",
        "Reason for leaving care",
        "Reason Ceased to be Looked After; Reason CLA ceased; CLA end reason",
    ),
    date(
        "placement_start",
        "Placement began",
        "Start Date of Most Recent Placement; Placement start date",
    ),
    code("placement_type", "Placement type", "Placement Type; Type of placement"),
    code("placement_provider", "Placement provider", "Placement Provider; Provider"),
    code("placement_location", "Placement in or out of area", "Placement Location"),
    text("placement_la", "Placement's council", "LA of Placement; Placement LA", groups=True),
)

LEAVING_CARE = (
    code("eligibility", "Eligibility", "Eligibility Category; Care leaver eligibility"),
    code(
        "in_touch",
        "In touch",
        "LA in Touch; In touch",
        choices=(Choice("Yes", ("y",)), Choice("No", ("n",))),
    ),
    code("accommodation", "Accommodation", "Type of Accommodation; Accommodation type"),
    code(
        "accommodation_suitable",
        "Accommodation suitable",
        "Suitability of Accommodation; Accommodation suitability",
    ),
    code("activity", "Activity", "Activity Status; Main activity; EET status"),
)

ADOPTION = (
    date(
        "adoption_decision",
        "Decision to place for adoption",
        "Date of Decision that Child Should be Placed for Adoption; Adoption decision date",
    ),
    date("placement_order", "Placement order", "Date of Placement Order; Placement order date"),
    date(
        "adoption_match",
        "Matched with adopters",
        "Date of Matching Child and Prospective Adopters; Adoption match date",
    ),
    date(
        "adoption_placed",
        "Placed for adoption",
        "Date Placed for Adoption; Adoption placement date",
    ),
    date("adoption_order", "Adoption order", "Date of Adoption Order; Adoption order date"),
    date(
        "adoption_reversed",
        "Decision not to place for adoption",
        "Date of Decision that Child Should No Longer be Placed for Adoption",
    ),
    code(
        "adoption_reversed_reason",
        "Reason for no longer placing for adoption",
        "Reason Why Child No Longer Placed for Adoption",
    ),
    date(
        "ffa_start",
        "Fostering for adoption began",
        "Date the child was placed for fostering in FFA or concurrent planning placement; "
        "FFA start date",
    ),
)
