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
from audit_desk.services.desk_rounds import RoundDesk
from audit_desk.services.independence import IndependenceService
from audit_desk.services.last_findings import LastFindings
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
    from audit_desk.services.case_import import ImportService
    from audit_desk.services.drafts import DraftService
    from audit_desk.services.import_profiles import ProfileService
    from audit_desk.services.last_places import LastPlaceService
    from audit_desk.services.people import PeopleService
    from audit_desk.services.report_exports import ExportWriters
    from audit_desk.services.reporting import ReportWriter
    from audit_desk.services.second_readings import SecondReadingService
    from audit_desk.services.submissions import SubmissionService
    from audit_desk.services.suggestions import SuggestionService
    from audit_desk.services.tool_editing import ToolEditingService
    from audit_desk.services.tool_exchange import ToolExchange


class Desk(PackDesk, RoundDesk):
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
        self.last_findings = LastFindings()
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
    def people(self) -> "PeopleService":
        """Who works with the register, in which roles."""
        from audit_desk.services.people import PeopleService

        return PeopleService(self.register, self.settings, self.today)

    @contextlib.contextmanager
    def on_this_thread(self) -> Iterator["Desk"]:
        """Give the same services on a connection of the calling thread's own."""
        second = self.register.second()
        try:
            desk = Desk(second, self._writers, self.today, self._form_writers, self._export_writers)
            desk.settings.signed_in = self.settings.signed_in
            desk.last_findings = self.last_findings
            yield desk
        finally:
            second.close()
