"""How the Report tab is laid out: its pages by name, what saves it, and the page below."""

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from audit_desk.ui.widgets.boxes import GRID, holder, row
from audit_desk.ui.widgets.flow import FlowLayout


class ReportView(QWidget):
    """Names of pages above, the page below.

    Args:
        audience: For whom the report is, said above the page.
        said: What is said while the report is saved; it stands above the page.
        saving: What chooses and saves the report, set at the right.
    """

    def __init__(self, audience: QWidget, said: QWidget, saving: tuple[QWidget, ...]) -> None:
        super().__init__()
        self.names = QTabBar()
        """The names of the pages."""
        self.names.setDrawBase(False)
        self.names.setExpanding(False)
        self.names.setUsesScrollButtons(False)
        self.names.setAccessibleName("Parts of the report")
        self.pages = QStackedWidget()
        """The pages."""
        bar = FlowLayout()  # large text takes a second line, and nothing is out of sight
        bar.addWidget(self.names)
        bar.addWidget(holder(row(*saving)))
        bar.spring = 1
        box = QVBoxLayout(self)
        box.setContentsMargins(0, GRID, 0, 0)
        box.setSpacing(GRID)
        box.addLayout(bar)
        box.addWidget(audience)
        box.addWidget(said)
        box.addWidget(self.pages, 1)
        self.names.currentChanged.connect(self.pages.setCurrentIndex)

    def add_page(self, name: str, page: QWidget) -> None:
        """Add a page under a name."""
        self.pages.addWidget(page)
        self.names.addTab(name)
