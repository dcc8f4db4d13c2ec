"""An invented cohort with the proportions of a real complex safeguarding service.

The proportions are those that Bury's assurance statement of September 2024 gives in its
performance overview: boys and girls in equal parts; boys almost all exploited criminally and
mostly 16 or 17; girls younger, mostly exploited sexually, some both ways; a quarter open
before; most in need or being assessed, a few in care or on a protection plan; six in ten from
the three most deprived deciles; between 30 and 50 of 133 open at any time. Where it gives no
figure the shares are invented.
"""

import random
from datetime import date, timedelta

from audit_desk.domain.case import Facts, FactValue
from audit_desk.services.demo.chance import chance, day_between, dealt, picked

BOY, GIRL = "Male", "Female"
SEXUAL, CRIMINAL = "Sexual exploitation", "Criminal exploitation"
MIXED = "Sexual and criminal exploitation"
CARE, PROTECTION, NEED, ASSESSMENT, CLOSED = (
    "Child in care",
    "Child protection plan",
    "Child in need plan",
    "Open assessment",
    "Closed",
)

_OPEN_SHARE = 0.31
_YEAR = 365
_KINDS = {
    BOY: ((CRIMINAL, 94), (MIXED, 3), (SEXUAL, 3)),
    GIRL: ((SEXUAL, 64), (MIXED, 22), (CRIMINAL, 14)),
}
_AGES = {
    BOY: ((12, 1), (13, 4), (14, 12), (15, 20), (16, 31), (17, 32)),
    GIRL: ((11, 2), (12, 8), (13, 20), (14, 28), (15, 24), (16, 12), (17, 6)),
}
_ETHNICITIES = (
    ("WBRI", 73),
    ("MWBC", 6),
    ("MWAS", 3),
    ("MWBA", 2),
    ("MOTH", 1),
    ("APKN", 5),
    ("AOTH", 1),
    ("BAFR", 4),
    ("WOTH", 3),
    ("NOBT", 2),
)
_STATUSES = {
    BOY: ((NEED, 56), (ASSESSMENT, 30), (PROTECTION, 7), (CARE, 7)),
    GIRL: ((NEED, 46), (ASSESSMENT, 24), (PROTECTION, 13), (CARE, 17)),
}
_DECILES = ((1, 27), (2, 20), (3, 16), (4, 11), (5, 9), (6, 7), (7, 5), (8, 3), (9, 2))
_TEAMS = (
    "Safeguarding East",
    "Safeguarding West",
    "Assessment and Duty",
    "Children in Care",
)
_WORKERS = (
    "Farah Iqbal",
    "Denise Holroyd",
    "Kwame Boateng",
    "Lucy Tranter",
    "Owen Pritchard",
    "Saima Malik",
    "Gareth Lunn",
    "Ewa Zielinska",
)
_CST_WORKERS = ("Jodie Marsden", "Tariq Hussain", "Helen Farrow", "Callum Reid", "Bisi Adewale")
_MANAGERS = {
    "Safeguarding East": "Ruth Ormerod",
    "Safeguarding West": "Paul Sengupta",
    "Assessment and Duty": "Angela Dyson",
    "Children in Care": "Mark Eastham",
}
_CHAIRS = ("Susan Whitlock", "Imran Shah", "Carol Beddows")


def cohort(count: int, seed: int, today: date) -> list[tuple[str, Facts]]:
    """Return so many invented children: the council's number, which means nothing, and facts.

    Args:
        count: How many.
        seed: The same seed and day give the same children.
        today: The day on which the list is drawn up.
    """
    source = chance(seed, "cohort")
    genders = dealt(source, count, ((BOY, 1), (GIRL, 1)))
    by_gender = {
        gender: iter(_of_gender(source, gender, genders.count(gender))) for gender in (BOY, GIRL)
    }
    opens = dealt(source, count, ((True, _OPEN_SHARE), (False, 1 - _OPEN_SHARE)))
    ethnicities = dealt(source, count, _ETHNICITIES)
    before = dealt(source, count, (("Yes", 24), ("No", 76)))
    deciles = dealt(source, count, _DECILES)
    children: list[tuple[str, Facts]] = []
    for number, gender in enumerate(genders):
        facts = {
            **next(by_gender[gender]),
            "ethnicity": ethnicities[number],
            "previously_open": before[number],
            "deprivation_decile": deciles[number],
            "disability": picked(source, (("No", 88), ("Yes", 12))),
        }
        facts |= _work(source, facts, today, still_open=opens[number])
        facts |= _missing(source, facts, today)
        children.append((f"7{number:06}", facts))
    return children


