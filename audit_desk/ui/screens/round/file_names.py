"""Names for files that are saved from a round."""

import re

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 80


def file_name(round_name: str, what: str, ending: str) -> str:
    """Return a name that every system accepts: ``Spring 2026 - draw receipt.json``."""
    safe = " ".join(_UNFIT.sub(" ", round_name).split())[:_LONGEST].strip(" .") or "Round"
    return f"{safe} - {what}.{ending}"
