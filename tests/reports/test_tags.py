"""A report says what each of its parts is, so that it can be heard as well as seen."""

import itertools
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from audit_desk.domain.findings import Findings
from audit_desk.reports.pdf import write_pdf
from audit_desk.reports.words import grades_in_words
from tests.reports.example import make_findings
from tests.reports.tagged import ARTIFACT, Node, Tagged, letters

GOLDEN = Path(__file__).parent.parent / "golden" / "report.txt"
HEADINGS = tuple(f"H{level}" for level in range(1, 7))


def read(findings: Findings) -> Tagged:
    return Tagged(PdfReader(BytesIO(write_pdf(findings))))


@pytest.fixture(scope="module")
def findings() -> Findings:
    return make_findings()


@pytest.fixture(scope="module")
def report(findings: Findings) -> Tagged:
    return read(findings)


def test_the_file_says_that_it_is_tagged_in_which_language_and_what_it_is_called(
    report: Tagged,
) -> None:
    assert report.catalog["/MarkInfo"]["/Marked"]
    assert report.catalog["/Lang"] == "en-GB"
    assert report.catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert report.reader.metadata is not None
    assert report.reader.metadata.title
    repeated = report.reader.xmp_metadata
    assert repeated is not None
    assert repeated.dc_title == {"x-default": report.reader.metadata.title}
    assert repeated.dc_creator == [report.reader.metadata.author]
    assert repeated.dc_language == ["en-GB"]
    assert report.reader.pdf_header >= "%PDF-1.7"
    assert report.root.kind == "Document"


