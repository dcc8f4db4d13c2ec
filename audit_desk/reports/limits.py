"""What a round cannot say: its limits, its method and the words that it uses."""

from audit_desk.domain.findings import Findings
from audit_desk.domain.findings_moderation import ModerationFindings
from audit_desk.domain.findings_readers import IndependenceFindings
from audit_desk.domain.inference import LEAST_FOR_PERCENT, METHOD
from audit_desk.domain.quantifiers import EDUCATION_SCOTLAND
from audit_desk.domain.receipt import Receipt
from audit_desk.reports.blocks import Block, Bullets, Pairs, Text
from audit_desk.reports.words import plural

_FIGURES = (
    "Every figure is given as n of N. Percentages, words and intervals stand only where N is "
    f"{LEAST_FOR_PERCENT} or more."
)
_INTERVALS = (
    "They say what share of the {frame} in the frame could have given such a sample. "
    "A question that fits only some children is set against the whole frame, which makes "
    "its interval wider rather than narrower."
)


def limits(findings: Findings) -> tuple[Block, ...]:
    """Say what a reader must not take from the figures."""
    points = [
        "An audit shows what the record shows. Good work that was not written down is not seen.",
        _read_once(findings.moderation),
    ]
    if findings.independence is not None and findings.independence.read:
        points += _limits_of_readers(findings.independence)
    points.append(_FIGURES)
    if findings.receipts:
        points += _limits_of_draw(findings, findings.receipts[-1])
    if findings.purposive:
        points.append(
            "Files chosen on purpose are in no figure: they say what happened, not how often."
        )
    points.append(
        "Small numbers can point to a child. Publish no table of this report; the report for a "
        "board leaves small numbers out."
    )
    bands = Pairs(tuple((band.word, band.printed) for band in EDUCATION_SCOTLAND.bands))
    return (
        Bullets(tuple(points)),
        Text(f"Words for proportions are those of {EDUCATION_SCOTLAND.name}:"),
        bands,
    )


def _read_once(found: ModerationFindings | None) -> str:
    if found is None or not found.sealed:
        return (
            "Each file was read once, by one auditor. How far two readers would agree is not known."
        )
    files = plural(found.files, "file")
    return (
        f"{files} {'was' if found.files == 1 else 'were'} chosen to be read by somebody else too;"
        " every other file was read once, by one auditor."
    )


def _limits_of_readers(found: IndependenceFindings) -> list[str]:
    of = plural(found.read, "audit")
    points = [f"In {found.declared} of {of} the auditor declared to have had no part in the case."]
    points += [
        f"{each.conflict} {each.by} allowed the reading all the same: {each.reason.rstrip('.')}."
        for each in found.exceptions
    ]
    if found.conflicts:
        points.append(
            "The auditor had a part in the case, and nobody is on record as having allowed it: "
            f"{', '.join(found.conflicts)}."
        )
    return points


def _limits_of_draw(findings: Findings, receipt: Receipt) -> list[str]:
    frame = plural(receipt.frame_size, "file")
    points = [f"Intervals are computed by the {METHOD}. {_INTERVALS.format(frame=frame)}"]
    if receipt.by:
        points.append(
            "The interval takes a stratified sample as a simple one, which is the cautious choice "
            "where strata were drawn in proportion."
        )
    if receipt.by and receipt.minimum:
        points.append(
            f"At least {receipt.minimum} came from each stratum, so small strata may count for "
            "more than their share. Figures are not weighted for that."
        )
    unread = findings.drawn - findings.submitted
    if unread:
        verb = "has" if unread == 1 else "have"
        points.append(
            f"{unread} of {plural(findings.drawn, 'drawn file')} {verb} not been submitted yet. "
            "If those files differ from the others, the figures mislead."
        )
    return points
