"""A small audit tool with one of everything, for tests of what shows tools."""

from audit_desk.domain.audit_tool import (
    AnswerKind,
    AuditTool,
    Clock,
    ClockUnit,
    Descriptors,
    Document,
    Option,
    Part,
    PartKind,
    Question,
    Source,
    Theme,
    ToolStatus,
)

_SOURCE = Source("2021", "¶52", "Gaps were found.")


def invented_tool() -> AuditTool:
    """Return the tool."""
    return AuditTool(
        id="small",
        version=3,
        status=ToolStatus.DRAFT,
        title="A small tool",
        purpose="Shows one of everything.",
        documents=(Document("2021", "Inspection report 2021"),),
        themes=(
            Theme("strategy", "Strategy meetings", "How people met.", _strategy()),
            Theme("supervision", "Supervision", "How workers were held.", (_supervision(),)),
        ),
        clocks=(_clock(),),
    )


def _strategy() -> tuple[Question, ...]:
    return (
        Question("ST1", "Who came?", AnswerKind.YES_PARTLY_NO, "Count.", (), critical=True),
        Question(
            "ST2",
            "When was it?",
            AnswerKind.FACTS,
            "Look at the minutes.",
            (),
            parts=(Part("held", "Held", PartKind.MOMENT),),
        ),
    )


def _supervision() -> Question:
    return Question(
        "SU1",
        "Did supervision <b>help</b>?",
        AnswerKind.GRADE,
        "Read all of it.",
        (_SOURCE,),
        evidence="Dates.",
        descriptors=Descriptors("rich", "sound", "thin", "none"),
        parts=(
            Part("last", "Last held", PartKind.DATE),
            Part("kind", "Kind", PartKind.CHOICE, (Option("g", "Group"), Option("a", "Alone"))),
        ),
        applies_note="Only where there is a plan.",
    )


def _clock() -> Clock:
    return Clock(
        id="held",
        title="Supervision held",
        theme="supervision",
        start="ST2.held",
        stop="SU1.last",
        limit=1,
        unit=ClockUnit.WORKING_DAYS,
        standard="Every four weeks.",
        source="Local protocol",
        local=True,
    )
