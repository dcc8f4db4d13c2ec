"""People and roles: recorded, changed, never two of one name; and who is at this desk."""

from datetime import date

import pytest

from audit_desk.domain.person import Role, pages_for
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.sampling import DrawRequest
from tests.services.conftest import TODAY


def test_people_are_recorded_changed_and_leave(desk: Desk) -> None:
    people = desk.people
    assert (people.all(), people.here()) == ((), None)
    ada = people.add("  Ada ", [Role.MODERATOR, Role.LEAD, Role.LEAD], "Ada")
    assert ada.words == "Ada · lead, moderator"
    cole = people.add("Ama Cole", [Role.AUDITOR], "Ada")
    for name, roles, words in (
        ("cole, AMA", [Role.LEAD], "Ama Cole is recorded already"),
        ("  ", [Role.LEAD], "No name"),
        ("Ben", [], "Ben has no role"),
        ("Ben\x00", [Role.LEAD], "cannot be saved"),
    ):
        with pytest.raises(UserError, match=words):
            people.add(name, roles, "Ada")
    with pytest.raises(UserError, match="Ada is recorded already"):
        people.change(cole.id, "ADA", cole.roles, None, "Ada")
    people.change(cole.id, "Ama Cole", [Role.AUDITOR], date(2026, 5, 31), "Ada")
    assert people.to_choose() == (ada,)
    assert people.all()[1].left_on == date(2026, 5, 31)
    people.remove(cole.id, "Ada")
    with pytest.raises(UserError, match="not recorded"):
        people.remove(cole.id, "Ada")
    lines = desk.register.history.lines("person", cole.id)
    assert [line.action for line in lines] == ["added", "changed", "removed"]
    assert lines[2].before == '{"left_on":"2026-05-31","name":"Ama Cole","roles":["auditor"]}'


def test_auditors_of_the_register_are_offered_until_they_are_recorded(desk: Desk) -> None:
    round_ = desk.rounds.create("Spring", by="Ada")
    desk.sampling.draw(round_, DrawRequest(2, 1), "Ada")
    for audit, name in zip(desk.rounds.audits(round_.id), ("Ben Ode", "Ama Cole"), strict=True):
        desk.assignment.assign([audit.id], name, None, "Ada")
    assert desk.people.unrecorded() == ("Ama Cole", "Ben Ode")
    desk.people.add("Cole, Ama", [Role.AUDITOR], "Ada")
    assert desk.people.unrecorded() == ("Ben Ode",)
    vale = desk.people.add("Stephen Vale", [Role.SECOND_READER], "Ada")
    desk.people.add("Judith Okoro", [Role.MODERATOR], "Ada")
    assert desk.assignment.auditors() == ("Cole, Ama", "Ben Ode", "Stephen Vale"), "to choose from"
    desk.people.change(vale.id, vale.name, vale.roles, TODAY, "Ada")
    assert "Stephen Vale" not in desk.assignment.auditors()


def test_who_signed_in_is_at_this_desk_alone_and_not_in_the_register(desk: Desk) -> None:
    cole = desk.people.add("Ama Cole", [Role.AUDITOR], "Ada")
    desk.settings.signed_in = "Ama Cole"
    assert (desk.settings.person(), desk.people.here()) == ("Ama Cole", cole)
    with desk.on_this_thread() as other:
        assert other.settings.person() == "Ama Cole", "a worker writes under the same name"
    beside = Desk(desk.register.second(), {}, today=lambda: TODAY)
    assert beside.settings.person() == "Ada", "another computer's window is somebody else's"
    beside.register.close()


def test_a_role_shows_what_it_needs_and_none_shows_all() -> None:
    assert pages_for(()) is None
    assert pages_for([Role.AUDITOR, Role.LEAD]) is None
    reads = frozenset({"home", "actions", "help", "settings"})
    assert pages_for([Role.AUDITOR]) == pages_for([Role.SECOND_READER]) == reads
    assert pages_for([Role.SECOND_READER, Role.MODERATOR]) == reads | {"rounds"}
