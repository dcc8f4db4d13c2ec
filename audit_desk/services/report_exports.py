"""A round for other programs: a word processor's file, a workbook, CSV files.

The writers are handed in, so that services know no paper.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from audit_desk.domain.audience import Audience
from audit_desk.domain.findings import Findings
from audit_desk.domain.round import Round
from audit_desk.domain.round_record import RoundRecord
from audit_desk.domain.shareable import Shareable
from audit_desk.errors import UserError
from audit_desk.services.documents import DocumentWriters
from audit_desk.services.releases import ReleaseService
from audit_desk.services.round_findings import FindingsService
from audit_desk.services.round_records import RoundRecordService
from audit_desk.services.whole_file import refuse_impossible, write_whole, write_whole_folder

Progress = Callable[[int, int], None]
"""Told how far the work is: done, of how much. It may raise ``Cancelled``."""


@dataclass(frozen=True, slots=True)
class ExportWriters:
    """What writes each form; the same round gives the same bytes.

    Attributes:
        word: The report for a word processor.
        workbook: All tables in a workbook.
        answers: The answers alone as CSV.
        folder: All tables as CSV with their schema, by the files' names.
        documents: Documents beside the report.
    """

    word: Callable[[Findings | Shareable, Progress | None], bytes]
    workbook: Callable[[RoundRecord | Shareable, Progress | None], bytes]
    answers: Callable[[RoundRecord], bytes]
    folder: Callable[[RoundRecord | Shareable], Mapping[str, bytes]]
    documents: DocumentWriters | None = None


WORD, WORKBOOK, CSV = ".docx", ".xlsx", ".csv"
ENDINGS = (WORD, WORKBOOK, CSV)
"""What files can be written here; a target without an ending is a folder of CSV files."""


def is_folder(target: Path) -> bool:
    """Whether a target stands for a folder of CSV files; one called ``x.pdf`` never does."""
    asks_for_a_file = target.suffix.lower() in {".pdf", *ENDINGS}
    return not asks_for_a_file and (target.is_dir() or not target.suffix)


def holds_all(target: Path) -> bool:
    """Whether a target would hold all that was written in a round, not the findings alone."""
    return is_folder(target) or target.suffix.lower() in {WORKBOOK, CSV}


class ExportService:
    """What one register's rounds give to other programs."""

    def __init__(
        self,
        findings: FindingsService,
        records: RoundRecordService,
        writers: ExportWriters,
        releases: ReleaseService,
    ) -> None:
        self._findings = findings
        self._records = records
        self._writers = writers
        self._releases = releases

    def takes(self, target: Path) -> bool:
        """Whether a target can be written here."""
        return is_folder(target) or target.suffix.lower() in ENDINGS

    def record(self, round_: Round) -> RoundRecord:
        """Return all that a round holds."""
        return self._records.of_round(round_)

    def write(
        self,
        round_: Round,
        target: Path,
        audience: Audience = Audience.FULL,
        progress: Progress | None = None,
    ) -> None:
        """Write a round; the target says in which form.

        Raises:
            UserError: It cannot be written; what was there before is as it was.
            Cancelled: A person cancelled; nothing was left behind.
        """
        ending = "" if is_folder(target) else target.suffix.lower()
        if ending == CSV and not audience.is_full:
            raise UserError(
                f"The answers, one a row, are not for the audience “{audience.label}”.",
                "They tell of single children. Write a folder of CSV files (a name without an"
                " ending): it holds what that audience may have.",
            )
        if not ending:
            files = self._writers.folder(self._source(round_, audience))
            if not audience.is_full:
                _refuse_company(target, files)
            write_whole_folder(files, target)
        else:
            refuse_impossible(target)
            write_whole(self._content(round_, ending, audience, progress), target)

    def _source(self, round_: Round, audience: Audience) -> RoundRecord | Shareable:
        if audience.is_full:
            return self.record(round_)
        return self._releases.shareable(round_, audience)

    def _content(
        self, round_: Round, ending: str, audience: Audience, progress: Progress | None
    ) -> bytes:
        if ending == WORKBOOK:
            return self._writers.workbook(self._source(round_, audience), progress)
        if ending == CSV:
            return self._writers.answers(self.record(round_))
        if audience.is_full:
            return self._writers.word(self._findings.of_round(round_), progress)
        return self._writers.word(self._releases.shareable(round_, audience), progress)


def _refuse_company(folder: Path, files: Mapping[str, bytes]) -> None:
    """Refuse a folder with other files in it: they would go along to whoever gets the folder."""
    known = folder.iterdir() if folder.is_dir() else ()
    others = sorted(each.name for each in known if each.name not in files)
    if others:
        raise UserError(
            f"{folder} holds other files, {others[0]} among them, which would go along with these.",
            "Choose a new folder. Nothing was written.",
        )
