"""A register of rounds in memory: the services' own rules, without storage behind them."""

# ruff: noqa: ARG002 - a fake takes what the service takes

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from audit_desk.domain import sampling as rules
from audit_desk.domain.audience import Audience
from audit_desk.domain.audit import Audit, AuditState, FullAudit, Selection
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.case import Case
from audit_desk.domain.conditions import in_frame
from audit_desk.domain.findings import Findings
from audit_desk.domain.receipt import Exclusion, Purposive, Receipt
from audit_desk.domain.round import Round
from audit_desk.domain.sample_profile import Profile
from audit_desk.domain.verify_draw import Verification, verify
from audit_desk.errors import UserError
from audit_desk.services.findings import compute_findings
from audit_desk.services.findings_profiles import profiles
from audit_desk.services.rounds import RoundLine
from audit_desk.services.sampling import DrawPreview, DrawRequest
from audit_desk.services.tool_files import bundled_tools
from audit_desk.ui.screens.round.ports import RoundJobs
from tests.reports.example import NoHolidays, make_audit, make_concerns, make_frame
from tests.ui.fake_assigning import FakeAssigning
from tests.ui.fake_moderation import FakeModeration
from tests.ui.fake_report import FakeReport

if TYPE_CHECKING:
    from audit_desk.domain.concern import Concern
    from audit_desk.ui.screens.round.report.ports import FoundInReport

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = date(2026, 3, 12)
PERSON = "R. Achterberg"
Told = Callable[[int, int], None]


@cache
def the_tool() -> AuditTool:
    return bundled_tools()[0]


def make_cases(size: int = 46) -> list[Case]:
    return [
        Case(f"case-{reference}", reference, facts) for reference, facts in make_frame(size).items()
    ]


