"""The invented texts: no two alike, in step with the grades, and nobody's."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.audit import FullAudit, Judgement
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.completeness import gaps
from audit_desk.domain.identifiers import identifier_in_value
from audit_desk.errors import BugError
from audit_desk.services.demo.build import round_names
from audit_desk.services.demo.chance import chance
from audit_desk.services.demo.texts import Library, Teller, expand
from audit_desk.services.desk import Desk
from audit_desk.services.report_texts import texts_of_findings
from audit_desk.services.tool_files import bundled_tools
from tests.measuring import unmeasured
from tests.services.test_demo import TODAY, build, full_audits

(TOOL,) = bundled_tools()
LIBRARY = Library()
BLAMING = re.compile(
    r"\b(absconded|absconding|promiscu\w+|prostitut\w+|lifestyle choice|streetwise"
    r"|attention.seeking|manipulative|non-compliant|refused to engage"
    r"|putting (her|him)self at risk|challenging behaviour|drug runner)\b",
    re.IGNORECASE,
)
PROPER = re.compile(
    r"WISE|CST|EDT|NRM|CAMHS|MASH|CIN|ADHD|Safeguarding|Unit|Catholic|I|(ST|WI|RH|SU|X)\d"
    r"|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|Requires|Good|Outstanding|Inadequate"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
)
TEXT_PARTS = ("waited_why", "gap_reason", "said")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with unmeasured():
        built = build(tmp_path_factory.mktemp("demo"), cases=360, audits=120)
    yield built
    built.register.close()


@pytest.fixture(scope="module")
def audits(desk: Desk) -> list[FullAudit]:
    return full_audits(desk, desk.rounds.by_name(round_names(TODAY)[0]))


def passages(judgement: Judgement) -> list[str]:
    return [
        text
        for text in (
            judgement.rationale,
            judgement.strengths,
            judgement.improvements,
            judgement.lived_experience,
        )
        if text
    ]


def every_text(audits: list[FullAudit]) -> Iterator[str]:
    for full in audits:
        for answer in full.answers.values():
            if answer.evidence:
                yield answer.evidence
            yield from (
                value
                for part, value in answer.parts.items()
                if part in ("waited_why", "gap_reason")
            )
        for judgement in full.judgements.values():
            yield from passages(judgement)


def test_no_two_texts_of_a_question_are_alike_in_a_hundred_and_twenty_audits(
    audits: list[FullAudit],
) -> None:
    for question in TOOL.questions():
        told = [
            full.answers[question.id].evidence for full in audits if question.id in full.answers
        ]
        counts = Counter(text for text in told if text)
        doubled = sum(count - 1 for count in counts.values())
        assert doubled <= 0.01 * sum(counts.values()), question.id
        first = [text for text in told[:60] if text]
        assert len(set(first)) == len(first), question.id


def test_a_theme_seldom_says_the_same_twice_in_a_usual_round(audits: list[FullAudit]) -> None:
    for theme in TOOL.themes:
        for passage in ("strengths", "improvements", "lived_experience"):
            told = [
                getattr(full.judgements[theme.id], passage)
                for full in audits[:12]
                if theme.id in full.judgements
            ]
            assert len(set(told)) >= len(told) - 1, (theme.id, passage)


def test_every_audit_of_a_large_round_is_complete(audits: list[FullAudit]) -> None:
    for full in audits:
        assert gaps(TOOL, full.answers, full.judgements, full.audit.facts) == ()


def test_nothing_is_left_unfilled_and_every_sentence_has_its_capital(
    audits: list[FullAudit],
) -> None:
    for text in every_text(audits):
        assert not re.search(r"[\[\]{}|]|  ", text), text
        assert re.match(r"[“A-Z0-9]", text), text
        assert not re.search(r"[.?!] [a-z]", text), text
        assert re.search(r"[.?!”]$", text), text


def test_no_text_identifies_anybody_or_blames_a_child(audits: list[FullAudit]) -> None:
    for text in every_text(audits):
        assert not BLAMING.search(text), text
        assert not re.search(r"\d{5,}|@|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", text), text
        assert identifier_in_value(text) is None
        inside = re.findall(r"(?<=[a-z,;] )[A-Z]\w*", text)
        assert all(PROPER.fullmatch(word) for word in inside), text


def test_pronouns_fit_the_child(audits: list[FullAudit]) -> None:
    for full in audits:
        wrong = (
            r"\b(she|hers|herself)\b" if full.audit.facts["gender"] == "Male" else r"\bhimself\b"
        )
        for answer in full.answers.values():
            text = answer.evidence.replace("calls himself", "")
            assert not re.search(wrong, re.sub("“[^”]*”", "", text), re.IGNORECASE), text


def test_grades_spread_believably(audits: list[FullAudit]) -> None:
    spread = {
        theme.id: Counter(
            full.judgements[theme.id].grade for full in audits if theme.id in full.judgements
        )
        for theme in TOOL.themes
    }

    def good_or_better(theme_id: str) -> float:
        counts = spread[theme_id]
        return sum(counts[grade] for grade in counts if grade and grade <= 2) / counts.total()

    for theme_id, counts in spread.items():
        assert counts.total() > len(audits) / 2
        middle = sum(counts[grade] for grade in counts if grade and grade in (2, 3))
        assert middle > 0.85 * counts.total(), theme_id
        assert len(counts) >= 3, theme_id
    weaker = max(good_or_better("supervision"), good_or_better("return-home-interviews"))
    assert weaker < min(good_or_better("strategy-meetings"), good_or_better("wise-assessments"))


def test_answers_of_one_file_agree(audits: list[FullAudit]) -> None:
    for full in audits:
        answers = full.answers
        facts = full.audit.facts
        assert answers["WI1"].parts["cst_started"] == facts["cst_start"]
        if "RH1" in answers and answers["RH1"].parts["outcome"] == "held":
            assert answers["RH1"].parts["interviewed"][:10] == facts["last_rhi"]
        if "RH7" in answers and answers["RH7"].value == "1":
            counts = answers["RH9"].parts
            assert int(counts["after"]) < int(counts["before"])
        if "WI8" in answers:
            assert (answers["WI8"].value in "12") == (answers["X5"].value in "12")
        if answers["X9"].value == "unsafe":
            assert answers["X5"].value in "34"


def test_every_question_has_texts_for_every_answer_it_can_take() -> None:
    for question in TOOL.questions():
        if question.for_moderator:
            continue
        values = POSSIBLE_VALUES[question.kind] or ("facts",)
        if question.id == "RH2":
            values = ("yes", "late", "own", "no")
        for value in values:
            assert LIBRARY.lines(question.id, value, "a"), question.id
            assert LIBRARY.lines(question.id, value, "b"), question.id
        if question.kind is AnswerKind.GRADE:
            assert LIBRARY.lines(question.id, "up")
            assert LIBRARY.lines(question.id, "down")


def test_lists_are_dealt_like_cards() -> None:
    teller = Teller(LIBRARY, "a seed")
    told = [teller.line({}, "concern", "told") for _ in range(4)]
    assert sorted(told) == sorted(LIBRARY.lines("concern", "told"))


def test_a_line_with_a_condition_waits_for_a_child_whom_it_fits() -> None:
    teller = Teller(LIBRARY, "a seed")
    words = {"they": "she", "them": "her", "pattern": "at night"}
    once = {teller.line(words, "RH3", "up") for _ in range(6)}
    again = {teller.line({**words, "again": "yes"}, "RH3", "up") for _ in range(6)}
    assert not any("across episodes" in line for line in once)
    assert "Patterns across episodes were seen and used: she goes at night." in again


def test_an_unknown_word_or_list_is_a_bug() -> None:
    with pytest.raises(BugError, match="nonsense"):
        expand("{nonsense}", {}, chance("x"))
    with pytest.raises(BugError, match="no list"):
        LIBRARY.lines("ST3", "5", "a")


def test_a_word_begins_a_sentence_with_its_capital() -> None:
    words = {"they": "she", "better": "{they} sleeps"}
    text = expand("[Now|Today] {they} eats. {Better}.", words, chance("x"))
    assert text.endswith("she eats. She sleeps.")


def test_none_of_it_looks_like_an_identifier_until_something_does(
    desk: Desk, audits: list[FullAudit]
) -> None:
    round_ = desk.rounds.by_name(round_names(TODAY)[0])
    assert len(desk.identifiers.names()) > 20
    assert desk.identifiers.of_round(round_, TOOL, audits[:40]) == ()
    findings = desk.findings.of_round(round_)
    assert desk.identifiers.in_texts(texts_of_findings(findings)) == ()
    theme = findings.themes[0]
    example = replace(theme.strengths[0], text="Seen at 12 Acacia Avenue.")
    themes = (replace(theme, strengths=(example,)), *findings.themes[1:])
    changed = replace(findings, themes=themes, purpose="Asked for by ada@example.org")
    found = desk.identifiers.in_texts(texts_of_findings(changed))
    assert [each.sentence for each in found] == [
        "Purpose of the round: e-mail address “ada…”",
        f"{example.reference}: {theme.title}, what was done well: address “12…”",
    ]
