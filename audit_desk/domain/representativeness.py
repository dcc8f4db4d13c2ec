"""Whether a sample looks like the frame it was drawn from, value by value.

A random sample never mirrors its frame exactly. What chance usually gives is the exact
hypergeometric range: so few, and so many, each happen in more than 2.5 % of draws. A value
outside of it is no fault of the draw, but the findings can say little about those children,
or speak of them more than their share.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from audit_desk.domain.case_codes import spelled_out
from audit_desk.domain.hypergeometric import usual
from audit_desk.domain.inference import Share
from audit_desk.domain.sample_profile import Profile

MORE = "more than chance usually gives"
"""Said of a value that is drawn oftener than its share of the frame lets expect."""
FEWER = "fewer than chance usually gives"
"""Said of a value that is drawn less often than its share of the frame lets expect."""

STRATIFIED = (
    "What chance usually gives is reckoned for a simple draw. This one is stratified: it keeps"
    " closer to its strata, and a least number from each brings small ones in more often."
)
"""Said beside pictures of a stratified draw."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """One value of an attribute: its share of the frame beside its share of the sample.

    Attributes:
        value: The value.
        in_frame: Of all cases that could be drawn.
        in_sample: Of the drawn ones; ``None`` before the draw.
        size: How many are drawn, or are to be.
        least: The fewest that chance usually gives.
        most: The most that chance usually gives.
    """

    value: str
    in_frame: Share
    in_sample: Share | None
    size: int
    least: int
    most: int

    @property
    def mark(self) -> str:
        """``MORE`` or ``FEWER``; empty where the sample holds what chance usually gives."""
        if self.in_sample is None or self.least <= self.in_sample.n <= self.most:
            return ""
        return MORE if self.in_sample.n > self.most else FEWER

    @property
    def usually(self) -> str:
        """What chance usually gives: "6 to 11", or one number."""
        return f"{self.least} to {self.most}" if self.least < self.most else str(self.least)

    @property
    def mark_words(self) -> str:
        """The mark with what would have been usual; empty where there is no mark."""
        return f"{self.mark} ({self.usually})" if self.mark else ""

    @property
    def words(self) -> str:
        """The whole comparison as a sentence, for whoever cannot see it."""
        said = f"{self.value}: {self.in_frame.text} in the frame"
        if self.in_sample is None:
            return f"{said}, usually {self.usually} in the sample."
        said += f", {self.in_sample.text} in the sample"
        return f"{said}, {self.mark_words}." if self.mark else f"{said}."


@dataclass(frozen=True, slots=True)
class Picture:
    """An attribute's values, the sample beside the frame.

    Attributes:
        label: The attribute.
        rows: Its values.
    """

    label: str
    rows: tuple[Likeness, ...]

    @property
    def words(self) -> str:
        """All comparisons as sentences."""
        return " ".join(row.words for row in self.rows)


def counted(share: Share) -> str:
    """Return n of N, and the percentage where there is one: "12 of 20 · 60 %"."""
    return share.text if share.percent is None else f"{share.text} · {share.percent} %"


def drawn_picture(profile: Profile) -> Picture:
    """Set the drawn sample beside its frame."""
    size = sum(row.in_sample for row in profile.rows)
    return _picture(profile, size, drawn=True)


def expected_picture(profile: Profile, size: int) -> Picture:
    """Say what a random sample of that size usually holds, before anything is drawn.

    Which cases a seed would give is not shown before the draw: whoever saw it could try seeds
    until one pleases, and nobody would know.
    """
    return _picture(profile, size, drawn=False)


def account(pictures: Sequence[Picture]) -> str:
    """Say in a sentence or two whether the drawn sample looks like its frame."""
    rows = [row for picture in pictures for row in picture.rows]
    marked = sum(bool(row.mark) for row in rows)
    if not rows:
        return "No attribute is recorded by which the sample could be set beside its frame."
    if not marked:
        return (
            f"All {len(rows)} values that were compared are drawn as often as chance usually gives."
        )
    lie = "value lies" if marked == 1 else "values lie"
    return (
        f"Of {len(rows)} values that were compared, {marked} {lie} outside what chance usually"
        " gives. In a random draw up to one value in twenty does."
    )


def _picture(profile: Profile, size: int, *, drawn: bool) -> Picture:
    frame = sum(row.in_frame for row in profile.rows)
    rows = []
    for row in profile.rows:
        # Cases may have left the register since; of a frame below its sample nothing is known.
        least, most = usual(row.in_frame, size, frame) if size <= frame else (0, size)
        sample = Share(row.in_sample, size) if drawn else None
        value = spelled_out(profile.field_label, row.value)
        rows.append(Likeness(value, Share(row.in_frame, frame), sample, size, least, most))
    return Picture(profile.field_label, tuple(rows))
