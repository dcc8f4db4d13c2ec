"""What a preview says in words."""

from audit_desk.domain.case_event import ListKind
from audit_desk.services.case_preview import ImportPreview
from audit_desk.ui.dialogs.import_cases.row_tables import FIRST, unit
from audit_desk.ui.models import when

_HALF = 2


def ready_count(previewed: ImportPreview) -> int:
    """Return how many children or events would be in the register afterwards."""
    return previewed.new + previewed.known


def counts_words(previewed: ImportPreview) -> str:
    """Return what would come in: ``34 cases: 31 new, 3 changed; 2 rows left out``."""
    if not ready_count(previewed):
        return "No row can be brought in"
    refused = previewed.refused_rows
    left_out = f"; {refused:,} {'row' if refused == 1 else 'rows'} left out" if refused else ""
    return _ready_words(previewed) + left_out


def _ready_words(previewed: ImportPreview) -> str:
    count = ready_count(previewed)
    what = unit(previewed.kind, count)
    if previewed.new == count:
        return f"{what}, new" if count == 1 else f"{what}, all new"
    if previewed.unchanged == count:
        return f"{what}, known just so" if count == 1 else f"{what}, all known just so"
    counts = (
        (previewed.new, "new"),
        (previewed.changed, "changed"),
        (previewed.unchanged, "unchanged"),
    )
    return f"{what}: " + ", ".join(f"{number:,} {word}" for number, word in counts if number)


def leaving_warning(previewed: ImportPreview) -> tuple[str, str] | None:
    """Return heading and text of a warning where most children would leave their list."""
    earlier = previewed.earlier
    if earlier is None or previewed.gone * _HALF <= earlier.children:
        return None
    text = (
        f"{previewed.gone:,} of the {earlier.children:,} children who stood on the last edition,"
        f" of {when.day(earlier.imported_at)}, are not on this one. If this is a part of the list"
        " only, take the tick away: then nobody leaves."
    )
    return "Is this the whole list?", text


def notes(previewed: ImportPreview) -> dict[str, str]:
    """Return what is said above the rows of each tab, by the tab's key."""
    return {
        "new": _new(previewed),
        "changed": _changed(previewed),
        "unchanged": _unchanged(previewed),
        "leaving": _leaving(previewed),
        "refused": _refused(previewed),
        "dropped": (
            "Nothing of these columns is saved."
            if previewed.dropped or previewed.unknown
            else "Every column is kept."
        ),
    }


def _new(previewed: ImportPreview) -> str:
    if not previewed.new:
        return "Nothing on this list is new."
    if previewed.kind is not ListKind.CASES:
        return "They stand beside the audits of these children, to be checked on file."
    if previewed.new > FIRST:
        return f"As they will be kept: the first {FIRST} of {previewed.new:,}."
    return "As they will be kept. Each child gets a reference."


def _changed(previewed: ImportPreview) -> str:
    if not previewed.changed:
        return "Nothing that the register says would change."
    words = "What the list says anew is taken over; audits keep what they began with."
    if previewed.reopened:
        again = "1 closed case is" if previewed.reopened == 1 else f"{previewed.reopened:,} are"
        words += f" {again} open again."
    return words


def _unchanged(previewed: ImportPreview) -> str:
    if not previewed.unchanged:
        return "There is nothing on this list that the register knows just so."
    return f"{unit(previewed.kind, previewed.unchanged)}: the register says just the same."


def _leaving(previewed: ImportPreview) -> str:
    if not previewed.gone:
        return "Nobody leaves: every child of the last edition is on this one, too."
    closes = "They are on this list no more. A case is closed, never deleted."
    return closes if previewed.gone > 1 else closes.replace("They are", "The child is")


def _refused(previewed: ImportPreview) -> str:
    repeated = ""
    if previewed.repeated:
        said = "row says" if previewed.repeated == 1 else "rows say"
        repeated = f" {previewed.repeated:,} {said} the same as one before, and count once."
    if not previewed.refused_rows:
        return f"Every row can be brought in.{repeated}"
    others = "The other rows can be brought in without them." if ready_count(previewed) else ""
    return f"{others}{repeated}".strip()