def test_every_typeface_is_in_the_file_and_says_which_letters_it_shows(report: Tagged) -> None:
    for page in report.reader.pages:
        held: Any = page["/Resources"]
        for font in held["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]
            assert "/ToUnicode" in font.get_object()


def test_nothing_is_on_a_page_that_is_neither_part_of_the_text_nor_furniture(
    report: Tagged,
) -> None:
    assert len(report.runs) > 1000
    assert [run for run in report.runs if run.mark is None] == []


def test_every_piece_belongs_to_one_element_and_knows_it(report: Tagged) -> None:
    owned = [piece for node in report.root.all() for piece in node.pieces]
    drawn = {(run.page, run.mark) for run in report.runs if isinstance(run.mark, int)}
    assert len(owned) == len(set(owned))
    assert set(owned) == drawn

    parents = report.parents()
    owners = {piece: node for node in report.root.all() for piece in node.pieces}
    pages: list[Any] = [*report.reader.pages]
    for number, page in enumerate(pages):
        assert page["/Tabs"] == "/S"
        named = parents[int(page["/StructParents"])]
        for piece, owner in enumerate(named):
            assert owner.get_object() is owners[number, piece].source


def test_every_element_knows_its_parent(report: Tagged) -> None:
    for node in report.root.all():
        assert all(kid.source["/P"].get_object() is node.source for kid in node.kids)


def test_headings_go_down_one_level_at_a_time(report: Tagged, findings: Findings) -> None:
    headings = report.root.of(*HEADINGS)
    levels = [int(each.kind[1:]) for each in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(levels) == 4
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert report.text(headings[0]).strip() == findings.round_name
    sections = [report.text(each).strip() for each in headings if each.kind == "H2"]
    assert [text.split()[0] for text in sections] == [
        *map(str, range(1, len(sections) - 1)),
        "A",
        "B",
    ]


def grid(table: Node) -> list[list[Node]]:
    """The cells of a table, each wherever it spans."""
    cells: dict[tuple[int, int], Node] = {}
    for row, line in enumerate(table.kids):
        assert line.kind == "TR"
        column = 0
        for cell in line.kids:
            assert cell.kind in {"TH", "TD"}
            while (row, column) in cells:
                column += 1
            for down in range(cell.attributes.get("/RowSpan", 1)):
                for right in range(cell.attributes.get("/ColSpan", 1)):
                    assert (row + down, column + right) not in cells
                    cells[row + down, column + right] = cell
    width = max(column for _, column in cells) + 1
    return [[cells[row, column] for column in range(width)] for row in range(len(table.kids))]


def test_tables_are_whole_and_name_their_rows_and_columns(report: Tagged) -> None:
    tables = report.root.of("Table")
    assert len(tables) > 10
    for table in tables:
        rows = grid(table)
        assert {id(cell) for row in rows for cell in row} == {
            id(cell) for line in table.kids for cell in line.kids
        }
        for row in rows:
            heads = [cell for cell in row if cell.kind == "TH"]
            assert heads
            for head in heads:
                across = head.attributes["/Scope"] == "/Column"
                assert head.attributes["/Scope"] in {"/Column", "/Row"}
                assert across == (row is rows[0] and heads[-1] is not row[0])
                assert report.text(head).strip()


@pytest.mark.no_cover
def test_a_table_over_several_pages_is_one_and_says_its_heads_once() -> None:
    report = read(make_findings(frame_size=160, size=70))
    long = [
        table
        for table in report.root.of("Table")
        if len({page for cell in table.all() for page, _ in cell.pieces}) > 1
    ]
    assert long
    for table in long:
        texts = [[report.text(cell).strip() for cell in row] for row in grid(table)]
        assert texts.count(texts[0]) == 1
    lists_are_whole(report)
    repeated = [run.text for run in report.runs if run.mark == ARTIFACT and run.text.strip()]
    assert {"Question", "Reference"} <= set(repeated)


def test_lists_have_items_with_a_label_and_a_body(report: Tagged) -> None:
    lists_are_whole(report)


def lists_are_whole(report: Tagged) -> None:
    lists = report.root.of("L")
    assert lists
    for each in lists:
        for item in each.kids:
            assert [kid.kind for kid in item.kids] == ["Lbl", "LBody"]
            assert report.text(item.kids[0]) == "•"
            assert report.text(item.kids[1]).strip()


def test_what_goes_over_a_page_is_still_one_paragraph_or_item(findings: Findings) -> None:
    said = [f"{n}. {'So many words that they go over a page. ' * 14}".strip() for n in range(40)]
    report = read(replace(findings, purpose="\n".join(said), documents=tuple(said)))
    paragraphs, items = report.root.of("P"), report.root.of("LBody")
    for nodes in (paragraphs, items):
        texts = [report.text(each).strip() for each in nodes]
        assert [text for text in texts if text in said] == said
        assert any(len({page for page, _ in node.pieces}) > 1 for node in nodes)
    assert all(report.text(label) == "•" for label in report.root.of("Lbl"))
    assert len(report.root.of("Lbl")) == len(items)


def test_figures_say_what_they_show(report: Tagged, findings: Findings) -> None:
    figures = report.root.of("Figure")
    said = " ".join(figure.source["/Alt"] for figure in figures)
    for figure in figures:
        left, bottom, right, top = map(float, figure.attributes["/BBox"])
        assert 0 < left < right < 595
        assert 0 < bottom < top < 842
    assert f"Overall: {grades_in_words(findings.overall.spread)}." in figures[0].source["/Alt"]
    for theme in findings.themes:
        if theme.spread.graded:
            assert said.count(f"{theme.title}: {grades_in_words(theme.spread)}.") == 2


def test_the_contents_are_links_that_say_where_they_lead(report: Tagged) -> None:
    parents = report.parents()
    (contents,) = report.root.of("TOC")
    sections = [report.text(each) for each in report.root.of("H2", "H3")]
    links = contents.of("Link")
    assert len(links) == len(contents.of("TOCI")) > 15
    for link in links:
        (annotation,) = link.links
        assert parents[int(annotation["/StructParent"])].get_object() is link.source
        assert letters(annotation["/Contents"]) in map(letters, sections)
        shown = report.text(link)
        assert re.fullmatch(rf"{re.escape(annotation['/Contents'])} \d+", shown)


def test_it_is_read_in_the_order_in_which_it_is_printed(report: Tagged) -> None:
    pages = GOLDEN.read_text(encoding="utf-8").split("\n\n-----\n\n")
    printed = [
        letters("".join(run.text for run in report.runs if run.page == number))
        for number in range(len(pages))
    ]
    assert printed == list(map(letters, pages))

    read_aloud = letters(report.text(report.root))
    assert read_aloud == letters("".join(run.text for run in report.runs if run.mark != ARTIFACT))
    furniture = re.compile(r"(.*?)Page(\d+)of(\d+)Containsinformationaboutchildren\.Donotforward\.")
    for number, page in enumerate(map(letters, pages), start=1):
        found = furniture.match(page)
        assert found
        assert int(found[2]) == number
        # A table's head that is repeated at the top of a page is not read again.
        rest = page[found.end() :]
        assert rest in read_aloud or any(rest[cut:] in read_aloud for cut in range(1, 80))


def test_words_stay_apart_where_a_line_ends(report: Tagged, findings: Findings) -> None:
    said = " ".join(" ".join(report.text(each) for each in report.root.of("P", "TD")).split())
    longest = max((q.wording for theme in findings.themes for q in theme.questions), key=len)
    assert longest in said
    assert " ".join(findings.purpose.split()) in said
