"""The settings of a register, each change on record."""

import getpass
import re
from dataclasses import asdict, replace

from audit_desk.domain.settings import Appearance, DeskSettings, EscalationContact
from audit_desk.errors import UserError
from audit_desk.services.pack_slip import REGISTER_ID, refuse_in_pack, slip_of
from audit_desk.storage.register import Register
from audit_desk.storage.settings_repo import SettingsRepo

DEFAULT_CONTACTS = (
    EscalationContact("Team manager"),
    EscalationContact("Service manager"),
    EscalationContact("Head of service"),
    EscalationContact("Emergency duty team, after hours"),
)
"""The usual order of escalation, without names: each council fills in its own."""

_VISITOR = "visitor"
_PREFIX = re.compile(r"[A-Z][A-Z0-9]{0,7}")


class SettingsService:
    """The settings of one register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._repo = SettingsRepo(register)
        self.signed_in = ""
        """Who said at this desk who they are; empty where nobody did. Never kept in the register:
        several people may open it, and none becomes another."""

    def begin(self, organisation: str, by: str) -> None:
        """Write the first settings of a new register."""
        self._write(
            DeskSettings(organisation, person_name=by, escalation_contacts=DEFAULT_CONTACTS), by
        )

    def get(self) -> DeskSettings:
        """Return the settings."""
        held = self._repo.all()
        contacts = held.get("escalation_contacts", [])
        return DeskSettings(
            organisation=held.get("organisation", ""),
            person_name=held.get("person_name", ""),
            reference_prefix=held.get("reference_prefix", "CST"),
            escalation_contacts=tuple(EscalationContact(**contact) for contact in contacts),
            appearance=Appearance(held.get("appearance", Appearance.SYSTEM)),
            text_scale=held.get("text_scale", 100),
        )

    def save(self, settings: DeskSettings) -> None:
        """Save the settings; only what changed is written and put on record.

        Raises:
            UserError: The organisation is blank, or the prefix is not a short word in capitals.
        """
        if not settings.organisation.strip():
            raise UserError("The organisation has no name.", "Type the name of the council.")
        if not _PREFIX.fullmatch(settings.reference_prefix):
            raise UserError(
                f"“{settings.reference_prefix}” cannot start a reference.",
                "Use one to eight capital letters and digits, such as CST.",
            )
        held = self.get()
        look = replace(held, appearance=settings.appearance, text_scale=settings.text_scale)
        if settings != look:
            refuse_in_pack(self._register, "Changing more than the look of the window")
        self._write(settings, self.person())

    def let_look_around(self, name: str) -> None:
        """Let whoever opens an invented register be taken for one of its people."""
        with self._register.transaction():
            self._repo.put(_VISITOR, name)
            self._register.history.append(
                name, "changed", ("setting", _VISITOR), after={"value": name}
            )

    def visitor(self) -> str:
        """Return who anybody is taken for who opens an invented register; empty in a real one."""
        return self._repo.get(_VISITOR) or ""

    def register_id(self) -> str:
        """Return what tells this register from others, also after it was copied or renamed."""
        return str(self._repo.get(REGISTER_ID))

    def person(self) -> str:
        """Return who is at this desk: whoever signed in, the settings' name, or the account's.

        A pack is one person's, whoever opens it.
        """
        slip = slip_of(self._register)
        if slip is not None or self.signed_in:
            return slip.person if slip else self.signed_in
        return self.get().person_name.strip() or getpass.getuser()

    def _write(self, settings: DeskSettings, by: str) -> None:
        held = self._repo.all()
        with self._register.transaction():
            for key, value in asdict(settings).items():
                wanted = list(value) if isinstance(value, tuple) else value
                if held.get(key) != wanted:
                    self._repo.put(key, wanted)
                    self._register.history.append(
                        by,
                        "changed",
                        ("setting", key),
                        before={"value": held.get(key)},
                        after={"value": wanted},
                    )
