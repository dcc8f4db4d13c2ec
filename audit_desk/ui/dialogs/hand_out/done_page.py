"""The last page of handing out: where the pack lies, and what to do with it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.services.pack_order import PackMade
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.pack_home.handed_back import FilePlace
from audit_desk.ui.screens.unlock.view import passphrase_edit
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.text import label


class DonePage(QWidget):
    """What was handed out.

    Args:
        made: The pack.
        passphrase: Its passphrase, to be looked at a last time.
        icons: Where icons come from.
    """

    def __init__(self, made: PackMade, passphrase: str, icons: Icons) -> None:
        super().__init__()
        person, count = made.slip.person, len(made.audits)
        files = "1 file is" if count == 1 else f"{count} files are"
        phrase = passphrase_edit(icons)
        phrase.setText(passphrase)
        phrase.setReadOnly(True)
        steps = (
            f"Give the file to {person}.",
            "Tell them the passphrase by another way than the file.",
            "They give the same file back, half done if need be: “Take in a pack…” takes it in.",
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2 * GRID)
        box.addWidget(label(f"{files} with {person} now", "heading"))
        box.addWidget(FilePlace(made.path, icons))
        box.addWidget(
            Field(
                "Its passphrase",
                phrase,
                "The eye shows it, here for the last time: it is kept nowhere. You need it again"
                " to take the pack in.",
            )
        )
        for number, step in enumerate(steps, 1):
            box.addWidget(label(f"{number}. {step}"))
        box.addStretch(1)
