"""Looking back: every version with its restore, kept submissions, and where I was."""

from dataclasses import replace
from datetime import timedelta

from pytestqt.qtbot import QtBot

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.audit import OVERALL, Answer, AuditState, Grade, Judgement
from audit_desk.domain.follow_up import FollowUp
from audit_desk.domain.last_place import LastPlace
from audit_desk.domain.submission import Content, Submission
from audit_desk.domain.written_words import Change
from audit_desk.errors import UserError
from audit_desk.ui.screens.audit.history.history_text import marked
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.screens.audit.way.resume import short_moment
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.text import TextLabel
from tests.ui.audit_page import CTRL, Key, Page, build_page
from tests.ui.conftest import RecordedErrors
from tests.ui.fake_auditing import NOW, FakeAuditing
from tests.ui.fake_records import YESTERDAY, FakeRecords, versions_of

FIRST = Answer("ST3", "2", evidence="The minutes are shared.")
THEN = Answer("ST3", "4", evidence="The minutes are <b>late</b>.")
VERSIONS = {("meetings", "ST3"): versions_of(("Amina Khan", FIRST), ("Ben Ode", THEN))}
KEPT = Submission(
    1,
    "ab" * 32,
    Content("Amina Khan", {"ST3": FIRST}, {OVERALL: Judgement(OVERALL, Grade.GOOD)}),
    "Amina Khan",
    YESTERDAY,
    "Ben Ode",
    NOW,
    "A date was misread",
)


def page_at(
    qtbot: QtBot,
    theme: Theme,
    errors: RecordedErrors,
    records: FakeRecords,
    *,
    locked: bool = False,
) -> Page:
    auditing = FakeAuditing(answers={"ST3": THEN})
    if locked:
        auditing._become(AuditState.SUBMITTED)
    told = {"ST3": FollowUp("ST3", ActionDraft("Minutes within a day."))}
    records.standing = Content("Amina Khan", {"ST3": THEN}, follow_ups=told)
    page = build_page(qtbot, theme, errors, auditing, records=records)
    page.screen.moving.go_to(Place("meetings", "ST3"))
    return page


def words(page: Page) -> str:
    here = page.screen.view.pages.currentWidget()
    assert here is not None
    return "\n".join(each.text() for each in here.findChildren(TextLabel) if each.isVisible())


