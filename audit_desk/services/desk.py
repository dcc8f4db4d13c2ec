"""Everything that can be done on one open register, wired once."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import date

from audit_desk.services.answer_files import FillService
from audit_desk.services.auditing import AuditingService
from audit_desk.services.bank_holidays import EnglandBankHolidays
from audit_desk.services.case_import import ImportService
from audit_desk.services.cases import CaseService
from audit_desk.services.concerns import ConcernService
from audit_desk.services.reporting import ReportService, ReportWriter
from audit_desk.services.round_findings import FindingsService
from audit_desk.services.rounds import RoundService
from audit_desk.services.sampling import SamplingService
from audit_desk.services.settings import SettingsService
from audit_desk.services.tools import ToolService
from audit_desk.storage.register import Register


class Desk:
    """The services of one open register, on the thread that opened it."""

    def __init__(
        self,
        register: Register,
        writers: dict[str, ReportWriter],
        today: Callable[[], date] = date.today,
    ) -> None:
        self.register = register
        self._writers = writers
        self.today = today
        self.holidays = EnglandBankHolidays()
        self.settings = SettingsService(register)
        self.tools = ToolService(register)
        self.cases = CaseService(register)
        self.imports = ImportService(register, self.settings, today)
        self.rounds = RoundService(register, self.tools)
        self.sampling = SamplingService(register)
        self.concerns = ConcernService(register)
        self.auditing = AuditingService(register, self.tools, self.concerns, today)
        self.fills = FillService(self.rounds, self.auditing)
        self.findings = FindingsService(
            register, self.settings, self.rounds, self.sampling, self.concerns, self.holidays
        )
        self.reports = ReportService(self.findings, writers)

    @contextlib.contextmanager
    def on_this_thread(self) -> Iterator["Desk"]:
        """Give the same services on a connection of the calling thread's own."""
        second = self.register.second()
        try:
            yield Desk(second, self._writers, self.today)
        finally:
            second.close()
