from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit import Grade
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.findings import QuestionFindings, Spread
from audit_desk.domain.inference import Share, share
from audit_desk.errors import BugError, UserError
from audit_desk.ui.models.question_model import answers_text
from audit_desk.ui.models.share_words import basis, beyond, headline, in_cell, limits
from audit_desk.ui.screens.round.findings.flat_table import FlatTable
from audit_desk.ui.screens.round.findings.timeliness import late_words
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.grade_bar import GradeBar, paint_spread, parts_of, spread_words
from audit_desk.ui.widgets.likeness_bars import LikenessBars
from tests.ui.fake_rounds import PERSON
from tests.ui.round_page import Opened, opened_page  # noqa: F401 - the fixture is used by name


def _titles(opened: Opened) -> list[str]:
    contents = opened.screen.findings.contents
    return [contents.item(place).text() for place in range(contents.count())]


def _said(opened: Opened) -> str:
    page = opened.screen.findings.pages.currentWidget()
    assert page is not None
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page))


@pytest.fixture
def read(opened: Opened) -> Opened:
    """A round of twelve with ten submitted audits."""
    opened.draw(12)
    opened.register.read(opened.register.rounds[0], submitted=10, begun=1)
    return opened


def test_an_undrawn_round_says_what_to_do_first(opened: Opened) -> None:
    opened.open("findings")
    assert opened.screen.findings.empty.isVisible()


def test_without_a_submitted_audit_it_says_so_plainly(opened: Opened) -> None:
    opened.draw(12)
    opened.open("findings")
    assert "No drawn file has been submitted yet" in _said(opened)
    assert "Timeliness" not in _titles(opened)


def test_a_concern_is_seen_before_anything_is_submitted(opened: Opened) -> None:
    opened.draw(12)
    opened.register.worry(opened.register.rounds[0])
    opened.open("findings")
    assert "1 child has an open concern." in _said(opened)
    opened.screen.findings.go("Concerns")
    assert "has told nobody" in _said(opened)


def test_the_overview_counts_n_of_n(read: Opened) -> None:
    read.open("findings")
    found = read.register.found(read.register.rounds[0])
    assert headline(found) in _said(read)
    assert "10 of 12 drawn files are submitted, from a frame of 46 cases." in _said(read)
    assert found.overall.good_or_better.text in _said(read)


def test_every_theme_has_its_page_with_all_its_questions(read: Opened) -> None:
    read.open("findings")
    found = read.register.found(read.register.rounds[0])
    for theme in found.themes:
        read.screen.findings.go(theme.title)
        page = read.screen.findings.pages.currentWidget()
        assert page is not None
        table = page.findChildren(FlatTable)[0]
        assert table.model().rowCount() == len(theme.questions)
        assert theme.good_or_better.text in _said(read)


def test_a_theme_is_reached_from_its_bar_and_by_arrow_keys(read: Opened) -> None:
    read.open("findings")
    contents = read.screen.findings.contents
    contents.setFocus()
    QTest.keyClick(contents, Qt.Key.Key_Down)
    first = read.register.found(read.register.rounds[0]).themes[0]
    assert read.screen.findings.contents.currentItem().text() == first.title
    assert first.title in _said(read)


def test_purposive_files_alone_give_words_and_no_figures(opened: Opened) -> None:
    opened.draw(2)
    chosen = opened.register.receipts("round-1")[-1].strata[0].spares[0]
    round_ = opened.register.rounds[0]
    opened.register.add_on_purpose(round_, chosen, "A complaint", PERSON)
    full = opened.register.full["round-1"]
    full.insert(0, full.pop())
    opened.register.read(round_, submitted=1)
    opened.open("findings")
    assert "No drawn file has been submitted yet" in _said(opened)
    assert "Files chosen on purpose count in no figure." in _said(opened)


def test_the_page_stays_when_the_findings_are_counted_again(read: Opened) -> None:
    read.open("findings")
    read.screen.findings.go("Timeliness")
    read.register.read(read.register.rounds[0], submitted=12)
    read.screen.refresh()
    read.rest()
    assert read.screen.findings.contents.currentItem().text() == "Timeliness"
    read.screen.findings.go("Overview")
    assert "12 of 12 drawn files" in _said(read)


def test_findings_are_counted_once_until_an_audit_changes(read: Opened) -> None:
    read.open("findings")
    page = read.screen.findings.pages.currentWidget()
    read.screen.show_tab("audits")
    read.screen.show_tab("findings")
    read.rest()
    assert read.screen.findings.pages.currentWidget() is page


@pytest.mark.parametrize("fails", [UserError("It cannot be read."), BugError("Contradiction")])
def test_a_count_that_fails_is_said_and_can_be_repeated(read: Opened, fails: Exception) -> None:
    read.register.fails = fails
    read.open("findings")
    assert read.errors.shown.pop() is fails
    stopped = read.screen.findings.stopped
    assert stopped.isVisible()
    read.register.fails = None
    assert stopped.action_button is not None
    stopped.action_button.click()
    read.rest()
    assert "Overview" in _titles(read)


def test_timeliness_spells_out_the_selected_standard(read: Opened) -> None:
    read.open("findings")
    read.screen.findings.go("Timeliness")
    found = read.register.found(read.register.rounds[0])
    page = read.screen.findings.pages.currentWidget()
    assert page is not None
    table = page.findChildren(FlatTable)[0]
    place = next(place for place, clock in enumerate(found.clocks) if clock.late)
    table.selectRow(place)
    assert found.clocks[place].standard in _said(read)
    assert late_words(found.clocks[place]) in _said(read)


