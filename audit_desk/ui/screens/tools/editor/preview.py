"""What the auditor will see of the item that is chosen."""

from functools import partial
from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from audit_desk.domain.audit import Answer
from audit_desk.domain.audit_tool import AuditTool, Clock, Question
from audit_desk.domain.clock_words import rule
from audit_desk.domain.tool_edit import ToolPath, item_at
from audit_desk.domain.tool_words import condition_words, reference_words
from audit_desk.ui.screens.audit.answers.question_panel import QuestionPanel
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import Desk
from audit_desk.ui.screens.tools.text import about_html, local_words
from audit_desk.ui.widgets.boxes import line, scrolled
from audit_desk.ui.widgets.reading import ReadingPane
from audit_desk.ui.widgets.text import label

_TO_QUESTION = 4  # steps from the tool to one of its questions


class Preview(QStackedWidget):
    """A question as the audit page shows it; everything else as text."""

    def __init__(self, look: Look, reader: Desk) -> None:
        super().__init__()
        self._look = look
        self._text = ReadingPane(look.theme, "Preview")
        self.question = QuestionPanel(look, reader)
        self.question.head.why_asked.connect(self.question.head.toggle_why)
        self.applies = label("", "muted")
        self.guidance = label("", "small")
        self._area = scrolled(self._page())
        self._area.setAccessibleName("Preview of the question")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.addWidget(self._text)
        self.addWidget(self._area)

    def _page(self) -> QWidget:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(8, 8, 12, 16)
        box.setSpacing(8)
        box.addWidget(self.applies)
        box.addWidget(self.question)
        box.addWidget(line())
        box.addWidget(label("Guidance, as it stands beside the question", "muted"))
        box.addWidget(self.guidance)
        box.addStretch(1)
        # It shows and takes nothing: an answer given here would go nowhere.
        self.question.setEnabled(True)
        self.question.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return page

    def show_item(self, tool: AuditTool, path: ToolPath) -> None:
        """Show what the auditor sees of an item."""
        if path[:1] == ("themes",) and len(path) >= _TO_QUESTION:
            self._show_question(tool, item_at(tool, path[:_TO_QUESTION]))
            if len(path) > _TO_QUESTION:
                self._go_to_part(str(item_at(tool, path[: _TO_QUESTION + 2]).id))
            return
        html = partial(self._html, tool, path)
        self._text.show_html(html)
        self.setCurrentWidget(self._text)

    def _show_question(self, tool: AuditTool, question: Question) -> None:
        titles = {document.id: document.title for document in tool.documents}
        self.question.head.name_documents(titles)
        self.question.set_read_only(True)
        self.question.show_question(question, Answer(question.id), {}, {}, "")
        for widget in self.question.findChildren(QWidget):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        conditions = [condition_words(each, tool) for each in question.applies_when]
        self.applies.setText(f"Asked only where {' and '.join(conditions)}." if conditions else "")
        self.applies.setVisible(bool(conditions))
        self.guidance.setText(question.guidance)
        self.setCurrentWidget(self._area)

    def _go_to_part(self, part_id: str) -> None:
        editor = self.question.parts.editors.get(part_id)
        if editor is not None:
            # Its place is known once the layout is.
            QTimer.singleShot(0, editor, lambda: self._area.ensureWidgetVisible(editor))

    def _html(self, tool: AuditTool, path: ToolPath) -> str:
        if path[:1] == ("themes",):
            theme = item_at(tool, path[:2])
            lines = [_line(question) for question in theme.questions]
            return f"<h1>{escape(theme.title)}</h1><p>{escape(theme.about)}</p>{''.join(lines)}"
        if path[:1] == ("clocks",):
            clocks = tool.clocks if len(path) == 1 else (item_at(tool, path),)
            return "".join(_clock(clock, tool) for clock in clocks)
        if path[:1] == ("documents",):
            items = "".join(f"<li>{escape(each.title)}</li>" for each in tool.documents)
            return f"<h2>Documents that its findings come from</h2><ul>{items}</ul>"
        return about_html(tool)


def _line(question: Question) -> str:
    star = " <span class='star'>★</span>" if question.critical else ""
    return f"<p><b>{escape(question.id)}</b>{star} {escape(question.wording)}</p>"


def _clock(clock: Clock, tool: AuditTool) -> str:
    start, stop = (escape(reference_words(end, tool)) for end in (clock.start, clock.stop))
    left_out = [condition_words(each, tool) for each in clock.not_counted_when]
    unless = f"<p>Not counted where {escape(' or '.join(left_out))}: " if left_out else ""
    then = f"it then says “{escape(clock.not_counted_label)}”.</p>" if left_out else ""
    return (
        f"<h2>{escape(clock.title)}</h2><p>{escape(clock.standard)}</p>"
        f"<p>Counted: {escape(rule(clock))}; from {start} to {stop}.</p>{unless}{then}"
        f"<p class='muted'>{escape(clock.source)}{local_words(clock)}</p>"
    )
