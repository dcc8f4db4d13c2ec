"""The Word document: real styles, tables that can be edited, pictures that say themselves."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from audit_desk.domain.findings import Findings, Spread
from audit_desk.errors import Cancelled
from audit_desk.reports.blocks import Section
from audit_desk.reports.content import build_content
from audit_desk.reports.word import write_word
from tests.reports.example import make_findings
from tests.reports.golden import assert_golden

HOSTILE = "<b>&amp; ]]> \x00\x07 中文 😀 النص \u202e \ud800 %s {0}"


@pytest.fixture(scope="module")
def findings() -> Findings:
    return make_findings()


@pytest.fixture(scope="module")
def written(findings: Findings) -> bytes:
    return write_word(findings)


@pytest.fixture(scope="module")
def document(written: bytes) -> Any:
    return Document(BytesIO(written))


def contents(document: Any) -> list[Paragraph]:
    """The paragraphs of the contents, which the library does not look into."""
    (frame,) = document.element.body.iter(qn("w:sdtContent"))
    return [Paragraph(each, document._body) for each in frame.iter(qn("w:p"))]


def lines(document: Any) -> Iterator[str]:
    for piece in document.iter_inner_content():
        if isinstance(piece, Paragraph):
            if piece.text:
                yield f"[{piece.style.name if piece.style else ''}] {piece.text}"
        else:
            yield from (" | ".join(cell.text for cell in row.cells) for row in piece.rows)


def pictures(document: Any) -> list[Any]:
    return [shape._inline.docPr for shape in document.inline_shapes]


def test_the_document_reads_as_agreed(document: Any) -> None:
    assert_golden("report_docx.txt", "\n".join(lines(document)))


def test_the_same_findings_give_the_same_bytes(written: bytes) -> None:
    assert write_word(make_findings()) == written
    with zipfile.ZipFile(BytesIO(written)) as packed:
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_says_what_it_is(document: Any, findings: Findings) -> None:
    known = document.core_properties
    assert known.title == "Dip-sample report: Spring 2026"
    assert known.author == "Northbrook Council"
    assert known.created.replace(tzinfo=None) == findings.computed_from.replace(tzinfo=None)
    (language,) = document.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "en-GB"
    page = document.sections[0]
    assert "Do not forward" in page.footer.paragraphs[0].text


def test_every_section_has_a_heading_of_its_level_and_is_in_the_contents(
    document: Any, findings: Findings
) -> None:
    found = [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    head, *entries = [(each.style.name, each.text) for each in contents(document) if each.style]
    assert head == ("TOC Heading", "Contents")
    assert {style for style, _ in entries} == {"toc 1", "toc 2"}
    listed = [text for _, text in entries]

    def check(sections: tuple[Section, ...], level: int) -> None:
        for section in sections:
            text = " ".join(section.heading.split())
            assert (f"Heading {level}", text) in found
            assert level > 2 or text in listed
            check(section.sections, level + 1)

    check(build_content(findings).sections, 1)


def test_every_link_of_the_contents_leads_to_a_bookmark(document: Any) -> None:
    body = document.element.body
    marks = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    links = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]
    assert len(links) > 15
    assert len(set(marks)) == len(marks)
    assert set(links) <= set(marks)


def test_every_picture_says_in_words_what_it_shows(document: Any) -> None:
    known = pictures(document)
    assert len(known) > 5
    assert all(len(each.get("descr")) > 20 and each.get("title") for each in known)


def test_every_picture_and_table_of_figures_has_a_numbered_caption(document: Any) -> None:
    captions = [each.text for each in document.paragraphs if each.style.name == "Caption"]
    figures = [each for each in captions if each.startswith("Figure ")]
    assert [each.partition(".")[0] for each in figures] == [
        f"Figure {number}" for number in range(1, len(pictures(document)) + 1)
    ]


def heads(table: Table) -> list[bool]:
    return [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]


def test_the_head_of_each_table_repeats_and_only_the_head(document: Any) -> None:
    with_head = [table for table in document.tables if any(heads(table))]
    assert len(with_head) > 8
    for table in with_head:
        assert heads(table) == [True] + [False] * (len(table.rows) - 1)


def test_hostile_text_is_written_not_obeyed(findings: Findings) -> None:
    theme = replace(findings.themes[0], title=HOSTILE * 5)
    document = Document(
        BytesIO(
            write_word(
                replace(
                    findings,
                    organisation=HOSTILE,
                    round_name=HOSTILE,
                    purpose=HOSTILE,
                    themes=(theme, *findings.themes[1:]),
                )
            )
        )
    )
    text = "\n".join(lines(document))
    assert "<b>&amp; ]]>  中文 😀 النص" in text


def test_a_round_in_which_nothing_counts_has_a_document(findings: Findings) -> None:
    nothing = Spread(dict.fromkeys(findings.overall.spread.grades, 0), not_applicable=3)
    themes = tuple(replace(theme, spread=nothing) for theme in findings.themes)
    overall = replace(findings.overall, spread=nothing)
    for bare in (
        replace(findings, themes=themes, overall=overall),
        replace(findings, receipts=(), audits=(), drawn=0, submitted=0, clocks=(), profiles=()),
    ):
        assert list(lines(Document(BytesIO(write_word(bare)))))


def test_what_progress_raises_ends_the_work(findings: Findings) -> None:
    def cancel(_done: int, _whole: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_word(findings, cancel)
