"""Writing one pack: a fresh register with one person's share of a round in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from audit_desk.domain.pack import PackSlip
from audit_desk.domain.pack_feedback import PackFeedback
from audit_desk.errors import BugError
from audit_desk.services.case_table import Progress
from audit_desk.services.pack_slip import PACK, handed_out, to_json
from audit_desk.storage.pack_feedback_repo import PackFeedbackRepo
from audit_desk.storage.pack_share import PackShare, check_keys_at_the_end, put_rows
from audit_desk.storage.register import Register
from audit_desk.storage.settings_repo import SettingsRepo
from audit_desk.storage.travelling import hash_of
from audit_desk.storage.written_state import VOUCHED


@dataclass(frozen=True, slots=True)
class PackWanted:
    """What goes into a pack.

    Attributes:
        slip: What lies on top.
        share: The audits, with what belongs to them.
        feedback: What moderators said of its person's earlier audits.
    """

    slip: PackSlip
    share: PackShare
    feedback: tuple[PackFeedback, ...]


def write_pack(
    path: Path, passphrase: str, wanted: PackWanted, progress: Progress
) -> Mapping[str, str]:
    """Write a pack into a new file and close it.

    Args:
        path: The new file.
        passphrase: The pack's own.
        wanted: What goes in.
        progress: Told how far it is; may raise ``Cancelled``.

    Returns:
        The hash of each audit as it was handed out, by the audit's id.

    Raises:
        UserError: The file cannot be written.
        Cancelled: A person cancelled.
    """
    slip, share = wanted.slip, wanted.share
    contents = share.contents()
    bases = {audit_id: hash_of(content) for audit_id, content in contents.items()}
    parts = list(share.rows(slip, contents))
    with Register.create(path, passphrase) as pack:
        arrived = PackShare(pack, slip.round_id, list(bases))
        with pack.transaction():
            check_keys_at_the_end(pack)
            for done, (table, rows) in enumerate(parts):
                progress(done, len(parts))
                put_rows(pack, table, rows)
            SettingsRepo(pack).put(PACK, to_json(slip))
            PackFeedbackRepo(pack).put(wanted.feedback)
            pack.history.append(slip.made_by, "created", ("register", slip.pack_id))
            after = {**handed_out(slip, bases), VOUCHED: arrived.written()}
            pack.history.append(slip.made_by, "handed out", ("pack", slip.pack_id), after=after)
        there = {audit_id: hash_of(content) for audit_id, content in arrived.contents().items()}
    if there != bases:
        raise BugError("What stands in the pack is not what was handed out.")
    return bases
