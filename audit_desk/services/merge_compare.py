"""Comparing what a pack brought back with what the register has, audit by audit."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audit_desk.domain.audit import AuditState
from audit_desk.domain.merging import Verdict, verdict
from audit_desk.domain.pack import PackSlip
from audit_desk.errors import UserError
from audit_desk.services.merge_preview import AuditChange, ConcernChange, LeftOut, MergePreview
from audit_desk.services.pack_slip import read_handed_out
from audit_desk.storage.merge_repo import Here, MergeRepo
from audit_desk.storage.merge_rows import MergeRows
from audit_desk.storage.pack_history_repo import PackHistoryRepo
from audit_desk.storage.pack_reading import Returned
from audit_desk.storage.register import Register
from audit_desk.storage.travelling import Content, contents_of, hash_of, same_words

_UNKNOWN = "it is not in this register."
_SWAPPED = "another child's file stands in its place here."


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both sides of one merge.

    Attributes:
        pack_id: The pack that came back.
        here: The audits that the register has.
        contents: What stands in each of them.
        ours: The hash of each of them.
        bases: What each was when both sides last had it in common.
    """

    pack_id: str
    here: Mapping[str, Here]
    contents: Mapping[str, Content]
    ours: Mapping[str, str]
    bases: Mapping[str, str]


def compare(register: Register, slip: PackSlip, returned: Returned, file_name: str) -> MergePreview:
    """Return what taking in a pack would change.

    Raises:
        UserError: The pack's record does not say how it was handed out.
    """
    repo = MergeRepo(register)
    forgotten = not repo.knows(slip.pack_id)
    handed = _handed_out(returned, file_name)
    bases = {**handed} if forgotten else _common(repo, slip, returned)
    here = repo.here(slip.pack_id, returned.cases)
    contents = contents_of(register.db, here)
    ours = {key: hash_of(content) for key, content in contents.items()}
    if forgotten:
        bases |= {key: _older(key, handed, here, ours) for key in here}
    sides = _Sides(slip.pack_id, here, contents, ours, bases)
    return MergePreview(
        slip=slip,
        file_name=file_name,
        audits=tuple(
            _change(key, returned, sides) for key in returned.cases if _is_ours(key, returned, here)
        ),
        left_out=tuple(_left_out(returned, here)),
        concerns=_concerns(MergeRows(register).known_concerns(), returned, here),
        known=PackHistoryRepo(register).has(slip.pack_id, returned.head),
        forgotten=forgotten,
        register_head=register.history.head(),
        returned=returned,
        bases=handed,
    )


def _common(repo: MergeRepo, slip: PackSlip, returned: Returned) -> dict[str, str]:
    places = {line.hash: place for place, line in enumerate(returned.lines)}
    return repo.bases(slip.pack_id, places)


def _handed_out(returned: Returned, file_name: str) -> Mapping[str, str]:
    for line in returned.lines:
        if line.action == "handed out" and line.after is not None:
            return read_handed_out(json.loads(line.after))[1]
    raise UserError(
        f"{file_name} does not say what was handed out in it.",
        "Nothing was changed. Ask for the pack again.",
    )


def _older(
    key: str, handed: Mapping[str, str], here: Mapping[str, Here], ours: Mapping[str, str]
) -> str:
    """Return the common state where the register went back to before the pack was made.

    What it has may be older than what was handed out: it counts as unchanged only where it is
    just that, or where nothing was begun in it.
    """
    if not here[key].begun or ours[key] == handed.get(key):
        return ours[key]
    return ""


def _left_out(returned: Returned, here: Mapping[str, Here]) -> Iterator[LeftOut]:
    for key, (_, reference) in returned.cases.items():
        if not _is_ours(key, returned, here):
            causes = tuple(
                row["cause"]
                for row in returned.concerns
                if row["audit_id"] == key and row["closed_at"] is None
            )
            yield LeftOut(reference, _SWAPPED if key in here else _UNKNOWN, causes)


def _is_ours(key: str, returned: Returned, here: Mapping[str, Here]) -> bool:
    return key in here and here[key].case_id == returned.cases[key][0]


def _change(key: str, returned: Returned, sides: _Sides) -> AuditChange:
    found = verdict(sides.bases.get(key, ""), sides.ours[key], returned.hashes[key])
    if found is Verdict.CONFLICT and same_words(sides.contents[key], returned.contents[key]):
        found = Verdict.TAKEN  # the same was written on both sides: there is nothing to choose
    row = returned.contents[key]["audits"][0]
    state = AuditState(row["state"])
    given_back = found is Verdict.TAKEN and not row["auditor"]
    here = sides.here[key]
    elsewhere = here.holder not in {"", sides.pack_id}
    back = here.ended_how == "returned" and found is not Verdict.TAKEN
    ended = elsewhere or back or here.ended_how == "taken back"
    stays_out = state is not AuditState.SUBMITTED and not (ended or given_back)
    return AuditChange(key, returned.cases[key][1], found, state, stays_out, given_back)


def _concerns(
    known: Mapping[str, bool], returned: Returned, here: Mapping[str, Here]
) -> tuple[ConcernChange, ...]:
    """Return the concerns that the register does not have, or has open and the pack closed."""
    found = []
    for row in returned.concerns:
        is_open = row["closed_at"] is None
        is_new = row["id"] not in known
        if _is_ours(row["audit_id"], returned, here) and (
            is_new or (known[row["id"]] and not is_open)
        ):
            reference = returned.cases[row["audit_id"]][1]
            found.append(ConcernChange(reference, row["cause"], is_open, is_new))
    return tuple(found)
