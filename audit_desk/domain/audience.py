"""For whom a report is, and what it leaves out for them.

A report that tells everybody everything either tells a board too much about single children or
tells an auditor too little. So each audience has its own, and each report says on its first page
for whom it is and what is not in it.
"""

from dataclasses import dataclass
from enum import StrEnum

_NAMES = (
    "Names are left out: of workers, of auditors and of whoever drew the sample or was told of a"
    " concern. An action's owner stands here as a role."
)
_ROWS = (
    "Single files, second readings and figures of earlier rounds are left out; what stands here is"
    " counted over all files."
)
_SMALL = (
    "Counts of one to four children are left out, and every total, share, percentage, interval and"
    " chart that they could be worked out from. Nought is shown, and so is how many files were"
    " drawn, chosen and read."
)
_TO_ACT = (
    "References of files are left out, except of children who need action now and of files that an"
    " action comes from: the team cannot act without them."
)
_TO_ASK_FOR = (
    "References of files stay, in the list of files and beside passages, so that reviewers can ask"
    " for a file. They say nothing without the register."
)
_NOTHING = (
    "Nothing that was recorded in the round is left out. It names auditors, tells of single"
    " children by their reference and shows small numbers, so it stays with those who have the"
    " register."
)
_NEVER = "Left out: names, single files, small numbers, texts that you did not release"
_WORDS = (
    "Texts are left out, of auditors, of actions and of the lead, except those that the lead"
    " released one by one."
)


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of an audience."""

    label: str
    whom: str
    purpose: str
    leaves_out: tuple[str, ...]
    in_short: str


class Audience(StrEnum):
    """For whom a report is."""

    BOARD = "board"
    """Those who answer for the service: a safeguarding partnership, a scrutiny committee."""
    TEAM = "team"
    """The workers and managers whose practice was looked at."""
    PEER = "peer"
    """A reviewer from another council."""
    FULL = "full"
    """Those who ran the round and have the register."""

    @property
    def label(self) -> str:
        """Its name: ``Board``."""
        return _SAID[self].label

    @property
    def purpose(self) -> str:
        """Whom the report is for and what they do with it, in a sentence."""
        return _SAID[self].purpose

    @property
    def leaves_out(self) -> tuple[str, ...]:
        """What is not in the report, in sentences; they are printed in it."""
        return _SAID[self].leaves_out

    @property
    def in_short(self) -> str:
        """What is not in the report, in one sentence, for whoever is about to choose."""
        return _SAID[self].in_short

    @property
    def whom(self) -> str:
        """Whom it is for, in a sentence: ``the board``."""
        return _SAID[self].whom

    @property
    def report_title(self) -> str:
        """What a report for it is called."""
        return "Dip-sample report" if self.is_full else f"Dip-sample report for {self.whom}"

    @property
    def is_full(self) -> bool:
        """Whether nothing but what identifies a child outside the register is left out."""
        return self is Audience.FULL

    @property
    def lists_children(self) -> bool:
        """Whether children who need action, and files of actions, stand by their reference."""
        return self is Audience.TEAM

    @property
    def lists_files(self) -> bool:
        """Whether the files of the round, and whom a passage is about, stand by reference."""
        return self is Audience.PEER


_SAID = {
    Audience.BOARD: _Said(
        "Board",
        "the board",
        "A board, a partnership or a committee: what was found, how sure that is, and what"
        " will be done.",
        (
            "References of files are left out.",
            _NAMES,
            _ROWS,
            _SMALL,
            _WORDS,
        ),
        f"{_NEVER}, references.",
    ),
    Audience.TEAM: _Said(
        "Team",
        "the team",
        "The workers and managers of the team: what to keep, what to change, and which"
        " children cannot wait.",
        (
            _TO_ACT,
            _NAMES,
            _ROWS,
            _SMALL,
            _WORDS,
        ),
        f"{_NEVER}. References stay where the team has to act.",
    ),
    Audience.PEER: _Said(
        "Peer",
        "peer reviewers",
        "Reviewers from another council: how the round was done, what was found, and which"
        " files were read.",
        (
            _TO_ASK_FOR,
            _NAMES,
            _ROWS,
            _SMALL,
            _WORDS,
        ),
        f"{_NEVER}. References of files stay.",
    ),
    Audience.FULL: _Said(
        "Full",
        "those who ran the round",
        "Those who ran the round and answer for each file: everything that was found.",
        (_NOTHING,),
        "Nothing is left out.",
    ),
}
