"""A round on four computers: packs out, read, back in any order; read again; settled; counted."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView

from audit_desk.domain.audit import OVERALL, Answer, AuditState, Grade
from audit_desk.ui.screens.help.screen import HelpScreen
from tests.cli.conftest import Command
from tests.e2e import reading
from tests.e2e.four_computers import (
    SECRET,
    Round,
    give_back,
    hand_out,
    look_at,
    open_round,
    take_in,
    unlock,
)
from tests.e2e.person import Person
from tests.e2e.small_round import KNOWN, LEAD, MODERATOR, PLANNED, READERS, read_in, references

AMA, BEN, CAI = READERS
FIRST = (2, 2, 3, 1, 2, 4, 3, 2, 2, 3, 1, 2)
SECOND = (2, 3, 3, 1, 2, 4, 2, 2, 2, 3, 1, 4)
"""The overall judgements of both readers, in drawing order."""


@pytest.fixture
def played(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Round:
    return Round(person, tmp_path / "computers", monkeypatch)


def test_a_round_goes_out_in_packs_comes_back_and_is_settled(
    played: Round, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    played.sit_down(LEAD)
    assert "Who are you?" in played.person.words()
    played.person.press("Return")
    assert played.person.main.windowTitle().startswith("north")
    for who in READERS:
        hand_out(played.person, "audits", who)
    assert "12 files are out: Ama Cole 4, Ben Ode 4, Cai Mostyn 4." in played.person.words()
    played.person.main.show_page("home")
    assert "0 of 12 submitted\n12 out in packs" in played.person.words()
    assert "Begin reading" not in played.person.words(), "every file is with somebody"

    _ama_reads_one_by_keyboard(played)
    _the_others_read(played)
    _take_in_out_of_order(played)
    _read_twice(played)
    _settle(played)
    _compare_the_agreement(played)
    played.person.close()
    assert "an unbroken chain" in command("check", played.register).out
    monkeypatch.setenv("AUDIT_DESK_PASSPHRASE", SECRET)
    for who in READERS:
        for kind in ("pack", "second readings"):
            ran = command("check", played.pack(who, kind))
            assert (ran.status, ran.err) == (0, ""), (who, kind)


def _ama_reads_one_by_keyboard(played: Round) -> None:
    person = played.person
    unlock(played, AMA)
    assert "Bring the stick back to the office." in person.words()
    person.press("F1")
    help_page = person.main.page("help")
    assert isinstance(help_page, HelpScreen)
    assert help_page.view.text.toPlainText().startswith("Reading a pack")
    person.press("Ctrl+1")
    assert person.focus_name == f"Begin {played.files[0]}"
    person.press("Return")
    person.declare()
    reading.read_file(person)
    assert "Everything is answered: submit this audit?" in person.words()
    person.press("Tab")
    assert person.focus_name == "Submit this audit"
    person.press("Return", "Alt+Left")
    assert f"Begin {played.files[3]}" in person.words()
    person.press_button(f"Begin {played.files[3]}")
    person.declare()
    person.press("1", "E")
    person.type("She is known as few children are.")
    person.press("Ctrl+Return", "Alt+Left")
    assert person.focus_name == f"Go on with {played.files[3]}"
    give_back(person, f"{played.files[3]}: 1 of 2 answered")


def _the_others_read(played: Round) -> None:
    for who, done, words in ((BEN, 4, "All is done."), (CAI, 2, "2 of 4 audits are submitted.")):
        grades = list(played.grades(who, FIRST).items())[:done]
        read_in(played.pack(who), SECRET, dict(grades), who)
        unlock(played, who)
        give_back(played.person, words)


def _take_in_out_of_order(played: Round) -> None:
    person = played.person
    half, ben = played.back(played.pack(CAI), "cai"), played.back(played.pack(BEN), "b")
    played.sit_down(LEAD)
    assert "Who are you?" not in person.words(), "this computer knows her"
    take_in(
        played,
        half,
        "2 audits of Cai Mostyn come in, all of them submitted.",
        "2 audits came in. 2 files stay with Cai Mostyn; the pack can be taken in again.",
    )
    person.press("Return")
    take_in(played, ben, "4 audits of Ben Ode come in", "No file of this pack is out any more.")
    person.press("Return")
    look_at(played, played.back(ben, "ben again"))
    assert "was taken in before. Nothing would change." in person.words()
    person.press("Return")

    _take_ama_s_first_back_and_write_in_it(played)
    read_in(played.pack(CAI), SECRET, played.grades(CAI, FIRST), CAI)
    take_in(
        played,
        played.back(played.pack(CAI), "cai again"),
        "2 audits of Cai Mostyn come in, all of them submitted.",
        "No file of this pack is out any more.",
    )
    person.press("Return")
    read_in(played.pack(AMA), SECRET, played.grades(AMA, FIRST), AMA)
    both = f"1 was changed on both sides ({played.files[0]}): both versions are kept"
    take_in(played, played.back(played.pack(AMA), "ama"), both, "1 audit has two versions")
    person.press_button("Choose between the versions")
    person.tab_to("Let this register's version stand")
    person.press("Right", "Space")
    person.fill("Why this one?", "She had read all of it.")
    person.press_button("Let it stand")
    open_round(person, "audits")
    assert "12 of 12 submitted" in person.words()
    (kept,) = person.desk.conflicts.of_audit(_first_reading(person, played.files[0]))
    assert (kept.chosen_by, kept.reason) == (LEAD, "She had read all of it.")


def _first_reading(person: Person, reference: str) -> str:
    (line,) = person.desk.rounds.lines()
    audits = person.desk.rounds.audits(line.round.id)
    return next(each.id for each in audits if each.reference == reference)


def _take_ama_s_first_back_and_write_in_it(played: Round) -> None:
    person = played.person
    open_round(person, "audits")
    person.press_button("Take back")
    assert f"Take {played.files[0]} back?" in person.words()
    person.type("Ama is ill.")
    person.press_button("Take back")
    person.press_button("Assign")
    person.type(LEAD)
    person.press_button("Assign")
    audit_id = _first_reading(person, played.files[0])
    assert person.desk.auditing.open(audit_id).audit.auditor == LEAD
    person.desk.auditing.save_answer(audit_id, Answer(KNOWN, "4", evidence="Nobody is."), LEAD)


def _read_twice(played: Round) -> None:
    person = played.person
    (line,) = person.desk.rounds.lines()
    open_round(person, "moderation")
    person.press_button("Choose who is read twice")
    person.tab_to("and of the other submitted files")
    person.type("100")
    assert "It adds 12 files now" in person.words()
    person.press_button("Apply the rule")
    further = person.desk.second_readings.of_round(line.round.id)
    for place, who in enumerate((*READERS[1:], READERS[0])):
        ids = [each.audit.id for each in further[place :: len(READERS)]]
        person.desk.second_readings.assign(ids, who, None, LEAD)
    for who in READERS:
        hand_out(person, "moderation", who)
    for who in READERS:
        _read_again_by_keyboard(played, who)
    played.sit_down(LEAD)
    for who in (CAI, AMA, BEN):
        back = played.back(played.pack(who, "second readings"), f"{who} 2")
        take_in(played, back, f"4 second readings of {who} come in, all", "4 audits came in.")
        person.press("Return")
    readings = person.desk.rounds.every_reading(line.round.id)
    assert {each.state for each in readings} == {AuditState.SUBMITTED}


def _read_again_by_keyboard(played: Round, who: str) -> None:
    """Finish a pack of second readings in its window, with the first file that is all Good."""
    person, pack = played.person, played.pack(who, "second readings")
    assert references(pack, SECRET, (1,)) == [], "nothing of the first reading"
    grades = played.grades(who, SECOND, second=True)
    last = next(each for each, grade in grades.items() if grade is Grade.GOOD)
    read_in(pack, SECRET, {each: grades[each] for each in grades if each != last}, who)
    unlock(played, who, "second readings")
    assert "Somebody has read these files before you." in person.words()
    person.press_button(f"Begin {last}")
    person.declare()
    reading.read_file(person)
    person.press_button("Submit this audit")
    person.press("Alt+Left")
    give_back(person, "4 of 4 audits are submitted.")


def _settle(played: Round) -> None:
    person = played.person
    person.press_button(LEAD)
    assert "Who are you?" in person.words()
    person.press_button(MODERATOR)
    person.rest()
    assert "cases" not in person.main.keys
    differ = [one != two for one, two in zip(FIRST, SECOND, strict=True)]
    number = 3 * sum(differ)  # a question, the theme and overall
    assert person.focus_name.startswith(f"{number} differences to settle"), "where she begins"
    person.press("Return")
    person.rest()
    person.press("Return")
    for _ in range(number):
        person.press("3")
        person.type("Read by three.")
        person.press("Ctrl+Return")
    person.main.show_page("home")
    person.rest()
    assert "to settle" not in person.words()
    (line,) = person.desk.rounds.lines()
    found = person.desk.moderation.of_round(line.round)
    made = [item.settled for pair in found.pairs for item in pair.items if item.settled]
    assert [each.moderator for each in made] == [MODERATOR] * number


def _compare_the_agreement(played: Round) -> None:
    person = played.person
    open_round(person, "moderation")
    person.press("Alt+E")
    sealed: dict[str, dict[str, list[int]]] = {}
    (line,) = person.desk.rounds.lines()
    for audit in person.desk.rounds.every_reading(line.round.id):
        full = person.desk.auditing.open(audit.id)
        overall = full.judgements[OVERALL].grade
        assert overall is not None
        for title, value in (
            ("Overall", overall.value),
            (KNOWN, int(full.answers[KNOWN].value)),
            (PLANNED, int(full.answers[PLANNED].value)),
        ):
            sealed.setdefault(title, {}).setdefault(audit.reference, []).append(value)
    assert [tuple(each) for each in sealed["Overall"].values()] == list(
        zip(FIRST, SECOND, strict=True)
    )
    shown = {row[0].partition(".")[0]: row[1:] for row in _cells(person)}
    for title, pairs in sealed.items():
        assert shown[title] == _figures(list(pairs.values())), title


def _figures(pairs: list[list[int]]) -> list[str]:
    """Return what the page is to show, as the libraries of the trade count it."""
    from sklearn.metrics import cohen_kappa_score
    from statsmodels.stats.inter_rater import cohens_kappa

    one, two = [first for first, _ in pairs], [second for _, second in pairs]
    counts = [
        sum(first == second for first, second in pairs),
        sum(abs(first - second) <= 1 for first, second in pairs),
    ]
    shares = [f"{count} of {len(pairs)} · {100 * count / len(pairs):.0f} %" for count in counts]
    better = sum(a < b for a, b in pairs), sum(a > b for a, b in pairs)
    kappa = "\N{EN DASH}"
    if len(set(one + two)) > 1:
        table = [[pairs.count([a, b]) for b in Grade] for a in Grade]
        found = cohens_kappa(table, wt="linear")
        value = cohen_kappa_score(one, two, weights="linear", labels=list(Grade))
        kappa = f"{value:.2f} ({found.kappa_low:.2f} to {min(found.kappa_upp, 1):.2f})"
    return [str(len(pairs)), *shares, *map(str, better), "0", kappa]


def _cells(person: Person) -> list[list[str]]:
    rows = []
    for table in person.window.findChildren(QTableView):
        if table.isVisible() and table.accessibleName().startswith("Agreement, "):
            model = table.model()
            columns = range(model.columnCount())
            rows += [
                [str(model.index(row, column).data()).removesuffix(" *") for column in columns]
                for row in range(model.rowCount())
            ]
    return rows
