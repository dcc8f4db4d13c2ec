"""What a report says, computed once from the findings, whatever it is printed on.

The order of sections is the one that a board can act on: what was found, which children
cannot wait, then how anyone can know, then the detail.
"""

from audit_desk.domain.audience import Audience
from audit_desk.domain.findings import Findings
from audit_desk.reports.actions import actions_section, prior_actions_section
from audit_desk.reports.annexes import files_annex, questions_annex
from audit_desk.reports.audience_words import audience_pairs
from audit_desk.reports.blocks import ReportContent
from audit_desk.reports.children import children_section
from audit_desk.reports.contributions import contributions_section
from audit_desk.reports.headline import headline_section
from audit_desk.reports.judgements import grades_section
from audit_desk.reports.purpose import purpose_section
from audit_desk.reports.recommendations import recommendations_section
from audit_desk.reports.sample import profile_section, sample_section
from audit_desk.reports.themes import themes_section
from audit_desk.reports.timeliness import timeliness_section
from audit_desk.reports.trend import trend_section
from audit_desk.reports.words import date, listed, plural

MARKING = "Contains information about children. Do not forward."
"""How the report has to be handled; it stands on every page."""


def build_content(findings: Findings) -> ReportContent:
    """Return what the report says.

    It depends on the findings alone, never on the day or the machine, so the same findings
    make the same report.
    """
    return ReportContent(
        kind="Dip-sample report",
        organisation=findings.organisation,
        round_name=findings.round_name,
        marking=MARKING,
        about=_about(findings),
        sections=(
            headline_section("1", findings),
            children_section("2", findings),
            purpose_section("3", findings),
            sample_section("4", findings),
            profile_section("5", findings),
            themes_section("6", findings),
            timeliness_section("7", findings),
            grades_section("8", findings),
            contributions_section("9", findings),
            trend_section("10", findings),
            prior_actions_section("11", findings),
            recommendations_section("12", findings),
            actions_section("13", findings),
            files_annex("A", findings),
            questions_annex("B", findings),
        ),
    )


def _about(findings: Findings) -> tuple[tuple[str, str], ...]:
    read = []
    if findings.drawn:
        read.append(f"{findings.submitted:,} of {plural(findings.drawn, 'sampled file')}")
    if findings.purposive:
        read.append(f"{findings.purposive} chosen on purpose")
    return (
        ("Files read", listed(read) or "none yet"),
        ("Audit tool", f"{findings.tool_title}, version {findings.tool_version}"),
        ("As recorded on", date(findings.computed_from)),
        *audience_pairs(Audience.FULL),
    )
