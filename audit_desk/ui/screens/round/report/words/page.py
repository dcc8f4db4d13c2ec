"""How the lead's words are written: part by part, saved as one types, the figures beside."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QListWidgetItem

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.findings import Findings
from audit_desk.domain.round import Round
from audit_desk.domain.round_words import (
    HEADLINE,
    RECOMMENDATIONS,
    THE_ROUND,
    DraftWords,
    theme_part,
)
from audit_desk.errors import UserError
from audit_desk.ui.icons import Ink
from audit_desk.ui.screens.round.ports import RoundDesk
from audit_desk.ui.screens.round.report.ports import ReportPorts
from audit_desk.ui.screens.round.report.words.figures import figures_beside
from audit_desk.ui.screens.round.report.words.recommendation_row import RecommendationRow
from audit_desk.ui.screens.round.report.words.view import WordsView
from audit_desk.ui.widgets.focus import lead_focus

PAUSE_MS = 600
"""So long a pause in typing before what is typed is saved."""
_ICON = 16
_ABOUT = {
    HEADLINE: "What should whoever reads nothing else remember? It stands first in the report.",
    THE_ROUND: "What does the round say as a whole, across the themes?",
}
_ABOUT_THEME = "What did you find, and what lies behind it? It stands with the theme's figures."
_NOTHING = "Nothing written. The report has the sentences made from the figures alone."
_SAVED = "Saved. The report shows it as the lead's words."
_WRITING = "…"


class WordsPage(WordsView):
    """What the lead writes about one round.

    Args:
        ports: Keeps the words and reads the figures.
        desk: What surrounds the page.

    Signals:
        saved: Something else is written now.
    """

    saved = Signal()

    def __init__(self, ports: ReportPorts, desk: RoundDesk) -> None:
        super().__init__(desk.icons, desk.today)
        self._ports = ports
        self._desk = desk
        self._round: Round | None = None
        self._findings: Findings | None = None
        self._drafts = DraftWords({}, ())
        self._texts: dict[str, str] = {}
        self._behind: set[str] = set()
        self._unsaved: set[str] = set()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.save_now)
        self.contents.currentRowChanged.connect(lambda _row: self._turn())
        self.contents.itemActivated.connect(lambda _item: self._enter())
        self.editor.edited.connect(self._on_text)
        self.editor.confirmed.connect(self._confirm)
        self.editor.text.escaped.connect(self.contents.setFocus)
        self.listing.edited.connect(self._on_list)
        self.listing.confirmed.connect(self._confirm)
        self.listing.action_wanted.connect(self._make_action)
        lead_focus(self, self.contents)

    def show_round(self, round_: Round) -> None:
        """Read a round's figures and words, and show the part that was looked at."""
        self.save_now()
        self._round = round_
        job = self._ports.draft
        self._desk.tasks.run(
            lambda _progress: job(round_),
            title="Reading the figures",
            on_done=lambda read: self._show(*read) if self._round is round_ else None,
        )

    def save_now(self) -> bool:
        """Save what is typed, and say whether all of it is saved."""
        self._pause.stop()
        for part in sorted(self._unsaved):
            self._save(part)
        return not self._unsaved

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when another page is shown."""
        self.save_now()
        super().hideEvent(event)

    @property
    def part(self) -> str:
        """The part that is shown; empty before the first."""
        item = self.contents.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _show(self, findings: Findings, drafts: DraftWords) -> None:
        if self._unsaved:
            return  # somebody went on typing while the figures were read
        shown = self.part
        self._findings, self._drafts = findings, drafts
        words = findings.words
        titles = {
            HEADLINE: "Headline",
            THE_ROUND: "Overall",
            **{theme_part(theme.theme_id): theme.title for theme in findings.themes},
            RECOMMENDATIONS: "Recommendations",
        }
        self._texts = {part: words.text(part) for part in titles}
        self._behind = {part for part in titles if words.is_behind(part)}
        self.contents.blockSignals(True)
        self.contents.clear()
        self.contents.setIconSize(QSize(_ICON, _ICON))
        for part, title in titles.items():
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, part)
            self.contents.addItem(item)
        self.listing.show_list(
            words.recommendations, self._ports.owners(), behind=RECOMMENDATIONS in self._behind
        )
        parts = [*titles]
        self.contents.setCurrentRow(parts.index(shown) if shown in parts else 0)
        self.contents.blockSignals(False)
        self._mark()
        self._turn()

    def _turn(self) -> None:
        part, findings = self.part, self._findings
        if not part or findings is None:
            return
        self.save_now()
        if part == RECOMMENDATIONS:
            self.pages.setCurrentWidget(self.listing)
            drafted = self._drafts.recommendations
        else:
            title = self.contents.currentItem().text()
            behind = part in self._behind
            about = _ABOUT.get(part, _ABOUT_THEME)
            self.editor.show_part(title, about, self._texts[part], behind=behind)
            self.pages.setCurrentWidget(self.editor)
            drafted = (self._drafts.texts[part],)
        theme = self._desk.theme
        self.set_figures(figures_beside(part, findings, drafted, theme, self._use_draft))
        self._say_state()

    def _use_draft(self, draft: str) -> None:
        if self.part == RECOMMENDATIONS:
            self.listing.add(draft)
        else:
            self.editor.take(draft)

    def _enter(self) -> None:
        (self.listing if self.part == RECOMMENDATIONS else self.editor).setFocus()

    def _on_text(self, text: str) -> None:
        self._texts[self.part] = text
        self._changed(self.part)

    def _on_list(self) -> None:
        self._changed(RECOMMENDATIONS)

    def _changed(self, part: str) -> None:
        self._unsaved.add(part)
        self._state_label().setText(_WRITING)
        self._pause.start()

    def _confirm(self) -> None:
        self._unsaved.add(self.part)
        self.save_now()

    def _save(self, part: str) -> None:
        round_, findings = self._round, self._findings
        if round_ is None or findings is None:
            return
        figures, by = findings.words.figures, self._desk.person()
        try:
            if part == RECOMMENDATIONS:
                self._ports.words.recommend(round_, self.listing.said, figures, by)
            else:
                self._ports.words.write(round_, part, self._texts[part], figures, by)
        except UserError as refused:
            self._state_label().setText(f"Not saved: {refused} Your words stay here.")
            return
        self._unsaved.discard(part)
        self._behind.discard(part)
        self._mark()
        self._say_state()
        self.saved.emit()

    def _make_action(self, made: RecommendationRow) -> None:
        round_ = self._round
        if round_ is None:
            return
        said = made.said
        draft = ActionDraft(said.text, said.owner, said.due_on)
        try:
            action = self._ports.make_action(round_.id, draft, self._desk.person())
        except UserError as refused:
            made.refuse(str(refused))
            return
        made.now_action(action.id)
        self._unsaved.add(RECOMMENDATIONS)
        self.save_now()

    def _is_written(self, part: str) -> bool:
        if part == RECOMMENDATIONS:
            return any(not each.is_empty for each in self.listing.said)
        return bool(self._texts[part].strip())

    def _mark(self) -> None:
        """Say in the list which parts are written, and which are behind the figures."""
        for place in range(self.contents.count()):
            item = self.contents.item(place)
            part = str(item.data(Qt.ItemDataRole.UserRole))
            words, icon, ink = "not written", "circle-outline", Ink.MUTED
            if part in self._behind:
                words, icon, ink = "figures changed since", "alert-outline", Ink.WARNING
            elif self._is_written(part):
                words, icon, ink = "written", "check-circle-outline", Ink.SUCCESS
            item.setIcon(self._desk.icons.icon(icon, ink))
            item.setToolTip(words[0].upper() + words[1:])
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {words}")

    def _say_state(self) -> None:
        if self.part and self.part not in self._unsaved:
            written = self._is_written(self.part)
            self._state_label().setText(_SAVED if written else _NOTHING)
            banner = self.listing.behind if self.part == RECOMMENDATIONS else self.editor.behind
            banner.setVisible(self.part in self._behind)
