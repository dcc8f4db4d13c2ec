"""What is known of the list that is being brought in."""

from dataclasses import dataclass
from pathlib import Path

from audit_desk.services.case_table import SheetInfo
from audit_desk.services.list_look import ListLook
from audit_desk.ui.dialogs.import_cases.draft import Draft


@dataclass(slots=True)
class ImportState:
    """Where an import stands.

    Attributes:
        file: The file; ``None`` before one is chosen.
        sheets: The lists that it holds.
        draft: What was said of the chosen list so far; ``None`` before one is chosen.
        seen: What was seen of its columns.
    """

    file: Path | None = None
    sheets: tuple[SheetInfo, ...] = ()
    draft: Draft | None = None
    seen: ListLook | None = None

    def clear(self) -> None:
        """Begin again."""
        self.file, self.sheets, self.draft, self.seen = None, (), None, None
