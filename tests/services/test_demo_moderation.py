"""What the invented register shows beyond first readings: people, second readings, words."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from audit_desk.domain.agreement import Kappa
from audit_desk.domain.audit import AuditState
from audit_desk.domain.findings import Findings
from audit_desk.domain.moderation import PairState, RoundModeration
from audit_desk.domain.passages import PassageKind
from audit_desk.domain.people import same_person
from audit_desk.domain.person import Role
from audit_desk.domain.round import Round
from audit_desk.domain.round_words import HEADLINE, RECOMMENDATIONS
from audit_desk.domain.second_reading import How, Rule
from audit_desk.services.demo.build import PERSON, earlier_name
from audit_desk.services.demo.staff import MODERATOR, SECOND_READERS
from audit_desk.services.desk import Desk
from audit_desk.services.registers import check
from audit_desk.services.unresolved import UnresolvedService
from tests.measuring import unmeasured
from tests.services.test_demo import FINISHED, TODAY, build
from tests.services.test_demo_texts import BLAMING

SEED = 1


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with unmeasured():
        built = build(tmp_path_factory.mktemp("demo"), cases=133, audits=40, seed=SEED)
    yield built
    built.register.close()


@pytest.fixture(scope="module")
def finished(desk: Desk) -> Round:
    return desk.rounds.by_name(FINISHED)


@pytest.fixture(scope="module")
def found(desk: Desk, finished: Round) -> RoundModeration:
    return desk.moderation.of_round(finished)


@pytest.fixture(scope="module")
def findings(desk: Desk, finished: Round) -> Findings:
    return desk.findings.of_round(finished)


def test_everybody_is_recorded_and_whoever_looks_around_is_the_lead(desk: Desk) -> None:
    assert check(desk.register).faults == ()
    people = {person.name: person.roles for person in desk.people.all()}
    assert people[PERSON] == (Role.LEAD, Role.AUDITOR)
    assert {role for roles in people.values() for role in roles} == set(Role)
    assert desk.people.unrecorded() == ()
    assert desk.settings.visitor() == PERSON


def test_second_readings_are_as_many_as_the_rule_gives_and_one_more_waits(
    desk: Desk, finished: Round, found: RoundModeration, findings: Findings
) -> None:
    assert found.rule == Rule(SEED)
    assert desk.second_readings.preview(finished.id, Rule(SEED)) == ()
    assert findings.moderation is not None
    chosen = findings.moderation.chosen
    assert (chosen[How.HAND], chosen[How.CALIBRATION]) == (1, 2)
    assert findings.moderation.counted == chosen[How.RULE] >= 10
    (waiting,) = (pair for pair in found.pairs if pair.state is PairState.WAITING)
    assert waiting.further.how is How.HAND
    assert waiting.second.auditor
    assert isinstance(findings.moderation.overall.agreement.kappa, Kappa)
    (calibrated,) = findings.moderation.calibration
    assert len(calibrated.grades) == 3


def test_two_readers_of_a_file_tell_the_same_life_in_other_words(found: RoundModeration) -> None:
    sealed = [pair for pair in found.pairs if pair.is_sealed]
    items = [item for pair in sealed for item in pair.items]
    share = sum(item.differs for item in items) / len(items)
    assert 0.03 < share < 0.4
    told = [(item.first.words, item.second.words) for item in items if item.first.words]
    assert sum(one == other for one, other in told) <= 0.01 * len(told)
    for _, text in told:
        assert not BLAMING.search(text), text
    assert {pair.second.auditor for pair in sealed} == set(SECOND_READERS)


def test_nearly_all_is_settled_by_somebody_who_is_neither_reader(
    desk: Desk, finished: Round, found: RoundModeration
) -> None:
    unresolved = UnresolvedService(desk.register, desk.rounds, {})
    assert unresolved.by_round() == {}, "nothing is known yet"
    unresolved.compare(lambda *_told: None)
    assert unresolved.by_round() == {finished.id: 2}
    assert found.unresolved == 2
    for pair in found.pairs:
        assert not any(same_person(MODERATOR, one.auditor) for one in (pair.first, pair.second))
        for item in pair.items:
            assert item.settled is None or item.settled.moderator == MODERATOR
            assert item.settled is None or item.settled.reason.endswith((".", "”"))
    assert len({given.audit_id for given in found.feedback}) == 2


def test_the_lead_has_written_about_the_figures_as_they_are(findings: Findings) -> None:
    words = findings.words
    assert len(words.parts) == 4
    assert {HEADLINE, RECOMMENDATIONS} < set(words.parts)
    assert not any(words.is_behind(part) for part in words.parts)
    assert len(words.recommendations) == 3
    assert all(each.owner and each.due_on and each.due_on > TODAY for each in words.recommendations)
    counts = {f"{theme.good_or_better.n} of {theme.good_or_better.of}" for theme in findings.themes}
    for part, written in words.parts.items():
        assert not re.search(r"[{}\[\]|]", written.text), part
        assert set(re.findall(r"\d+ of \d+", written.text)) <= counts


def test_what_others_may_quote_holds_no_small_number(desk: Desk, finished: Round) -> None:
    released = [each for each in desk.releases.quotable(finished) if each.is_released]
    kinds = Counter(each.passage.kind for each in released)
    assert kinds == {PassageKind.RECOMMENDATION: 3, PassageKind.VOICE: 6}
    for each in released:
        assert not each.identifiers
        assert not re.search(r"\d of \d", each.passage.text)


def test_an_earlier_round_stands_beside_it(desk: Desk, findings: Findings) -> None:
    earlier = desk.rounds.by_name(earlier_name(TODAY))
    states = {audit.state for audit in desk.rounds.audits(earlier.id)}
    assert states == {AuditState.SUBMITTED}
    assert findings.trend is not None
    assert [column.name for column in findings.trend.rounds] == [earlier.name, FINISHED]
    assert len(findings.earlier_actions) == 3
