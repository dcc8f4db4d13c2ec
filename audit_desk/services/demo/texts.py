"""Puts the invented texts together from ``resources/demo``, so that no two are alike.

A text is made of two halves, each from a list of its own. ``[this|that]`` stands for one of
several wordings, ``{word}`` for a word of the child's story; ``{Word}`` begins a sentence. A line
that begins with ``again? `` is for children whose story has the word ``again``, and so on.
Lists are dealt like cards: none comes again before all that fit have come.
"""

import random
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from audit_desk.errors import BugError
from audit_desk.paths import resource
from audit_desk.services.demo.chance import chance

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_WORD = re.compile(r"\{(\w+)\}")
_CONDITION = re.compile(r"(\w+)\? ")
_TRIES = 24
_SOURCES = 0.12
"""The share of texts that also say where it was read."""

Words = Mapping[str, str]
"""The words of one child's story, by name."""


class Library:
    """The lists of ``resources/demo``."""

    def __init__(self) -> None:
        self._tables: dict[str, Any] = {}
        for path in sorted(resource("demo").glob("*.toml")):
            with path.open("rb") as file:
                self._tables |= tomllib.load(file)

    def has(self, *path: str) -> bool:
        """Whether there is such a table or list."""
        return self._find(path) is not None

    def lines(self, *path: str) -> list[str]:
        """Return a list.

        Raises:
            BugError: There is none.
        """
        found = self._find(path)
        if not isinstance(found, list):
            raise BugError(f"resources/demo has no list {'.'.join(path)}.")
        return found

    def _find(self, path: tuple[str, ...]) -> Any:
        found: Any = self._tables
        for name in path:
            found = found.get(name) if isinstance(found, dict) else None
        return found


class Teller:
    """Tells the texts of one round."""

    def __init__(self, library: Library, seed: object) -> None:
        self.library = library
        self._seed = seed
        self._source = chance(seed, "texts")
        self._decks: dict[tuple[str, ...], list[str]] = {}
        self._told: set[tuple[str, str]] = set()

    def line(self, words: Words, *path: str) -> str:
        """Return the next line of a list, in this child's words."""
        line = self._deal(words, path)
        condition = _CONDITION.match(line)
        return expand(line[condition.end() :] if condition else line, words, self._source)

    def evidence(self, words: Words, question_id: str, *halves: tuple[str, ...]) -> str:
        """Return a text of one line from each list, new under its question in this round.

        Args:
            words: The child's story.
            question_id: The question that it answers.
            halves: The lists.
        """
        text = ""
        for number in range(_TRIES):
            text = " ".join(self.line(words, *path) for path in halves)
            if number or self._source.random() < _SOURCES:
                text = f"{text} {self.line(words, 'source', 'any')}"
            if (question_id, text) not in self._told:
                break
        self._told.add((question_id, text))
        return text

    def _deal(self, words: Words, path: tuple[str, ...]) -> str:
        deck = self._decks.setdefault(path, [])
        for fresh in (False, True):
            if fresh:
                new = list(self.library.lines(*path))
                self._source.shuffle(new)
                deck[:] = [*deck, *new]
            for place, line in enumerate(deck):
                if _fits(line, words):
                    return deck.pop(place)
        raise BugError(f"No line of resources/demo, {'.'.join(path)}, fits this child.")


def _fits(line: str, words: Words) -> bool:
    condition = _CONDITION.match(line)
    return condition is None or condition[1] in words


def expand(template: str, words: Words, source: random.Random) -> str:
    """Return a template as a text: one of each choice, and each word filled in.

    Raises:
        BugError: The story has no such word.
    """

    def chosen(match: re.Match[str]) -> str:
        wordings: list[str] = match[1].split("|")
        return source.choice(wordings)

    def filled(match: re.Match[str]) -> str:
        name = match[1]
        if name in words:
            return words[name]
        small = name[0].lower() + name[1:]
        if small not in words:
            raise BugError(f"The story has no word {name}.")
        value = words[small]
        return f"{{{sentence(value[1:])}" if value.startswith("{") else sentence(value)

    text = template
    while _WORD.search(text) or _CHOICE.search(text):
        text = _WORD.sub(filled, _CHOICE.sub(chosen, text))
    return sentence(text)


def sentence(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
