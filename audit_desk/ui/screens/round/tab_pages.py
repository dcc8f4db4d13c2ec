"""The pages of a tab: one is shown, and whoever goes to the tab goes to it."""

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.focus import lead_focus


class TabPages(QStackedWidget):
    """Pages of which one is shown; the keyboard's focus follows to it."""

    def add_pages(self, *pages: QWidget) -> None:
        """Add pages; on an empty page the focus goes to the button of the first step."""
        for page in pages:
            if isinstance(page, EmptyState) and page.action_button is not None:
                lead_focus(page, page.action_button)
            self.addWidget(page)
        lead_focus(self, pages[0])

    def show_page(self, page: QWidget) -> None:
        """Show a page; if the focus was on another of this tab, it moves along."""
        here = QApplication.focusWidget()
        moves = here is not None and self.isAncestorOf(here) and page is not self.currentWidget()
        lead_focus(self, page)
        self.setCurrentWidget(page)
        if moves:
            page.setFocus()
