"""Which columns the cases' table shows, and how wide each is: chosen by a person and kept."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHeaderView, QWidget

from audit_desk.domain.case_field import CaseField, FieldKind
from audit_desk.ui.models.case_index import REFERENCE, CaseIndex
from audit_desk.ui.models.case_words import fact_text
from audit_desk.ui.screens.cases.ports import RemembersCases
from audit_desk.ui.screens.cases.tick_menu import TickMenu

_USUAL = (
    "age",
    "gender",
    "status",
    "exploitation_type",
    "team",
    "cst_start",
    "missing_episodes",
    "last_missing",
    "cin_start",
    "cp_start",
    "cla_start",
    "primary_need",
    "ethnicity",
)
_FEW = 5
_COLUMNS, _WIDTHS = "cases/columns", "cases/widths"
_DATE, _NUMBER, _TEXT = "28 Sep 2026", "Age 10", "A few words of text"
_MOST_CHARS = 26
_AROUND = 24  # pixels: a cell's padding, and the letters that are wider than a heading's


class CaseColumns:
    """The chosen columns and their widths.

    Args:
        memory: Where they are kept; ``None`` forgets them.
    """

    def __init__(self, memory: RemembersCases | None) -> None:
        self._memory = memory
        self._widths = self._kept_widths()

    def chosen(self, cases: CaseIndex) -> tuple[str, ...]:
        """Return the keys of the columns to show: those kept, otherwise the usual ones."""
        kept = self._memory.remembered(_COLUMNS).split() if self._memory else []
        known = [each.key for each in cases.fields]
        if kept:
            return tuple(key for key in kept if key in known)
        usual = [key for key in _USUAL if key in known]
        others = [each.key for each in cases.fields if each.groups and each.key not in usual]
        first = [*usual, *others, *known][:_FEW]
        return tuple(key for key in known if key in first)

    def keep(self, keys: Sequence[str]) -> None:
        """Keep the choice."""
        if self._memory:
            self._memory.remember(_COLUMNS, " ".join(keys))

    def width(self, header: QHeaderView, key: str, cases: CaseIndex) -> int:
        """Return a column's width: kept, otherwise by what it holds and its heading."""
        if key in self._widths:
            return self._widths[key]
        known = cases.field(key)
        if known is None:
            texts = ["Reference", cases.cases[0].reference if cases.cases else ""]
        else:
            texts = [known.label[:_MOST_CHARS], _longest(known, cases)[:_MOST_CHARS]]
        metrics = header.fontMetrics()
        return max(map(metrics.horizontalAdvance, texts)) + _AROUND

    def keep_width(self, key: str, width: int) -> None:
        """Keep a width that a person has set."""
        self._widths[key] = width
        if self._memory:
            text = " ".join(f"{name}={pixels}" for name, pixels in self._widths.items())
            self._memory.remember(_WIDTHS, text)

    def _kept_widths(self) -> dict[str, int]:
        parts = self._memory.remembered(_WIDTHS).split() if self._memory else []
        pairs = (part.partition("=") for part in parts)
        return {key: int(width) for key, _, width in pairs if width.isdecimal()}


def _longest(known: CaseField, cases: CaseIndex) -> str:
    if known.kind is FieldKind.DATE:
        return _DATE
    if known.kind in {FieldKind.AGE, FieldKind.COUNT}:
        return _NUMBER
    if not known.groups:
        return _TEXT
    return max((fact_text(known, value) for value in cases.distinct(known.key)), key=len)


class ColumnMenu(TickMenu):
    """The fields that may be columns.

    Args:
        on_change: Called with the keys of the ticked ones, in their order.
        parent: Qt's owner.
    """

    def __init__(
        self, on_change: Callable[[tuple[str, ...]], object], parent: QWidget | None = None
    ) -> None:
        super().__init__("Columns", parent)
        self._on_change = on_change

    def offer(self, cases: CaseIndex, chosen: Sequence[str]) -> None:
        """Offer the fields of these cases."""
        self.clear()
        for each in cases.fields:
            action = self.addAction(each.label.replace("&", "&&"))
            action.setData(each.key)
            action.setCheckable(True)
            action.setChecked(each.key in chosen)
            action.triggered.connect(self._changed)

    def _changed(self) -> None:
        ticked = (action.data() for action in self.actions() if action.isChecked())
        self._on_change(tuple(key for key in ticked if key != REFERENCE))
