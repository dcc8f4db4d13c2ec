"""Where things stand in a form's workbook, for whoever writes one and whoever reads it back.

A row is found by the key in its first column and never by its place, so that a program which
adds or sorts rows does no harm.
"""

HIDDEN_SHEET = "Audit Desk"
"""The hidden page with the stamp, in pieces down its first column, below a sentence."""

KEY, NUMBER, ASKED, ANSWER, WORDS, LOOKS_LIKE = range(6)
"""The columns of a theme's page; the first is hidden."""

HEADS = {
    KEY: "Key",
    NUMBER: "No.",
    ASKED: "What is asked",
    ANSWER: "Answer",
    WORDS: "Evidence, or in words",
    LOOKS_LIKE: "What each grade looks like, and how to answer",
}
"""What stands above them; the columns are found by it again."""

OPTION = "|"
"""Between a field's key and one option's id, where each option has a row with a cell to tick."""

EVENTS_ROW = 0
"""The row of a list's page that holds the list's key in its hidden first column."""
COLUMNS_ROW = 1
"""The hidden row of a list's page that holds its columns' ids."""
FIRST_EVENT_ROW = 3
"""The first row of a list's page for an event."""

LONGEST_CELL = 32_767
"""The most characters that a spreadsheet's cell may hold."""
