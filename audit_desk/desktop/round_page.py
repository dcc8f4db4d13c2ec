"""Builds the page of a round: what it reads at once, and what a worker does for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from audit_desk.desktop.other_documents import other_documents
from audit_desk.desktop.packs_back import open_conflicts, open_take_in
from audit_desk.desktop.surroundings import Surroundings
from audit_desk.domain.audience import Audience
from audit_desk.domain.audit import FullAudit
from audit_desk.domain.case import Case
from audit_desk.domain.findings import Findings
from audit_desk.domain.moderation import RoundModeration
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.round import Round
from audit_desk.domain.round_words import DraftWords
from audit_desk.domain.sample_profile import Profile
from audit_desk.domain.verify_draw import Verification
from audit_desk.services.desk import Desk
from audit_desk.services.receipt_files import write_receipt
from audit_desk.services.report_shelf import ShelfLine
from audit_desk.services.reporting import Progress
from audit_desk.services.sampling import DrawPreview, DrawRequest
from audit_desk.ui.dialogs.take_in.custody_ports import Returns
from audit_desk.ui.screens.round.moderation.ports import ModerationPorts
from audit_desk.ui.screens.round.ports import RoundDesk, RoundJobs
from audit_desk.ui.screens.round.report.ports import ReportPorts
from audit_desk.ui.screens.round.screen import RoundScreen

if TYPE_CHECKING:
    from audit_desk.domain.passages import Passage
    from audit_desk.services.identifier_scan import FoundIdentifier
    from audit_desk.services.releases import Quotable


@dataclass(frozen=True, slots=True)
class RoundLeads:
    """Where the page of a round leads."""

    open_audit: Callable[[str], object]
    open_cases: Callable[[], object]
    open_rounds: Callable[[], object]


def build_round(desk: Desk, around: Surroundings, leads: RoundLeads) -> RoundScreen:
    """Return the page of a round, showing none yet."""
    from audit_desk.desktop.forms import open_audit_papers

    def hand_out(round_id: str, on_handed_out: Callable[[], object]) -> None:
        from audit_desk.desktop.hand_out import open_hand_out

        open_hand_out(desk, around, page.window(), round_id, on_handed_out)

    worker = _Worker(desk)
    beside = RoundDesk(
        theme=around.theme,
        icons=around.icons,
        errors=around.errors,
        tasks=around.runner,
        prompts=around.prompts,
        person=desk.settings.person,
        open_audit=leads.open_audit,
        open_papers=lambda audit_id: open_audit_papers(audit_id, desk, around, page),
        open_cases=leads.open_cases,
        open_rounds=leads.open_rounds,
        save_receipt=write_receipt,
        documents=lambda: around.documents,
        assigning=desk.assignment,
        moderation=ModerationPorts(desk.moderation, desk.second_readings),
        report=ReportPorts(
            words=desk.words,
            draft=worker.draft,
            owners=desk.actions.owners,
            make_action=desk.actions.create,
            shelf=worker.shelf,
            documents=other_documents(desk.on_this_thread),
            quotable=worker.quotable,
            release=worker.release,
        ),
        today=desk.today,
        hand_out=hand_out,
        memory=around.state,
        returns=_returns(desk, around),
    )
    jobs = RoundJobs(
        cases=worker.cases,
        preview_draw=worker.preview_draw,
        draw=worker.draw,
        profile=worker.profile,
        verify=worker.verify,
        write_list=worker.write_list,
        audits=worker.audits,
        moderation=worker.moderation,
        findings=worker.findings,
        preview_report=worker.preview_report,
        write_report=worker.write_report,
        report_identifiers=worker.report_identifiers,
    )
    page = RoundScreen(desk.rounds, desk.sampling, jobs, beside)
    return page


def _returns(desk: Desk, around: Surroundings) -> Returns:
    def waiting(round_id: str) -> int:
        return sum(each.round_id == round_id for each in desk.conflicts.waiting())

    return Returns(
        desk.custody,
        partial(open_take_in, desk, around),
        waiting,
        partial(open_conflicts, desk, around),
    )


class _Worker:
    """What takes longer than a moment, each on a connection of the worker's own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._on_worker = desk.on_this_thread

    def cases(self) -> Sequence[Case]:
        with self._on_worker() as desk:
            return desk.cases.all()

    def preview_draw(self, round_: Round, request: DrawRequest, person: str) -> DrawPreview:
        with self._on_worker() as desk:
            return desk.sampling.preview(round_, request, person)

    def draw(self, round_: Round, request: DrawRequest, person: str, progress: Progress) -> Receipt:
        with self._on_worker() as desk:
            return desk.sampling.draw(round_, request, person, progress)

    def profile(self, round_: Round) -> tuple[Profile, ...]:
        with self._on_worker() as desk:
            return desk.sampling.frame_profile(round_)

    def verify(self, round_: Round) -> Verification:
        with self._on_worker() as desk:
            return desk.sampling.verify_round(round_)

    def release(
        self, round_: Round, add: "Sequence[Passage]", gone: "Sequence[Passage]", by: str
    ) -> None:
        """Release texts on the main thread; the service is loaded by the first."""
        self._desk.releases.release(round_, add, gone, by)

    def quotable(self, round_: Round) -> "Sequence[Quotable]":
        with self._on_worker() as desk:
            return desk.releases.quotable(round_)

    def write_list(self, target: Path) -> int:
        with self._on_worker() as desk:
            return desk.cases.write_csv(target)

    def audits(self, round_: Round) -> Sequence[FullAudit]:
        with self._on_worker() as desk:
            return desk.rounds.full_audits(round_.id)

    def moderation(self, round_: Round) -> RoundModeration:
        with self._on_worker() as desk:
            return desk.moderation.of_round(round_)

    def findings(self, round_: Round) -> Findings:
        with self._on_worker() as desk:
            return desk.findings.of_round(round_)

    def draft(self, round_: Round) -> tuple[Findings, DraftWords]:
        from audit_desk.reports.drafts import draft_words

        with self._on_worker() as desk:
            found = desk.findings.of_round(round_)
        return found, draft_words(found)

    def shelf(self, round_: Round) -> tuple[ShelfLine, ...]:
        with self._on_worker() as desk:
            return desk.shelf.of_round(round_)

    def preview_report(self, round_: Round, audience: Audience, progress: Progress) -> bytes:
        with self._on_worker() as desk:
            return desk.reports.preview(round_, audience, progress)

    def report_identifiers(
        self, round_: Round, audience: Audience, holds_all: bool
    ) -> "Sequence[FoundIdentifier]":
        with self._on_worker() as desk:
            return desk.reports.identifiers(round_, audience, holds_all=holds_all)

    def write_report(
        self, round_: Round, target: Path, audience: Audience, progress: Progress
    ) -> None:
        with self._on_worker() as desk:
            desk.reports.write(round_, target, audience, progress)
            desk.shelf.keep(round_, target, desk.settings.person(), audience.label)
