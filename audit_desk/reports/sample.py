"""The sample, its receipt and its limits, so that anyone can check and nobody overclaims."""

from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.conditions import condition_words
from audit_desk.domain.findings import Findings
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.representativeness import STRATIFIED, account, drawn_picture
from audit_desk.reports.blocks import (
    Block,
    Bullets,
    Column,
    LikenessCharts,
    Pairs,
    Passage,
    Passages,
    Role,
    Section,
    Table,
    Text,
)
from audit_desk.reports.headline import what_was_read
from audit_desk.reports.limits import limits
from audit_desk.reports.words import (
    in_order,
    listed,
    plural,
    sentence,
    stored_date_and_time,
)

_RULE = (
    "The sample can be drawn again by anyone. The key of a reference is the SHA-256 of the "
    "seed, a line feed and the reference, as lower-case hexadecimal. References are sorted by "
    "key, and the first ones are the sample. The frame hash is the SHA-256 over all references "
    "of the frame, sorted and joined by line feeds."
)


def sample_section(number: str, findings: Findings) -> Section:
    """Say how the files were chosen, what that allows to say, and what it does not."""
    receipts = findings.receipts
    subsections: list[Section] = []
    if receipts:
        subsections.append(
            Section("receipt", f"{number}.1", "Receipt of the draw", _receipt(receipts[-1]))
        )
    if len(receipts) > 1:
        subsections.append(
            Section("earlier-draws", f"{number}.2", "Earlier draws", tuple(_earlier(receipts[:-1])))
        )
    subsections.append(
        Section("limits", f"{number}.{len(subsections) + 1}", "Limits", limits(findings))
    )
    chosen = [line.reference for line in findings.audits if line.purposive]
    blocks: list[Block] = [Text(what_was_read(findings))]
    if chosen:
        blocks.append(
            Text(f"Chosen on purpose, read for learning and counted nowhere: {in_order(chosen)}.")
        )
    return Section("sample", number, "Sample, method and limits", tuple(blocks), tuple(subsections))


def profile_section(number: str, findings: Findings) -> Section:
    """Set the sample beside the children it was drawn from."""
    title = "Who is in the sample"
    if not findings.profiles or not findings.receipts:
        return Section(
            "profile",
            number,
            title,
            (Text("There is no drawn sample to set beside the children it came from."),),
        )
    pictures = tuple(drawn_picture(profile) for profile in findings.profiles)
    return Section(
        "profile",
        number,
        title,
        (
            Text(account(pictures), Role.LEAD),
            Text(
                "Each value's share of all files that could have been drawn, and under it its "
                "share of the drawn ones. What chance usually gives is exact: so few, and so "
                "many, each happen in more than 2.5 % of draws."
                + (f" {STRATIFIED}" if findings.receipts[-1].by else ""),
                Role.NOTE,
            ),
            LikenessCharts(pictures),
        ),
    )


def field_labels(keys: tuple[str, ...]) -> list[str]:
    """Return what the fields of a case are called."""
    known = {field.key: field.label for field in CASE_FIELDS}
    return [known.get(key, key) for key in keys]


def _receipt(receipt: Receipt) -> tuple[Block, ...]:
    blocks: list[Block] = [Text(_RULE), Pairs(_facts(receipt))]
    if receipt.exclusions:
        blocks += [
            Text("Left out of the frame:"),
            Bullets(
                tuple(
                    f"{plural(exclusion.count, 'case')}: {exclusion.reason}"
                    for exclusion in receipt.exclusions
                )
            ),
        ]
    blocks.append(
        Table(
            (
                Column("Stratum", 26),
                Column("Frame", 8, is_number=True),
                Column("Drawn", 8, is_number=True),
                Column("References drawn, in order", 58),
            ),
            tuple(
                (
                    stratum.name,
                    str(stratum.frame_size),
                    str(len(stratum.drawn)),
                    in_order(stratum.drawn) or "none",
                )
                for stratum in receipt.strata
            ),
        )
        if len(receipt.drawn) <= _MOST_IN_A_TABLE
        else Passages(
            "References drawn, in order",
            tuple(
                Passage(
                    f"{stratum.name} ({len(stratum.drawn)} of {stratum.frame_size})",
                    in_order(stratum.drawn) or "none",
                )
                for stratum in receipt.strata
            ),
        )
    )
    if receipt.swaps:
        blocks.append(
            Passages(
                "Replaced since, each by the next spare of its stratum",
                tuple(
                    Passage(
                        f"{swap.removed} → {swap.added}",
                        f"{sentence(swap.reason)} By {swap.by}, {stored_date_and_time(swap.at)}.",
                    )
                    for swap in receipt.swaps
                ),
            )
        )
    else:
        blocks.append(Text("No drawn case was replaced."))
    reasoned = [added for added in receipt.purposive if added.reason]
    if reasoned:
        blocks.append(
            Passages(
                "Added on purpose",
                tuple(
                    Passage(
                        added.reference,
                        f"{sentence(added.reason)} By {added.by}, "
                        f"{stored_date_and_time(added.at)}.",
                    )
                    for added in reasoned
                ),
            )
        )
    return tuple(blocks)


_MOST_IN_A_TABLE = 120


def _facts(receipt: Receipt) -> tuple[tuple[str, str], ...]:
    wanted: dict[str, list[str]] = {}
    for key, value in receipt.where:
        wanted.setdefault(key, []).append(condition_words(key, value))
    where = [
        f"{label} is {' or '.join(words)}"
        for label, words in zip(field_labels(tuple(wanted)), wanted.values(), strict=True)
    ]
    by = listed(field_labels(receipt.by)) or "not stratified"
    if receipt.by and receipt.minimum:
        by += f", at least {receipt.minimum} from each stratum"
    return (
        ("Algorithm", receipt.algorithm),
        ("Seed", str(receipt.seed)),
        ("Asked for", plural(receipt.size, "file")),
        ("Frame", plural(receipt.frame_size, "case")),
        ("Frame hash", receipt.frame_hash),
        ("Frame is limited to", listed(where) or "nothing; all cases of the register"),
        ("Stratified by", by),
        ("Drawn", f"{stored_date_and_time(receipt.drawn_at)}, by {receipt.drawn_by}"),
    )


def _earlier(receipts: tuple[Receipt, ...]) -> list[Block]:
    count = "one earlier draw" if len(receipts) == 1 else f"{len(receipts)} earlier draws"
    return [
        Text(
            f"This round had {count}, replaced before any file was read. No draw is ever "
            "deleted, so that nobody can try seeds until one pleases."
        ),
        Passages(
            "",
            tuple(
                Passage(
                    f"Draw {position}",
                    f"Seed {receipt.seed}, {receipt.size} of {receipt.frame_size}, "
                    f"{stored_date_and_time(receipt.drawn_at)}, by {receipt.drawn_by}. "
                    f"Frame hash {receipt.frame_hash}. Drawn: {in_order(receipt.drawn)}.",
                )
                for position, receipt in enumerate(receipts, start=1)
            ),
        ),
    ]
