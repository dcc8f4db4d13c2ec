"""Shares in words, as the screen prints them: n of N, then what may be said beyond it."""

from audit_desk.domain.findings import Findings
from audit_desk.domain.inference import COMPLETE, Share
from audit_desk.ui.widgets.grade_chip import NOTHING


def percent(share: Share) -> str:
    """Return the percentage; empty where there are too few for one."""
    return "" if share.percent is None else f"{share.percent} %"


def interval(share: Share) -> str:
    """Return the interval with its level; empty where there is none.

    A complete count has none either: there is nothing that it leaves to chance.
    """
    if share.interval is not None and share.interval.method == COMPLETE:
        return "every file of the frame"
    return f"95 % interval {share.interval_text}" if share.interval_text else ""


def beyond(share: Share) -> str:
    """Return percentage and interval: ``75 % · 95 % interval 49 % to 90 %``."""
    return " · ".join(part for part in (percent(share), interval(share)) if part)


def in_cell(share: Share) -> str:
    """Return a share for a table: n of N, and below it what may be said beyond it."""
    if not share.of:
        return NOTHING
    first = f"{share.text} · {percent(share)}" if percent(share) else share.text
    return f"{first}\n{share.interval_text}" if share.interval_text else first


def headline(findings: Findings) -> str:
    """Return the sentence that the round should be remembered by."""
    share = findings.overall.good_or_better
    if not share.of:
        return "No file that was read has an overall judgement."
    if share.of == 1:
        return f"The one file read was {'' if share.n else 'not '}judged good or better overall."
    if share.n == share.of:
        return f"All {share.of} files read were judged good or better overall."
    verb = "was" if share.n == 1 else "were"
    return f"{share.text} files {verb} judged good or better overall."


def basis(findings: Findings) -> str:
    """Return what the figures rest on."""
    files = "drawn file" if findings.drawn == 1 else "drawn files"
    verb = "is" if findings.submitted == 1 else "are"
    said = f"{findings.submitted} of {findings.drawn} {files} {verb} submitted"
    if findings.population is not None:
        said += f", from a frame of {findings.population:,} cases"
    if findings.purposive:
        chosen = "1 file" if findings.purposive == 1 else f"{findings.purposive} files"
        said += f"; {chosen} chosen on purpose counted in no figure"
    return f"{said}."


def limits(findings: Findings) -> str:
    """Return how the figures may be read."""
    said = "A percentage stands only where 10 files or more were counted."
    if findings.population is None:
        return f"{said} Nothing was drawn at random, so there is no interval."
    return (
        f"{said} An interval says where the share among all {findings.population:,} cases of the"
        " frame may lie; it is the exact hypergeometric one."
    )
