"""Reading a pack that came back: from a copy, so that the pack itself is never touched.

The copy is as encrypted as the pack. An older pack is brought to today's shape in it, and it is
gone when the reading ends; so a pack may lie on a stick that nobody may write to.
"""

import contextlib
import errno
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit_desk.errors import UserError
from audit_desk.storage import cipher
from audit_desk.storage.history import HistoryLine
from audit_desk.storage.register import Register
from audit_desk.storage.register_lock import is_held_elsewhere
from audit_desk.storage.travelling import Content, Row, contents_of, hash_of

LINKED = "linked_actions"
"""Where a content keeps actions of other audits that its answers are linked to."""

_NO_PACK = "A pack is a file ending in .auditdesk that this register handed out."


@dataclass(frozen=True, slots=True, repr=False)
class Returned:
    """All that a pack brings back.

    Attributes:
        contents: What was written in each audit, by its id.
        hashes: The hash of each of them.
        cases: Which case each audit is of, and its reference, by the audit's id.
        lines: The pack's own history, oldest first.
        concerns: The rows of its concerns.
        contacts: The rows of who was told.
        loose: The rows of actions that belong to no audit.
    """

    contents: Mapping[str, Content]
    hashes: Mapping[str, str]
    cases: Mapping[str, tuple[str, str]]
    lines: Sequence[HistoryLine]
    concerns: Sequence[Row]
    contacts: Sequence[Row]
    loose: Sequence[Row]

    @property
    def head(self) -> str:
        """The last hash of the pack's history."""
        return self.lines[-1].hash


@contextlib.contextmanager
def copied(path: Path) -> Iterator[Path]:
    """Give a copy of a pack in a folder of its own, for the length of a block.

    Raises:
        UserError: There is no such file, it is no encrypted register, it is open in another
            window, or there is no room for the copy.
    """
    try:
        if path.is_dir():
            raise UserError(f"{path} is a folder.", "Nothing was changed. Choose the pack in it.")
        if not path.exists():
            raise UserError(
                f"There is no file {path}.",
                "Nothing was changed. Put the stick in again, or choose the file anew.",
            )
        if cipher.read_salt(path) is None:
            raise UserError(f"{path.name} is not a pack.", f"Nothing was changed. {_NO_PACK}")
        if is_held_elsewhere(path):
            raise UserError(
                f"{path.name} is in use.",
                "It is open in another window. Close it there, so that nothing is left behind.",
            )
        with tempfile.TemporaryDirectory(prefix="audit-desk-") as folder:
            for suffix in ("", "-wal"):  # what a window that ended badly had not put in yet
                beside = path.with_name(path.name + suffix)
                if beside.exists():
                    shutil.copyfile(beside, Path(folder) / beside.name)
            yield Path(folder) / path.name
    except OSError as fault:
        if fault.errno == errno.ENOSPC:
            raise UserError(
                f"There is no room on this computer for a copy of {path.name}, which is looked at"
                " in its place.",
                "Nothing was changed. Make room on the disk and try again.",
            ) from fault
        raise UserError(
            f"{path.name} cannot be read: {fault.strerror or fault}.",
            "Nothing was changed. Copy the pack to this computer and take it in from there.",
        ) from fault


def read_returned(pack: Register) -> Returned:
    """Return all that an open pack brings back."""
    db = pack.db
    cases = {
        audit_id: (case_id, reference)
        for audit_id, case_id, reference in db.execute(
            "SELECT audits.id, case_id, reference FROM audits JOIN cases ON cases.id = case_id"
            " ORDER BY position, reading"
        )
    }
    contents = contents_of(db, cases)
    actions = {row["id"]: row for row in _rows(pack, "SELECT * FROM actions")}
    linked = {
        row["action_id"] for content in contents.values() for row in content.get("action_links", ())
    }
    return Returned(
        contents={key: _with_linked(content, actions) for key, content in contents.items()},
        hashes={key: hash_of(content) for key, content in contents.items()},
        cases=cases,
        lines=pack.history.lines(),
        concerns=_rows(pack, "SELECT * FROM concerns ORDER BY raised_at"),
        contacts=_rows(pack, "SELECT * FROM concern_contacts"),
        loose=[
            row for key, row in actions.items() if row["audit_id"] is None and key not in linked
        ],
    )


def _with_linked(content: Content, actions: Mapping[str, Row]) -> Content:
    own = {row["id"] for row in content.get("actions", ())}
    others = {
        row["action_id"]: actions[row["action_id"]]
        for row in content.get("action_links", ())
        if row["action_id"] is not None and row["action_id"] not in own
    }
    if not others:
        return content
    alone = [{**row, "audit_id": None, "question_id": ""} for row in others.values()]
    return {**content, LINKED: alone}


def _rows(pack: Register, query: str) -> list[Row]:
    cursor = pack.db.execute(query)
    names = [each[0] for each in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
