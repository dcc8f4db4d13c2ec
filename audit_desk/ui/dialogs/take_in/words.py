"""What becomes of each audit of a pack, in words for a table."""

from collections.abc import Sequence

from audit_desk.domain.merging import Verdict
from audit_desk.services.merge_preview import AuditChange, MergePreview
from audit_desk.services.merging import MergeResult
from audit_desk.ui.models.when import day

_BECOMES = {
    Verdict.SAME: "As it is here",
    Verdict.NOTHING_NEW: "As it was handed out",
    Verdict.TAKEN: "Comes in",
    Verdict.CONFLICT: "Both versions are kept; you choose",
}


def becomes(change: AuditChange) -> str:
    """Return what becomes of an audit."""
    if change.given_back:
        return "Given back; needs another reader"
    words = _BECOMES[change.verdict]
    return f"{words}; stays out" if change.stays_out else words


def by_need(changes: Sequence[AuditChange]) -> list[AuditChange]:
    """Return audits with those first that somebody has to choose about, then those that come."""
    order = (Verdict.CONFLICT, Verdict.TAKEN, Verdict.NOTHING_NEW, Verdict.SAME)
    return sorted(changes, key=lambda change: order.index(change.verdict))


def concern_words(preview: MergePreview) -> str:
    """Return the open concerns, a line each, those first that cannot come in; else nothing."""
    lost = [
        f"{each.reference}: {cause} It cannot be kept here."
        for each in preview.left_out
        for cause in each.concerns
    ]
    open_ = [each for each in preview.concerns if each.is_open and each.is_new]
    lines = [f"{each.reference}: {each.cause}" for each in open_]
    if lines:
        lines.append("Home shows who was told.")
    return "\n".join([*lost, *lines])


def pack_words(preview: MergePreview) -> str:
    """Return whose pack it is, of what round, and when it was made."""
    slip = preview.slip
    return (
        f"{preview.file_name} · {slip.round_name} · made on {day(slip.made_at)} by {slip.made_by}"
    )


def result_words(preview: MergePreview, result: MergeResult) -> str:
    """Return what was taken in, in sentences."""
    if not result.changed:
        return "It was taken in before; nothing was changed."
    back = sum(each.given_back for each in preview.audits)
    number = result.taken - back
    said = ["1 audit came in." if number == 1 else f"{number} audits came in."]
    if back:
        was = "1 was" if back == 1 else f"{back} were"
        said.append(f"{was} given back: find another reader on the round's Audits.")
    out = sum(each.stays_out for each in preview.audits)
    if out:
        stay = "1 file stays" if out == 1 else f"{out} files stay"
        said.append(f"{stay} with {preview.slip.person}; the pack can be taken in again.")
    elif preview.audits:
        said.append("No file of this pack is out any more.")
    if result.conflicts:
        both = "1 audit has" if result.conflicts == 1 else f"{result.conflicts} audits have"
        said.append(f"{both} two versions: choose which is to stand.")
    return " ".join(said)