class FakeRegister:
    """Rounds, draws and audits in memory."""

    def __init__(self, cases: Sequence[Case] = ()) -> None:
        self.cases = list(cases)
        self.rounds: list[Round] = []
        self.held: dict[str, list[Receipt]] = {}
        self.full: dict[str, list[FullAudit]] = {}
        self.concerns: tuple[Concern, ...] = ()
        self.reasons: list[str] = []
        self.pdf = b""
        self.opened: list[str] = []
        self.written: list[Path] = []
        self.audiences: list[Audience] = []
        self.identifiers: Sequence[FoundInReport] = ()
        self.fails: Exception | None = None
        self.on_draw: Callable[[], object] = lambda: None
        self.assigning = FakeAssigning(self)
        self.report = FakeReport(self)
        self.moderation = FakeModeration()

    # Rounds

    def lines(self) -> tuple[RoundLine, ...]:
        return tuple(
            RoundLine(
                each,
                the_tool().title,
                Counter(full.audit.state for full in self.full.get(each.id, [])),
            )
            for each in reversed(self.rounds)
        )

    def create(self, name: str, *, by: str, tool_id: str | None = None, purpose: str = "") -> Round:
        if not name.strip():
            raise UserError("The round has no name.", "Type one, for example “Spring 2026”.")
        if any(each.name == name for each in self.rounds):
            raise UserError(f"There is a round called {name} already.", "Choose another name.")
        tool = the_tool()
        made = Round(f"round-{len(self.rounds) + 1}", name, purpose, tool.id, tool.version, AT)
        self.rounds.append(made)
        return made

    def newest(self) -> AuditTool:
        return self.available()[-1]

    def available(self) -> tuple[AuditTool, ...]:
        return (the_tool(),)

    def by_id(self, round_id: str) -> Round:
        for each in self.rounds:
            if each.id == round_id:
                return each
        raise UserError("This round is not in the register.")

    def tool_of(self, round_: Round) -> AuditTool:
        return the_tool()

    # Draws

    def receipts(self, round_id: str) -> tuple[Receipt, ...]:
        return tuple(self.held.get(round_id, ()))

    def preview(self, round_: Round, request: DrawRequest, person: str) -> DrawPreview:
        receipt = self._prepare(round_, request, person)
        return DrawPreview(receipt, self._profile(receipt))

    def _profile(self, receipt: Receipt) -> tuple[Profile, ...]:
        facts = {case.reference: case.facts for case in self.cases}
        drawn = [facts[reference] for reference in receipt.drawn if reference in facts]
        frame = [facts[each] for each in rules.members(receipt) if each in facts]
        return profiles(frame, drawn)

    def profile(self, round_: Round) -> tuple[Profile, ...]:
        return self._profile(self.receipts(round_.id)[-1])

    def _prepare(self, round_: Round, request: DrawRequest, person: str) -> Receipt:
        met = [case for case in self.cases if in_frame(case.facts, request.where)]
        by_hand = {reference for reference, _ in request.leave_out}
        eligible = [case for case in met if case.reference not in by_hand and not case.closed_on]
        reasons: tuple[Exclusion, ...] = ()
        if request.where:
            unmet = len(self.cases) - len(met)
            reasons += (Exclusion("Conditions are not met", unmet),)
        if request.audited_within is not None:
            within = f"Audited in another round within the last {request.audited_within} months"
            reasons += (Exclusion(within, 0),)
        reasons += tuple(
            Exclusion(f"{name}, who is to read, is or was the worker, manager or chair", 0)
            for name in request.not_own_of
        )
        reasons += tuple(
            Exclusion(f"Left out by hand: {reason}", 1, (reference,))
            for reference, reason in request.leave_out
        )
        return rules.draw(
            {case.reference: rules.stratum_name(case.facts, request.by) for case in eligible},
            seed=request.seed or 0,
            size=request.size,
            minimum=request.minimum,
            where=request.where,
            by=request.by,
            exclusions=reasons,
            drawn_by=person,
            drawn_at=AT.isoformat(),
            replaces=len(self.receipts(round_.id)),
        )

    def draw(self, round_: Round, request: DrawRequest, person: str) -> Receipt:
        audits = self.full.get(round_.id, [])
        if any(full.audit.state is not AuditState.NOT_STARTED for full in audits):
            raise UserError(f"Reading has started in {round_.name}, so it cannot be drawn again.")
        receipt = self._prepare(round_, request, person)
        self.held.setdefault(round_.id, []).append(receipt)
        self.full[round_.id] = [
            self._unread(round_, reference, Selection.RANDOM) for reference in receipt.drawn
        ]
        return receipt

    def _draw(self, round_: Round, request: DrawRequest, person: str, progress: Told) -> Receipt:
        self.on_draw()
        progress(0, 1)
        return self.draw(round_, request, person)

    def swap(self, round_: Round, removed: str, reason: str, person: str) -> Receipt:
        swapped = rules.swap(self.held[round_.id][-1], removed, reason, person, AT.isoformat())
        self.held[round_.id][-1] = swapped
        audits = self.full[round_.id]
        place = next(n for n, each in enumerate(audits) if each.audit.reference == removed)
        audits[place] = self._unread(round_, swapped.swaps[-1].added, Selection.RANDOM)
        return swapped

    def _write_list(self, path: Path) -> int:
        self.written.append(path)
        return len(self.cases)

    def add_on_purpose(self, round_: Round, reference: str, reason: str, person: str) -> None:
        if not reason.strip():
            raise UserError("No reason is given.", "Say why this child's file is to be read.")
        if all(case.reference != reference for case in self.cases):
            raise UserError(f"There is no case {reference} in this register.")
        self.reasons.append(reason)
        for last in self.held.get(round_.id, [])[-1:]:
            added = Purposive(reference, reason, person, AT.isoformat())
            self.held[round_.id][-1] = replace(last, purposive=(*last.purposive, added))
        made = self._unread(round_, reference, Selection.PURPOSIVE)
        self.full.setdefault(round_.id, []).append(made)

    def _unread(self, round_: Round, reference: str, selection: Selection) -> FullAudit:
        case = next(case for case in self.cases if case.reference == reference)
        audit = Audit(
            f"{round_.id}-{reference}",
            round_.id,
            case.id,
            reference,
            selection,
            AuditState.NOT_STARTED,
            "",
            case.facts,
        )
        return FullAudit(audit, {}, {})

    # Reading

    def read(self, round_: Round, submitted: int, begun: int = 0) -> None:
        """Let auditors submit the first audits and begin the next ones."""
        audits = self.full[round_.id]
        for number, full in enumerate(audits[: submitted + begun]):
            made = make_audit(full.audit.reference, full.audit.facts, number, the_tool())
            audit = replace(
                made.audit,
                id=full.audit.id,
                round_id=round_.id,
                selection=full.audit.selection,
            )
            if number >= submitted:
                audit = replace(audit, state=AuditState.IN_PROGRESS, submitted_at=None)
                answers = dict(list(made.answers.items())[:17])
                made = FullAudit(audit, answers, {})
            audits[number] = replace(made, audit=audit)

    def worry(self, round_: Round) -> None:
        """Let there be concerns, one of them open."""
        references = [full.audit.reference for full in self.full[round_.id]]
        self.concerns = tuple(
            replace(each, audit_id=f"{round_.id}-{each.reference}")
            for each in make_concerns(references)
        )

    def found(self, round_: Round) -> Findings:
        if self.fails is not None:
            raise self.fails
        receipts = self.receipts(round_.id)
        of_round = {full.audit.id for full in self.full.get(round_.id, [])}
        found = compute_findings(
            organisation="Northmere Council",
            round_=round_,
            tool=the_tool(),
            audits=self.full.get(round_.id, []),
            receipts=receipts,
            concerns=[each for each in self.concerns if each.audit_id in of_round],
            frame=[case.facts for case in self.cases],
            holidays=NoHolidays(),
            last_change=AT,
        )
        return self.report.complete(round_, found)

    def verified(self, round_: Round) -> Verification:
        facts = {case.reference: case.facts for case in self.cases}
        return verify(self.receipts(round_.id)[-1], facts)

    def _preview_report(self, round_: Round, audience: Audience, progress: Told) -> bytes:
        if self.fails is not None:
            raise self.fails
        self.audiences.append(audience)
        progress(1, 1)
        return self.pdf

    def _write_report(self, round_: Round, path: Path, audience: Audience, progress: Told) -> None:
        progress(1, 1)
        self.written.append(path)
        self.audiences.append(audience)

    def jobs(self) -> RoundJobs:
        return RoundJobs(
            cases=lambda: self.cases,
            preview_draw=self.preview,
            draw=self._draw,
            profile=self.profile,
            verify=self.verified,
            write_list=self._write_list,
            audits=lambda round_: self.full.get(round_.id, []),
            moderation=lambda _round: self.moderation.found,
            findings=self.found,
            preview_report=self._preview_report,
            write_report=self._write_report,
            report_identifiers=lambda _round, _audience, _all: self.identifiers,
        )
