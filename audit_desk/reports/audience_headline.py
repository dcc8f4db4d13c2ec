"""The beginning of a report for one audience: what was found, and who cannot wait."""

from audit_desk.domain.audit import OVERALL
from audit_desk.domain.passages import CHILDREN, PassageKind
from audit_desk.domain.round_words import HEADLINE, theme_part
from audit_desk.domain.shareable import Shareable, ShareableTheme
from audit_desk.reports.audience_rankings import outstanding
from audit_desk.reports.audience_words import KEY, share_cell, share_sentence
from audit_desk.reports.blocks import (
    Block,
    Bullets,
    Column,
    Passage,
    Passages,
    Role,
    Section,
    Table,
    Text,
)
from audit_desk.reports.words import in_order, listed, opening, plural

JUDGED = "judged good or better"
_KEPT = (
    "This application has told nobody. Each child stays on the list in the register until someone"
    " other than the auditor has recorded that the child was seen or is safe."
)


def headline_section(number: str, shared: Shareable) -> Section:
    """Say in a few sentences what the round found, children first."""
    blocks: list[Block] = [Text(text, Role.LEAD) for text in (shared.lead(HEADLINE),) if text]
    if not shared.submitted:
        said = "No audit of a sampled file has been submitted yet, so there is nothing to report."
        blocks.append(Text(said, Role.LEAD))
    else:
        said = share_sentence(shared.overall.row, JUDGED)
        blocks.append(Text(f"Overall: {said[:1].lower()}{said[1:]}", Role.LEAD))
    blocks.append(Text(_children(shared), Role.ACTION if shared.is_waiting else Role.BODY))
    around = shared.lead(theme_part(OVERALL))
    if around:
        blocks.append(Passages("", (Passage("The lead writes:", around),)))
    if shared.submitted and any(theme.row.share for theme in (shared.overall, *shared.themes)):
        blocks += [_table((shared.overall, *shared.themes)), Text(KEY, Role.NOTE)]
    blocks.append(Bullets((what_was_read(shared), *outstanding(shared))))
    return Section("headline", number, "What the round found", tuple(blocks))


def _table(themes: tuple[ShareableTheme, ...]) -> Table:
    columns = (Column("Judged", 46), Column("Good or better", 27), Column("95 % interval", 27))
    return Table(columns, tuple((theme.title, *_figures(theme)) for theme in themes))


def _figures(theme: ShareableTheme) -> tuple[str, str]:
    count, _, between = share_cell(theme.row).partition("\ninterval ")
    return count, between or "\N{EN DASH}"


def what_was_read(shared: Shareable) -> str:
    """Say how many files were drawn, from how many, and how many were read."""
    if not shared.drawn:
        return "No sample was drawn at random in this round."
    frame = ""
    if shared.population is not None:
        frame = f", drawn at random from the files of {shared.population} children"
    chosen = ""
    if shared.purposive:
        files = opening(shared.purposive, "further file")
        verb = "was" if shared.purposive == 1 else "were"
        chosen = f" {files} {verb} chosen on purpose; no figure in this report counts them."
    read = f"{shared.submitted:,} of {plural(shared.drawn, 'sampled file')}"
    return f"{read} {'has' if shared.submitted == 1 else 'have'} been read{frame}.{chosen}"


def _children(shared: Shareable) -> str:
    if not shared.is_waiting:
        return "No child is waiting for action on a concern."
    if shared.waiting is None:
        return "At least one child needs action now; how many is withheld. See section 2."
    verb = "needs" if shared.waiting == 1 else "need"
    names = f": {listed(shared.waiting_for)}" if shared.waiting_for else ""
    return (
        f"{opening(shared.waiting, 'child', 'children')} {verb} action now{names}. See section 2."
    )


def children_section(number: str, shared: Shareable) -> Section:
    """Say whether children need action, and which, to those who have to act."""
    blocks: list[Block] = [Text(_children(shared).removesuffix(" See section 2."), Role.LEAD)]
    if shared.is_waiting:
        blocks.append(Text(_KEPT))
    if shared.waiting_for:
        whom = "this child" if len(shared.waiting_for) == 1 else "each of them"
        where = f"What {whom} needs stands in the register; read it before anything else"
        blocks.append(Text(f"{where}: {in_order(shared.waiting_for)}.", Role.ACTION))
    blocks += quotes(shared, PassageKind.CLOSING, CHILDREN)
    return Section("children", number, "Children who need action", tuple(blocks))


def quotes(shared: Shareable, kind: PassageKind, group: str) -> list[Block]:
    """Return the released passages of a kind under its heading; nothing where none is."""
    found = shared.quoted(kind, group)
    if not found:
        return []
    if shared.audience.lists_files:
        return [Passages(kind.label, tuple(Passage(each.reference, each.text) for each in found))]
    return [Passages(kind.label, ()), Bullets(tuple(dict.fromkeys(each.text for each in found)))]
