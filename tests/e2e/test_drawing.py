"""A quality assurance lead draws a sample that somebody else can verify, by keyboard alone."""

from pathlib import Path

from audit_desk import app
from audit_desk.domain.receipt import Receipt
from audit_desk.services.receipt_files import verify_files
from tests.cli.conftest import PASSPHRASE
from tests.e2e.person import Person
from tests.e2e.registers import AUDITOR, ROUND

SEED = "4711"
REASON = "The child's case went to another council"


def test_a_sample_is_narrowed_drawn_swapped_and_verified_elsewhere(
    person: Person, tmp_path: Path
) -> None:
    register = tmp_path / "north.auditdesk"
    app.build_demo(register, PASSPHRASE, cases=60, audits=4, seed=3)
    person.start(register, PASSPHRASE)
    desk = person.desk
    cases = desk.cases.all()
    round_ = desk.rounds.create(ROUND, by=AUDITOR)
    person.press("Ctrl+3", "Home", "Return")
    person.tab_to("Files to read")
    person.type("5")
    person.fill("Seed", SEED)
    person.tab_to("Stratify by")
    person.press("Space")
    person.press_button("Add a condition")
    assert person.focus_name == "Field of the condition"
    person.type("Age")
    person.fill("From, Age", "13")
    person.tab_to("Children whose file another round read within")
    person.press("Space")
    person.fill("Reference of a case to leave out", cases[0].reference)
    person.fill("Reason for leaving the case out", REASON)
    person.press("Return")
    person.wait_until(lambda: "This would draw 5 of" in person.words())
    person.press_button("Draw the sample")
    (receipt,) = desk.sampling.receipts(round_.id)
    assert f"5 of {receipt.frame_size} children drawn with seed {SEED}" in person.words()
    assert receipt.where == (("age", "13.."),)
    assert cases[0].reference not in _members(receipt)
    assert f"Left out by hand: {REASON}" in [each.reason for each in receipt.exclusions]
    assert all(int(case.facts["age"]) >= 13 for case in cases if case.reference in receipt.drawn)

    person.press("Alt+W")
    person.wait_until(lambda: "File that goes" in person.words())  # a key's click is slow
    assert person.focus_name == "File that goes"
    gone, due = receipt.strata[0].drawn[0], receipt.strata[0].spares[0]
    assert f"{due} comes in." in person.words()
    person.fill("Reason", REASON)
    person.press_button("Swap")
    assert f"{due} came in for {gone}." in person.words()
    assert due in {audit.reference for audit in desk.rounds.audits(round_.id)}

    person.tab_to("Parts of the sample")
    person.press("End")
    for button, name in (("Save receipt", "receipt.json"), ("Save list", "list.csv")):
        person.answers.file = tmp_path / name
        person.press_button(button)
    person.press_button("Verify again")
    assert "The draw is verified" in person.words()
    person.close()
    assert verify_files(tmp_path / "receipt.json", tmp_path / "list.csv").agrees


def _members(receipt: Receipt) -> set[str]:
    return {ref for stratum in receipt.strata for ref in (*stratum.drawn, *stratum.spares)}
