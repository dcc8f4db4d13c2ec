"""What a council's own codes and team numbers are read as: said once, kept in the register."""

from collections.abc import Mapping
from datetime import date

from audit_desk.domain.case_field import CaseField, Catalogue, FieldKind
from audit_desk.domain.case_values import Reader, reader
from audit_desk.domain.cells import Cell, ValueFault, clean, number_text
from audit_desk.errors import UserError
from audit_desk.storage.register import Register
from audit_desk.storage.settings_repo import SettingsRepo

Translations = Mapping[str, Mapping[str, str]]
"""By field key: the list's own value, as shown, and what it is read as; empty for nothing."""

_PREFIX = "translations/"


def translation_key(text: str) -> str:
    """Return what a value is looked up by: its text without regard to blanks and capitals."""
    return clean(text).casefold()


def is_translatable(field: CaseField) -> bool:
    """Return whether a field has few values, each of which may be a council's own."""
    is_text = field.kind is FieldKind.TEXT and field.groups
    return is_text or field.kind in {FieldKind.CODE, FieldKind.YES_NO}


def translating_reader(field: CaseField, today: date, translated: Mapping[str, str]) -> Reader:
    """Return the reader of a field's cells that knows what a council's own values mean.

    Args:
        field: The field.
        today: The day of the import.
        translated: What values are read as, by ``translation_key``.
    """
    read = reader(field, today)
    if not translated:
        return read

    def translate(cell: Cell) -> str | int | ValueFault | None:
        return read(translated.get(translation_key(number_text(cell)), cell))

    return translate


class TranslationService:
    """The translations that one register remembers."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._repo = SettingsRepo(register)

    def held(self) -> dict[str, dict[str, str]]:
        """Return all translations by field key, as they were said."""
        return {
            key.removeprefix(_PREFIX): dict(value)
            for key, value in self._repo.all().items()
            if key.startswith(_PREFIX)
        }

    def joined(self, said: Translations) -> dict[str, dict[str, str]]:
        """Return the translations that the register has, with what is said now on top."""
        found = self.held()
        for field_key, values in said.items():
            found[field_key] = _joined(found.get(field_key, {}), values)
        return found

    def keep(self, said: Translations, by: str) -> None:
        """Keep what was said, with a line of history for each field that changes.

        Call it inside the transaction of the import that it was said for.
        """
        held = self.held()
        for field_key, values in said.items():
            before = held.get(field_key, {})
            after = _joined(before, values)
            if after != before:
                self._repo.put(_PREFIX + field_key, after)
                self._register.history.append(
                    by, "translated", ("field", field_key), before=before, after=after
                )


def check_translations(said: Translations, catalogue: Catalogue, today: date) -> None:
    """Make sure that each translation can be used.

    Raises:
        UserError: There is no such field, its values are not translated, or a value cannot be
            read as what was said.
    """
    for field_key, values in said.items():
        if field_key not in catalogue or not is_translatable(catalogue.field(field_key)):
            known = ", ".join(each.key for each in catalogue.fields if is_translatable(each))
            raise UserError(
                f"The values of “{field_key}” cannot be translated.", f"Those of {known} can."
            )
        field = catalogue.field(field_key)
        read = reader(field, today)
        for text, read_as in values.items():
            fault = read(read_as)
            if isinstance(fault, ValueFault):
                raise UserError(
                    f"“{text}” cannot be read as “{read_as}” under “{field.label}”: "
                    f"it {fault.message}.",
                    "Choose another value for it.",
                )


def by_key(values: Mapping[str, str]) -> dict[str, str]:
    """Return a field's translations by ``translation_key``, as readers look them up."""
    return {translation_key(text): read_as for text, read_as in values.items()}


def _joined(before: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    again = set(map(translation_key, said))
    kept = {text: value for text, value in before.items() if translation_key(text) not in again}
    return {**kept, **said}
