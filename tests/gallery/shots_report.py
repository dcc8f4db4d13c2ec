"""Pictures of a round's report: the lead's words, other documents, what was saved."""

from datetime import date
from functools import cache, partial

from PySide6.QtWidgets import QApplication

from audit_desk.domain.round_words import (
    HEADLINE,
    RECOMMENDATIONS,
    Recommendation,
    RoundWords,
    WrittenPart,
    theme_part,
)
from audit_desk.reports.pdf import write_pdf
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.screens.round.report.tab import PageName
from audit_desk.ui.screens.round.screen import RoundScreen
from tests.gallery.registry import Shot
from tests.gallery.shots_rounds import Act, _findings, _round
from tests.ui.fake_report import AT, FIGURES, OLD, document, shelf_line
from tests.ui.fake_rounds import PERSON, FakeRegister, make_cases

_HEADLINE = (
    "Children are seen sooner than a year ago. What is found out in those first days does not yet"
    " reach the plan that is meant to keep them safe."
)
_STRATEGY = (
    "People meet quickly, and those who know the child are there.\nWhere the meeting waited for the"
    " police, nobody wrote down how the child was kept safe until then."
)


@cache
def _written() -> FakeRegister:
    """A round after another, with words, saved reports and other documents."""
    register = FakeRegister(make_cases(133))
    before = register.create("Autumn 2025", by=PERSON)
    now = register.create("Spring 2026", by=PERSON)
    register.draw(before, DrawRequest(18, 99), PERSON)
    register.draw(now, DrawRequest(20, 4711), PERSON)
    register.read(before, submitted=18)
    register.read(now, submitted=17, begun=2)
    report = register.report
    report.before = before
    report.words = _words()
    report.shelf = (
        shelf_line("Spring 2026 - dip-sample report.pdf", "PDF", "Full", behind=False),
        shelf_line("Spring 2026 - board.docx", "Word document", "Board", behind=True),
        shelf_line("Spring 2026 - data.xlsx", "Workbook", "Full", behind=True),
    )
    report.documents = tuple(
        document(title, about, lambda _path: None)
        for title, about in (
            ("Closing the loop", "One page a theme for a team meeting: what to keep and change."),
            ("List of actions", "For whoever follows them: what changes, who sees to it, when."),
        )
    )
    register.pdf = write_pdf(register.found(now))
    return register


def _words() -> RoundWords:
    def part(text: str, figures: str = FIGURES) -> WrittenPart:
        return WrittenPart(text, figures, PERSON, AT)

    return RoundWords(
        {
            HEADLINE: part(_HEADLINE),
            theme_part("strategy-meetings"): part(_STRATEGY, OLD),
            RECOMMENDATIONS: part(""),
        },
        (
            Recommendation(
                "Write down at once how the child is kept safe until the meeting is held.",
                "Team manager",
                date(2026, 5, 1),
                "action-1",
            ),
            Recommendation("Begin each supervision with what the child said since the last one."),
        ),
        FIGURES,
    )


def _page(name: PageName, part: int = 0) -> Act:
    def act(screen: RoundScreen) -> None:
        screen.report.go(name)
        contents = screen.report.words.contents
        while name == "words" and not contents.count():
            QApplication.processEvents()
        contents.setCurrentRow(part % max(contents.count(), 1))

    return act


_report = partial(_round, tab="report", number=2, register=_written)

SHOTS = [
    Shot("round-report-words", partial(_report, act=_page("words"))),
    Shot("round-report-words-theme", partial(_report, act=_page("words", 2))),
    Shot("round-report-words-list", partial(_report, act=_page("words", -1))),
    Shot("round-report-words-none", partial(_round, tab="report", act=_page("words"))),
    Shot("round-report-words-large", partial(_report, act=_page("words", 2)), scale=200),
    Shot("round-report-documents", partial(_report, act=_page("documents"))),
    Shot("round-report-shelf", partial(_report, act=_page("shelf"))),
    Shot("round-report-shelf-none", partial(_round, tab="report", act=_page("shelf"))),
    Shot(
        "round-findings-trend",
        partial(
            _round, tab="findings", number=2, register=_written, act=_findings("Between rounds")
        ),
    ),
]
"""Every picture of this part."""
