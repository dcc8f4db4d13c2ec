"""The dates, counts and choices of an invented audit, from its timeline.

One function a question; what is not on the record is left out, as an auditor would.
"""

import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from audit_desk.domain.applicability import CHOICES_SEPARATOR
from audit_desk.domain.case import Facts
from audit_desk.services.demo import cohort
from audit_desk.services.demo.event_lists import all_episodes, all_supervisions
from audit_desk.services.demo.grades import Values
from audit_desk.services.demo.timeline import Timeline

Parts = dict[str, str]
_UNTIMED = 0.22
"""The share of interviews with a date alone: their 72 hours cannot be shown."""
_PROMPT = 2
"""An interview within so many days of the return was offered promptly."""
_WINDOW = 90
_REVIEW_DUE = 92


def parts_of(
    facts: Facts, line: Timeline, values: Values, source: random.Random
) -> Mapping[str, Parts]:
    """Return the parts of every question that has some, by question id."""
    return {question_id: make(facts, line, values, source) for question_id, make in _MAKERS.items()}


def _dated(line: Timeline, **names: str) -> Parts:
    """Return the parts whose day is on the record: part id = the day's name."""
    return {part: line.days[name].isoformat() for part, name in names.items() if name in line.days}


def _at(day: date, minutes: int) -> str:
    return f"{day.isoformat()}T{minutes // 60:02}:{minutes % 60:02}"


def _joined(*options: str) -> str:
    return CHOICES_SEPARATOR.join(options)


def _st1(_: Facts, line: Timeline, __: Values, source: random.Random) -> Parts:
    days = line.days
    parts = {"meeting": line.meeting, "missing_pattern": line.missing_pattern}
    known = source.randint(8 * 60, 14 * 60)
    parts["known"] = _at(days["known"], known)
    if line.meeting != "held":
        return parts
    if source.random() < 0.92:  # noqa: PLR2004 - the request is not always on record
        parts["requested"] = _at(days["requested"], known + source.randint(20, 200))
    at = source.randint(9 * 60, 16 * 60)
    parts["held"] = _at(days["held"], max(at, known + 210) if days["held"] == days["known"] else at)
    parts["waited_for"] = line.waited_for
    return parts


def _st2(_: Facts, __: Timeline, values: Values, source: random.Random) -> Parts:
    some = ["allocated_worker", "police"]
    if values["ST2"] == "yes":
        more = source.sample(["carer", "youth_justice", "voluntary", "other"], 2)
        some = ["allocated_worker", "cst", "police", "health", "education", *more]
    elif values["ST2"] == "partly":
        some = ["allocated_worker", "cst", "police"]
    return {"contributors": _joined(*some)}


def _st8(_: Facts, line: Timeline, __: Values, source: random.Random) -> Parts:
    parts = _dated(line, written_up="written_up", circulated="circulated")
    if "circulated" in parts:
        more = source.sample(["education", "youth_justice", "carer"], 2)
        parts["circulated_to"] = _joined("cst", "police", "health", *more)
    return parts


def _wi1(_: Facts, line: Timeline, __: Values, ___: random.Random) -> Parts:
    parts = {"stage": line.stage, "cst_involvement": line.involvement}
    parts |= _dated(line, cst_started="cst", wise_completed="wise", qa_completed="qa")
    if line.stage == "completed":
        parts["review_state"] = "due" if "version_before" in line.days else "not_yet"
        parts |= _dated(line, version_before="version_before", last_review="last_review")
        parts["event_since"] = "yes" if "event_after" in line.days else "no"
        parts |= _dated(line, last_significant_event="event_after", updated_after_event="updated")
    return parts


def _rh1(facts: Facts, line: Timeline, values: Values, source: random.Random) -> Parts:
    days = line.days
    if not line.outcome:
        return {}
    left, back = source.randint(16 * 60, 20 * 60), source.randint(21 * 60, 23 * 60 + 50)
    parts = {"episode": "yes", "outcome": line.outcome, "missing_from": _at(days["missing"], left)}
    parts["returned"] = _at(days["returned"], back)
    if line.outcome == "not_offered":
        return parts | all_episodes(parts, int(facts["missing_episodes"]), line)
    held = days.get("interviewed")
    soon = values["RH2"] == "yes"
    if held == days["returned"]:
        parts["offered"] = parts["returned"]
    else:
        wait = (held - days["returned"]).days if held else 3
        offered = days["returned"] + timedelta(1 if soon else max(1, wait - 1))
        offered = min(offered, days["today"])
        parts["offered"] = _at(offered, source.randint(9 * 60, 11 * 60))
    parts["attempts"] = str(source.randint(1, 2) if held else source.randint(1, 4))
    if held:
        timed = source.random() >= _UNTIMED
        at = back + 9 if held == days["returned"] else source.randint(11 * 60 + 5, 18 * 60)
        parts["interviewed"] = _at(held, at) if timed else held.isoformat()
    return parts | all_episodes(parts, int(facts["missing_episodes"]), line)


