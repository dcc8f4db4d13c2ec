"""What the lead writes is kept with the round, and every saved report with what it came from."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.audit import OVERALL, AuditState, Grade, Judgement
from audit_desk.domain.round import Round
from audit_desk.domain.round_words import HEADLINE, RECOMMENDATIONS, Recommendation, theme_part
from audit_desk.domain.trend import Change, Measure
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.findings import findings_to_json
from audit_desk.services.findings_hash import figures_hash, findings_hash
from audit_desk.services.report_texts import texts_of_findings
from audit_desk.services.sampling import DrawRequest
from audit_desk.storage.audit_repo import AuditRepo

STRATEGY = theme_part("strategy-meetings")


def read(desk: Desk, name: str, *, good: int, size: int = 14) -> Round:
    """A round of which all drawn files are submitted, so many of them judged good."""
    round_ = desk.rounds.create(name, by="Ada")
    desk.sampling.draw(round_, DrawRequest(size, 4711), "Ada")
    repo = AuditRepo(desk.register)
    with desk.register.transaction():
        for number, audit in enumerate(desk.rounds.audits(round_.id)):
            grade = Grade.GOOD if number < good else Grade.INADEQUATE
            for theme_id in (OVERALL, "strategy-meetings"):
                repo.put_judgement(audit.id, Judgement(theme_id, grade, suggested=grade))
            at = datetime(2026, 5, 1, tzinfo=UTC) + timedelta(hours=number)
            submitted = replace(
                audit, state=AuditState.SUBMITTED, auditor="Ben", submitted_at=at, seal="0" * 64
            )
            repo.save_state(submitted)
    return round_


@pytest.fixture
def spring(desk: Desk) -> Round:
    return read(desk, "Spring", good=7)


def figures(desk: Desk, round_: Round) -> str:
    return desk.findings.of_round(round_).words.figures


def test_words_are_kept_part_by_part_with_a_line_in_the_history(desk: Desk, spring: Round) -> None:
    now = figures(desk, spring)
    desk.words.write(spring, HEADLINE, "Sooner.", now, "Ada")
    desk.words.write(spring, HEADLINE, "Sooner.", now, "Ada")  # nothing new
    desk.words.write(spring, STRATEGY, "They meet.", now, "Ada")
    listed = (
        Recommendation("Write it down.", "Team manager", date(2026, 7, 1), "an action"),
        Recommendation(""),
    )
    desk.words.recommend(spring, listed, now, "Ada")

    words = desk.findings.of_round(spring).words
    assert (words.text(HEADLINE), words.text(STRATEGY)) == ("Sooner.", "They meet.")
    assert words.recommendations == listed[:1]
    assert not any(words.is_behind(part) for part in words.parts)

    desk.words.write(spring, HEADLINE, "  ", now, "Ben")
    lines = desk.register.history.lines("words", f"{spring.id}/{HEADLINE}")
    assert [(line.who, line.action) for line in lines] == [("Ada", "wrote"), ("Ben", "took back")]
    assert json.loads(lines[1].before or "") == {"text": "Sooner."}
    assert HEADLINE not in desk.words.of_round(spring.id).parts
    assert desk.register.history.faults() == []


def test_words_know_when_the_figures_have_changed_and_can_be_confirmed(
    desk: Desk, spring: Round
) -> None:
    desk.words.write(spring, HEADLINE, "Sooner.", figures(desk, spring), "Ada")
    desk.words.recommend(spring, (Recommendation("Do."),), figures(desk, spring), "Ada")
    audit = desk.rounds.audits(spring.id)[0]
    desk.auditing.reopen(audit.id, "A plan was overlooked.", "Ben")
    words = desk.findings.of_round(spring).words
    assert words.is_behind(HEADLINE)
    assert words.is_behind(RECOMMENDATIONS)

    desk.words.write(spring, HEADLINE, "Sooner.", words.figures, "Ada")
    assert not desk.findings.of_round(spring).words.is_behind(HEADLINE)
    lines = desk.register.history.lines("words", f"{spring.id}/{HEADLINE}")
    assert lines[-1].action == "confirmed"


def test_an_action_made_of_a_recommendation_changes_no_figure(desk: Desk, spring: Round) -> None:
    before = desk.findings.of_round(spring)
    said = Recommendation("Plans are shared.", "Health", date(2026, 7, 1))
    draft = ActionDraft(said.text, said.owner, said.due_on)
    action = desk.actions.create(spring.id, draft, "Ada")
    kept = (replace(said, action_id=action.id),)
    desk.words.recommend(spring, kept, before.words.figures, "Ada")

    after = desk.findings.of_round(spring)
    assert figures_hash(after) == figures_hash(before)
    assert findings_hash(after) != findings_hash(before)
    with desk.on_this_thread() as other:
        assert other.findings.of_round(spring) is after, "looking through and saving count once"


def test_what_cannot_be_kept_is_refused(desk: Desk, spring: Round) -> None:
    for part in ("theme:nothing", RECOMMENDATIONS, "elsewhere"):
        with pytest.raises(UserError):
            desk.words.write(spring, part, "Words.", "0" * 64, "Ada")
    with pytest.raises(UserError, match="characters"):
        desk.words.write(spring, HEADLINE, "x" * 2_000_000, "0" * 64, "Ada")


def test_the_lead_s_words_are_looked_through_before_they_leave(desk: Desk, spring: Round) -> None:
    desk.words.write(spring, STRATEGY, "Seen at BL9 0AB.", figures(desk, spring), "Ada")
    desk.words.recommend(
        spring, (Recommendation("Ring 0161 496 0000."),), figures(desk, spring), "Ada"
    )
    found = desk.identifiers.in_texts(texts_of_findings(desk.findings.of_round(spring)))

    assert {each.place.words for each in found} == {
        "The lead's recommendations",
        "The lead's words, Strategy meetings",
    }


def test_a_round_stands_beside_the_one_before_it(desk: Desk) -> None:
    first = read(desk, "Autumn", good=1)
    now = read(desk, "Spring", good=13)
    assert desk.findings.of_round(first).trend is None

    trend = desk.findings.of_round(now).trend
    assert trend is not None
    assert [each.name for each in trend.rounds] == ["Autumn", "Spring"]
    lines = {line.key: line for line in trend.of(Measure.OVERALL, Measure.THEME)}
    assert lines[OVERALL].change is Change.BETTER
    assert [point.share.text for point in lines[OVERALL].points] == ["1 of 14", "13 of 14"]
    assert lines["supervision"].change is Change.TOO_FEW

    told = findings_to_json(desk.findings.of_round(now))["trend"]
    assert told["compared"][0]["change"] == "better"
    assert [point["n"] for point in told["compared"][0]["points"]] == [1, 13]


def test_a_saved_report_is_known_by_its_hash_and_what_it_came_from(
    desk: Desk, spring: Round, tmp_path: Path
) -> None:
    file, folder = tmp_path / "Spring - report.pdf", tmp_path / "Spring data"
    file.write_bytes(b"%PDF")
    folder.mkdir()
    (folder / "audits.csv").write_text("a", encoding="utf-8")
    desk.shelf.keep(spring, file, "Ada", "Board")
    desk.shelf.keep(spring, folder, "Ben")

    newest, oldest = desk.shelf.of_round(spring)
    assert (newest.report.what, newest.report.file_name) == ("Folder of CSV files", "Spring data")
    assert (oldest.report.what, oldest.report.audience) == ("PDF", "Board")
    assert oldest.report.file_hash == hashlib.sha256(b"%PDF").hexdigest()
    assert not newest.is_behind
    assert str(tmp_path) not in str(desk.register.history.lines("report", oldest.report.id))

    desk.words.write(spring, HEADLINE, "Sooner.", figures(desk, spring), "Ada")
    assert all(line.is_behind for line in desk.shelf.of_round(spring))
    with pytest.raises(UserError):
        desk.shelf.keep(spring, tmp_path / "gone.pdf", "Ada")
