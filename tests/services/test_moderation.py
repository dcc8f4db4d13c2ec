"""Two people read a file apart; what they differ in is settled by a third, and all is on record."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from audit_desk.domain.audit import OVERALL, Absence, Answer, Audit, Grade
from audit_desk.domain.moderation import PairState
from audit_desk.domain.round import Round
from audit_desk.domain.second_reading import Further, How, Rule
from audit_desk.domain.settlement import Feedback
from audit_desk.errors import UserError
from audit_desk.services.blindness import refuse_other_reading
from audit_desk.services.desk import Desk
from audit_desk.services.findings import findings_to_json
from audit_desk.services.registers import check
from audit_desk.services.sampling import DrawRequest
from audit_desk.services.unresolved import UnresolvedService
from tests.services.readings import read

OVERALL_ITEM = f"judgement/{OVERALL}"
ST3 = Answer("ST3", "3", evidence="Nobody from health was there.")


@pytest.fixture
def held(desk: Desk) -> Round:
    """A round of five files of which Ada read three: Outstanding, Good and Good."""
    round_ = desk.rounds.create("Spring", by="Lea")
    desk.sampling.draw(round_, DrawRequest(5, 1), "Lea")
    for audit, grade in zip(
        desk.rounds.audits(round_.id), (Grade.OUTSTANDING, Grade.GOOD, Grade.GOOD), strict=False
    ):
        read(desk, audit, "Ada", grade)
    return round_


def unresolved(desk: Desk) -> Mapping[str, int]:
    service = UnresolvedService(desk.register, desk.rounds, {})
    service.compare(lambda *_told: None)
    return service.by_round()


def twice(desk: Desk, round_: Round) -> tuple[Audit, Further]:
    """Have the Outstanding file read again and return both readings."""
    first = desk.rounds.audits(round_.id)[0]
    desk.second_readings.apply(round_.id, Rule(7, share_percent=0), "Lea")
    (further,) = desk.second_readings.of_round(round_.id)
    assert further.first_id == first.id
    return first, further


def read_twice(desk: Desk, round_: Round) -> Further:
    """Have Ben read it too: Requires improvement overall, and less good in ST3."""
    _, further = twice(desk, round_)
    read(desk, further.audit, "Ben", Grade.REQUIRES_IMPROVEMENT, {"ST3": ST3})
    return further


def test_the_rule_is_shown_first_then_kept_and_later_only_adds(desk: Desk, held: Round) -> None:
    second = desk.second_readings
    assert second.rule(held.id).share_percent == 25
    assert second.rule(held.id) == second.rule(held.id), "nobody can shop for a seed"
    rule = Rule(7)
    shown = second.preview(held.id, rule)
    assert len(shown) == 2, "the Outstanding one and one of the two others"
    assert "Judged Outstanding overall." in {each.reason for each in shown}
    assert second.of_round(held.id) == ()
    made = second.apply(held.id, rule, "Lea")
    assert [each.how for each in made] == [How.RULE] * 2
    assert {each.audit.reading for each in made} == {2}
    assert {each.audit.auditor for each in made} == {""}
    assert second.waiting_for_reader() == {held.id: 2}
    assert second.apply(held.id, rule, "Lea") == made
    read(desk, desk.rounds.audits(held.id)[3], "Ada", Grade.INADEQUATE)
    assert {each.audit.id for each in made} < {
        each.audit.id for each in second.apply(held.id, rule, "Lea")
    }
    kept = second.set_rule(held.id)
    assert kept is not None
    assert (kept.rule, kept.set_by) == (rule, "Lea")
    lines = [line.action for line in desk.register.history.lines("round", held.id)]
    assert lines.count("set the rule of second readings") == 1
    assert len(desk.rounds.audits(held.id)) == 5, "samples and findings see first readings alone"
    assert check(desk.register).faults == ()


def test_nobody_reads_a_file_twice_and_no_exception_can_be_made(desk: Desk, held: Round) -> None:
    first, further = twice(desk, held)
    assert not desk.moderation.pair(held, further.audit.id).opened_late
    with pytest.raises(UserError, match="makes another reading"):
        desk.second_readings.assign([further.audit.id], " ada ", None, "Lea")
    with pytest.raises(UserError, match="makes another reading"):
        desk.assignment.assign([further.audit.id], "Ada", None, "Lea", override="Nobody else.")
    with pytest.raises(UserError, match="makes another reading"):
        desk.auditing.save_answer(further.audit.id, ST3, "Ada")
    due = date(2026, 7, 1)
    (given,) = desk.second_readings.assign([further.audit.id], "Ben", due, "Lea")
    assert (given.auditor, given.due_on) == ("Ben", due)
    with pytest.raises(UserError, match="cannot be swapped"):
        unread = desk.rounds.audits(held.id)[4]
        desk.second_readings.choose([unread.id], "To learn.", "Lea")
        desk.sampling.swap(held, unread.reference, "Closed.", "Lea")
    assert first.auditor == "Ada"


def test_choices_by_hand_and_calibration_files_have_reasons_and_can_be_taken_away(
    desk: Desk, held: Round
) -> None:
    second = desk.second_readings
    first, other = desk.rounds.audits(held.id)[:2]
    with pytest.raises(UserError, match="No reason"):
        second.choose([first.id], " ", "Lea")
    second.choose([first.id], "The family complained.", "Lea")
    with pytest.raises(UserError, match="read twice already"):
        second.choose([other.id, first.id], "Again.", "Lea")
    assert len(second.of_round(held.id)) == 1, "all of them or none"
    made = second.calibrate(other.id, ["Ben", "Ada", "Cai"], "To grade alike.", "Lea")
    readings = [each for each in second.of_round(held.id) if each.how is How.CALIBRATION]
    assert [(each.audit.reading, each.audit.auditor) for each in readings] == [
        (2, "Ben"),
        (3, "Cai"),
    ]
    with pytest.raises(UserError, match="already"):
        second.calibrate(other.id, ["Cai"], "Again.", "Lea")
    second.remove(made[1], "Lea")
    desk.auditing.save_answer(made[0], Answer("ST3", "2", evidence="Seen."), "Ben")
    for audit_id, said in ((made[0], "has begun"), (other.id, "first reading")):
        with pytest.raises(UserError, match=said):
            second.remove(audit_id, "Lea")
    assert check(desk.register).faults == ()


def test_two_readings_are_beside_each_other_only_when_both_are_sealed(
    desk: Desk, held: Round
) -> None:
    _, further = twice(desk, held)
    desk.auditing.save_answer(further.audit.id, ST3, "Ben")
    first = desk.rounds.audits(held.id)[0]
    with pytest.raises(UserError, match="apart from whoever"):
        refuse_other_reading(desk.register, first.id, "ben")
    for reading, person in ((first, "Mo"), (first, ""), (further.audit, "Ben")):
        refuse_other_reading(desk.register, reading.id, person)
    (pair,) = desk.moderation.of_round(held).pairs
    assert (pair.state, pair.items) == (PairState.WAITING, ())
    with pytest.raises(UserError, match="not submitted yet"):
        desk.moderation.settle(held, further.audit.id, OVERALL_ITEM, "2", "So it is.", "Mo")
    read(desk, further.audit, "Ben", Grade.GOOD, {"ST3": ST3})
    refuse_other_reading(desk.register, first.id, "Ben")
    (pair,) = desk.moderation.of_round(held).pairs
    assert pair.state is PairState.DIFFERENT
    assert {item.key for item in pair.differences} == {OVERALL_ITEM, "answer/ST3"}
    (answer,) = (item for item in pair.items if item.key == "answer/ST3")
    assert (answer.first.standing, answer.second.standing) == ("2", "3")
    assert answer.second.words == ST3.evidence
    assert not any(item.key.endswith("X10") for item in pair.items), "the moderator's question"
    desk.register.db.execute(
        "UPDATE audits SET seal = ? WHERE id = ?", ("0" * 64, further.audit.id)
    )
    (broken,) = desk.moderation.of_round(held).pairs
    assert (broken.state, broken.items) == (PairState.BROKEN, ())
    assert "by Ben is not as it was sealed" in broken.trouble


def test_a_third_person_settles_with_a_reason_and_the_originals_stay(
    desk: Desk, held: Round
) -> None:
    further = read_twice(desk, held)
    first = desk.rounds.audits(held.id)[0]
    before = [desk.auditing.open(audit_id) for audit_id in (first.id, further.audit.id)]
    settle = desk.moderation.settle
    for moderator, reason, standing, said in (
        ("ben", "So.", "2", "one of the readers"),
        ("Ada", "So.", "2", "one of the readers"),
        ("", "So.", "2", "No name"),
        ("Mo", " ", "2", "No reason"),
        ("Mo", "So.", "yes", "no answer to this"),
    ):
        with pytest.raises(UserError, match=said):
            settle(held, further.audit.id, OVERALL_ITEM, standing, reason, moderator)
    assert unresolved(desk) == {held.id: 2}
    settle(held, further.audit.id, OVERALL_ITEM, "3", "Both plans were never reviewed.", "Mo")
    pair = settle(held, further.audit.id, "answer/ST3", "not_evidenced", "None on file.", "Mo")
    assert pair.state is PairState.SETTLED
    assert unresolved(desk) == {}
    after = [desk.auditing.open(audit_id) for audit_id in (first.id, further.audit.id)]
    assert after == before
    lines = desk.register.history.lines("audit", first.id)
    assert [line.who for line in lines if line.action == "settled"] == ["Mo", "Mo"]
    desk.moderation.withdraw(held, further.audit.id, OVERALL_ITEM, "Mo")
    assert unresolved(desk) == {held.id: 1}
    with pytest.raises(UserError, match="not settled"):
        desk.moderation.withdraw(held, further.audit.id, OVERALL_ITEM, "Mo")
    assert check(desk.register).faults == ()


def test_the_rest_is_settled_at_once_and_reopening_a_reading_opens_it_again(
    desk: Desk, held: Round
) -> None:
    further = read_twice(desk, held)
    pair = desk.moderation.settle_rest(
        held, further.audit.id, as_first=False, reason="The second saw the minutes.", moderator="Mo"
    )
    assert (pair,) == desk.moderation.of_round(held).pairs
    assert {item.settled.standing for item in pair.differences if item.settled} == {"3"}
    desk.auditing.reopen(further.audit.id, "A page was missed.", "Ben")
    assert desk.moderation.of_round(held).pairs[0].state is PairState.WAITING
    better = replace(ST3, value="4")
    desk.auditing.fill(further.audit.id, [better], (), by="Ben", submit=True)
    (pair,) = desk.moderation.of_round(held).pairs
    assert (pair.state, len(pair.open_items)) == (PairState.DIFFERENT, 2)
    assert pair.opened_late, "the second reader may have seen the first reading by then"
    found = desk.findings.of_round(held).moderation
    assert found is not None
    assert (found.counted, found.opened_late) == (0, (pair.first.reference,))


def test_findings_count_what_was_settled_and_agreement_what_was_sealed(
    desk: Desk, held: Round
) -> None:
    further = read_twice(desk, held)
    before = desk.findings.of_round(held)
    assert before.overall.spread.grades[Grade.OUTSTANDING] == 1
    why = "Worse than both: ring 07700 900123."
    desk.moderation.settle(held, further.audit.id, OVERALL_ITEM, "4", why, "Mo")
    desk.moderation.settle(
        held, further.audit.id, "answer/ST3", Absence.NOT_EVIDENCED, "No minutes.", "Mo"
    )
    found = desk.findings.of_round(held)
    assert found.overall.spread.grades[Grade.INADEQUATE] == 1
    assert found.overall.spread.grades[Grade.OUTSTANDING] == 0
    (st3,) = (
        each for theme in found.themes for each in theme.questions if each.question_id == "ST3"
    )
    assert (st3.counts["2"], st3.not_evidenced) == (2, 1)
    line = next(line for line in found.audits if line.overall is Grade.INADEQUATE)
    assert line.auditor == "Ada"
    made = found.moderation
    assert made is not None
    assert before.moderation is not None
    assert made.overall == before.moderation.overall, "the originals"
    assert (made.counted, made.overall.agreement.exact.text) == (1, "0 of 1")
    assert (made.settled, made.changed, made.unresolved) == (2, 2, 0)
    assert [(each.first, each.second, each.settled) for each in made.changes] == [
        ("Outstanding", "Requires improvement", "Inadequate"),
        ("Good", "Requires improvement", "Not evidenced"),
    ]
    assert [each.is_judgement for each in made.changes] == [True, False]
    assert [(each.auditor, each.better, each.n) for each in made.drift] == [
        ("Ada", 1, 1),
        ("Ben", 1, 1),
    ]
    told = json.loads(json.dumps(findings_to_json(found)))["moderation"]
    assert told["overall"]["exact"] == {"n": 0, "of": 1, "percent": None}
    assert (told["overall"]["kappa"], told["overall"]["mean_difference"]) == (None, None)
    assert told["rule"] == Rule(7, share_percent=0).sentence
    assert found.computed_from > before.computed_from
    assert told["left_out"] == {"chosen_on_purpose": 0, "calibration": 0}
    assert (told["pairs"], told["estimates_the_round"], told["undecided"]) == (1, False, 0)
    told_of = [each.sentence for each in desk.reports.identifiers(held)]
    assert any("why it was settled" in each for each in told_of), told_of
    desk.second_readings.calibrate(further.first_id, ["Cai"], "To grade alike.", "Lea")
    later = desk.findings.of_round(held)
    assert later.overall == found.overall, "what is settled stands while a third has still to read"


def test_an_auditor_is_told_how_good_the_audit_itself_is(desk: Desk, held: Round) -> None:
    further = read_twice(desk, held)
    said = Feedback(
        further.audit.id, "Mo", "yes", "partly", "no", "Name who puts it right.", datetime.now(UTC)
    )
    for wrong, why in (
        (replace(said, moderator="ben"), "made this reading"),
        (replace(said, moderator=" "), "No name"),
        (replace(said, judges_impact="maybe"), "yes, partly or no"),
        (Feedback(further.audit.id, "Mo", "", "", "", " ", datetime.now(UTC)), "Nothing is said"),
        (replace(said, audit_id=desk.rounds.audits(held.id)[4].id), "Only a submitted"),
    ):
        with pytest.raises(UserError, match=why):
            desk.moderation.give_feedback(wrong)
    desk.moderation.give_feedback(said)
    desk.moderation.give_feedback(replace(said, words="Say who puts it right."))
    (kept,) = desk.moderation.of_round(held).feedback
    assert (kept.answers, kept.words) == (("yes", "partly", "no"), "Say who puts it right.")
    lines = desk.register.history.lines("audit", further.audit.id)
    assert [line.action for line in lines].count("gave feedback") == 2
