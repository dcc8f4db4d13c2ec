import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from audit_desk import paths
from audit_desk.domain.settings import Appearance
from audit_desk.ui import main_window
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.audit.keymap import KEYS
from audit_desk.ui.screens.help.screen import HelpScreen
from audit_desk.ui.screens.help.topics import Topic, read_topics
from audit_desk.ui.theme import TextSize, Theme
from audit_desk.ui.tokens import DARK

TOPICS = (
    Topic("index", "Start", "# Start\n\nSee [Keys](keys.md) or [the web](https://example.org)."),
    Topic(
        "keys", "Keys", "# Keys\n\nPress `F1`.\n\n## More\n\n| Key | Does |\n|---|---|\n| A | B |"
    ),
    Topic("safe", "Safe", "# Safe\n\n<b>Plain</b> words about encryption."),
)


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, icons: Icons) -> HelpScreen:
    made = HelpScreen(lambda: TOPICS, theme, icons)
    qtbot.addWidget(made)
    return made


def _listed(screen: HelpScreen) -> list[str]:
    contents = screen.view.contents
    items = (contents.item(number) for number in range(contents.count()))
    return [item.text() for item in items if item is not None]


def _text(screen: HelpScreen) -> str:
    return screen.view.text.toPlainText()


def test_it_opens_on_the_first_page(screen: HelpScreen) -> None:
    assert _listed(screen) == ["Start", "Keys", "Safe"]
    assert _text(screen).startswith("Start")


@pytest.mark.parametrize(("topic", "shown"), [("keys", "Keys"), ("nowhere", "Start")])
def test_f1_lands_on_its_topic(screen: HelpScreen, topic: str, shown: str) -> None:
    screen.show_topic("safe")
    screen.show_topic(topic)
    assert _text(screen).startswith(shown)
    current = screen.view.contents.currentItem()
    assert current is not None
    assert current.text() == shown


def test_finding_lists_the_pages_and_marks_the_word(screen: HelpScreen) -> None:
    screen.view.find_box.setText("ENCRYPTION")
    assert _listed(screen) == ["Safe"]
    assert screen.view.text.textCursor().selectedText() == "encryption"
    screen.view.find_box.setText("zebra")
    assert _listed(screen) == []
    assert not screen.view.nothing.isHidden()
    screen.show_topic("keys")
    assert len(_listed(screen)) == 3


def test_links_lead_to_pages_and_never_outside(screen: HelpScreen) -> None:
    screen.view.text.anchorClicked.emit(QUrl("keys.md"))
    assert _text(screen).startswith("Keys")
    screen.view.text.anchorClicked.emit(QUrl("https://example.org"))
    assert _text(screen).startswith("Start")


def test_headings_have_the_themes_sizes_and_markup_is_text(
    screen: HelpScreen, theme: Theme
) -> None:
    screen.show_topic("keys")
    cursor = screen.view.text.textCursor()
    cursor.setPosition(1)
    wanted = theme.font(TextSize.TITLE).pointSizeF()
    assert cursor.charFormat().fontPointSize() == pytest.approx(wanted)
    screen.show_topic("safe")
    assert "<b>Plain</b>" in _text(screen)


@pytest.mark.dressed
def test_code_follows_the_theme(screen: HelpScreen, theme: Theme) -> None:
    screen.show_topic("keys")
    theme.set_appearance(Appearance.DARK)
    assert DARK.rail in screen.view.text.toHtml()


def test_pages_come_in_the_order_of_the_index(tmp_path: Path) -> None:
    for name, text in {
        "zoo": "# Zoo",
        "index": "# Start\n\n[Z](zoo.md) [A](apple.md) [gone](gone.md)",
        "apple": "# Apple",
        "other": "no heading",
        "bee": "# Bee",
    }.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    keys = [topic.key for topic in read_topics(tmp_path)]
    assert keys == ["index", "zoo", "apple", "bee", "other"]


@pytest.fixture
def real() -> dict[str, Topic]:
    return {topic.key: topic for topic in read_topics(paths.resource("help"))}


def test_the_real_pages_have_a_title_and_only_good_links(real: dict[str, Topic]) -> None:
    assert {"index", "getting-started", "keyboard", "security"} <= set(real)
    for topic in real.values():
        assert topic.text.startswith("# "), topic.key
        for link in re.findall(r"\]\(([^)]+)\)", topic.text):
            assert link.removesuffix(".md") in real, f"{topic.key} links to {link}"


def test_every_key_is_documented(real: dict[str, Topic]) -> None:
    told = real["keyboard"].text
    keys = {sequences[0] for sequences in KEYS.values()}
    for file in Path(main_window.__file__).parent.rglob("*.py"):
        keys |= set(re.findall(r'(?:Key\(|shortcut=)"([^"]+)"', file.read_text(encoding="utf-8")))
    keys = {key.replace("Return", "Enter") for key in keys} - {"Esc", "Escape"}
    missing = {key for key in keys if not re.search(rf"(\| |, ){re.escape(key)}( \||,| …)", told)}
    assert missing == set()
