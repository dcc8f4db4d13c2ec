"""What may be said between rounds, in words for the screen."""

from audit_desk.domain.inference import Share
from audit_desk.domain.trend import Change, TrendLine
from audit_desk.ui.models.share_words import percent

RULE = (
    "Each round is another sample, so shares move by chance alone. A change is claimed only where"
    " two intervals lie apart and both rounds counted 10 files or more."
)


def since(line: TrendLine) -> str:
    """Return what may be said since the last round: "Since Autumn 2025 (7 of 12): …"."""
    before = line.before
    return f"Since {before.round_name} ({counts(before.share)}): {change(line)}."


def change(line: TrendLine) -> str:
    """Return what the intervals support, as a clause."""
    return {
        Change.BETTER: "better, the intervals lie apart",
        Change.WORSE: "worse, the intervals lie apart",
        Change.UNPROVEN: "no change is claimed",
        Change.TOO_FEW: "too few to say",
    }[line.change]


def counts(share: Share) -> str:
    """Return n of N with the percentage where there is one."""
    if not share.of:
        return "no file counted"
    return f"{share.text}, {percent(share)}" if percent(share) else share.text
