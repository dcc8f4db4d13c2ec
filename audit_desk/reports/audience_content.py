"""What a report for one audience says, from what may leave and nothing else.

The sections are those of the full report in its order, so that whoever has read one finds their
way in the other.
"""

from audit_desk.domain.shareable import Shareable
from audit_desk.reports.audience_actions import (
    actions_section,
    earlier_section,
    recommendations_section,
)
from audit_desk.reports.audience_headline import children_section, headline_section
from audit_desk.reports.audience_sample import files_section, profile_section, sample_section
from audit_desk.reports.audience_themes import (
    grades_section,
    questions_section,
    themes_section,
    timeliness_section,
)
from audit_desk.reports.audience_trend import trend_section
from audit_desk.reports.audience_words import audience_pairs
from audit_desk.reports.blocks import ReportContent, Section
from audit_desk.reports.purpose import purpose_section
from audit_desk.reports.words import date, listed, plural

MARKING = "About children, for {whom} alone. Do not forward or publish."
"""How the report has to be handled; it stands on every page."""


def build_audience_content(shared: Shareable) -> ReportContent:
    """Return what the report says; the same figures make the same report."""
    annexes: tuple[Section, ...] = (questions_section("A", shared),)
    if shared.files:
        annexes += (files_section("B", shared),)
    return ReportContent(
        kind=shared.audience.report_title,
        organisation=shared.organisation,
        round_name=shared.round_name,
        marking=MARKING.format(whom=shared.audience.whom),
        about=_about(shared),
        sections=(
            headline_section("1", shared),
            children_section("2", shared),
            purpose_section("3", shared),
            sample_section("4", shared),
            profile_section("5", shared),
            themes_section("6", shared),
            timeliness_section("7", shared),
            grades_section("8", shared),
            trend_section("9", shared),
            earlier_section("10", shared),
            recommendations_section("11", shared),
            actions_section("12", shared),
            *annexes,
        ),
    )


def _about(shared: Shareable) -> tuple[tuple[str, str], ...]:
    read = []
    if shared.drawn:
        read.append(f"{shared.submitted:,} of {plural(shared.drawn, 'sampled file')}")
    if shared.purposive:
        read.append(f"{shared.purposive} chosen on purpose")
    return (
        ("Files read", listed(read) or "none yet"),
        ("Audit tool", f"{shared.tool_title}, version {shared.tool_version}"),
        ("As recorded on", date(shared.computed_from)),
        *audience_pairs(shared.audience),
    )
