"""The next month's list: who is new, changed, gone, back; all of it saved, or nothing."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit_desk.domain.case import Case
from audit_desk.errors import Cancelled, UserError
from audit_desk.services.case_import import ImportRequest
from audit_desk.services.case_list_apply import ImportResult
from audit_desk.services.case_preparation import PreparedCase
from audit_desk.services.case_preview import CaseChange, ImportPreview, Leaving
from audit_desk.services.desk import Desk
from audit_desk.services.registers import check, create_register
from audit_desk.services.sampling import DrawRequest
from tests.services.conftest import PASSPHRASE, TODAY

HEAD = "Child ID,Team,Allocated worker,Missing episodes\n"
MARCH = f"{HEAD}1,North,Ezra Leigh,0\n2,North,Ezra Leigh,2\n3,South,Rose Marsh,1\n4,South,,0\n"
APRIL = f"{HEAD}2,North,Petra Wills,2\n5,East,Rose Marsh,0\n4,South,,0\n1,North,Ezra Leigh,many\n"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Desk]:
    register = create_register(tmp_path / "empty.auditdesk", PASSPHRASE, "Northshire", "Ada")
    yield Desk(register, {}, today=lambda: TODAY)
    register.close()


@pytest.fixture
def march(empty: Desk, tmp_path: Path) -> Desk:
    """A register with the children of March."""
    bring(empty, tmp_path, MARCH)
    return empty


def request(folder: Path, text: str, name: str = "cst.csv", **said: object) -> ImportRequest:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return ImportRequest(file, **said)  # type: ignore[arg-type]


def look(desk: Desk, folder: Path, text: str, **said: object) -> ImportPreview:
    name = str(said.pop("name", "cst.csv"))
    return desk.imports.preview(request(folder, text, name, **said))


def bring(desk: Desk, folder: Path, text: str, **said: object) -> ImportResult:
    previewed = look(desk, folder, text, **said)
    result = desk.imports.apply(previewed, "Ada")
    desk.imports.discard(previewed)
    return result


def cases(desk: Desk) -> dict[str, Case]:
    return {case.reference: case for case in desk.cases.all()}


def closed(desk: Desk) -> dict[str, str]:
    return {case.reference: case.closed_on for case in desk.cases.all() if case.closed_on}


def members(desk: Desk) -> dict[str, list[str]]:
    rows = desk.register.db.execute(
        "SELECT lists.name, reference FROM list_members JOIN lists ON lists.id = list_id"
        " JOIN cases ON cases.id = case_id ORDER BY 1, 2"
    ).fetchall()
    return {name: [ref for list_, ref in rows if list_ == name] for name in {r[0] for r in rows}}


class TestNextMonth:
    def test_what_it_would_do_is_shown_before(self, march: Desk, tmp_path: Path) -> None:
        found = look(march, tmp_path, APRIL)
        assert (found.new, found.changed, found.unchanged, found.gone) == (1, 1, 1, 1)
        assert (found.known, found.total, found.reopened, found.refused_rows) == (2, 3, 0, 1)
        assert [row.reference for row in found.rows] == ["CST-0002", "", "CST-0004"]
        assert found.changes == [
            CaseChange("CST-0002", "Allocated worker", "Ezra Leigh", "Petra Wills")
        ]
        assert found.leaving == [Leaving("CST-0003", closes=True)], "not the child of a faulty row"
        assert (found.list_name, found.lists) == ("cst", ("cst",))
        assert found.earlier is not None
        assert (found.earlier.children, found.loses_many) == (4, False)
        assert cases(march)["CST-0002"].facts["worker"] == "Ezra Leigh", "a look saves nothing"

    def test_it_updates_the_register_and_audits_keep_their_facts(
        self, march: Desk, tmp_path: Path
    ) -> None:
        round_ = march.rounds.create("Spring", by="Ada")
        march.sampling.draw(round_, DrawRequest(4, 1), "Ada")
        result = bring(march, tmp_path, APRIL)
        assert result == ImportResult(
            added=1, updated=1, unchanged=1, refused=1, closed=1, reopened=0
        )
        now = cases(march)
        assert now["CST-0002"].facts["worker"] == "Petra Wills"
        assert now["CST-0005"].facts == {
            "team": "East",
            "worker": "Rose Marsh",
            "missing_episodes": 0,
        }
        assert closed(march) == {"CST-0003": TODAY.isoformat()}
        assert members(march) == {"cst": ["CST-0001", "CST-0002", "CST-0004", "CST-0005"]}
        kept = {audit.case_id: audit.facts for audit in march.rounds.audits(round_.id)}
        assert kept[now["CST-0002"].id]["worker"] == "Ezra Leigh"
        assert kept[now["CST-0003"].id]["team"] == "South"
        former = march.register.db.execute("SELECT case_id, role, name, until FROM former_staff")
        assert former.fetchall() == [
            (now["CST-0002"].id, "worker", "Ezra Leigh", TODAY.isoformat())
        ]
        line = march.register.history.lines()[-1]
        told = json.loads(line.after or "")
        assert (line.who, line.action) == ("Ada", "imported")
        assert [told[key] for key in ("list", "added", "gone", "closed")] == ["cst", 1, 1, 1]
        assert check(march.register).faults == ()

    def test_who_comes_back_is_open_again(self, march: Desk, tmp_path: Path) -> None:
        bring(march, tmp_path, APRIL)
        found = look(march, tmp_path, MARCH)
        assert (found.new, found.reopened, found.gone) == (0, 1, 1)
        assert march.imports.apply(found, "Ada").reopened == 1
        assert set(closed(march)) == {"CST-0005"}
        assert [row.reference for row in found.rows] == [f"CST-000{n}" for n in (1, 2, 3, 4)]

    def test_a_case_on_another_list_is_not_closed(self, march: Desk, tmp_path: Path) -> None:
        bring(march, tmp_path, "Child ID,NRM\n3,Yes\n", name="nrm.csv")
        found = look(march, tmp_path, APRIL)
        assert found.leaving == [Leaving("CST-0003", closes=False)]
        assert march.imports.apply(found, "Ada").closed == 0
        assert closed(march) == {}
        named = {case.reference: march.cases.lists(case.id) for case in march.cases.all()}
        assert (named["CST-0001"], named["CST-0003"]) == (["cst"], ["nrm"])
        assert cases(march)["CST-0003"].facts["nrm"] == "Yes", "lists add up"
        assert members(march)["nrm"] == ["CST-0003"]
        bring(march, tmp_path, "Child ID,NRM\n5,Yes\n", name="nrm.csv")
        assert set(closed(march)) == {"CST-0003"}

    def test_from_a_part_nobody_leaves(self, march: Desk, tmp_path: Path) -> None:
        one = f"{HEAD}9,West,,0\n"
        assert look(march, tmp_path, one).loses_many
        found = look(march, tmp_path, one, whole=False)
        assert (found.new, found.gone, found.loses_many) == (1, 0, False)
        march.imports.apply(found, "Ada")
        assert len(members(march)["cst"]) == 5
        assert closed(march) == {}

    def test_a_list_without_a_good_row_makes_nobody_leave(
        self, march: Desk, tmp_path: Path
    ) -> None:
        found = look(march, tmp_path, f"{HEAD}x,North,,\n")
        assert (found.total, found.gone, found.refused_rows) == (0, 0, 1)


class TestWhichList:
    def test_it_is_known_by_its_headings_its_name_or_by_hand(
        self, march: Desk, tmp_path: Path
    ) -> None:
        assert look(march, tmp_path, APRIL, name="april 2026.csv").list_name == "cst"
        wider = APRIL.replace("episodes\n", "episodes,Colour\n")
        assert look(march, tmp_path, wider).list_name == "cst", "one more column"
        other = look(march, tmp_path, "Child ID,NRM\n3,Yes\n")
        assert (other.list_name, other.earlier, other.gone) == ("cst (2)", None, 0)
        by_hand = look(march, tmp_path, "Child ID,NRM\n3,Yes\n", list_name="CST")
        assert (by_hand.list_name, by_hand.gone) == ("cst", 3)
        assert look(march, tmp_path, APRIL, list_name="South hub").gone == 0


class TestAllOrNothing:
    def test_cancelling_leaves_the_register_as_it_was(self, march: Desk, tmp_path: Path) -> None:
        before = (cases(march), members(march), march.register.history.count())
        found = look(march, tmp_path, APRIL)

        def stop(done: int, total: int) -> None:
            if done == total:
                raise Cancelled

        with pytest.raises(Cancelled):
            march.imports.apply(found, "Ada", stop)
        assert (cases(march), members(march), march.register.history.count()) == before
        with pytest.raises(Cancelled):
            march.imports.preview(request(tmp_path, APRIL), stop)
        assert march.imports.apply(found, "Ada").added == 1, "what was looked at is still there"

    def test_a_look_that_another_import_has_overtaken_is_refused(
        self, march: Desk, tmp_path: Path
    ) -> None:
        found = look(march, tmp_path, APRIL)
        bring(march, tmp_path, f"{HEAD}5,West,,0\n", whole=False)
        before = cases(march)
        with pytest.raises(UserError, match="changed since the list was looked at") as caught:
            march.imports.apply(found, "Ada")
        assert "again" in caught.value.hint
        assert cases(march) == before

    def test_what_is_forgotten_cannot_be_read(self, march: Desk, tmp_path: Path) -> None:
        found = look(march, tmp_path, APRIL)
        march.imports.discard(found)
        with pytest.raises(UserError, match="not at hand"):
            found.rows[0]
        with pytest.raises(UserError, match="not at hand"):
            march.imports.apply(found, "Ada")


class TestReferences:
    def test_numbers_go_on_after_the_highest(self, march: Desk, tmp_path: Path) -> None:
        text = "Child ID,Audit reference\n21,CST-0007\n22,\n23,X-1\n24,\n2,CST-0002\n"
        bring(march, tmp_path, text, name="own.csv")
        numbers = dict(
            march.register.db.execute(
                "SELECT system_id, reference FROM case_lookup JOIN cases ON cases.id = case_id"
                " WHERE length(system_id) = 2"
            ).fetchall()
        )
        assert numbers == {"21": "CST-0007", "22": "CST-0008", "23": "X-1", "24": "CST-0009"}

    def test_cases_prepared_in_memory_are_saved_too(self, empty: Desk) -> None:
        rows = (PreparedCase("8", "", {"team": "A"}, 2), PreparedCase("7", "X-7", {}, 3))
        empty.imports.apply(ImportPreview(source="Made up", rows=rows, list_name="Made"), "Ada")
        assert {ref: case.facts for ref, case in cases(empty).items()} == {
            "CST-0001": {"team": "A"},
            "X-7": {},
        }
        assert members(empty) == {"Made": ["CST-0001", "X-7"]}
