"""Four people with folders of their own, and packs that travel between their computers."""

import shutil
from pathlib import Path

import pytest

from audit_desk.domain.audit import Grade
from tests.cli.conftest import PASSPHRASE
from tests.e2e.person import Person
from tests.e2e.small_round import LEAD, READERS, ROUND, make_round, references

SECRET = "four unrelated words"


class Round:
    """Four people with folders of their own, and what travels between them."""

    def __init__(self, person: Person, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.person = person
        self._folder = folder
        self._patch = patch
        self.register = folder / LEAD / "north.auditdesk"
        make_round(self.register)
        self.files = references(self.register, PASSPHRASE)

    def home(self, who: str) -> Path:
        """Return somebody's folder."""
        return self._folder / who

    def sit_down(self, who: str, file: Path | None = None) -> None:
        """Start the application on somebody's computer; a pack's passphrase is typed."""
        self.person.close()
        home = self.home(who)
        home.mkdir(exist_ok=True)
        self._patch.setattr("audit_desk.paths.settings_folder", lambda: home / "settings")
        self._patch.setattr("audit_desk.paths.documents_folder", lambda: home)
        self.person.start(file or self.register, "" if file else PASSPHRASE)

    def pack(self, who: str, kind: str = "pack") -> Path:
        """Return the pack that somebody was given, on their own computer."""
        made = self.home(LEAD) / f"{ROUND} {who} - {kind}.auditdesk"
        theirs = self.home(who) / made.name
        if not theirs.exists():
            theirs.parent.mkdir(exist_ok=True)
            shutil.move(made, theirs)
        return theirs

    def back(self, pack: Path, name: str) -> Path:
        """Return a copy of a pack as it is now, under another name, on the lead's computer."""
        return Path(shutil.copy(pack, self.home(LEAD) / f"{name}.auditdesk"))

    def grades(self, who: str, given: tuple[int, ...], *, second: bool = False) -> dict[str, Grade]:
        """Return what somebody gives their files overall, by reference."""
        begin = (READERS.index(who) - second) % len(READERS)
        step = len(READERS)
        pairs = zip(self.files[begin::step], given[begin::step], strict=True)
        return {reference: Grade(value) for reference, value in pairs}


def open_round(person: Person, tab: str) -> None:
    """Turn to a tab of the round."""
    person.main.show_page("rounds")
    if "All rounds" not in person.words():
        person.press("Return")
    person.press("Alt+A" if tab == "audits" else "Alt+M")
    person.rest()


def hand_out(person: Person, tab: str, who: str) -> None:
    """Hand somebody's files out, by keyboard, from the Audits or the Moderation tab."""
    open_round(person, tab)
    if tab == "moderation":
        person.press("Alt+W")
    person.press_button("Hand out")
    assert "A pack is an encrypted file" in person.words()
    person.press("Return")
    assert f"4 files of {ROUND} for {who}" in person.words()
    person.type("in 3 weeks")
    person.fill("Cover note", "Bring the stick back to the office.")
    person.fill("Passphrase of the pack", SECRET)
    person.fill("The same passphrase again", SECRET)
    person.press("Return")
    assert f"4 files are with {who} now" in person.words()
    person.press("Return")


def unlock(played: Round, who: str, kind: str = "pack") -> None:
    """Open somebody's pack on their computer with the passphrase they were told."""
    played.sit_down(who, played.pack(who, kind))
    assert played.person.focus_name == "Passphrase"
    played.person.type(SECRET)
    played.person.press("Return")
    assert played.person.main.keys == ("home", "help", "settings")
    assert played.person.desk.settings.person() == who


def give_back(person: Person, words: str) -> None:
    """Hand the open pack back."""
    person.press_button("Hand back")
    assert words in person.words()
    person.press("Return")
    assert "The pack is closed" in person.words()
    person.press("Return")
    assert not person.window.isVisible(), "Enter is done with it"


def look_at(played: Round, file: Path) -> None:
    """See what a pack brings."""
    person = played.person
    person.answers.file = file
    open_round(person, "audits")
    person.press_button("Take in a pack")
    person.press_button("Choose a file")
    person.type(SECRET)
    person.press("Return")


def take_in(played: Round, file: Path, preview: str, result: str) -> None:
    """Take a pack in, and see what is said before and after."""
    look_at(played, file)
    assert preview in played.person.words()
    played.person.press("Return")
    assert result in played.person.words()
