"""What may come back instead of a good pack: each refused plainly, the register as before."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audit_desk.domain.audit import Answer, Audit
from audit_desk.domain.merging import Verdict
from audit_desk.domain.round import Round
from audit_desk.errors import Cancelled, UserError
from audit_desk.paths import database_file
from audit_desk.services.desk import Desk
from audit_desk.services.registers import back_up, check, create_register, open_register
from audit_desk.storage import migrations
from tests.services.conftest import PASSPHRASE, TODAY
from tests.services.pack_work import (
    AMA,
    LEAD,
    SECRET,
    answer,
    complete,
    copy,
    given_round,
    hand_out,
    in_pack,
    keep_keys,
    rows,
    take_in,
)


@pytest.fixture(autouse=True)
def _one_derivation(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_keys(monkeypatch)


@pytest.fixture
def out(desk: Desk, tmp_path: Path) -> tuple[Round, list[Audit], Path]:
    """A round of two files that are out, the first of them submitted in the pack."""
    round_, audits = given_round(desk, 2)
    pack = hand_out(desk, round_, tmp_path / "ama").path
    in_pack(pack, complete(audits[0]))
    return round_, audits, pack


Out = tuple[Round, list[Audit], Path]


@pytest.fixture
def unchanged(desk: Desk, out: Out) -> Iterator[None]:
    """Hold that the register's rows and the pack's bytes are after the test as before."""
    before, pack = rows(desk.register), out[2].read_bytes()
    yield
    assert rows(desk.register) == before
    assert out[2].read_bytes() == pack
    assert check(desk.register).faults == ()


@pytest.mark.usefixtures("unchanged")
def test_what_is_no_pack_of_this_register_is_refused_plainly(
    desk: Desk, out: Out, tmp_path: Path
) -> None:
    pack = out[2]
    text = tmp_path / "notes.txt"
    text.write_text("Child A lives in ...", encoding="utf-8")
    other = create_register(tmp_path / "other", PASSPHRASE, "Southshire", "Zed")
    foreign = Desk(other, {}, today=lambda: TODAY)
    create_register(tmp_path / "plain", SECRET, "Northshire", "Ada").close()
    for path, secret, words in (
        (pack, "not the passphrase", "The passphrase is wrong. Nothing was changed."),
        (tmp_path / "plain.auditdesk", SECRET, "is a register, not a pack"),
        (desk.register.path, PASSPHRASE, "is the open register itself"),
        (text, SECRET, "notes.txt is not a pack"),
        (tmp_path / "gone.auditdesk", SECRET, "There is no file"),
        (tmp_path, SECRET, "is a folder"),
    ):
        with pytest.raises(UserError, match=words):
            desk.merging.look(path, secret)
    with pytest.raises(UserError, match="came from another register of Northshire"):
        foreign.merging.look(pack, SECRET)
    other.close()
    with open_register(pack, SECRET) as register:
        in_it = Desk(register, {})
        with pytest.raises(UserError, match="is in use"):
            desk.merging.look(pack, SECRET)
        with pytest.raises(UserError, match="Taking in a pack is not possible in a pack"):
            in_it.merging.look(tmp_path / "plain.auditdesk", SECRET)


@pytest.mark.usefixtures("unchanged")
def test_a_truncated_or_altered_pack_is_refused(desk: Desk, out: Out, tmp_path: Path) -> None:
    whole = out[2].read_bytes()
    hurt = tmp_path / "hurt.auditdesk"
    for length in (0, 15, 100, 4096, 40_960, len(whole) - 4096, len(whole) - 1):
        hurt.write_bytes(whole[:length])
        with pytest.raises(UserError, match=r"damaged|not a pack|passphrase is wrong"):
            desk.merging.look(hurt, SECRET)
    step = len(whole) // 11
    for place in (3, 9, 20, 4095, 4096, len(whole) - 1, *range(step, len(whole), step)):
        changed = bytearray(whole)
        changed[place] ^= 0x20
        hurt.write_bytes(bytes(changed))
        with pytest.raises(UserError, match=r"damaged|not a pack|passphrase is wrong") as refused:
            desk.merging.look(hurt, SECRET)
        assert "Nothing was changed" in str(refused.value)


@pytest.mark.usefixtures("unchanged")
def test_a_pack_altered_by_somebody_who_has_its_passphrase_is_refused(desk: Desk, out: Out) -> None:
    audit = out[1][0]
    forgeries: dict[str, tuple[str, ...]] = {
        "behind the history": (
            "UPDATE answers SET evidence = 'Forged.' WHERE question_id = 'ST3'",
        ),
        "was altered": (
            "DROP TRIGGER history_is_never_changed",
            "UPDATE history SET who = 'Zed' WHERE seq = 3",
        ),
        "are missing": ("DELETE FROM judgements WHERE theme_id = 'overall'",),
        "its seal": (f"UPDATE audits SET auditor = 'Zed' WHERE id = '{audit.id}'",),
    }
    for words, statements in forgeries.items():
        forged = copy(out[2], "forged")
        with open_register(forged, SECRET) as register:
            for trigger in ("answers", "judgements", "contributions"):
                register.db.execute(f"DROP TRIGGER submitted_{trigger}_are_locked")
            for statement in statements:
                register.db.execute(statement)
        with pytest.raises(UserError, match=words) as refused:
            desk.merging.look(forged, SECRET)
        assert "forged.auditdesk is damaged" in str(refused.value)
        forged.unlink()


@pytest.mark.usefixtures("unchanged")
def test_a_pack_of_a_round_that_is_gone_is_refused(desk: Desk, out: Out, tmp_path: Path) -> None:
    _, _, pack = out
    back_up(desk.register, tmp_path / "twin.auditdesk")
    with open_register(tmp_path / "twin.auditdesk", PASSPHRASE) as twin:
        twin.db.execute("PRAGMA foreign_keys = OFF")
        twin.db.execute("DELETE FROM rounds")
        with pytest.raises(UserError, match="round Spring, which is not in this register"):
            Desk(twin, {}).merging.look(pack, SECRET)


@pytest.mark.usefixtures("unchanged")
def test_an_older_pack_is_brought_up_to_date_in_its_copy_and_a_newer_one_refused(
    desk: Desk, out: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = tmp_path / "steps"
    steps.mkdir()
    for step in database_file("migrations").glob("*.sql"):
        shutil.copyfile(step, steps / step.name)
    (steps / "0099_later.sql").write_text("CREATE TABLE later (id TEXT) STRICT;", "utf-8")
    real = migrations.step_files
    monkeypatch.setattr(migrations, "step_files", lambda folder=None: real(folder or steps))
    assert desk.merging.look(out[2], SECRET).of(Verdict.TAKEN), "an older pack"
    newer = copy(out[2], "newer")
    in_pack(newer, lambda ama: ama.rounds.lines())
    monkeypatch.setattr(migrations, "step_files", real)
    with pytest.raises(UserError, match=r"newer version of Audit Desk. Nothing was changed"):
        desk.merging.look(newer, SECRET)


@pytest.mark.usefixtures("unchanged")
def test_a_stick_that_is_pulled_out_or_written_to_while_it_is_copied_is_told_plainly(
    desk: Desk, out: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = copy(out[2], "later")
    in_pack(later, complete(out[1][1]))
    one, two = out[2].read_bytes(), later.read_bytes()

    def pulled_out(_from: Path, to: Path) -> None:
        to.write_bytes(two[: len(two) // 2])
        raise OSError(5, "Input/output error")

    def replaced(_from: Path, to: Path) -> None:
        to.write_bytes(one[: 9 * 4096] + two[9 * 4096 :])  # of both, and each page is sound

    for copying, words in (
        (pulled_out, r"cannot be read: Input/output error\. Nothing was changed\. Copy the pack"),
        (replaced, r"is damaged: The file's structure is damaged\. And \d more\. Nothing was"),
    ):
        monkeypatch.setattr(shutil, "copyfile", copying)
        with pytest.raises(UserError, match=words):
            desk.merging.look(out[2], SECRET)


@pytest.mark.usefixtures("unchanged")
def test_whatever_stops_a_merge_in_the_middle_leaves_all_as_it_was(
    desk: Desk, out: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = desk.merging.look(out[2], SECRET)

    def stopped_at(step: int) -> Callable[[int, int], None]:
        def progress(done: int, _total: int) -> None:
            if done == step:
                raise Cancelled

        return progress

    before = rows(desk.register)
    for step in (0, 1, 2, 3, 5):
        with pytest.raises(Cancelled):
            desk.merging.apply(preview, LEAD, stopped_at(step))
        assert rows(desk.register) == before
    with pytest.raises(Cancelled):
        desk.merging.look(out[2], SECRET, stopped_at(2))
    pages = desk.register.db.execute("PRAGMA page_count").fetchone()[0]
    desk.register.db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError, match="The disk is full"):
        desk.merging.apply(preview, LEAD)
    desk.register.db.execute("PRAGMA max_page_count = 1073741823")

    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", no_room)
    with pytest.raises(UserError, match=r"no room on this computer .* Make room on the disk"):
        desk.merging.look(out[2], SECRET)


def test_of_two_merges_at_once_the_second_looks_again(desk: Desk, out: Out) -> None:
    preview = desk.merging.look(out[2], SECRET)
    second = Desk(desk.register.second(), {})
    same = second.merging.look(out[2], SECRET)
    with desk.register.transaction():
        second.register.db.execute("PRAGMA busy_timeout = 10")
        with pytest.raises(UserError, match="Another program is writing"):
            second.merging.apply(same, LEAD)
        desk.merging.apply(preview, LEAD)
    after = rows(desk.register)
    with pytest.raises(UserError, match="has changed since the pack was looked at"):
        second.merging.apply(same, LEAD)
    second.register.close()
    assert rows(desk.register) == after


def test_renamed_twice_and_on_a_stick_nobody_may_write_to(
    desk: Desk, out: Out, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    renamed = Path(shutil.move(out[2], stick / "Copy of ama (2).auditdesk"))
    renamed.chmod(0o400)
    stick.chmod(0o500)
    assert take_in(desk, renamed)[1].taken == 1
    after = rows(desk.register)
    assert not take_in(desk, renamed)[1].changed
    assert rows(desk.register) == after
    assert [each.name for each in stick.iterdir()] == [renamed.name]
    stick.chmod(0o700)


def test_a_pack_made_after_the_backup_that_the_register_went_back_to(
    desk: Desk, tmp_path: Path
) -> None:
    round_, (one, two, three) = given_round(desk)
    answer(two, "1")(desk)
    back_up(desk.register, tmp_path / "old.auditdesk")
    answer(two, "2")(desk)
    later = desk.rounds.create("Later", by=LEAD)
    pack = hand_out(desk, round_, tmp_path / "ama").path

    def work(ama: Desk) -> None:
        complete(one)(ama)
        answer(three, "3")(ama)
        unsafe = Answer("X9", "unsafe", evidence="Seen hurt.")
        ama.auditing.save_answer(three.id, unsafe, AMA)

    in_pack(pack, work)
    assert later.name == "Later"
    with open_register(tmp_path / "old.auditdesk", PASSPHRASE) as register:
        old = Desk(register, {}, today=lambda: TODAY)
        register.db.execute("DELETE FROM audits WHERE id = ?", (three.id,))
        preview, result = take_in(old, pack)
        said = " ".join(preview.sentences)
        assert "does not remember the pack" in said
        assert f"{three.reference} is left out: it is not in this register." in said
        assert f"A concern for {three.reference} cannot be kept here, so act on it" in said
        verdicts = {each.audit_id: each.verdict for each in preview.audits}
        assert verdicts == {one.id: Verdict.TAKEN, two.id: Verdict.CONFLICT}
        assert result.conflicts == 1
        held = old.custody.of_round(round_.id)
        assert {key: each.person for key, each in held.items()} == {two.id: AMA}
        assert check(register).faults == ()
        assert not take_in(old, pack)[1].changed
