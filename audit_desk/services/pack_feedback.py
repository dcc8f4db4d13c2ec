"""Which feedback on their earlier audits somebody may be told, on Home and in their next pack.

Moderators write it with two readings before them, so it may say what another reader found. It
is told only where every reading of the file is submitted, and never on a child whose file the
same person is still to read, in whichever round.
"""

from audit_desk.domain.pack_feedback import PackFeedback
from audit_desk.domain.people import same_person
from audit_desk.storage.pack_feedback_repo import PackFeedbackRepo
from audit_desk.storage.register import Register

MOST = 20
"""So many go along, the newest; the others stand in the register."""


def feedback_for(register: Register, person: str) -> tuple[PackFeedback, ...]:
    """Return what moderators said of somebody's audits and may be told to them, newest first."""
    repo = PackFeedbackRepo(register)
    to_read = {case for case, reader in repo.unsubmitted() if same_person(reader, person)}
    found = [given for reader, given in repo.given(to_read) if same_person(reader, person)]
    return tuple(found[:MOST])


def carried_feedback(register: Register) -> tuple[PackFeedback, ...]:
    """Return what the open pack tells its person."""
    return PackFeedbackRepo(register).carried()
