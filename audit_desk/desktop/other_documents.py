"""The documents beside the report that a round can be saved as."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from audit_desk.domain.round import Round
from audit_desk.services.desk import Desk
from audit_desk.services.identifier_scan import FoundIdentifier
from audit_desk.services.report_texts import texts_of_readings
from audit_desk.services.reporting import Progress
from audit_desk.ui.screens.round.report.ports import OtherDocument

_LOOP = "Closing-the-loop pack"
_LOOP_ABOUT = (
    "For a team meeting: a page a theme with what was found, one thing done well, one to improve"
    " and a question to talk about; then the actions. No names, no small numbers, and only texts"
    " that were released."
)
_MODERATION = "Moderation report"
_MODERATION_ABOUT = (
    "For the lead, the moderators and the auditors of this round alone, as it names auditors: who"
    " was read twice and why, how far two readers agree, what was settled with its reason, what is"
    " open, and the feedback on audits."
)
_KINDS = (("PDF, to print", "pdf", "PDF (*.pdf)"), ("Word, to edit", "docx", "Word (*.docx)"))


def other_documents(
    on_worker: Callable[[], AbstractContextManager[Desk]],
) -> tuple[OtherDocument, ...]:
    """Return what a round can be saved as beside its report.

    Args:
        on_worker: Gives the services on a connection of the calling thread's own.
    """

    def write_loop(round_: Round, target: Path, _progress: Progress) -> None:
        with on_worker() as desk:
            desk.documents.write_loop(desk.documents.of_team(round_), target)
            desk.shelf.keep(round_, target, desk.settings.person(), what=_LOOP)

    def write_moderation(round_: Round, target: Path, _progress: Progress) -> None:
        with on_worker() as desk:
            desk.documents.write_moderation(desk.documents.of_moderation(round_), target)
            desk.shelf.keep(round_, target, desk.settings.person(), what=_MODERATION)

    def typed_in_moderation(round_: Round) -> tuple[FoundIdentifier, ...]:
        with on_worker() as desk:
            made = desk.documents.of_moderation(round_)
            return desk.identifiers.in_texts(texts_of_readings(made.found))

    loop = [
        OtherDocument(f"{_LOOP} ({words})", _LOOP_ABOUT, "loop pack", ending, kind, write_loop)
        for words, ending, kind in _KINDS
    ]
    moderation = [
        OtherDocument(
            f"{_MODERATION} ({words})",
            _MODERATION_ABOUT,
            "moderation",
            ending,
            kind,
            write_moderation,
            typed_in_moderation,
        )
        for words, ending, kind in _KINDS
    ]
    return (*loop, *moderation)