def _rh2(_: Facts, line: Timeline, values: Values, source: random.Random) -> Parts:
    if values["RH2"] == "no":
        return {}
    if values["RH2"] == "yes":
        return {"offered_by": source.choice(("missing_worker", "other_independent"))}
    back, held = line.days.get("returned"), line.days.get("interviewed")
    late = back and (held is None or (held - back).days > _PROMPT)
    return {"offered_by": "missing_worker" if late else "not_independent"}


def _rh8(_: Facts, line: Timeline, values: Values, source: random.Random) -> Parts:
    held = line.days.get("interviewed")
    if held is None or (values["RH8"] == "no" and source.random() < 0.5):  # noqa: PLR2004 - half
        return {}
    days = source.choice((0, 1, 2, 3, 5, 9))
    reviewed = min(held + timedelta(days), line.days["today"])
    return {"reviewed": reviewed.isoformat()}


def _rh9(facts: Facts, line: Timeline, values: Values, source: random.Random) -> Parts:
    if not line.outcome:
        return {}
    others = int(facts["missing_episodes"]) - 1
    fewer = "1" in (values["ST6"], values["RH7"])
    before = min(others, 6) if fewer else source.randint(0, min(others, 6))
    after = source.choice((0, 0, 1)) if fewer else source.choice((0, 0, 0, 1, 1, 2, 3))
    passed = (line.days["today"] - line.days["returned"]).days >= _WINDOW
    window = "full" if passed else "not_yet"
    return {"before": str(before), "after": str(after), "window": window}


def _su1(_: Facts, line: Timeline, __: Values, source: random.Random) -> Parts:
    parts = _dated(line, previous_supervision="supervision_before", last_supervision="supervision")
    if source.random() < 0.1:  # noqa: PLR2004 - the next is overdue: the latest stands alone
        parts["previous_supervision"] = parts.pop("last_supervision")
    parts["sessions"] = str(line.sessions)
    parts["longest_gap_weeks"] = str(line.longest_gap)
    return parts | all_supervisions(parts, line)


def _su7(_: Facts, line: Timeline, values: Values, __: random.Random) -> Parts:
    if values["SU7"] == "no":
        return {}
    who = ["cst_manager", "cst_worker", "allocated_worker"]
    if values["SU7"] == "partly":
        who = ["cst_manager", "cst_worker"]
    return {**_dated(line, held="joint"), "took_part": _joined(*who)}


def _su8(_: Facts, line: Timeline, values: Values, __: random.Random) -> Parts:
    parts = {} if values["SU8"] == "no" else _dated(line, held="closing_joint")
    return parts | (_dated(line, closed="end") if line.involvement == "ended" else {})


def _x6(_: Facts, __: Timeline, values: Values, source: random.Random) -> Parts:
    discussions = source.randint(3, 9)
    recorded = {"yes": discussions, "no": 0}.get(values["X6"], source.randint(1, discussions - 1))
    return {"discussions": str(discussions), "recorded": str(recorded)}


def _x7(facts: Facts, line: Timeline, _: Values, __: random.Random) -> Parts:
    due = (line.days["end"] - line.days["cst"]).days >= _REVIEW_DUE
    held = "review" in line.days
    by = {cohort.CARE: "reviewing_officer", cohort.PROTECTION: "conference_chair"}
    reviewer = by.get(str(facts["status"]), "safeguarding_unit")
    if not held:
        reviewer = "nobody" if due else "not_due"
    parts = {"reviewed_by": reviewer}
    if reviewer != "not_due":
        parts |= _dated(line, counted_from="cst", review="review")
    return parts


def _x8(facts: Facts, __: Timeline, values: Values, source: random.Random) -> Parts:
    if values["X8"] == "no":
        return {}
    said = ("That somebody came back.", "It took too long to begin.", "One worker, not three.")
    asked = ["child"]
    if values["X8"] == "yes":
        asked.append("carer" if facts["status"] == cohort.CARE else "parent")
    return {"asked": _joined(*asked), "said": source.choice(said)}


_MAKERS: Mapping[str, Callable[[Facts, Timeline, Values, random.Random], Parts]] = {
    "ST1": _st1,
    "ST2": _st2,
    "ST8": _st8,
    "WI1": _wi1,
    "RH1": _rh1,
    "RH2": _rh2,
    "RH8": _rh8,
    "RH9": _rh9,
    "SU1": _su1,
    "SU7": _su7,
    "SU8": _su8,
    "X6": _x6,
    "X7": _x7,
    "X8": _x8,
}
