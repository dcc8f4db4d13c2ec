"""Whether the open register is a pack, and what a pack is not for."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from audit_desk.domain.pack import PackKind, PackSlip
from audit_desk.errors import UserError
from audit_desk.storage.register import Register
from audit_desk.storage.settings_repo import SettingsRepo

PACK = "pack"
"""The setting that makes a register a pack."""
REGISTER_ID = "register_id"
"""The setting by which a register is known to its packs."""


def slip_of(register: Register) -> PackSlip | None:
    """Return what lies on top of a pack, or ``None`` where the register is no pack."""
    held = SettingsRepo(register).get(PACK)
    return from_json(held) if held is not None else None


def refuse_in_pack(register: Register, what: str) -> None:
    """Refuse what is done in the register that packs come from, not in a pack.

    Args:
        register: The open register.
        what: What was to be done, to begin a sentence with: ``Drawing a sample``.

    Raises:
        UserError: The register is a pack.
    """
    slip = slip_of(register)
    if slip is not None:
        raise UserError(
            f"{what} is not possible in a pack: it holds {slip.person}'s share of a round only.",
            "Do it in the register that the pack came from.",
        )


def to_json(slip: PackSlip) -> dict[str, Any]:
    """Return a slip as the pack's settings and its history keep it."""
    return {
        "pack_id": slip.pack_id,
        "register_id": slip.register_id,
        "round_id": slip.round_id,
        "round_name": slip.round_name,
        "person": slip.person,
        "kind": slip.kind.value,
        "made_by": slip.made_by,
        "made_at": slip.made_at.isoformat(timespec="microseconds"),
        "due_on": slip.due_on.isoformat() if slip.due_on else None,
        "note": slip.note,
        "organisation": slip.organisation,
    }


def from_json(held: Mapping[str, Any]) -> PackSlip:
    """Return the slip that ``to_json`` wrote down."""
    due_on = held.get("due_on")
    return PackSlip(
        pack_id=held["pack_id"],
        register_id=held["register_id"],
        round_id=held["round_id"],
        round_name=held["round_name"],
        person=held["person"],
        kind=PackKind(held["kind"]),
        made_by=held["made_by"],
        made_at=datetime.fromisoformat(held["made_at"]),
        due_on=date.fromisoformat(due_on) if due_on else None,
        note=held["note"],
        organisation=held["organisation"],
    )


def handed_out(slip: PackSlip, bases: Mapping[str, str]) -> dict[str, Any]:
    """Return what the record of a pack says of its making, here and in the register.

    Args:
        slip: What lies on top.
        bases: The hash of each audit as it was handed out, by the audit's id.
    """
    return {"slip": to_json(slip), "audits": dict(bases)}


def read_handed_out(after: Mapping[str, Any]) -> tuple[PackSlip, Mapping[str, str]]:
    """Return the slip and the bases that ``handed_out`` wrote down."""
    return from_json(after["slip"]), dict(after["audits"])
