"""The words of a judgement: why, what was done well, what needs to improve, the child's view."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audit import Judgement
from audit_desk.ui.screens.audit.answers.growing_text import GrowingText
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.text import label

RATIONALE = "rationale"
_TEXTS = (
    (RATIONALE, "Why this grade, and not what the answers suggest", 2),
    ("strengths", "What was done well", 2),
    ("improvements", "What needs to improve", 2),
    ("lived_experience", "What it was like for the child", 2),
)


class JudgementTexts(QWidget):
    """The four texts; the rationale stands only where it is asked for or was written.

    Signals:
        edited: The text's name on ``Judgement``, and the whole of it.
        left: A text lost the focus.
        escaped: Escape was pressed in one.
    """

    edited = Signal(str, str)
    left = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, GrowingText] = {}
        self.caps: dict[str, QWidget] = {}
        self._blocks: dict[str, QWidget] = {}
        self.demanded = label("", "warning", wrap=False)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for name, title, height in _TEXTS:
            lines.addWidget(self._block(name, title, height))

    def _block(self, name: str, title: str, height: int) -> QWidget:
        field = GrowingText(title, height)
        field.edited.connect(lambda text, name=name: self.edited.emit(name, text))
        field.left.connect(self.left)
        field.escaped.connect(self.escaped)
        self.fields[name] = field
        heading = label(title, "strong", wrap=False)
        heading.setBuddy(field)
        block = QWidget()
        inside = QVBoxLayout(block)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        keyed = name in {RATIONALE, "strengths"}
        line = row(heading, None)
        if keyed:
            self.caps[name] = label("E", "key")
            line.insertWidget(0, self.caps[name])
        if name == RATIONALE:
            line.addWidget(self.demanded)
        inside.addLayout(line)
        inside.addWidget(field)
        self._blocks[name] = block
        return block

    def load(self, judgement: Judgement) -> None:
        """Show another judgement's texts."""
        for name, field in self.fields.items():
            field.load(str(getattr(judgement, name)))

    def demand_rationale(self, *, demanded: bool, given: str) -> None:
        """Ask for the rationale, or fold it away."""
        asked = demanded or bool(given)
        self._blocks[RATIONALE].setVisible(asked)
        self.caps["strengths"].setVisible(not asked)
        missing = demanded and not given.strip()
        self.demanded.setText("Please say why" if missing else "")

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let them be written."""
        for field in self.fields.values():
            field.setReadOnly(read_only)

    def first(self) -> GrowingText:
        """Return the first text in sight."""
        if self._blocks[RATIONALE].isHidden():
            return self.fields["strengths"]
        return self.fields[RATIONALE]
