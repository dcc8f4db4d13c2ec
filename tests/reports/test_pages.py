"""No page ends with words that lead to the next one, and none holds a table's row alone.

The rules are held to what the library in fact laid out: rounds of different sizes whose texts
have random lengths, so that pages break everywhere.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import pytest
from reportlab.platypus import Flowable, Paragraph, Spacer
from reportlab.platypus import Table as PaperTable

from audit_desk.domain.findings import Findings, ThemeFindings
from audit_desk.reports.pdf import write_pdf
from audit_desk.reports.pdf_canvas import ReportCanvas
from audit_desk.reports.pdf_flowables import Heading
from audit_desk.reports.pdf_tags.flowables import Figure
from tests.reports.example import make_findings
from tests.reports.example_texts import IMPROVEMENTS as TEXTS

WORDS = TEXTS[0].split()
TALL = 200
"""In points; a pair of rows taller than that may be parted."""

_KEYS = ("Files by grade", "The point is the share found")
"""How the keys of charts begin."""


@dataclass(frozen=True)
class Laid:
    """A piece where it came to stand."""

    page: int
    piece: Any
    is_part: bool
    """Whether it is part of a table that was split."""


def words(random: Random, most: int) -> str:
    return " ".join(random.choices(WORDS, k=random.randint(1, most))) + "."


def varied(seed: int) -> Findings:
    """A round of some size, every text of it as long as chance has it."""
    random = Random(seed)  # noqa: S311 - invented data
    findings = make_findings(frame_size=random.randint(50, 160), size=random.randint(11, 40))
    return replace(
        findings,
        purpose="\n".join(words(random, 30) for _ in range(random.randint(1, 25))),
        documents=tuple(words(random, 20) for _ in range(random.randint(0, 9))),
        themes=tuple(varied_theme(random, theme) for theme in findings.themes),
        clocks=tuple(
            replace(clock, standard=words(random, 60), title=words(random, 8))
            for clock in findings.clocks
        ),
        overrides=tuple(replace(each, rationale=words(random, 90)) for each in findings.overrides),
    )


def varied_theme(random: Random, theme: ThemeFindings) -> ThemeFindings:
    def longer(examples: Any) -> Any:
        return tuple(replace(each, text=words(random, 80)) for each in examples)

    return replace(
        theme,
        title=words(random, 9),
        strengths=longer(theme.strengths),
        improvements=longer(theme.improvements),
        voices=longer(theme.voices),
        questions=tuple(
            replace(question, wording=words(random, 45))
            for question in theme.questions[: random.randint(1, len(theme.questions))]
        ),
    )


def lay_out(findings: Findings, monkeypatch: pytest.MonkeyPatch) -> list[Laid]:
    pieces: list[Laid] = []
    parts: list[Any] = []
    draw = Flowable.drawOn

    def note_part(_table: Any, part: Any, **_options: Any) -> None:
        parts.append(part)

    def record(piece: Any, canvas: ReportCanvas, *args: Any, **options: Any) -> None:
        if getattr(piece, "height", 1) and not isinstance(piece, Spacer):
            pieces.append(Laid(canvas.getPageNumber(), piece, piece in parts))
        draw(piece, canvas, *args, **options)

    monkeypatch.setattr(PaperTable, "onSplit", note_part)
    monkeypatch.setattr(Flowable, "drawOn", record)
    write_pdf(findings)
    return pieces


def page_ends(pieces: list[Laid]) -> Iterator[tuple[Any, Laid]]:
    """The last piece of each page with the first of the next."""
    for before, after in itertools.pairwise(pieces):
        if before.page != after.page:
            yield before.piece, after


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(24))
def test_pages_break_where_a_reader_is_not_led_astray(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces = lay_out(varied(seed), monkeypatch)
    no_page_ends_with_what_leads_to_the_next(pieces)
    no_part_of_a_table_is_a_lone_row(pieces)


def no_page_ends_with_what_leads_to_the_next(pieces: list[Laid]) -> None:
    ends = list(page_ends(pieces))
    assert len(ends) > 5
    for last, following in ends:
        assert not isinstance(last, Heading)
        # Pictures that stand in a row are each whole; any other leads to what it shows.
        assert not isinstance(last, Figure) or isinstance(following.piece, Figure)
        if not isinstance(last, Paragraph):
            continue
        text = last.getPlainText()
        assert last.style.name != "small-heading", text
        assert not text.endswith(":"), text
        # The keys of charts are the notes that end what they explain.
        assert last.style.name != "note" or text.startswith(_KEYS), text
        begins = isinstance(following.piece, PaperTable) and not following.is_part
        assert not begins or last.style.name != "body" or len(text) > 300, text


def no_part_of_a_table_is_a_lone_row(pieces: list[Laid]) -> None:
    parts = [each.piece for each in pieces if each.is_part]
    for part in parts:
        rows = part._rowHeights[part.repeatRows :]
        assert len(rows) > 1 or rows[0] > TALL / 2, part._cellvalues
