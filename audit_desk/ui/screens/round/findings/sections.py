"""Which pages the findings have: only those that have something to say."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from audit_desk.domain.findings import Findings, ThemeFindings
from audit_desk.ui.screens.round.findings.contributions_page import TITLE as CONTRIBUTIONS
from audit_desk.ui.screens.round.findings.contributions_page import contributions_page
from audit_desk.ui.screens.round.findings.look import FindingsLook
from audit_desk.ui.screens.round.findings.overview import CONCERNS, overview
from audit_desk.ui.screens.round.findings.people_pages import concerns_page, overrides_page
from audit_desk.ui.screens.round.findings.profile_page import profile_page
from audit_desk.ui.screens.round.findings.theme_page import theme_page
from audit_desk.ui.screens.round.findings.timeliness import timeliness
from audit_desk.ui.screens.round.findings.trend_page import TITLE as BETWEEN_ROUNDS
from audit_desk.ui.screens.round.findings.trend_page import trend_page


@dataclass(frozen=True, slots=True)
class Section:
    """A page by its title; it is made when somebody looks at it."""

    title: str
    make: Callable[[], QWidget]


def sections(findings: Findings, look: FindingsLook) -> list[Section]:
    """Return the pages in reading order."""
    found = [Section("Overview", lambda: overview(findings, look))]
    if findings.concerns:
        found.append(Section(CONCERNS, lambda: concerns_page(findings)))
    if findings.submitted or findings.purposive:
        found += [_theme(theme, look) for theme in findings.themes]
    if findings.submitted and findings.clocks:
        found.append(Section("Timeliness", lambda: timeliness(findings)))
    trend = findings.trend
    if trend is not None:
        found.append(Section(BETWEEN_ROUNDS, lambda: trend_page(trend, look)))
    said = findings.contributions
    if said is not None and not said.is_silent:
        found.append(Section(CONTRIBUTIONS, lambda: contributions_page(said)))
    if findings.overrides:
        found.append(Section("Judgements that differ", lambda: overrides_page(findings, look)))
    if findings.profiles:
        found.append(Section("Sample and frame", lambda: profile_page(findings, look)))
    return found


def _theme(theme: ThemeFindings, look: FindingsLook) -> Section:
    return Section(theme.title, lambda: theme_page(theme, look))
