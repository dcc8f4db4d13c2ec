"""What the pages of a form's workbook are made with: looks, page names, lists to choose from."""

import re
from typing import Any

from audit_desk.domain.answer_check import LARGEST_COUNT
from audit_desk.domain.audit_tool import Part, PartKind
from audit_desk.domain.event_rows import DATED
from audit_desk.domain.form_words import TICK

_UNFIT = re.compile(r"[\[\]:*?/\\]+")
_LONGEST_NAME = 31
_CHOICES = "Lists"
_GREY, _INK, _QUIET, _ACCENT, _LINE = "#EEF1F3", "#1F2A33", "#5A6670", "#124A6B", "#C3CBD1"
_FONT = {"font_name": "Calibri", "font_size": 11, "font_color": _INK, "valign": "top"}
_MOMENT_TIP = "As on the file, day first: 2/3/2026, or 2/3/2026 14:20 where it has a time."
_DATE_TIP = "As on the file, day first and with the year: 2/3/2026."


class Tools:
    """One workbook with its looks.

    Args:
        book: The workbook as the library holds it.
    """

    def __init__(self, book: Any) -> None:
        self.book = book
        self._names: set[str] = set()
        self._choices: dict[tuple[str, ...], str] = {}

        def look(**changes: Any) -> Any:
            return book.add_format({**_FONT, **changes})

        box = {"border": 1, "border_color": _LINE, "text_wrap": True}
        grey = {**box, "bg_color": _GREY}
        self.title = look(bold=True, font_size=16, font_color=_ACCENT)
        self.body = look(text_wrap=True)
        self.quiet = look(text_wrap=True, font_color=_QUIET)
        self.strong = look(bold=True, text_wrap=True)
        self.head = look(**box, bold=True, font_color="#FFFFFF", bg_color=_ACCENT)
        self.question = look(**grey, bold=True)
        self.locked = look(**grey)
        self.small = look(**grey, font_size=10)
        self.option = look(**grey, indent=2)
        self.band = look(**box, bold=True, bg_color="#D5E3EC", font_color=_ACCENT)
        # Text cells: a spreadsheet would make other days of dates, and a moment of a day alone.
        self.input = look(**box, num_format="@", locked=False)
        self.count = look(**box, num_format="0", locked=False, align="left")

    def page(self, name: str) -> Any:
        """Return a new page under a name that a spreadsheet accepts and no other page has."""
        safe = " ".join(_UNFIT.sub(" ", name).split()).strip("'")[:_LONGEST_NAME].strip() or "Page"
        free, number = safe, 2
        while free.casefold() in self._names:
            free = f"{safe[: _LONGEST_NAME - 3]} {number}"
            number += 1
        self._names.add(free.casefold())
        return self.book.add_worksheet(free)

    def write_input(self, sheet: Any, row: int, column: int, part: Part, text: str) -> None:
        """Write a cell to fill in, with what it holds and what may be chosen or typed."""
        if part.kind is PartKind.COUNT and text.isascii() and text.isdigit():
            sheet.write_number(row, column, int(text), self.count)
        elif text:
            sheet.write_string(row, column, text, self.input)
        else:
            sheet.write_blank(
                row, column, None, self.count if part.kind is PartKind.COUNT else self.input
            )
        rule = self._rule(part)
        if rule:
            sheet.data_validation(row, column, row, column, rule)

    def write_tick(self, sheet: Any, row: int, column: int, *, ticked: bool) -> None:
        """Write a cell to tick."""
        sheet.write(row, column, TICK if ticked else None, self.input)
        rule = {"validate": "list", "source": [TICK], "error_message": "Choose Yes, or empty it."}
        sheet.data_validation(row, column, row, column, rule)

    def write_choices(self) -> None:
        """Write the hidden page that the lists to choose from stand on."""
        sheet = self.page(_CHOICES)
        sheet.very_hidden()
        for column, labels in enumerate(self._choices):
            for row, label in enumerate(labels):
                sheet.write_string(row, column, label)

    def _rule(self, part: Part) -> dict[str, Any]:
        if part.kind is PartKind.CHOICE:
            labels = tuple(option.label for option in part.options)
            return {
                "validate": "list",
                "source": self._source(labels),
                "error_title": "Choose from the list",
                "error_message": "Open the list in the cell and choose one, or empty the cell.",
            }
        if part.kind is PartKind.COUNT:
            return {
                "validate": "integer",
                "criteria": "between",
                "minimum": 0,
                "maximum": LARGEST_COUNT,
                "error_title": "A whole number",
                "error_message": f"Type a whole number from 0 to {LARGEST_COUNT:,}.",
            }
        if part.kind in DATED:
            tip = _MOMENT_TIP if part.kind is PartKind.MOMENT else _DATE_TIP
            return {"validate": "any", "input_title": "Date", "input_message": tip}
        return {}

    def _source(self, labels: tuple[str, ...]) -> str:
        if labels not in self._choices:
            from xlsxwriter.utility import xl_col_to_name

            letters = xl_col_to_name(len(self._choices), col_abs=True)
            self._choices[labels] = f"={_CHOICES}!{letters}$1:{letters}${len(labels)}"
        return self._choices[labels]
