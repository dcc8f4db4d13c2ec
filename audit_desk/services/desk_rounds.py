"""The part of a desk that runs a round: draw, moderation, findings, reports, documents."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from audit_desk.services.actions import ActionService
from audit_desk.services.auditing import AuditingService
from audit_desk.services.concerns import ConcernService
from audit_desk.services.independence import IndependenceService
from audit_desk.services.pack_slip import refuse_in_pack
from audit_desk.services.rounds import RoundService
from audit_desk.services.settings import SettingsService
from audit_desk.storage.register import Register

if TYPE_CHECKING:
    from audit_desk.services.bank_holidays import EnglandBankHolidays
    from audit_desk.services.documents import DocumentService
    from audit_desk.services.identifier_scan import IdentifierScanService
    from audit_desk.services.last_findings import LastFindings
    from audit_desk.services.moderation import ModerationService
    from audit_desk.services.releases import ReleaseService
    from audit_desk.services.report_exports import ExportService, ExportWriters
    from audit_desk.services.report_shelf import ReportShelf
    from audit_desk.services.reporting import ReportService, ReportWriter
    from audit_desk.services.round_findings import FindingsService
    from audit_desk.services.round_words import RoundWordsService
    from audit_desk.services.sampling import SamplingService


class RoundDesk:
    """The services from the draw to the documents, loaded when first used."""

    register: Register
    settings: SettingsService
    rounds: RoundService
    concerns: ConcernService
    independence: IndependenceService
    actions: ActionService
    auditing: AuditingService
    today: Callable[[], date]
    last_findings: "LastFindings"
    _writers: "dict[str, ReportWriter]"
    _export_writers: "Callable[[], ExportWriters] | None"

    @cached_property
    def holidays(self) -> "EnglandBankHolidays":
        """England's bank holidays."""
        from audit_desk.services.bank_holidays import EnglandBankHolidays

        return EnglandBankHolidays()

    @cached_property
    def sampling(self) -> "SamplingService":
        """Drawing samples."""
        from audit_desk.services.sampling import SamplingService

        refuse_in_pack(self.register, "Drawing a sample")
        return SamplingService(self.register, self.today)

    @cached_property
    def moderation(self) -> "ModerationService":
        """Two readings side by side, and what was settled."""
        from audit_desk.services.moderation import ModerationService

        refuse_in_pack(self.register, "Moderation")
        return ModerationService(self.register, self.rounds)

    @cached_property
    def findings(self) -> "FindingsService":
        """What a round found."""
        from audit_desk.services.round_findings import FindingsService
        from audit_desk.services.trends import TrendService

        refuse_in_pack(self.register, "Looking at a round's findings")
        return FindingsService(
            self.register,
            self.settings,
            self.rounds,
            self.sampling,
            self.concerns,
            self.independence,
            self.holidays,
            self.actions,
            self.words,
            TrendService(self.rounds, self.sampling, self.holidays, self.moderation),
            self.moderation,
            self.last_findings,
        )

    @cached_property
    def words(self) -> "RoundWordsService":
        """What the lead writes about a round."""
        from audit_desk.services.round_words import RoundWordsService

        refuse_in_pack(self.register, "Writing about a round")
        return RoundWordsService(self.register, self.rounds)

    @cached_property
    def shelf(self) -> "ReportShelf":
        """The reports that were saved."""
        from audit_desk.services.report_shelf import ReportShelf

        return ReportShelf(self.register, self.findings)

    @cached_property
    def reports(self) -> "ReportService":
        """Findings as files."""
        from audit_desk.services.reporting import ReportService

        return ReportService(
            self.findings, self._writers, self.identifiers, self.releases, self._exports()
        )

    @cached_property
    def releases(self) -> "ReleaseService":
        """What of a round may be quoted and shared."""
        from audit_desk.services.releases import ReleaseService

        return ReleaseService(self.register, self.findings, self.identifiers)

    @cached_property
    def documents(self) -> "DocumentService":
        """Documents beside the report: of one audit, for a meeting, of actions."""
        from audit_desk.services.documents import DocumentService, DocumentSources

        kept = self.auditing, self.rounds, self.actions, self.concerns, self.settings
        sources = DocumentSources(*kept, lambda: self.releases, lambda: self.moderation)
        writers = self._export_writers().documents if self._export_writers else None
        return DocumentService(self.register, sources, self.holidays, writers, self.today)

    def _exports(self) -> "ExportService | None":
        if self._export_writers is None:
            return None
        from audit_desk.services.report_exports import ExportService
        from audit_desk.services.round_records import RoundRecordService

        records = RoundRecordService(self.findings, self.rounds, self.holidays)
        return ExportService(self.findings, records, self._export_writers(), self.releases)

    @cached_property
    def identifiers(self) -> "IdentifierScanService":
        """Looking through texts for what identifies a person."""
        from audit_desk.services.identifier_scan import IdentifierScanService

        return IdentifierScanService(self.register)
