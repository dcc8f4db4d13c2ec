"""The PDF file: complete, findable, the same every time, and written whole or not at all."""

import os
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from audit_desk.domain.audit import Grade
from audit_desk.domain.findings import Findings, Override
from audit_desk.errors import Cancelled
from audit_desk.reports.fonts import Printable
from audit_desk.reports.pdf import write_pdf
from tests.reports.example import make_findings

GOLDEN = Path(__file__).parent.parent / "golden" / "report.txt"
HOSTILE = "<b>&amp; <para> ]]> \x00\x07 中文 😀 النص é\u0301 \u202e \ud800 %s {0}"


def pages_of(findings: Findings) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(write_pdf(findings))).pages]


@pytest.fixture(scope="module")
def findings() -> Findings:
    return make_findings()


@pytest.fixture(scope="module")
def document(findings: Findings) -> bytes:
    return write_pdf(findings)


@pytest.fixture(scope="module")
def reader(document: bytes) -> PdfReader:
    return PdfReader(BytesIO(document))


@pytest.fixture(scope="module")
def texts(reader: PdfReader) -> list[str]:
    return [page.extract_text() for page in reader.pages]


def test_the_report_reads_as_agreed(texts: list[str]) -> None:
    """Set AUDIT_DESK_UPDATE_GOLDEN=1 to write the golden file anew, then read the difference."""
    text = "\n\n-----\n\n".join(texts)
    text = "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
    if os.environ.get("AUDIT_DESK_UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")

    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_same_findings_give_the_same_bytes(document: bytes) -> None:
    assert write_pdf(make_findings()) == document


def test_other_findings_give_other_bytes(findings: Findings, document: bytes) -> None:
    assert write_pdf(replace(findings, organisation="Southbrook Council")) != document


