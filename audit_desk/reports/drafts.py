"""Where a lead may begin to write: sentences made from the figures by fixed rules."""

from audit_desk.domain.findings import Findings
from audit_desk.domain.round_words import HEADLINE, THE_ROUND, DraftWords, theme_part
from audit_desk.reports.headline import drafted_headline, drafted_overview
from audit_desk.reports.recommendations import recommendations
from audit_desk.reports.themes import drafted_narrative
from audit_desk.reports.words import NBSP


def draft_words(findings: Findings) -> DraftWords:
    """Return a draft of every part; nothing in it goes beyond the figures."""
    texts = {
        HEADLINE: drafted_headline(findings),
        THE_ROUND: drafted_overview(findings),
        **{theme_part(theme.theme_id): drafted_narrative(theme) for theme in findings.themes},
    }
    return DraftWords(
        {part: _typable(text) for part, text in texts.items()},
        tuple(_typable(text) for text in recommendations(findings)),
    )


def _typable(text: str) -> str:
    return text.replace(NBSP, " ")
