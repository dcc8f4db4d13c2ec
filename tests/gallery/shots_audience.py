"""Pictures of a report for others: for whom it is, and what may be quoted in it."""

from copy import copy
from dataclasses import replace
from functools import cache, partial

from audit_desk.domain.audience import Audience
from audit_desk.domain.passages import passages_of
from audit_desk.domain.shareable_from import shareable
from audit_desk.reports.pdf import write_pdf
from audit_desk.services.releases import Quotable
from audit_desk.ui.prompts import DialogPrompts
from audit_desk.ui.screens.round.report.audience_quotes import QuotesDialog
from audit_desk.ui.screens.round.screen import RoundScreen
from tests.gallery.registry import Shot, Studio
from tests.gallery.shots_rounds import _round
from tests.reports.example import make_findings
from tests.ui.fake_rounds import FakeRegister


@cache
def _passages() -> tuple[Quotable, ...]:
    """The texts of a round, every third released; one of them names somebody."""
    found = [
        Quotable(each, place % 3 == 0) for place, each in enumerate(passages_of(make_findings()))
    ]
    named = replace(found[1].passage, text="Ms Shah rang the carer the same evening.")
    found[1] = Quotable(named, is_released=False, identifiers=("name “Ms Shah”",), spans=((0, 7),))
    return tuple(found)


def _for_board() -> FakeRegister:
    from tests.gallery.shots_rounds import _full

    register = copy(_full())  # which other pictures show as it is
    keys = [each.passage.key for each in _passages() if each.is_released]
    register.pdf = write_pdf(shareable(make_findings(), Audience.BOARD, keys, lambda _text: False))
    return register


def _board(screen: RoundScreen) -> None:
    screen.report.audiences.choose(Audience.BOARD)


def _quotes(_studio: Studio) -> QuotesDialog:
    dialog = QuotesDialog(_passages(), DialogPrompts(), lambda _add, _gone: None)
    theme = dialog.tree.topLevelItem(0)
    if theme is not None:
        dialog.tree.setCurrentItem(theme.child(1) or theme)
    return dialog


SHOTS = [
    Shot("round-report-board", partial(_round, tab="report", register=_for_board, act=_board)),
    Shot(
        "round-report-board-large",
        partial(_round, tab="report", register=_for_board, act=_board),
        scale=200,
    ),
    Shot("round-report-quotes", _quotes, None),
]
"""Every picture of this part."""
