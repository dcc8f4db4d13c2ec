"""With the practitioner and the child: asked step by step, saved as it is typed, by keyboard."""

from datetime import date

from pytestqt.qtbot import QtBot

from audit_desk.domain.audit import OVERALL, AuditState
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.practitioner import PRACTITIONER
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.theme import Theme
from tests.ui.audit_page import CTRL, Key, Page, build_page
from tests.ui.conftest import RecordedErrors
from tests.ui.fake_auditing import FakeAuditing

INVITED = "Was the allocated worker invited to take part in this audit? "


def page_of(qtbot: QtBot, theme: Theme, errors: RecordedErrors, **said: bool | str) -> Page:
    made = {Role.WORKER: Contribution(Role.WORKER, **said)} if said else {}  # type: ignore[arg-type]
    page = build_page(qtbot, theme, errors, FakeAuditing(contributions=made))
    page.screen.moving.go_to(Place(OVERALL))
    page.press(Key.Key_Down)
    assert page.here == PRACTITIONER
    return page


def saved(page: Page, role: Role) -> Contribution:
    return page.auditing.full.contributions[role]


def test_what_they_said_is_asked_step_by_step_and_saved(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = page_of(qtbot, theme, errors)
    assert page.focused().accessibleName() == f"{INVITED}Yes"
    page.press(Key.Key_Space)
    page.press_until(Key.Key_Tab, lambda one: "Did the allocated" in one.accessibleName())
    page.press(Key.Key_Space)
    page.press_until(Key.Key_Tab, lambda one: "When did" in one.accessibleName())
    page.type("soonish")
    page.press(Key.Key_Return)
    page.type("Nobody told me.")
    page.press(Key.Key_Tab, Key.Key_Right, Key.Key_Space)
    day = page.screen.view.contribution.cards[Role.WORKER].on.line
    assert day.text() == "soonish"  # another answer does not take it away
    day.setFocus()
    page.press(Key.Key_A, modifier=CTRL)
    page.type("29/4")
    page.press(Key.Key_Return)
    assert saved(page, Role.WORKER) == Contribution(
        Role.WORKER,
        invited=True,
        took_part=True,
        on=date(2026, 4, 29),
        said="Nobody told me.",
        changed=False,
    )
    page.screen.moving.go_to(Place(OVERALL))
    page.press(Key.Key_Down)
    assert page.focused().accessibleName() == (
        "Was the manager invited to take part in this audit? Yes"
    )


def test_why_somebody_was_not_invited_is_asked_and_undone_keeps_the_words(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = page_of(qtbot, theme, errors)
    page.press(Key.Key_Right, Key.Key_Space)
    card = page.screen.view.contribution.cards[Role.WORKER]
    assert card.missing.text() == ("Say whether the allocated worker was invited, and if not, why.")
    assert page.screen.reading.state(Place(PRACTITIONER)).value == "not complete"
    page.press(Key.Key_Tab)
    page.type("On leave.")
    assert card.missing.isHidden()
    page.press(Key.Key_Escape)
    page.press(Key.Key_Z, modifier=CTRL)
    assert saved(page, Role.WORKER) == Contribution(Role.WORKER, why_not="On leave.")
    assert not card.invited.options[False].isChecked()


def test_the_page_asks_for_all_three_before_submitting(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = page_of(qtbot, theme, errors, invited=False, why_not="On leave.")
    page.screen.check()
    gaps = [one.text() for one in page.screen.view.check.gap_buttons]
    assert gaps[-2:] == [
        "Say whether the manager was invited, and if not, why.",
        "Say whether the child or a carer was invited, and if not, why.",
    ]
    page.screen.view.check.gap_buttons[-1].click()
    assert page.here == PRACTITIONER


def test_a_submitted_audit_shows_what_they_said_and_takes_nothing(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    auditing = FakeAuditing()
    auditing._become(AuditState.SUBMITTED)
    page = build_page(qtbot, theme, errors, auditing)
    page.screen.moving.go_to(Place(PRACTITIONER))
    card = page.screen.view.contribution.cards[Role.CHILD]
    assert card.why_not.toPlainText() == "Too soon."
    assert card.why_not.isReadOnly()
    first = page.screen.view.contribution.cards[Role.WORKER]
    assert page.focused() is first.why_not
    card.invited.options[True].click()
    assert auditing.saved == []
