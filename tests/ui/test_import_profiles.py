"""The import profiles on the settings page."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from audit_desk.ui.screens.settings.profiles import ProfilesPanel
from tests.ui.conftest import FakePrompts
from tests.ui.fake_profiles import PROFILES, FakeProfileStore


def test_a_profile_is_given_away_removed_put_back_and_taken(
    qtbot: QtBot, prompts: FakePrompts, tmp_path: Path
) -> None:
    store = FakeProfileStore(list(PROFILES))
    panel = ProfilesPanel(store, prompts, tmp_path)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.list.item(0).text() == (
        "Children in need (Mosaic) · Children's cases · 2 columns, 1 code"
    )
    prompts.file = tmp_path / "given.auditdesk-profile.json"
    panel.write.click()
    assert "given.auditdesk-profile.json" in panel.note.text()

    prompts.answer = False
    panel.remove.click()
    assert len(store.kept) == 2, "nothing is removed without a yes"
    panel.read.click()
    assert prompts.asked[-1] == "Replace the profile “Children in need (Mosaic)”?"
    prompts.answer = True
    panel.remove.click()
    assert [each.name for each in store.kept] == ["Missing episodes"]
    panel.undo.click()
    assert len(store.kept) == 2
    panel.remove.click()
    panel.read.click()
    assert PROFILES[0] in store.kept

    prompts.file = tmp_path / "wrong.json"
    prompts.file.write_text("Child ID,Team\n", encoding="utf-8")
    panel.read.click()
    assert "wrong.json is not an import profile." in panel.note.text()


def test_an_empty_register_says_where_profiles_come_from(
    qtbot: QtBot, prompts: FakePrompts
) -> None:
    panel = ProfilesPanel(FakeProfileStore(), prompts)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.none.isVisible()
    assert not panel.write.isEnabled()
    panel.write.click()
    panel.remove.click()
    assert prompts.asked == []
