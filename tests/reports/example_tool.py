"""A small invented audit tool: every kind of question and every kind of clock."""

from audit_desk.domain.audit_tool import (
    AnswerKind,
    AuditTool,
    Clock,
    ClockUnit,
    Condition,
    Descriptors,
    Document,
    Part,
    PartKind,
    Question,
    Source,
    Theme,
    ToolStatus,
)

_SOURCE = (Source("letter", "F4", "A few meetings wait for others, so planning starts late."),)
_GRADES = Descriptors("Excellent.", "Sound.", "Patchy.", "Absent or unsafe.")


def question(
    question_id: str,
    wording: str,
    kind: AnswerKind = AnswerKind.GRADE,
    *,
    critical: bool = False,
    parts: tuple[Part, ...] = (),
    applies_when: tuple[Condition, ...] = (),
    for_moderator: bool = False,
) -> Question:
    return Question(
        question_id,
        wording,
        kind,
        guidance="Read the record of the last six months.",
        sources=_SOURCE,
        critical=critical,
        descriptors=_GRADES if kind is AnswerKind.GRADE else None,
        parts=parts,
        applies_when=applies_when,
        applies_note="Only for children who went missing." if applies_when else "",
        for_moderator=for_moderator,
    )


_MISSING = (Condition(case="missing_episodes", at_least=1),)
_MOMENTS = (
    Part("returned", "Returned", PartKind.MOMENT),
    Part("interview", "Interview held", PartKind.MOMENT),
    Part("declined", "Child declined", PartKind.TEXT),
    Part(
        "episodes",
        "All episodes",
        PartKind.EVENTS,
        columns=(
            Part("back", "Back", PartKind.MOMENT),
            Part("seen", "Interviewed", PartKind.MOMENT, not_before="back"),
        ),
    ),
)
_MEETING = (
    Part("known", "Concern known", PartKind.DATE),
    Part("held", "Meeting held", PartKind.DATE),
    Part("minutes", "Minutes shared", PartKind.DATE),
)
_WISE = (
    Part("started", "Work with the child started", PartKind.DATE),
    Part("completed", "Assessment completed", PartKind.DATE),
)

EXAMPLE_TOOL = AuditTool(
    id="example",
    version=3,
    status=ToolStatus.PUBLISHED,
    title="Complex safeguarding",
    purpose="It looks at whether help reaches children who are harmed outside their homes, "
    "and whether it makes them safer.",
    documents=(
        Document("letter", "Monitoring visit letter, 2023"),
        Document("report", "Inspection of local authority children's services, 2021"),
    ),
    themes=(
        Theme(
            "strategy",
            "Strategy meetings",
            "Do people meet early and agree what keeps the child safe?",
            (
                question(
                    "ST1",
                    "When was the concern known, and when did people meet?",
                    AnswerKind.FACTS,
                    parts=_MEETING,
                ),
                question(
                    "ST2",
                    "Did police, health and those who know the child contribute?",
                    AnswerKind.YES_PARTLY_NO,
                    critical=True,
                ),
                question("ST3", "How well was the whole picture of risk understood?"),
                question(
                    "ST4", "Did the meeting make the child safe during the enquiry?", critical=True
                ),
                question("ST5", "Were its actions completed, and did they help?"),
            ),
        ),
        Theme(
            "wise",
            "WISE assessments",
            "Does the assessment explain harm and drive the plan?",
            (
                question(
                    "WI1",
                    "When did work start, and when was the assessment completed?",
                    AnswerKind.FACTS,
                    parts=_WISE,
                ),
                question(
                    "WI2",
                    "How well does it explain harm, context and strengths for this child?",
                ),
                question(
                    "WI3", "Does it drive the multi-agency plan and the safety plan?", critical=True
                ),
                question("WI4", "Are the child and family partners in it?"),
            ),
        ),
        Theme(
            "rhi",
            "Return home interviews",
            "Is the child heard on return, and does it change anything?",
            (
                question(
                    "RH1",
                    "When did the child return, and when was the interview held?",
                    AnswerKind.FACTS,
                    parts=_MOMENTS,
                    applies_when=_MISSING,
                ),
                question(
                    "RH2",
                    "Was it offered promptly, by someone independent?",
                    AnswerKind.YES_PARTLY_NO,
                    critical=True,
                    applies_when=_MISSING,
                ),
                question(
                    "RH3",
                    "How well are push and pull factors, and patterns across episodes, analysed?",
                    applies_when=_MISSING,
                ),
                question(
                    "RH4",
                    "Did it change the safety plan, the trigger plan and wider plans?",
                    critical=True,
                    applies_when=_MISSING,
                ),
            ),
        ),
        Theme(
            "supervision",
            "Supervision",
            "Does supervision help the worker to move the plan on?",
            (
                question("SU1", "How reflective is it?"),
                question("SU2", "Does it move the plan on?"),
                question(
                    "SU3", "Does it find and challenge unseen or changing risk?", critical=True
                ),
                question("SU4", "Are decisions and their reasons on the child's record?"),
            ),
        ),
        Theme(
            "whole",
            "The child's whole situation",
            "Is life better for this child?",
            (
                question("X1", "Is the child's daily life understood, including identity?"),
                question("X2", "Is life better?"),
                question("X3", "Is the child safe now?", AnswerKind.SAFETY, critical=True),
                question(
                    "X4",
                    "Does this audit judge the difference made for the child?",
                    AnswerKind.YES_PARTLY_NO,
                    for_moderator=True,
                ),
            ),
        ),
    ),
    clocks=(
        Clock(
            "rhi-72",
            "Return home interview held",
            "rhi",
            "RH1.returned",
            "RH1.interview",
            72,
            ClockUnit.HOURS,
            standard="An interview is held within 72 hours of the child's return",
            source="Statutory guidance on children who run away or go missing",
            not_counted_when=(Condition(answer="RH1.declined", any_of=("yes",)),),
            not_counted_label="declined",
        ),
        Clock(
            "strategy-held",
            "Strategy meeting held",
            "strategy",
            "ST1.known",
            "ST1.held",
            3,
            ClockUnit.WORKING_DAYS,
            standard="People meet within three working days of the concern becoming known",
            source="Local practice standard",
            local=True,
        ),
        Clock(
            "minutes",
            "Minutes of the strategy meeting shared",
            "strategy",
            "ST1.held",
            "ST1.minutes",
            5,
            ClockUnit.WORKING_DAYS,
            standard="Minutes reach everyone who was there within five working days",
            source="Local practice standard",
            trigger_is_day_one=True,
            local=True,
        ),
        Clock(
            "wise-4w",
            "WISE assessment completed",
            "wise",
            "WI1.started",
            "WI1.completed",
            4,
            ClockUnit.WEEKS,
            standard="The assessment is completed after four weeks of work with the child",
            source="Assurance statement, 2024",
        ),
        Clock(
            "rhi-every",
            "Return home interviews, every episode",
            "rhi",
            "RH1.episodes.back",
            "RH1.episodes.seen",
            72,
            ClockUnit.HOURS,
            standard="An interview is held within 72 hours of the child's return",
            source="Statutory guidance on children who run away or go missing",
        ),
    ),
)
