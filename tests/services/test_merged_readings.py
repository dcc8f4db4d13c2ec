"""A second reading comes back beside the first, and a pack's record is not altered unnoticed."""

from pathlib import Path

from audit_desk.domain.pack import PackKind
from audit_desk.services.desk import Desk
from audit_desk.services.pack_order import PackOrder
from audit_desk.services.registers import check
from tests.services.pack_markers import second_reading
from tests.services.pack_work import (
    AMA,
    BEN,
    LEAD,
    SECRET,
    complete,
    given_round,
    hand_out,
    in_pack,
    take_in,
)


def test_a_second_reading_comes_back_beside_the_first(desk: Desk, tmp_path: Path) -> None:
    round_, (one, *_) = given_round(desk)
    complete(one)(desk)
    again = second_reading(desk, one, BEN)
    order = PackOrder(round_, BEN, PackKind.SECOND, tmp_path / "ben", SECRET, None, "")
    pack = desk.packs.make(order, LEAD).path

    def work(ben: Desk) -> None:
        (mine,) = ben.rounds.every_reading(round_.id)
        complete(mine, BEN)(ben)

    in_pack(pack, work)
    preview, _ = take_in(desk, pack)
    assert "1 second reading of Ben Ode comes in; it is submitted." in preview.sentences
    first, second = (
        each for each in desk.rounds.every_reading(round_.id) if each.case_id == one.case_id
    )
    assert (second.id, first.auditor, second.auditor) == (again, AMA, BEN)
    assert first.seal != second.seal
    assert check(desk.register).faults == ()


def test_check_notices_what_was_done_to_a_pack_s_record(desk: Desk, tmp_path: Path) -> None:
    round_, (one, *_) = given_round(desk)
    pack = hand_out(desk, round_, tmp_path / "ama").path
    in_pack(pack, complete(one))
    take_in(desk, pack)
    assert check(desk.register).faults == ()
    db = desk.register.db
    db.execute("DROP TRIGGER pack_history_is_never_changed")
    db.execute("DROP TRIGGER pack_history_is_never_deleted")
    for words, *statements in (
        ("was altered", "UPDATE pack_history SET who = 'Zed' WHERE seq = 3"),
        ("is missing", "DELETE FROM pack_history WHERE seq = 3"),
        ("is not on record", "DELETE FROM pack_return_audits", "DELETE FROM pack_returns"),
    ):
        db.execute("SAVEPOINT tried")
        for statement in statements:
            db.execute(statement)
        assert any(words in fault for fault in check(desk.register).faults), words
        db.execute("ROLLBACK TO tried")
        db.execute("RELEASE tried")
