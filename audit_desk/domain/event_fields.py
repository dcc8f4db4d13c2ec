"""The catalogues of event fields: what a list of episodes, discussions or supervisions may bring.

The first field of each says when the event began; a row without it is left out. The headings are
those of Annex A, of Liquidlogic's reporting tables (``FACT_MISSING_PERSON``, ``FACT_S47``) and
everyday ones.
"""

from collections.abc import Mapping

from audit_desk.domain import case_codes as codes
from audit_desk.domain.case_event import ListKind
from audit_desk.domain.case_field import (
    CaseField,
    Catalogue,
    Choice,
    code,
    date,
    moment,
    staff,
    time,
    yes_no,
)

_MISSING_STATUSES = (
    Choice("Missing", ("m", "missing person")),
    Choice("Away without authorisation", ("a", "absent", "away from placement", "unauthorised")),
)

_MISSING = (
    moment(
        "missing_from",
        "Missing from",
        "START_DTTM; Missing from; Missing start; Missing start date; Missing since; "
        "Missing episode start; Missing episode start date; Date missing; Date went missing; "
        "Date and time missing; Date/time missing; Date reported missing; Episode start; "
        "Episode start date; Start date; Start",
    ),
    time(
        "missing_from_time",
        "Time missing from",
        "Time missing; Time went missing; Missing time; Time of missing; Missing from time; "
        "Missing start time; Start time; Time reported missing",
    ),
    moment(
        "returned",
        "Returned",
        "END_DTTM; Returned; Return date; Date returned; Date of return; Date and time returned; "
        "Date/time returned; Missing to; Missing until; Missing end; Missing end date; "
        "Missing episode end; Missing episode end date; Date found; Date located; Episode end; "
        "Episode end date; End date; End",
    ),
    time(
        "returned_time",
        "Time returned",
        "Time returned; Return time; Returned time; Time of return; Time found; Time located; "
        "Missing end time; End time",
    ),
    code(
        "missing_status",
        "Missing or away",
        "MISSING_STATUS; Missing status; Missing type; Missing or absent; Missing/absent; "
        "Episode type",
        choices=_MISSING_STATUSES,
    ),
    yes_no(
        "rhi_offered",
        "Return interview offered",
        "RETURN_INTERVIEW_OFFERED; Return interview offered; Return home interview offered; "
        "RHI offered; RHI offered (Y/N); Interview offered",
        choices=codes.OFFERED,
    ),
    moment(
        "rhi_offered_on",
        "Return interview offered on",
        "Date RHI offered; RHI offered date; RHI offered on; RHI offer date; "
        "Date return interview offered; Date return home interview offered; "
        "Return interview offered date; Date interview offered; Date of offer",
    ),
    yes_no(
        "rhi_accepted",
        "Return interview accepted",
        "RETURN_INTERVIEW_ACCEPTED; Return interview accepted; Return home interview accepted; "
        "RHI accepted; RHI accepted (Y/N); RHI taken up; Interview accepted",
        choices=codes.ACCEPTED,
    ),
    yes_no(
        "rhi_done",
        "Return interview held",
        "Return interview held; Return home interview held; RHI held; RHI completed; RHI done; "
        "RHI completed (Y/N); Return interview completed; Interview held; Interview completed",
        choices=codes.ACCEPTED,
    ),
    moment(
        "rhi_held",
        "Return interview held on",
        "RHI date; Date of RHI; RHI held on; Date RHI completed; RHI completed date; "
        "RHI completed on; Date RHI held; Return interview date; Date of return interview; "
        "Return home interview date; Date of return home interview; Interview date; "
        "Date of interview",
    ),
    time(
        "rhi_held_time",
        "Time of the return interview",
        "RHI time; Time of RHI; Return interview time; Interview time; Time of interview",
    ),
)

