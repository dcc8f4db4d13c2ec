"""What a report says of second readings: counts below ten, nobody named, and what was settled."""

from dataclasses import replace

from audit_desk.domain.audit import Selection
from audit_desk.domain.findings import Findings
from audit_desk.domain.findings_moderation import Counted
from audit_desk.domain.moderation import RoundModeration
from audit_desk.domain.second_reading import How
from audit_desk.reports.blocks import Passages, Table, Text
from audit_desk.reports.moderation import moderation_blocks
from audit_desk.reports.tables.agreement import agreement_table, moderated_table
from audit_desk.services.findings_moderation import moderation_findings
from tests.reports.example import make_findings
from tests.reports.example_moderation import MODERATOR, READER, RULE, make_moderation
from tests.reports.example_tool import EXAMPLE_TOOL


def said_of(moderation: RoundModeration) -> str:
    lines = []
    for block in moderation_blocks(moderation_findings(EXAMPLE_TOOL, moderation)):
        match block:
            case Text():
                lines.append(block.text)
            case Table():
                lines += [" | ".join(row) for row in block.rows]
            case Passages():
                lines += [block.title, *(f"{item.lead}: {item.text}" for item in block.items)]
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")


def with_moderation(number: int) -> Findings:
    found = moderation_findings(EXAMPLE_TOOL, make_moderation(number))
    return replace(make_findings(), moderation=found)


def test_the_report_says_who_was_read_twice_how_far_they_agreed_and_what_was_settled() -> None:
    said = said_of(make_moderation())
    assert (
        "14 files were chosen to be read again by somebody else, in 15 further readings: 12 by the"
        " rule, 1 by hand" in said
    )
    assert RULE.sentence[1:] in said
    assert "14 pairs of readings are sealed on both sides, 1 still to come." in said
    assert "Files chosen on purpose and files that everyone reads (2 pairs) are left out." in said
    assert "no estimate for the round" in said, "the ends of the scale are read twice more often"
    overall = next(line for line in said.splitlines() if line.startswith("Overall | "))
    assert overall.split(" | ")[1:4] == ["12", "8 of 12 (67 %)", "12 of 12 (100 %)"]
    assert "linearly weighted kappa (Cohen 1968)" in said
    assert "settled 1 answer or judgement" in said
    assert "where something was settled, it is counted" in said.lower()
    assert "settled Inadequate. The second reader's evidence carries it" in said
    assert READER not in said
    assert MODERATOR not in said


def test_below_ten_pairs_there_is_no_percentage_and_no_kappa() -> None:
    said = said_of(make_moderation(6))
    assert "%" not in said.replace("25 %", "").replace(RULE.sentence[1:], "")
    assert "appa" not in said
    rows = agreement_table(with_moderation(6))
    for key in ("exact_percent", "mean_difference", "kappa", "kappa_low", "kappa_high"):
        assert {row[rows.index(key)] for row in rows.rows} == {None}


def test_what_the_figures_rest_on_is_said() -> None:
    moderation = make_moderation(12)
    plain, by_hand, on_purpose, late = moderation.pairs[:4]
    changed = (
        plain,
        replace(by_hand, further=replace(by_hand.further, how=How.HAND)),
        replace(on_purpose, first=replace(on_purpose.first, selection=Selection.PURPOSIVE)),
        replace(late, opened_late=True),
        *moderation.pairs[4:],
    )
    basis = moderation_findings(EXAMPLE_TOOL, RoundModeration(changed, (), RULE)).basis
    assert basis == Counted(10, by_hand=1, purposive=1, calibration=2, undecided=3, is_even=False)
    assert "10 pairs of readings, 1 of them chosen by hand, as they were sealed" in basis.words
    assert "purpose (1 pair)" in basis.words
    assert "3 pairs differ overall and are not settled yet" in basis.drift_words
    even = RoundModeration(moderation.pairs, (), replace(RULE, grades=()))
    assert "estimate" not in moderation_findings(EXAMPLE_TOOL, even).basis.words


def test_without_second_readings_it_says_so_and_the_tables_are_empty() -> None:
    assert "No second readings were made" in said_of(RoundModeration())
    assert agreement_table(make_findings()).rows == ()
    assert moderated_table(make_findings()).rows == ()


def test_the_tables_hold_every_judgement_and_question_and_each_change() -> None:
    found = with_moderation(12)
    rows = agreement_table(found)
    ids = {row[rows.index("id")] for row in rows.rows}
    assert {"overall", *(theme.id for theme in EXAMPLE_TOOL.themes)} <= ids
    kappas = [row[rows.index("kappa")] for row in rows.rows if row[rows.index("id")] == "overall"]
    assert isinstance(kappas[0], float)
    (changed,) = moderated_table(found).rows
    assert (changed[1], changed[2], changed[5]) == ("judgement", "Overall", "Inadequate")
