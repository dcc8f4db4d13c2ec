"""The two kinds of failure: what a person can put right, and what we must.

A ``UserError`` carries one plain sentence on what happened and one on what to do next;
the window and the command line show it as it stands. A ``BugError`` means that the
program contradicted itself; it is reported as such and never dressed up.
"""


class AuditDeskError(Exception):
    """The root of every error that Audit Desk raises on purpose."""


class UserError(AuditDeskError):
    """Something a person can put right.

    Attributes:
        message: What happened, as one plain sentence.
        hint: What to do next, or an empty string.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Return message and hint as one text."""
        return f"{self.message} {self.hint}".strip()


class Cancelled(AuditDeskError):  # noqa: N818 - it is an outcome, not a fault
    """A person cancelled a long piece of work; nothing of it was kept."""


class BugError(AuditDeskError):
    """The program contradicted itself; nobody but its developers can put it right."""
