"""How the unlock screen is laid out: registers at the left, what to type at the right."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import column, line, row, scrolled
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.icon_label import IconLabel
from audit_desk.ui.widgets.text import label

_LEFT_CHARS = 40
_LEFT_SHARE = 0.36  # of the window: large text leaves the form the rest
_FORM_CHARS = 62
_PROMISES = (
    ("lock-outline", "Everything stays in one encrypted file. No network is ever used."),
    (
        "tray-arrow-down",
        "Bring in a case list as your system exports it. Identifiers are never saved.",
    ),
    ("target", "Draw a sample that anyone can check later."),
    ("file-document-outline", "Take a report to the board that can be defended."),
)


def passphrase_edit(icons: Icons) -> QLineEdit:
    """Return a field for a passphrase that can be shown while typing."""
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    action = QAction(icons.icon("eye-outline", Ink.MUTED), "Show what is typed", edit)
    action.setCheckable(True)

    def show(on: bool) -> None:
        edit.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        name = "eye-off-outline" if on else "eye-outline"
        action.setIcon(icons.icon(name, Ink.MUTED))
        action.setText("Hide what is typed" if on else "Show what is typed")

    action.toggled.connect(show)
    edit.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
    return edit


class Form(QWidget):
    """A column of fields no wider than is good to read, with its buttons at the foot."""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.title = label(title, "title")
        self.sentence = label(sentence)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(12)
        self.error = label("", "error")
        self.error.hide()
        self.foot = flow_row()
        outer = column(self.title, self.sentence, spacing=6)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addSpacing(10)
        outer.addLayout(self.fields)
        outer.addWidget(self.error)
        outer.addSpacing(8)
        outer.addWidget(self.foot)
        outer.addStretch(1)
        self.setLayout(outer)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * _FORM_CHARS)

    def show_error(self, message: str) -> None:
        """Say what is wrong, or nothing if the message is empty."""
        self.error.setText(message)
        self.error.setVisible(bool(message))


class UnlockForm(Form):
    """The passphrase of one register."""

    def __init__(self, icons: Icons) -> None:
        super().__init__("", "")
        self.passphrase = passphrase_edit(icons)
        self.field = Field("Passphrase", self.passphrase)
        self.fields.addWidget(self.field)
        self.go = primary_button("Open")
        self.forget = button("Remove from this list", kind="quiet")
        self.foot.fill(self.go, self.forget)
        self.passphrase.returnPressed.connect(self.go.click)

    def show_for(self, path: Path) -> None:
        """Ask for the passphrase of a register."""
        self.title.setText(path.stem)
        self.sentence.setText(str(path.parent))
        self.passphrase.clear()
        self.field.clear_error()


class CreateForm(Form):
    """Everything that a new register needs."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            "Create a register",
            "A register is one encrypted file. It holds the cases, the audits and every change.",
        )
        self.organisation = QLineEdit()
        self.organisation.setPlaceholderText("For example Northshire Council")
        self.place = QLineEdit()
        self.choose = button("Choose…")
        self.first = passphrase_edit(icons)
        self.second = passphrase_edit(icons)
        beside = QWidget()
        beside.setLayout(row(self.place, self.choose))
        self.organisation_field = Field("Organisation", self.organisation)
        self.place_field = Field("File", beside)
        self.place.setAccessibleName("File")
        self.first_field = Field("Passphrase", self.first, "Four or five unrelated words are good.")
        self.second_field = Field("The same passphrase again", self.second)
        for field in (self.organisation_field, self.place_field):
            self.fields.addWidget(field)
        self.fields.addLayout(row(self.first_field, self.second_field, spacing=16))
        self.fields.addWidget(
            Banner(
                icons,
                "Nobody can open the register without it: there is no second key and no reset."
                " Keep it in your organisation's password safe.",
                heading="A lost passphrase cannot be recovered",
                tone="warning",
            )
        )
        self.go = primary_button("Create the register")
        self.foot.fill(self.go)
        self.second.returnPressed.connect(self.go.click)


class UnlockView(QWidget):
    """The screen.

    Args:
        icons: The icons.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Audit Desk")
        self._icons = icons
        self.recent = QVBoxLayout()
        self.recent.setSpacing(2)
        self.open_file = button(
            "Open a register or a pack…", kind="row", icon=icons.icon("folder-open-outline")
        )
        self.create_new = button("Create a register…", kind="row", icon=icons.icon("plus"))
        self.demo = button(
            "Look around with invented data", kind="row", icon=icons.icon("compass-outline")
        )
        self.unlock_form = UnlockForm(icons)
        self.create_form = CreateForm(icons)
        self.welcome = self._welcome()
        self.forms = QStackedWidget()
        for form in (self.welcome, self.unlock_form, self.create_form):
            self.forms.addWidget(form)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._side = self._left()
        layout.addWidget(self._side)
        layout.addWidget(self._right(), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        super().resizeEvent(event)
        wanted = self.fontMetrics().averageCharWidth() * _LEFT_CHARS + 48
        self._side.setFixedWidth(min(wanted, round(self.width() * _LEFT_SHARE)))

    def _left(self) -> QFrame:
        side = QFrame()
        side.setProperty("role", "rail")
        list_ = QWidget()
        list_.setLayout(column(self.recent, None, spacing=0))
        self.recent_heading = label("Registers on this computer", "muted", wrap=False)
        self.recent_heading.setContentsMargins(10, 0, 0, 0)
        name = label("Audit Desk", "title")
        name.setContentsMargins(10, 0, 0, 0)
        side.setLayout(
            column(
                name,
                self.recent_heading,
                scrolled(list_),
                line(),
                self.open_file,
                self.create_new,
                self.demo,
                spacing=6,
            )
        )
        side.layout().setContentsMargins(14, 28, 14, 20)  # type: ignore[union-attr]
        return side

    def _right(self) -> QWidget:
        holder = QWidget()
        inside = row(self.forms)
        inside.setContentsMargins(64, 32, 48, 24)
        holder.setLayout(inside)
        return scrolled(holder)

    def _welcome(self) -> QWidget:
        form = Form(
            "Read files, see what they say",
            "Audit Desk helps to draw a dip sample of children's files, to read and grade them,"
            " and to report what they show.",
        )
        for icon, text in _PROMISES:
            picture = IconLabel(self._icons.icon(icon, Ink.ACCENT), 20)
            form.fields.addLayout(row(picture, label(text), spacing=12))
        self.welcome_create = primary_button("Create a register")
        self.welcome_demo = button("Look around first")
        self.welcome_open = button("I was given a pack…")
        form.foot.fill(self.welcome_create, self.welcome_demo, self.welcome_open)
        return form
