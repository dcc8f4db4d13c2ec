"""The help's pages: one Markdown file each, the first heading its title."""

import re
from dataclasses import dataclass
from pathlib import Path

INDEX = "index"
_LINK = re.compile(r"\]\(([a-z0-9-]+)\.md\)")


@dataclass(frozen=True, slots=True)
class Topic:
    """One page.

    Attributes:
        key: The file's name without its ending; F1 opens a page by it.
        title: Its first heading.
        text: Its Markdown.
    """

    key: str
    title: str
    text: str

    def has_words(self, words: list[str]) -> bool:
        """Tell whether all words, in lower case, occur in the page."""
        text = self.text.casefold()
        return all(word in text for word in words)


def read_topics(folder: Path) -> tuple[Topic, ...]:
    """Return the pages: the index, what it links to in that order, then the rest by title."""
    found = {file.stem: _read(file) for file in sorted(folder.glob("*.md"))}
    order = [INDEX]
    if INDEX in found:
        order += _LINK.findall(found[INDEX].text)
    first = [found.pop(key) for key in dict.fromkeys(order) if key in found]
    return (*first, *sorted(found.values(), key=lambda topic: topic.title.casefold()))


def _read(file: Path) -> Topic:
    text = file.read_text(encoding="utf-8")
    headings = (line[2:].strip() for line in text.splitlines() if line.startswith("# "))
    return Topic(file.stem, next(headings, file.stem), text)