def test_every_version_is_a_key_away_and_comes_back_by_enter(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = page_at(qtbot, theme, errors, FakeRecords(VERSIONS))
    page.press(Key.Key_H, modifier=CTRL)
    shown = words(page)
    assert "ST3: every version" in shown
    assert shown.index("Ben Ode") < shown.index("Amina Khan")
    assert "<s>Good</s> → Inadequate" in shown
    assert "The minutes are <s>shared.</s> <u>&lt;b&gt;late&lt;/b&gt;.</u>" in shown
    page.press(Key.Key_Return)
    assert page.auditing.saved == [FIRST]
    assert page.here == "ST3"
    assert page.screen.view.question.evidence.text.toPlainText() == FIRST.evidence


def test_a_restored_concern_interrupts_like_a_chosen_one(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    unsafe = Answer("X9", "unsafe", evidence="Hurt.")
    versions = {("life", "X9"): versions_of(("Ada", unsafe), ("Ada", Answer("X9", "safe")))}
    page = page_at(qtbot, theme, errors, FakeRecords(versions))
    page.screen.moving.go_to(Place("life", "X9"))
    page.press(Key.Key_H, modifier=CTRL)
    page.press(Key.Key_Return)
    assert page.screen.view.is_showing(page.screen.view.concern)


def test_nothing_is_restored_in_a_locked_audit_and_it_says_so(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = page_at(qtbot, theme, errors, FakeRecords(VERSIONS), locked=True)
    page.screen.looking.show_versions()
    assert "no version can be restored" in words(page)
    assert page.focused().accessibleName() == "Go on reading  (Esc)"
    page.press(Key.Key_Escape)
    assert page.screen.view.is_reading


def test_a_judgement_comes_back_with_its_texts(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    old = Judgement("meetings", Grade.GOOD, strengths="Seen weekly.")
    versions = {("meetings", ""): versions_of(("Ada", old), ("Ada", replace(old, strengths="")))}
    page = page_at(qtbot, theme, errors, FakeRecords(versions))
    page.screen.moving.go_to(Place("meetings"))
    page.press(Key.Key_H, modifier=CTRL)
    page.press(Key.Key_Return)
    assert page.screen.view.judgement.texts.fields["strengths"].toPlainText() == "Seen weekly."


def test_what_was_submitted_before_is_said_and_compared(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = page_at(qtbot, theme, errors, FakeRecords(kept=(KEPT,)), locked=True)
    shown = words(page)
    assert "Submission 2 of 2" in shown
    assert "A date was misread" in shown
    page.screen.view.notices.kept_asked.emit()
    shown = words(page)
    assert "Submission 1 of 2" in shown
    assert "abababab" in shown
    assert "What differs in submission 2:" in shown
    assert "ST3: How well was ST3 done?" in shown
    assert "<s>Good</s> → Inadequate" in shown
    assert "ST3: what follows" in shown
    assert "Minutes within a day." in shown
    page.press(Key.Key_Tab)
    assert page.focused().accessibleName() == "Look at submission 1"
    page.press(Key.Key_Return)
    qtbot.waitUntil(lambda: "All that stood in submission 1:" in words(page))
    page.press(Key.Key_Escape)
    assert page.screen.view.is_reading


def test_a_correction_that_is_not_submitted_yet_says_what_it_corrects(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = page_at(qtbot, theme, errors, FakeRecords(kept=(KEPT,)))
    assert "Correction of submission 1" in words(page)
    page.screen.looking.show_submissions()
    assert "What differs in what stands there now:" in words(page)


def test_the_reading_goes_on_where_it_was_left_and_says_so_until_the_next_step(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    records = FakeRecords(place=LastPlace("meetings", "ST3", YESTERDAY))
    page = build_page(qtbot, theme, errors, FakeAuditing(answers={"ST3": FIRST}), records=records)
    assert page.here == "ST3"
    line = page.screen.view.notices.resumed
    assert line is not None
    assert line.words.text() == f"You were here on {short_moment(YESTERDAY, NOW)}"
    assert line.lead.text() == "first unanswered: ST1"
    line.lead.click()
    assert page.here == "ST1"
    assert page.screen.view.notices.resumed is None
    assert page.screen.leave()
    assert records.place == LastPlace("meetings", "ST1", NOW)


def test_a_place_that_is_gone_or_cannot_be_kept_disturbs_nobody(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    records = FakeRecords(place=LastPlace("gone", "Q1", YESTERDAY), fails=UserError("Full."))
    page = build_page(qtbot, theme, errors, FakeAuditing(answers={"ST3": FIRST}), records=records)
    assert page.screen.view.notices.resumed is None
    page.screen.moving.by(1)
    assert page.screen.leave()


def test_a_long_passage_that_stayed_is_shortened_and_a_year_ago_is_said() -> None:
    stayed = " ".join(f"word{number}" for number in range(60))
    text = marked(Change("Evidence", f"{stayed} one", f"{stayed} two", prose=True))
    assert "word0" in text
    assert "word30" not in text
    assert "<s>one</s> <u>two</u>" in text
    assert marked(Change("Episodes", "2 March\n9 March", "9 March")) == "<s>2 March<br></s> 9 March"
    assert short_moment(NOW - timedelta(days=400), NOW).startswith("30 Mar 2025, ")


def test_what_follows_from_an_answer_has_its_versions_among_the_others(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    late = FollowUp("ST3", ActionDraft("Minutes within a day.", "Team manager"))
    said = versions_of(
        ("Amina Khan", late), ("Ben Ode", FollowUp("ST3", none_because="She has left."))
    )
    page = page_at(qtbot, theme, errors, FakeRecords({("meetings", "ST3"): said}))
    page.screen.looking.show_versions()
    shown = words(page)
    assert shown.count("What follows · ") == 2
    assert "Minutes within a day." in shown
    page.screen.looking.restore(said[0])
    assert page.screen.sheet.follow_up("ST3") == late
