"""How the sample was drawn and what it can say, for one audience."""

from audit_desk.domain.case_codes import spelled_out
from audit_desk.domain.conditions import condition_words
from audit_desk.domain.inference import LEAST_FOR_PERCENT, METHOD, Share
from audit_desk.domain.quantifiers import EDUCATION_SCOTLAND
from audit_desk.domain.shareable import Shareable, ShareableDraw, ShareableProfile
from audit_desk.domain.shareable_from import OTHER_VALUES
from audit_desk.reports.audience_headline import what_was_read
from audit_desk.reports.blocks import Block, Bullets, Column, Pairs, Role, Section, Table, Text
from audit_desk.reports.sample import field_labels
from audit_desk.reports.words import counted, listed, plural, stored_date_and_time


def sample_section(place: str, shared: Shareable) -> Section:
    """Say how the files were chosen, what that allows to say, and what it does not."""
    blocks: list[Block] = [Text(what_was_read(shared))]
    if shared.draw is not None:
        blocks += [
            Text(
                "The sample was drawn by a rule that anyone with the register can run again; the"
                " frame hash shows that nothing was changed since. Files that were drawn, swapped"
                " or left out are listed in the full report alone."
            ),
            Pairs(_draw(shared.draw)),
        ]
    limits = Section("limits", f"{place}.1", "Limits", _limits(shared))
    return Section("sample", place, "Sample, method and limits", tuple(blocks), (limits,))


def _draw(draw: ShareableDraw) -> tuple[tuple[str, str], ...]:
    wanted: dict[str, list[str]] = {}
    for key, value in draw.where:
        wanted.setdefault(key, []).append(condition_words(key, value))
    names = zip(field_labels(tuple(wanted)), wanted.values(), strict=True)
    where = [f"{label} is {' or '.join(words)}" for label, words in names]
    by = listed(field_labels(draw.by)) or "not stratified"
    if draw.by and draw.minimum:
        by += f", at least {draw.minimum} from each stratum"
    earlier = "none" if not draw.earlier else f"{draw.earlier}, replaced before any file was read"
    return (
        ("Algorithm", draw.algorithm),
        ("Seed", str(draw.seed)),
        ("Asked for", plural(draw.size, "file")),
        ("Frame", plural(draw.frame_size, "case")),
        ("Frame hash", draw.frame_hash),
        ("Frame is limited to", listed(where) or "nothing; all cases of the register"),
        ("Stratified by", by),
        ("Drawn", stored_date_and_time(draw.drawn_at)),
        ("Earlier draws", earlier),
    )


def _limits(shared: Shareable) -> tuple[Block, ...]:
    figures = (
        "Every figure is given as n of N. Percentages, words and intervals stand only where N is"
        f" {LEAST_FOR_PERCENT} or more. Intervals are computed by the {METHOD}."
    )
    points = [
        "An audit shows what the record shows. Good work that was not written down is not seen.",
        figures,
    ]
    if shared.all_declared is not None and shared.submitted:
        points.append(
            "Every auditor declared to have had no part in the cases they read."
            if shared.all_declared
            else "Not every auditor declared to have had no part in the cases they read."
        )
    unread = shared.drawn - shared.submitted
    if unread:
        verb = "has" if unread == 1 else "have"
        points.append(
            f"{unread} of {plural(shared.drawn, 'drawn file')} {verb} not been submitted yet. If"
            " those files differ from the others, the figures mislead."
        )
    bands = Pairs(tuple((band.word, band.printed) for band in EDUCATION_SCOTLAND.bands))
    words = Text(f"Words for proportions are those of {EDUCATION_SCOTLAND.name}:")
    return (Bullets(tuple(points)), words, bands)


def profile_section(place: str, shared: Shareable) -> Section:
    """Set the sample beside the children it was drawn from, small groups joined."""
    title = "Who is in the sample"
    if not shared.profiles:
        text = "The groups are too small to set the sample beside the children it came from."
        return Section("profile", place, title, (Text(text),))
    note = (
        f"“{OTHER_VALUES}” joins values that so few children have that they could be known. An"
        " attribute is not shown where nothing of it would be left, or where another figure could"
        " be subtracted from it."
    )
    columns = (
        Column("", 46),
        Column("Of all that could be drawn", 27, is_number=True),
        Column("Of the drawn files", 27, is_number=True),
    )
    rows = tuple(row for profile in shared.profiles for row in _rows(profile))
    return Section("profile", place, title, (Text(note, Role.NOTE), Table(columns, rows)))


def _rows(profile: ShareableProfile) -> list[tuple[str, str, str]]:
    whole = sum(row[1] for row in profile.rows)
    part = sum(row[2] for row in profile.rows)
    return [
        (
            f"{profile.field_label}: {spelled_out(profile.field_label, value)}",
            counted(Share(frame, whole)),
            counted(Share(drawn, part)),
        )
        for value, frame, drawn in profile.rows
    ]


def files_section(place: str, shared: Shareable) -> Section:
    """List the files of the round, so that a reviewer can ask for one."""
    columns = (Column("Reference", 40), Column("Chosen", 60))
    return Section("files", place, "Files of the round", (Table(columns, shared.files),))
