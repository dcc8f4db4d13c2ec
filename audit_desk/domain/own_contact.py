"""Tells in a letter how its writer is reached from what identifies a child or those around it.

A cover note says whom to ring. Its writer's name and number and its reader's name belong in it;
anybody else's do not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit_desk.domain.privacy_kinds import Kind

if TYPE_CHECKING:
    from audit_desk.domain.privacy import Mark

_SENTENCE_ENDS = re.compile(r"[.!?;](?=\s)")
_SPEAKS = re.compile(r"(?i)\b(?:I|me|my|us|our)\b")
_WORD = re.compile(r"[^\W\d_]+")
_SIGNATURE_WORDS = 2
"""A number beside at most so many words ("Tel", "Mobile phone") belongs to the line above."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Between whom a letter goes.

    Attributes:
        writer: Who writes it.
        reader: To whom.
    """

    writer: str
    reader: str

    def is_own(self, lines: Sequence[str], number: int, mark: "Mark") -> bool:
        """Whether what was found belongs in this letter.

        A telephone number or e-mail address is the writer's own where its sentence names them or
        says "me" or "my", or where it stands in a line by itself below such a one.

        Args:
            lines: The letter.
            number: The line in which it was found, from 0.
            mark: What was found in that line.
        """
        found = lines[number][mark.start : mark.end]
        if mark.kind is Kind.NAME:
            said = _words(found)
            return said <= _words(self.writer) or said <= _words(self.reader)
        if mark.kind not in {Kind.PHONE, Kind.EMAIL}:
            return False
        if mark.kind is Kind.EMAIL and _words(self.writer) <= _words(found.partition("@")[0]):
            return True
        return self._speaks_for_writer(lines, number, _sentence(lines[number], mark))

    def _speaks_for_writer(self, lines: Sequence[str], number: int, sentence: str) -> bool:
        said = _words(sentence)
        if _SPEAKS.search(sentence) or said & _words(self.writer):
            return True
        if len(said) > _SIGNATURE_WORDS or number == 0:
            return False
        above = lines[number - 1]
        return self._speaks_for_writer(lines, number - 1, _SENTENCE_ENDS.split(above.rstrip())[-1])


def _sentence(line: str, mark: "Mark") -> str:
    """Return the sentence in which something was found, without it."""
    before = _SENTENCE_ENDS.split(line[: mark.start])[-1]
    return f"{before} {_SENTENCE_ENDS.split(line[mark.end :])[0]}"


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
