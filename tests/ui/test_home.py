from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from audit_desk.domain.audit import Answer
from audit_desk.domain.independence import Statement
from audit_desk.domain.person import Role
from audit_desk.services.desk import Desk
from audit_desk.services.registers import create_register
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.screens.home.from_desk import DeskHome
from tests.services.conftest import cohort
from tests.stored_cases import add_cases
from tests.ui.fake_home import (
    AUDITS,
    DIFFERENCES,
    DUE,
    LATE,
    NEEDS,
    ROUNDS,
    SAID,
    FakeHome,
    round_line,
)
from tests.ui.home_page import FULL, Home, Open, open_

__all__ = ["open_"]


def test_my_audits_and_rounds_say_how_far_they_are_and_lead_there(open_: Open) -> None:
    home = open_(replace(FULL))
    home.press("CST-0087 · March 2026 dip sample · 4 of 49 answered")
    home.press("CST-0011 · March 2026 dip sample · Begin")
    home.press("March 2026 dip sample · Complex safeguarding · 11 of 20 submitted")
    home.press("All rounds")
    home.press("Open the audit: CST-0142")
    assert home.went == [
        "audit audit-2",
        "audit audit-4",
        "round March 2026 dip sample",
        "page rounds",
        "audit audit-1",
    ]


def test_due_files_say_how_late_they_are_and_who_is_needed_leads_to_the_round(
    open_: Open,
) -> None:
    home = open_(replace(FULL, audits=DUE, needs=NEEDS, differences=DIFFERENCES, said=(SAID,)))
    assert "Say who puts it right, and by when." in home.texts()
    home.press(
        "CST-0087 · March 2026 dip sample · Due 24 Feb 2026, overdue by 7 days · 4 of 49 answered"
    )
    home.press("Autumn 2025 · 3 files have no auditor · Find an auditor")
    home.press(
        "6 differences to settle · March 2026 dip sample · between two readings of a file"
        " · Moderate"
    )
    assert home.went == [
        "audit audit-2",
        "round Autumn 2025",
        "moderate round March 2026 dip sample",
    ]
    labels = home.screen.findChildren(QLabel)
    late = next(each for each in labels if "overdue" in each.text())
    assert late.property("role") == "error"


def test_where_every_file_has_an_auditor_nothing_is_said(open_: Open) -> None:
    view = open_(replace(FULL)).screen.view
    assert not view.needs.isVisible()
    assert not view.feedback.isVisible()


def test_the_tab_key_goes_down_the_page(open_: Open) -> None:
    home = open_(replace(FULL))
    home.button("Record who was told: CST-0142").setFocus()
    names = []
    for _ in range(13):
        focused = home.screen.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName().partition(" · ")[0])
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        "Record who was told: CST-0142",
        "Child seen or safe: CST-0142",
        "Open the audit: CST-0142",
        "Record who was told: CST-0087",
        "Child seen or safe: CST-0087",
        "Open the audit: CST-0087",
        "CST-0142",
        "CST-0087",
        "CST-0011",
        "March 2026 dip sample",
        "Autumn 2025",
        "Return home interviews again",
        "All rounds",
    ]


@pytest.mark.parametrize(
    ("port", "action", "leads"),
    [
        (FakeHome(cases=0), "Bring in a case list", "import"),
        (FakeHome(), "Create a round", "page rounds"),
        (FakeHome(rounds=(round_line("First"),)), "Draw the sample", "round First"),
        (
            FakeHome(rounds=(round_line("First", not_started=8),), audits=AUDITS[2:]),
            "Begin reading",
            "audit audit-4",
        ),
    ],
)
def test_the_first_steps_lead_to_the_next_one(
    open_: Open, port: FakeHome, action: str, leads: str
) -> None:
    home = open_(port)
    home.press(action)
    assert home.went == [leads]


def test_an_empty_register_shows_the_steps_alone(open_: Open) -> None:
    home = open_(FakeHome(cases=0))
    assert home.screen.view.steps.isVisible()
    assert not home.screen.view.audits.isVisible()


def test_nothing_of_mine_is_said_calmly(open_: Open) -> None:
    home = open_(FakeHome(rounds=ROUNDS, out={ROUNDS[0].round.id: 4}))
    assert "Nothing waits for you. Open a round to begin a file." in home.texts()
    assert "4 out in packs" in home.texts(), "what is in packs is not forgotten"
    assert "20 of 20 submitted" in home.texts()


def test_what_waits_for_me_is_what_the_register_says(tmp_path: Path) -> None:
    register = create_register(tmp_path / "n.auditdesk", "a long passphrase", "Northshire", "Ada")
    with register:
        with register.transaction():
            add_cases(register, cohort(8))
        desk = Desk(register, {}, today=lambda: date(2026, 6, 10))
        home = DeskHome(desk)
        round_ = desk.rounds.create("Spring", by="Ada")
        desk.sampling.draw(round_, DrawRequest(6, 1), "Ada")
        ids = [audit.id for audit in desk.rounds.audits(round_.id)]
        assert [line.audit_id for line in home.my_audits()] == ids[:1], "the next that is free"
        assert home.needs_auditor() == ()
        desk.independence.declare(ids[0], "Ada", Statement.INVOLVED)
        assert [line.audit_id for line in home.my_audits()] == ids[1:2], "not one that I may not"
        moderator = desk.people.add("Ada", [Role.MODERATOR], "Ada")
        assert home.my_audits() == (), "who settles is not offered a file to read"
        desk.people.remove(moderator.id, "Ada")
        for audit_id, due in zip(
            ids[2:5], (None, date(2026, 6, 30), date(2026, 6, 9)), strict=True
        ):
            desk.assignment.assign([audit_id], " ADA", due, "Ben")
        mine = home.my_audits()
        assert [line.audit_id for line in mine] == [ids[4], ids[3], ids[2]]
        assert [line.due for line in mine] == ["9 Jun 2026, overdue by 1 day", "30 Jun 2026", ""]
        back, free = home.needs_auditor()
        assert "given back by Ada" in back.note
        assert (free.title, free.note) == ("Spring", "3 files have no auditor")
        desk.auditing.save_answer(ids[2], Answer("ST3", "2"), "Ada")
        assert [line.audit_id for line in home.my_audits()] == [ids[4], ids[2], ids[3]]


def test_late_actions_lead_to_their_page_and_are_gone_once_none_is(
    open_: Callable[[FakeHome], Home],
) -> None:
    home = open_(replace(FULL, late=LATE))
    assert "Overdue by 7 days" in home.texts()
    (row,) = [
        each
        for each in home.screen.view.due_actions.buttons()
        if "Overdue" in each.accessibleName()
    ]
    row.click()
    home.screen.view.due_actions.more.click()
    assert home.went == ["action action-1", "page actions"]
    home.port.late = ()
    home.screen.refresh()
    assert not home.screen.view.due_actions.isVisible()
