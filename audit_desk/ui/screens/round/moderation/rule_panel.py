"""The rule of who is read twice: what it is, what it would add, and applying it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QSpinBox, QVBoxLayout, QWidget

from audit_desk.domain.audit import Grade
from audit_desk.domain.second_reading import Choice, Rule
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.buttons import primary_button
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.text import label

_CHARS, _NAMED = 40, 6


class RulePanel(QWidget):
    """Shows a rule and what it would add; nothing is saved before it is applied.

    Args:
        preview: Returns what a rule would add.
        apply: Sets the rule and adds it.
    """

    def __init__(
        self,
        preview: Callable[[Rule], Sequence[Choice]],
        apply: Callable[[Rule], object],
    ) -> None:
        super().__init__()
        self._preview = preview
        self._apply = apply
        self._rule: Rule | None = None
        self.grades = {grade: QCheckBox(grade.label) for grade in Grade}
        """Overall judgements of which every file is read twice."""
        self.share = QSpinBox()
        """How much of the rest, in per cent."""
        self.share.setRange(0, 100)
        self.share.setSuffix(" %")
        self.share.lineEdit().setTextMargins(GRID - 2, 0, 0, 0)
        self.seed = label("", "muted", chars=_CHARS)
        """What the rest is ranked from."""
        self.adds = label("", chars=_CHARS)
        """What it would add."""
        self.apply_button = primary_button("Apply the rule", self.apply)
        """Sets the rule and adds what it chooses."""
        self._lay_out()
        for box in self.grades.values():
            box.toggled.connect(lambda _on: self._show())
        self.share.valueChanged.connect(lambda _value: self._show())

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addWidget(label("The rule", "heading"))
        box.addWidget(label("Every submitted file that is judged overall", chars=_CHARS))
        for grade in self.grades.values():
            box.addWidget(grade)
        box.addWidget(Field("and of the other submitted files", self.share))
        for part in (self.seed, self.adds, self.apply_button):
            box.addWidget(part)
        box.addStretch(1)

    def show_rule(self, rule: Rule) -> None:
        """Show a rule."""
        self._rule = None
        for grade, box in self.grades.items():
            box.setChecked(grade in rule.grades)
        self.share.setValue(rule.share_percent)
        self._rule = rule
        self.seed.setText(
            f"They are drawn like the sample, from the seed {rule.seed}, so that nobody picks or "
            "spares a file."
        )
        self._show()

    @property
    def rule(self) -> Rule | None:
        """The rule as it stands on screen."""
        if self._rule is None:
            return None
        grades = tuple(grade for grade, box in self.grades.items() if box.isChecked())
        return Rule(self._rule.seed, grades, self.share.value())

    def apply(self) -> None:
        """Set the rule and add what it chooses."""
        rule = self.rule
        if rule is not None:
            self._apply(rule)

    def _show(self) -> None:
        rule = self.rule
        if rule is None:
            return
        added = self._preview(rule)
        self.adds.setText(_words(added))
        self.adds.setToolTip("\n".join(f"{each.reference}: {each.reason}" for each in added))


def _words(added: Sequence[Choice]) -> str:
    if not added:
        return "It adds no file now. Apply it again when more are submitted: it only ever adds."
    named = ", ".join(each.reference for each in added[:_NAMED])
    more = f" and {len(added) - _NAMED} more" if len(added) > _NAMED else ""
    files = "1 file" if len(added) == 1 else f"{len(added)} files"
    return f"It adds {files} now: {named}{more}."