def _of_gender(source: random.Random, gender: str, count: int) -> list[dict[str, FactValue]]:
    rows = zip(
        dealt(source, count, _KINDS[gender]),
        dealt(source, count, _AGES[gender]),
        dealt(source, count, _STATUSES[gender]),
        strict=True,
    )
    return [
        {"gender": gender, "exploitation_type": kind, "age": age, "status": status}
        for kind, age, status in rows
    ]


def _work(
    source: random.Random, facts: Facts, today: date, *, still_open: bool
) -> dict[str, FactValue]:
    """Return when the team's work began and ended, and who works with the child."""
    lasting = facts["status"] in (CARE, PROTECTION)
    start_latest = today - timedelta(6 if still_open else 75)
    longest = 420 if lasting else 260
    start = day_between(source, start_latest - timedelta(longest), start_latest)
    found: dict[str, FactValue] = {"cst_start": start.isoformat()}
    end = today
    if not still_open:
        first = max(start + timedelta(45), today - timedelta(_YEAR))
        end = day_between(source, first, today - timedelta(3))
        found["cst_end"] = end.isoformat()
        if not lasting and source.random() < 0.8:  # noqa: PLR2004 - most close altogether
            found["status"] = CLOSED
            found["closed"] = day_between(source, end, today).isoformat()
    status = found.get("status", facts["status"])
    team = _team(source, str(status))
    opened = start - timedelta(source.randint(0, 60))
    found["opened"] = opened.isoformat()
    found |= {"team": team, "manager": _MANAGERS[team], "worker": source.choice(_WORKERS)}
    found["cst_worker"] = source.choice(_CST_WORKERS)
    if lasting:
        key = "cla_start" if facts["status"] == CARE else "cp_start"
        found[key] = day_between(source, opened - timedelta(300), opened).isoformat()
        found["chair"] = source.choice(_CHAIRS)
    wise = start + timedelta(source.choice((20, 24, 26, 27, 28, 28, 30, 33, 37, 45)))
    if wise < end:
        found["wise_date"] = wise.isoformat()
    criminal = facts["exploitation_type"] != SEXUAL
    found["nrm"] = "Yes" if criminal and source.random() < 0.3 else "No"  # noqa: PLR2004
    found["last_seen"] = (end - timedelta(source.randint(1, 18))).isoformat()
    return found


def _team(source: random.Random, status: str) -> str:
    if status == CARE:
        return _TEAMS[3]
    if status == ASSESSMENT:
        return _TEAMS[2]
    return source.choice(_TEAMS[:2])


def _missing(source: random.Random, facts: Facts, today: date) -> dict[str, FactValue]:
    """Return the child's missing episodes in the last year and the last interview."""
    likely = 0.72 if facts["status"] in (CARE, PROTECTION) or facts["gender"] == GIRL else 0.5
    if source.random() >= likely:
        return {"missing": "No", "missing_episodes": 0}
    end = date.fromisoformat(str(facts.get("cst_end", today.isoformat())))
    start = date.fromisoformat(str(facts["cst_start"]))
    away = picked(source, ((0, 5), (1, 9), (2, 3), (3, 1)))
    first = max(start, end - timedelta(110))
    left = day_between(source, first, max(start, end - timedelta(away + 13)))
    back = left + timedelta(away)
    episodes = picked(source, ((1, 30), (2, 18), (3, 14), (4, 10), (6, 9), (8, 6), (11, 4)))
    found: dict[str, FactValue] = {
        "missing": "Yes",
        "missing_episodes": episodes,
        "last_missing": left.isoformat(),
        "last_returned": min(back, today).isoformat(),
    }
    outcome = picked(source, (("held", 73), ("declined", 21), ("not_offered", 6)))
    found["rhi_offered"] = "No" if outcome == "not_offered" else "Yes"
    if outcome != "not_offered":
        found["rhi_accepted"] = "Yes" if outcome == "held" else "No"
    if outcome == "held":
        waited = picked(source, ((0, 1), (1, 4), (2, 6), (3, 4), (4, 3), (6, 2), (9, 1)))
        found["last_rhi"] = min(back + timedelta(waited), today).isoformat()
    return found