def test_overrides_and_profile_have_their_pages(read: Opened) -> None:
    read.open("findings")
    found = read.register.found(read.register.rounds[0])
    assert found.overrides
    read.screen.findings.go("Judgements that differ")
    page = read.screen.findings.pages.currentWidget()
    assert page is not None
    rows = page.findChildren(FlatTable)[0].model().rowCount()
    assert rows == len(found.overrides)
    read.screen.findings.go("Sample and frame")
    page = read.screen.findings.pages.currentWidget()
    assert page is not None
    bars = page.findChildren(LikenessBars)
    assert len(bars) == len(found.profiles) > 5
    said = bars[0].accessibleDescription()
    first = found.profiles[0].rows[0]
    assert f"{first.value}: {first.in_frame} of 46 in the frame, {first.in_sample} of" in said


def test_a_flat_table_shows_every_row_without_scrolling(read: Opened) -> None:
    read.open("findings")
    read.screen.findings.go("Strategy meetings")
    read.rest()
    page = read.screen.findings.pages.currentWidget()
    assert page is not None
    table = page.findChildren(FlatTable)[0]
    last = table.model().index(table.model().rowCount() - 1, 0)
    assert table.visualRect(last).bottom() <= table.viewport().height()
    assert table.verticalScrollBar().maximum() == 0


def test_below_ten_there_is_neither_percentage_nor_interval() -> None:
    small, large = share(6, 8, 40), share(9, 12, 40)
    assert beyond(small) == ""
    assert in_cell(small) == "6 of 8"
    assert beyond(large).startswith("75 % · 95 % interval ")
    assert beyond(Share(9, 12)) == "75 %"  # not drawn at random: no interval
    assert beyond(share(10, 12, 12)) == "83 % · every file of the frame"


def test_answers_are_said_with_every_absence_kept_apart() -> None:
    counts = {"yes": 8, "partly": 0, "no": 2}
    question = QuestionFindings(
        "ST2", "Did they?", True, "yes_partly_no", counts, 1, 2, 3, 1, Share(8, 10)
    )
    assert answers_text(question) == "Yes 8 · No 2 · NE 1 · NX 2 · \u2013 1"
    nothing = replace(question, counts={}, not_evidenced=0, not_accessible=0, unanswered=0)
    assert answers_text(nothing) == "No answer"


def _spread(*counts: int) -> Spread:
    return Spread(dict(zip(Grade, counts, strict=True)), not_evidenced=1)


def test_a_bar_has_a_part_for_every_count_and_none_for_nought(theme: Theme) -> None:
    parts = parts_of(_spread(0, 8, 0, 1), theme)
    assert [(part.letters, part.count) for part in parts] == [("G", 8), ("I", 1), ("NE", 1)]
    assert spread_words(_spread(0, 8, 0, 1), theme) == "8 good, 1 inadequate, 1 not evidenced"


def test_a_bar_says_its_grades_to_whoever_cannot_see_it(qtbot: QtBot, theme: Theme) -> None:
    bar = GradeBar(theme, "Overall", _spread(2, 3, 0, 0))
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "Overall: 2 outstanding, 3 good, 1 not evidenced"


def test_lengths_are_exact(theme: Theme) -> None:
    image = QImage(500, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    spread = Spread(dict(zip(Grade, (1, 3, 0, 0), strict=True)))
    paint_spread(painter, QRectF(0, 0, 500, 20), spread, theme)
    painter.end()
    row = [image.pixelColor(x, 2).name() for x in range(500)]
    first = row.count(theme.colours.outstanding.fill)
    second = row.count(theme.colours.good.fill)
    assert second == pytest.approx(3 * first, abs=4)


def test_nothing_graded_is_said_and_not_left_blank(theme: Theme) -> None:
    assert spread_words(Spread(dict.fromkeys(Grade, 0)), theme) == "none graded"


def test_the_headline_is_plain_for_none_one_and_all(read: Opened) -> None:
    found = read.register.found(read.register.rounds[0])

    def said(n: int, of: int) -> str:
        return headline(replace(found, overall=replace(found.overall, good_or_better=Share(n, of))))

    assert said(0, 0) == "No file that was read has an overall judgement."
    assert said(1, 9) == "1 of 9 files was judged good or better overall."
    assert said(9, 9) == "All 9 files read were judged good or better overall."


def test_without_a_draw_nothing_is_said_of_an_interval(read: Opened) -> None:
    found = replace(read.register.found(read.register.rounds[0]), receipts=(), purposive=1)
    assert limits(found).endswith("so there is no interval.")
    assert basis(found).endswith("1 file chosen on purpose counted in no figure.")


def test_what_practitioners_and_children_said_has_a_page(read: Opened) -> None:
    audits = read.register.full[read.register.rounds[0].id]
    heard = Contribution(
        Role.CHILD, invited=True, took_part=True, changed=True, how="The plan was graded lower."
    )
    audits[:] = [replace(full, contributions={Role.CHILD: heard}) for full in audits[:1]] + [
        replace(full, contributions={Role.CHILD: Contribution(Role.CHILD, invited=True)})
        for full in audits[1:]
    ]
    read.open("findings")
    read.screen.findings.go("Practitioners and children")
    page = read.screen.findings.pages.currentWidget()
    assert page is not None
    rows = [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for table in page.findChildren(FlatTable)
        for model in [table.model()]
        for row in range(model.rowCount())
    ]
    assert rows[2] == ["Child or carer", "10 of 10", "1 of 10", "1 of 10", "0 of 10"]
    assert rows[3][1:] == ["Child or carer", "The plan was graded lower."]