def test_title_author_language_and_date_are_set(reader: PdfReader) -> None:
    catalog: Any = reader.trailer["/Root"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Dip-sample report: Spring 2026"
    assert reader.metadata.author == "Northbrook Council"
    assert reader.metadata.creation_date_raw == "D:20260314090000+00'00'"
    assert catalog["/Lang"] == "en-GB"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalog["/PageMode"] == "/UseOutlines"


def test_every_font_is_embedded(reader: PdfReader) -> None:
    names = set()
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            used: Any = font.get_object()
            if used["/BaseFont"] == "/Helvetica":
                # The library names it on every page; no text is set in it.
                continue
            names.add(used["/BaseFont"].split("+")[-1])
            assert "/FontFile2" in used["/FontDescriptor"]
    assert names == {"SourceSansPro-Regular", "SourceSansPro-Semibold", "MaterialDesignIcons"}


def test_no_text_is_set_in_a_font_that_is_not_embedded(reader: PdfReader) -> None:
    for page in reader.pages:
        resources: Any = page["/Resources"]
        contents = page.get_contents()
        assert contents is not None
        for name, font in resources["/Font"].items():
            if font.get_object()["/BaseFont"] == "/Helvetica":
                pattern = re.escape(name.encode()) + rb" [\d.]+ Tf [\d.]+ TL\s*\(.+?\) Tj"
                assert not re.search(pattern, contents.get_data())


def flat(outline: Any) -> list[Any]:
    entries: list[Any] = []
    for each in outline:
        entries += flat(each) if isinstance(each, list) else [each]
    return entries


def test_the_outline_leads_to_every_section(reader: PdfReader, texts: list[str]) -> None:
    for entry in flat(reader.outline):
        page = reader.get_destination_page_number(entry)
        assert page is not None
        text = " ".join(texts[page].split())
        assert " ".join(entry.title.split()) in text


def contents_page(reader: PdfReader) -> Any:
    """The page with the links of the contents: the first, or the one after a long headline."""
    return next(page for page in reader.pages[:2] if "/Annots" in page)


def test_the_contents_name_the_pages_that_the_outline_leads_to(reader: PdfReader) -> None:
    page = contents_page(reader)
    shown = page.extract_text().replace("\N{NO-BREAK SPACE}", " ")
    lines = " ".join(shown.split())
    titles = [entry for entry in flat(reader.outline) if not entry.title.startswith("B.")]
    assert len(titles) > 15
    for entry in titles:
        number = reader.get_destination_page_number(entry)
        assert number is not None
        name = re.escape(" ".join(entry.title.split()))
        assert re.search(rf"{name} {number + 1}\b", lines), entry.title


def test_every_line_of_the_contents_is_a_link(reader: PdfReader) -> None:
    links: Any = contents_page(reader)["/Annots"]
    lines = [entry for entry in flat(reader.outline) if not entry.title.startswith("B.")]
    assert len(links) == len(lines)


def test_every_page_says_which_of_how_many_it_is_and_how_to_handle_it(texts: list[str]) -> None:
    total = len(texts)
    for number, page in enumerate(texts, start=1):
        text = " ".join(page.split())
        assert f"Page {number} of {total}" in text
        assert "Contains information about children. Do not forward." in text


@pytest.mark.no_cover
def test_the_head_of_a_table_repeats_on_its_next_page() -> None:
    pages = pages_of(make_findings(frame_size=160, size=70))
    lists = [page for page in pages if page.count("Submitted") > 5]

    assert len(lists) > 1
    assert all("Reference" in page and "Overall" in page for page in lists)


@pytest.mark.no_cover
@pytest.mark.parametrize("lines", range(0, 44, 11))
def test_no_heading_stands_alone_at_the_end_of_a_page(findings: Findings, lines: int) -> None:
    """The purpose pushes everything after it down, line by line, over a whole page."""
    heading = re.compile(r"(\d+|[AB])(\.\d+)?  \S")
    assert heading.match("4.1  Receipt of the draw")
    for page in pages_of(replace(findings, purpose="One more line.\n" * lines)):
        last = [line for line in page.splitlines() if line.strip()][-1]
        assert not heading.match(last), last


def test_hostile_text_is_printed_not_obeyed(findings: Findings) -> None:
    theme = replace(findings.themes[0], title=HOSTILE * 5)
    printable = Printable()
    printable(HOSTILE)
    missing = printable.note

    text = "".join(
        pages_of(
            replace(
                findings,
                organisation=HOSTILE,
                round_name=HOSTILE,
                purpose=HOSTILE,
                themes=(theme, *findings.themes[1:]),
            )
        )
    )

    assert "<b>&amp; <para> ]]>" in text
    assert ("This computer has no typeface for" in " ".join(text.split())) is bool(missing)


def test_a_report_that_could_set_everything_has_no_such_note(texts: list[str]) -> None:
    assert "no typeface" not in " ".join(texts)


@pytest.mark.no_cover
@pytest.mark.parametrize("word", ["W" * 3000, "word " * 5_000, "line\n" * 500])
def test_any_length_of_text_is_laid_out(findings: Findings, word: str) -> None:
    override = Override("CST-1", word[:300], Grade.GOOD, Grade.INADEQUATE, word)
    long = replace(
        findings,
        overrides=(override,),
        tool_purpose=word,
        audits=tuple(replace(line, auditor=word) for line in findings.audits[:2]),
        themes=tuple(
            replace(
                theme,
                title=word[:300],
                questions=tuple(replace(each, wording=word) for each in theme.questions),
            )
            for theme in findings.themes[:2]
        ),
    )

    text = "".join(pages_of(long))

    expected = len("".join(word.split()))
    assert len("".join(text.split())) > 2 * expected


def test_progress_goes_forward_to_the_end(findings: Findings) -> None:
    seen: list[tuple[int, int]] = []

    write_pdf(findings, lambda done, whole: seen.append((done, whole)))

    done = [each for each, _ in seen]
    assert done == sorted(done)
    assert seen[0] == (0, 100)
    assert seen[-1] == (100, 100)
    assert len(set(done)) > 10


@pytest.mark.parametrize("moment", [0, 20, 60, 100])
def test_cancelling_ends_the_work(findings: Findings, moment: int) -> None:
    def cancel(done: int, _whole: int) -> None:
        if done >= moment:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(findings, cancel)
