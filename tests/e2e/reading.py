"""Reads one file from the first question to the last with the keyboard alone."""

from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.practitioner import PRACTITIONER
from tests.e2e.person import Person

EVIDENCE = "The chronology lists five incidents; nobody asks what they add up to."
UNSAFE = "Seen with new injuries; the plan names no one who checks at night."
RATIONALE = "The sessions are regular, and none of them moved the plan on."
CHANGE = "Everyone who meets about her has read the chronology first."
NONE_NEEDED = "The concern is being seen to tonight."
WORKER_SAID = "I would see her before the meeting, not after it."
ANSWERED = "She visits tonight and rings back by nine."
_MOST = 70
_FACTS = {"ST8": "5/6/2025", "RH9": "3", "SU1": "2 May 2025"}


def read_file(person: Person) -> None:
    """Answer every question that is asked and decide every judgement."""
    for _ in range(_MOST):
        if not person.audit.view.is_reading:
            return
        place = person.audit.moving.here
        special = _SPECIAL.get(place.question_id or place.theme_id)
        if special is not None:
            special(person)
        elif place.is_question:
            _answer(person, place.question_id)
        else:
            suggested = person.audit.reading.suggestion(place.theme_id).grade
            assert suggested is not None
            person.press(str(suggested.value), "Return")
    raise AssertionError(f"the reading does not end; it is at {person.audit.moving.here}")


def _answer(person: Person, question_id: str) -> None:
    kind = person.audit.reading.question(question_id).kind
    if kind is not AnswerKind.FACTS:
        person.press("2" if kind is AnswerKind.GRADE else "1", "Return")
        return
    if question_id in _FACTS:
        person.type(_FACTS[question_id])
    else:
        person.press("Space")
    person.press("Ctrl+Return")


def _strategy_meeting(person: Person) -> None:
    assert person.focus_name == "Was a strategy meeting or discussion held?: Yes"
    person.press("Space", "Tab")
    for moment in ("2/6/2025 09:15", "2/6/2025 11.30", "3 Jun 2025 2pm"):
        person.type(moment)
        person.press("Return")
    assert person.focus_name == "If it waited, for what?: It did not wait"
    person.press("Space", "Ctrl+Return")


def _with_evidence(person: Person) -> None:
    person.press("3", "E")
    person.type(EVIDENCE)
    person.press("Escape", "T")
    person.type(CHANGE)
    person.press("Tab")
    person.type("Team manager")
    person.press("Tab")
    person.type("in 4 weeks")
    person.press("Ctrl+Return")


def _not_evidenced(person: Person) -> None:
    person.press("0", "Return")


def _override(person: Person) -> None:
    person.press("3", "E")
    person.type(RATIONALE)
    person.press("Ctrl+Return")


def _unsafe(person: Person) -> None:
    person.press("3")
    assert person.audit.view.is_showing(person.audit.view.concern)
    assert "Audit Desk has told nobody" in person.words()
    assert person.focus_name == "I told Jo Bell (Team manager)"
    person.press("Return")
    person.type(ANSWERED)
    person.press_button("Record that they were told")
    assert person.focus_name == "Go on reading"
    person.press("Return")
    person.press("E")
    person.type(UNSAFE)
    person.press("Escape", "T", "Shift+Tab", "Right", "Right", "Tab")
    assert person.focus_name == "Why no action is needed"
    person.type(NONE_NEEDED)
    person.press("Ctrl+Return")


def _with_them(person: Person) -> None:
    person.press("Space")
    person.tab_to("Did the allocated worker take part?")
    person.press("Space")
    person.fill("When did the allocated worker speak", "5 May 2025")
    person.press("Return")
    person.type(WORKER_SAID)
    person.tab_to("Did it change the audit?")
    person.press("Right", "Space")
    person.tab_to("Was the manager invited")
    person.press("Space")
    person.tab_to("Did the manager take part?")
    person.press("Right", "Space")
    person.tab_to("Was the child or a carer invited")
    person.press("Right", "Space")
    person.fill("Why the child or a carer was not invited", "She gave evidence that week.")
    person.press("Ctrl+Return")


_SPECIAL = {
    PRACTITIONER: _with_them,
    "ST1": _strategy_meeting,
    "ST3": _with_evidence,
    "ST5": _not_evidenced,
    "supervision": _override,
    "X9": _unsafe,
}
