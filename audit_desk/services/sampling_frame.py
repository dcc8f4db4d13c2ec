"""The frame of a draw: which cases can be drawn, and which are left out for what reason.

The order in which cases are left out is fixed, and each is counted once, under the first reason
that it meets: the conditions in the order asked for; children who are on no list any more; cases
added to the round on purpose; audited, then being read, in another round; each auditor's own;
those left out by hand.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from audit_desk.domain.case import Case
from audit_desk.domain.case_fields import CASE_FIELDS, CASES, field
from audit_desk.domain.clock_limits import add_months
from audit_desk.domain.conditions import (
    NOT_RECORDED,
    RANGE,
    condition_words,
    frame_test,
    has_ranges,
    read_condition,
)
from audit_desk.domain.independence import STAFF_ROLES
from audit_desk.domain.people import person_key
from audit_desk.domain.receipt import Exclusion
from audit_desk.errors import UserError
from audit_desk.services.draw_request import DrawRequest
from audit_desk.storage.sample_repo import SampleRepo

NO_LIST = "No longer on any list"
"""Why a closed case is left out."""
ON_PURPOSE = "Added to this round on purpose"
"""Why a case that was chosen is not drawn as well."""
BEING_READ = "Being read in another round"
"""Why a case is left out that another round has drawn and not finished."""

_VALUES_SHOWN = 12
_MOST_MONTHS = 1200


@dataclass(frozen=True, slots=True)
class Frame:
    """The cases that can be drawn.

    Attributes:
        cases: They, in the order of the register.
        where: The conditions as the receipt keeps them.
        exclusions: What was left out and why.
    """

    cases: tuple[Case, ...]
    where: tuple[tuple[str, str], ...]
    exclusions: tuple[Exclusion, ...]


class FrameBuilder:
    """Builds the frames of one register's draws.

    Args:
        samples: Knows other rounds and former staff.
        today: The local date.
    """

    def __init__(self, samples: SampleRepo, today: Callable[[], date]) -> None:
        self._samples = samples
        self._today = today

    def build(
        self, round_id: str, request: DrawRequest, cases: Sequence[Case], chosen: Collection[str]
    ) -> Frame:
        """Return the frame of a draw.

        Args:
            round_id: The round that is to be drawn.
            request: What a person asks for.
            cases: All cases of the register.
            chosen: References that were added to the round on purpose.

        Raises:
            UserError: A field, a value or a reference is unknown, or a range, a number of months
                or a reason cannot be used.
        """
        _refuse_unknown_fields([*request.by, *(key for key, _ in request.where)])
        where = self._where(request, cases)
        sieve = _Sieve(cases)
        for key in dict.fromkeys(key for key, _ in where):
            sieve.keep([condition for condition in where if condition[0] == key])
        sieve.leave_out_if_any(NO_LIST, lambda case: bool(case.closed_on))
        sieve.leave_out_if_any(ON_PURPOSE, lambda case: case.reference in chosen)
        if request.audited_within is not None:
            self._leave_out_audited(sieve, round_id, request.audited_within)
        self._leave_out_own(sieve, request.not_own_of)
        _leave_out_by_hand(sieve, request.leave_out, {case.reference for case in cases})
        return Frame(tuple(sieve.left), where, tuple(sieve.exclusions))

    def _where(self, request: DrawRequest, cases: Sequence[Case]) -> tuple[tuple[str, str], ...]:
        today = self._today()
        read = [(key, read_condition(field(key), typed, today)) for key, typed in request.where]
        return tuple((key, _as_spelled(cases, key, value)) for key, value in read)

    def _leave_out_audited(self, sieve: "_Sieve", round_id: str, months: int) -> None:
        if not 1 <= months <= _MOST_MONTHS:
            raise UserError(
                f"{months} is not a number of months in which a case may have been audited.",
                "Ask for 1 or more, such as 12.",
            )
        since = add_months(self._today(), -months)
        audited, being_read = set(), set()
        for case_id, submitted_at in self._samples.audited_elsewhere(round_id):
            if submitted_at is None:
                being_read.add(case_id)
            elif submitted_at.astimezone().date() >= since:
                audited.add(case_id)
        span = "month" if months == 1 else f"{months} months"
        sieve.leave_out(
            f"Audited in another round within the last {span}", lambda case: case.id in audited
        )
        sieve.leave_out(BEING_READ, lambda case: case.id in being_read)

    def _leave_out_own(self, sieve: "_Sieve", auditors: Sequence[str]) -> None:
        names: dict[str, str] = {}
        for name in auditors:
            names.setdefault(person_key(name), " ".join(name.split()))
        names.pop("", None)
        if not names:
            return
        staff = _Staff(self._samples.former_staff())
        for key, name in names.items():
            sieve.leave_out(
                f"{name}, who is to read, is or was the worker, manager or chair",
                lambda case, key=key: key in staff.of(case),  # type: ignore[misc]
            )


class _Staff:
    """Who is and was responsible for each case, as names that can be compared."""

    def __init__(self, former: dict[str, list[str]]) -> None:
        self._former = former
        self._keys: dict[str, str] = {}

    def of(self, case: Case) -> set[str]:
        now = [str(case.facts[role]) for role, _ in STAFF_ROLES if role in case.facts]
        return {self._key(name) for name in (*now, *self._former.get(case.id, ()))}

    def _key(self, name: str) -> str:
        # A few hundred names stand on 100,000 cases; each is read once.
        if name not in self._keys:
            self._keys[name] = person_key(name)
        return self._keys[name]


class _Sieve:
    """Cases, and what was left out of them in turn.

    Attributes:
        left: The cases that are left.
        exclusions: What was left out so far, in order.
    """

    def __init__(self, cases: Sequence[Case]) -> None:
        self.left = list(cases)
        self.exclusions: list[Exclusion] = []

    def keep(self, conditions: Sequence[tuple[str, str]]) -> None:
        """Keep the cases that meet one of the conditions on a field.

        Which cases fail them stands in any list, so that the receipt need not name them.
        """
        key = conditions[0][0]
        wanted = " or ".join(condition_words(key, value) for _, value in conditions)
        meets = frame_test(conditions)
        kept = [case for case in self.left if meets(case.facts)]
        reason = f"{field(key).label} is not {wanted}"
        self.exclusions.append(Exclusion(reason, len(self.left) - len(kept)))
        self.left = kept

    def leave_out(self, reason: str, applies: Callable[[Case], bool]) -> int:
        """Leave cases out by name; the reason stands in the receipt even where it meets none."""
        out = tuple(case.reference for case in self.left if applies(case))
        gone = set(out)
        self.left = [case for case in self.left if case.reference not in gone]
        self.exclusions.append(Exclusion(reason, len(out), out))
        return len(out)

    def leave_out_if_any(self, reason: str, applies: Callable[[Case], bool]) -> None:
        """Leave cases out by name for a reason that nobody asked for."""
        if any(applies(case) for case in self.left):
            self.leave_out(reason, applies)


def _leave_out_by_hand(
    sieve: _Sieve, asked: Sequence[tuple[str, str]], known: Collection[str]
) -> None:
    by_reason: dict[str, set[str]] = {}
    seen: set[str] = set()
    for typed, why in asked:
        reference, reason = typed.strip(), " ".join(why.split())
        if reference not in known:
            raise UserError(
                f"There is no case {reference} in this register, so it cannot be left out.",
                "Check the reference.",
            )
        if not reason:
            raise UserError(
                f"No reason is given for leaving out {reference}.",
                "Say why; the reason is printed in the report.",
            )
        if reference in seen:
            raise UserError(f"{reference} is left out twice.", "Name it once, with one reason.")
        seen.add(reference)
        by_reason.setdefault(reason, set()).add(reference)
    for reason, references in by_reason.items():
        sieve.leave_out(
            f"Left out by hand: {reason}",
            lambda case, references=references: case.reference in references,  # type: ignore[misc]
        )


def _refuse_unknown_fields(keys: Sequence[str]) -> None:
    for key in keys:
        if key not in CASES:
            raise UserError(
                f"There is no case field called {key}.",
                f"There is: {', '.join(each.key for each in CASE_FIELDS)}.",
            )


def _as_spelled(cases: Sequence[Case], key: str, value: str) -> str:
    """Return a value spelled as the cases have it, so that a receipt is exact.

    A range and "not recorded" need no case that has them.
    """
    if value == NOT_RECORDED or (has_ranges(field(key)) and RANGE in value):
        return value
    meets = frame_test([(key, value)])
    shown = sorted({str(case.facts[key]) for case in cases if key in case.facts})
    if any(meets({key: known}) for known in shown):
        return value
    for known in shown:
        if known.casefold() == value.casefold():
            return known
    raise UserError(
        f"No case has {condition_words(key, value)} as its {field(key).label}.",
        f"There is: {', '.join(shown[:_VALUES_SHOWN]) or 'nothing recorded'}"
        f"{' and others' if len(shown) > _VALUES_SHOWN else ''}.",
    )
