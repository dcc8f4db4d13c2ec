"""What the Report tab asks of the rest of the application, beyond what every tab does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from audit_desk.domain.action import Action, ActionDraft
from audit_desk.domain.findings import Findings
from audit_desk.domain.passages import Passage
from audit_desk.domain.round import Round
from audit_desk.domain.round_words import DraftWords, Recommendation
from audit_desk.services.releases import Quotable
from audit_desk.services.report_shelf import ShelfLine
from audit_desk.services.reporting import Progress


class WordsPort(Protocol):
    """Keeps the lead's words, on the main thread."""

    def write(self, round_: Round, part: str, text: str, figures: str, by: str) -> None:
        """Keep a part as it now reads; an empty text takes it back.

        Raises:
            UserError: The text cannot be kept.
        """

    def recommend(
        self, round_: Round, listed: tuple[Recommendation, ...], figures: str, by: str
    ) -> None:
        """Keep the list of recommendations as it now stands.

        Raises:
            UserError: A text cannot be kept.
        """


class FoundInReport(Protocol):
    """Something in a report's texts that looks like an identifier."""

    @property
    def sentence(self) -> str:
        """Its place and what it looks like."""


@dataclass(frozen=True, slots=True)
class OtherDocument:
    """A document beside the report that a round can be saved as.

    Attributes:
        title: What it is called.
        about: Whom it is for and what stands in it, in a sentence or two.
        what: What the file is called, after the round's name.
        ending: The file's ending without its dot.
        kind: The kind as a file dialog names it.
        write: Writes it, in a worker's thread; raises ``UserError`` where it cannot.
        identifiers: What in its texts looks like an identifier, in a worker's thread; ``None``
            where every text in it was released, or looked through before.
    """

    title: str
    about: str
    what: str
    ending: str
    kind: str
    write: Callable[[Round, Path, Progress], None]
    identifiers: Callable[[Round], Sequence[FoundInReport]] | None = None


@dataclass(frozen=True)
class ReportPorts:
    """What the Report tab needs beside the jobs of the round.

    Attributes:
        words: Keeps the lead's words.
        draft: What a round found, and what plain rules make of it; in a worker's thread.
        owners: Who can own a recommendation, on the main thread.
        make_action: Makes an action of a recommendation, on the main thread; by whom comes last.
            It raises ``UserError`` where something of it is not said.
        shelf: The saved reports of a round, newest first; in a worker's thread.
        quotable: Every text of a round that could be quoted; in a worker's thread.
        release: Releases the first texts for quoting and takes the second back, on the main
            thread; by whom comes last.
        documents: What else a round can be saved as.
    """

    words: WordsPort
    draft: Callable[[Round], tuple[Findings, DraftWords]]
    owners: Callable[[], Sequence[str]]
    make_action: Callable[[str, ActionDraft, str], Action]
    shelf: Callable[[Round], Sequence[ShelfLine]]
    quotable: Callable[[Round], Sequence[Quotable]]
    release: Callable[[Round, Sequence[Passage], Sequence[Passage], str], object]
    documents: Sequence[OtherDocument] = ()
