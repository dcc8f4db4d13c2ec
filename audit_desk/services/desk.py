"""Everything that can be done on one open register, wired once."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from audit_desk.services.actions import ActionService
from audit_desk.services.auditing import AuditingService
from audit_desk.services.cases import CaseService
from audit_desk.services.concerns import ConcernService
from audit_desk.services.desk_packs import PackDesk
from audit_desk.services.independence import IndependenceService
from audit_desk.services.pack_slip import refuse_in_pack, slip_of
from audit_desk.services.rounds import RoundService
from audit_desk.services.settings import SettingsService
from audit_desk.services.tools import ToolService
from audit_desk.storage.register import Register

if TYPE_CHECKING:
    from audit_desk.services.answer_files import FillService
    from audit_desk.services.answer_history import AnswerHistoryService
    from audit_desk.services.assignment import AssignmentService
    from audit_desk.services.audit_forms import AuditFormService, FormWriter
    from audit_desk.services.bank_holidays import EnglandBankHolidays
    from audit_desk.services.case_import import ImportService
    from audit_desk.services.documents import DocumentService
    from audit_desk.services.drafts import DraftService
    from audit_desk.services.identifier_scan import IdentifierScanService
    from audit_desk.services.import_profiles import ProfileService
    from audit_desk.services.last_places import LastPlaceService
    from audit_desk.services.moderation import ModerationService
    from audit_desk.services.people import PeopleService
    from audit_desk.services.releases import ReleaseService
    from audit_desk.services.report_exports import ExportService, ExportWriters
    from audit_desk.services.report_shelf import ReportShelf
    from audit_desk.services.reporting import ReportService, ReportWriter
    from audit_desk.services.round_findings import FindingsService
    from audit_desk.services.round_words import RoundWordsService
    from audit_desk.services.sampling import SamplingService
    from audit_desk.services.second_readings import SecondReadingService
    from audit_desk.services.submissions import SubmissionService
    from audit_desk.services.suggestions import SuggestionService
    from audit_desk.services.tool_editing import ToolEditingService
    from audit_desk.services.tool_exchange import ToolExchange


class Desk(PackDesk):
    """The services of one open register, on the thread that opened it.

    Home needs the first eight; the others are loaded when first used, so that the window opens
    in half the time.
    """

    def __init__(
        self,
        register: Register,
        writers: "dict[str, ReportWriter]",
        today: Callable[[], date] = date.today,
        form_writers: "Mapping[str, FormWriter] | None" = None,
        export_writers: "Callable[[], ExportWriters] | None" = None,
    ) -> None:
        self.register = register
        self._writers = writers
        self._form_writers = form_writers or {}
        self._export_writers = export_writers
        self.today = today
        self.slip = slip_of(register)
        """What lies on top, where the register is a pack."""
        self.settings = SettingsService(register)
        self.tools = ToolService(register)
        self.cases = CaseService(register)
        self.rounds = RoundService(register, self.tools)
        self.concerns = ConcernService(register)
        self.independence = IndependenceService(register)
        self.actions = ActionService(register, self.rounds, today)
        self.auditing = AuditingService(
            register, self.tools, self.concerns, self.independence, self.actions, today
        )

    @cached_property
    def holidays(self) -> "EnglandBankHolidays":
        """England's bank holidays."""
        from audit_desk.services.bank_holidays import EnglandBankHolidays

        return EnglandBankHolidays()

    @cached_property
    def imports(self) -> "ImportService":
        """Bringing in case lists."""
        from audit_desk.services.case_import import ImportService

        refuse_in_pack(self.register, "Bringing in a list")
        return ImportService(self.register, self.settings, self.today)

    @cached_property
    def profiles(self) -> "ProfileService":
        """What was said of lists' columns."""
        from audit_desk.services.import_profiles import ProfileService

        return ProfileService(self.register)

    @cached_property
    def sampling(self) -> "SamplingService":
        """Drawing samples."""
        from audit_desk.services.sampling import SamplingService

        refuse_in_pack(self.register, "Drawing a sample")
        return SamplingService(self.register, self.today)

    @cached_property
    def assignment(self) -> "AssignmentService":
        """Giving files to auditors."""
        from audit_desk.services.assignment import AssignmentService

        return AssignmentService(self.register, self.independence)

    @cached_property
    def second_readings(self) -> "SecondReadingService":
        """Who is read twice, and why."""
        from audit_desk.services.second_readings import SecondReadingService

        refuse_in_pack(self.register, "Choosing who is read twice")
        return SecondReadingService(self.register, self.assignment)

    @cached_property
    def moderation(self) -> "ModerationService":
        """Two readings side by side, and what was settled."""
        from audit_desk.services.moderation import ModerationService

        refuse_in_pack(self.register, "Moderation")
        return ModerationService(self.register, self.rounds)

    @cached_property
    def suggestions(self) -> "SuggestionService":
        """What lists say for an audit."""
        from audit_desk.services.suggestions import SuggestionService

        return SuggestionService(self.register, self.auditing, self.today)

    @cached_property
    def tool_editing(self) -> "ToolEditingService":
        """Changing audit tools."""
        from audit_desk.services.tool_editing import ToolEditingService

        refuse_in_pack(self.register, "Changing audit tools")
        return ToolEditingService(self.register, self.tools)

    @cached_property
    def tool_exchange(self) -> "ToolExchange":
        """Audit tools in and out as files."""
        from audit_desk.services.tool_exchange import ToolExchange

        return ToolExchange(self.tools, self.tool_editing)

    @cached_property
    def answer_history(self) -> "AnswerHistoryService":
        """Every version of every answer."""
        from audit_desk.services.answer_history import AnswerHistoryService

        return AnswerHistoryService(self.register, self.auditing, self.actions)

    @cached_property
    def submissions(self) -> "SubmissionService":
        """What was submitted before an audit was opened again."""
        from audit_desk.services.submissions import SubmissionService

        return SubmissionService(self.register)

    @cached_property
    def places(self) -> "LastPlaceService":
        """Where each person was in each audit."""
        from audit_desk.services.last_places import LastPlaceService

        return LastPlaceService(self.register)

    @cached_property
    def drafts(self) -> "DraftService":
        """What was typed and cannot be read yet."""
        from audit_desk.services.drafts import DraftService

        return DraftService(self.register)

    @cached_property
    def fills(self) -> "FillService":
        """Audits from files."""
        from audit_desk.services.answer_files import FillService

        return FillService(self.rounds, self.auditing)

    @cached_property
    def forms(self) -> "AuditFormService":
        """Audits on paper and as workbooks."""
        from audit_desk.services.audit_forms import AuditFormService, FormServices

        services = FormServices(self.auditing, self.actions, self.rounds, self.settings)
        return AuditFormService(
            self.register, services, self.holidays, self._form_writers, self.today
        )

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

        sources = DocumentSources(
            self.auditing, self.rounds, self.actions, self.concerns, self.settings, self.releases
        )
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
    def people(self) -> "PeopleService":
        """Who works with the register, in which roles."""
        from audit_desk.services.people import PeopleService

        return PeopleService(self.register, self.settings, self.today)

    @cached_property
    def identifiers(self) -> "IdentifierScanService":
        """Looking through texts for what identifies a person."""
        from audit_desk.services.identifier_scan import IdentifierScanService

        return IdentifierScanService(self.register)

    @contextlib.contextmanager
    def on_this_thread(self) -> Iterator["Desk"]:
        """Give the same services on a connection of the calling thread's own."""
        second = self.register.second()
        try:
            desk = Desk(second, self._writers, self.today, self._form_writers, self._export_writers)
            desk.settings.signed_in = self.settings.signed_in
            yield desk
        finally:
            second.close()