_STRATEGY = (
    moment(
        "held",
        "Strategy discussion held",
        "Strategy discussion initiating Section 47 Enquiry Start Date; START_DTTM; "
        "Strategy discussion date; Strategy meeting date; Date of strategy meeting; "
        "Date of strategy discussion; Strategy meeting held; Strategy meeting; "
        "Strategy discussion; Date held; Meeting date; S47 start date; Section 47 start date; "
        "Start date; Start",
    ),
    time(
        "held_time",
        "Time of the strategy discussion",
        "Meeting time; Time held; Time of meeting; Strategy meeting time; "
        "Time of strategy meeting; Time of strategy discussion",
    ),
    moment(
        "requested",
        "Strategy discussion requested",
        "Strategy meeting requested; Strategy discussion requested; Date requested; Requested; "
        "Request date; Date strategy meeting requested; Strategy meeting request date; "
        "Date of request",
    ),
    date(
        "written_up",
        "Record completed",
        "Record completed; Minutes completed; Minutes written up; Minutes date; "
        "Date minutes completed; Date record completed; Written up",
    ),
    date(
        "circulated",
        "Record circulated",
        "Record circulated; Minutes circulated; Minutes sent; Date minutes circulated; "
        "Date minutes sent; Date record circulated; Circulated",
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
        ahead=True,
    ),
    yes_no(
        "icpc_led_to_plan",
        "Initial conference led to a plan",
        "Did the Initial Child Protection Conference Result in a Child Protection Plan; "
        "ICPC resulted in CP plan; ICPC outcome plan",
    ),
)

_SUPERVISION = (
    moment(
        "held",
        "Supervision held",
        "Supervision date; Date of supervision; Supervision held; Date supervised; "
        "Case supervision date; Date of case supervision; Case supervision; Supervision; "
        "Supervision start; Date held; START_DTTM; Start date; Start",
    ),
    staff("supervisor", "Supervisor", "Supervisor; Supervised by; Supervising manager; Manager"),
    staff(
        "supervisee",
        "Worker supervised",
        "Supervisee; Worker supervised; Worker; Social worker; Allocated worker; "
        "Allocated social worker",
    ),
    code(
        "supervision_type",
        "Kind of supervision",
        "Supervision type; Type of supervision; Type; Kind of supervision",
        choices=(
            Choice("Case supervision", ("case", "individual", "1:1", "one to one")),
            Choice("Joint supervision", ("joint",)),
            Choice("Group supervision", ("group", "peer", "team")),
        ),
    ),
    date(
        "next_due",
        "Next supervision due",
        "Next supervision due; Next due; Next supervision; Next supervision date; "
        "Date of next supervision; Due date",
        ahead=True,
    ),
)

CATALOGUES: Mapping[ListKind, Catalogue] = {
    ListKind.MISSING: Catalogue(
        _MISSING,
        (
            ("missing_from", "returned"),
            ("missing_from", "rhi_offered_on"),
            ("returned", "rhi_held"),
        ),
    ),
    ListKind.STRATEGY: Catalogue(
        _STRATEGY,
        (
            ("requested", "held"),
            ("held", "written_up"),
            ("written_up", "circulated"),
            ("held", "icpc_date"),
        ),
    ),
    ListKind.SUPERVISION: Catalogue(_SUPERVISION, (("held", "next_due"),)),
}
"""What each kind of event list may bring; a list of cases has its own catalogue."""

SAID_OR_DATED: Mapping[str, str] = {"rhi_offered": "rhi_offered_on", "rhi_done": "rhi_held"}
"""Fields of Yes and No beside the field that says when: lists put either into one column."""

TIMES: Mapping[str, str] = {
    "missing_from_time": "missing_from",
    "returned_time": "returned",
    "rhi_held_time": "rhi_held",
    "held_time": "held",
}
"""Times in a column of their own, and the date that each belongs to."""

GENERIC = frozenset(
    (
        "startdttm",
        "enddttm",
        "startdate",
        "enddate",
        "starttime",
        "endtime",
        "start",
        "end",
        "dateheld",
        "type",
        "duedate",
        "nextdue",
        "requested",
        "daterequested",
        "requestdate",
    )
)
"""Headings, as ``column_recognition.header_key`` writes them, that any kind of list may have."""


def catalogue(kind: ListKind) -> Catalogue:
    """Return the fields of a kind of event.

    Raises:
        KeyError: It is the kind of case lists.
    """
    return CATALOGUES[kind]


def beginning(kind: ListKind) -> CaseField:
    """Return the field that says when an event of a kind began."""
    return CATALOGUES[kind].fields[0]
