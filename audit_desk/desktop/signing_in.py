"""Who is at this desk: recalled on this computer, never kept in the register."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from audit_desk.domain.person import pages_for
from audit_desk.services.desk import Desk
from audit_desk.ui.window_state import WindowState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from audit_desk.ui.icons import Icons
    from audit_desk.ui.main_window import MainWindow

PACK_PAGES = frozenset({"home", "help", "settings"})
"""The pages of a pack's window."""


def recall(desk: Desk, state: WindowState) -> bool:
    """Sign in whoever signed in last on this computer; tell whether nobody need be asked.

    Nobody is where no people are recorded: then everybody may see everything. A pack is one
    person's. Whoever opens an invented register first is taken for its lead.
    """
    if desk.slip is not None or not desk.people.to_choose():
        return True
    person = desk.people.find(state.remembered(_key(desk)) or desk.settings.visitor())
    if person is None or not person.is_here(desk.today()):
        return False
    desk.settings.signed_in = person.name
    return True


def sign_in(desk: Desk, state: WindowState, name: str) -> None:
    """Sign somebody in, and remember it on this computer for this register."""
    known = desk.people.find(name)
    desk.settings.signed_in = known.name if known else name
    state.remember(_key(desk), desk.settings.signed_in)


def build_sign_in(
    desk: Desk,
    state: WindowState,
    on_chosen: Callable[[str], object],
    on_leave: Callable[[], object],
) -> "QWidget":
    """Return the page on which somebody says who they are."""
    from audit_desk.ui.screens.sign_in.screen import SignInScreen

    people = desk.people.to_choose()
    likely = state.remembered(_key(desk)) or desk.settings.person()
    return SignInScreen(desk.register.name, people, likely, on_chosen, on_leave)


def pages_here(desk: Desk) -> frozenset[str] | None:
    """Return the keys of the pages that whoever is here needs; ``None`` means all."""
    if desk.slip is not None:
        return PACK_PAGES
    person = desk.people.here()
    return pages_for(person.roles) if person else None


def window_name(desk: Desk) -> str:
    """Return what the window is called: the register; of a pack, its round and whose it is.

    A pack's file name says both again, or anything at all once somebody called it otherwise.
    """
    if desk.slip is None:
        return desk.register.name
    return f"{desk.slip.round_name} (pack for {desk.slip.person})"


def show_person(desk: Desk, window: "MainWindow", icons: "Icons") -> None:
    """Show at the navigation's foot who is at this desk."""
    person, tip = desk.people.here(), "Change who is at this desk"
    note = ", ".join(person.roles) if person else ""
    if desk.slip is not None:
        note, tip = "pack", ""
    icon = icons.icon("account-circle-outline")
    window.show_person(desk.settings.person(), note, icon, tip)


def _key(desk: Desk) -> str:
    return f"person/{desk.settings.register_id()}"
