"""How far the readers agree: by theme, question and reader, and each one's drift."""

from collections.abc import Sequence

from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from audit_desk.domain.agreement import KAPPA_METHOD
from audit_desk.domain.drift import DRIFT_METHOD
from audit_desk.domain.findings_moderation import (
    KAPPA_STAR,
    CalibrationFile,
    ModerationFindings,
    NamedAgreement,
)
from audit_desk.domain.inference import LEAST_FOR_PERCENT
from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.models.share_words import in_cell
from audit_desk.ui.screens.round.findings.flat_table import FIT, REST, FlatTable
from audit_desk.ui.screens.round.findings.look import sheet
from audit_desk.ui.screens.round.moderation.drift_picture import DriftPicture
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import reached_by_keys
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.row_model import Column, RowModel
from audit_desk.ui.widgets.text import label

_WIDTHS = (REST, FIT, FIT, FIT, FIT, FIT, FIT, FIT)
_NOTHING = "\N{EN DASH}"


class AgreementPage(QStackedWidget):
    """Agreement of a round's readers; made anew whenever it is shown.

    Args:
        theme: The colours in use.
        icons: Where icons come from.
    """

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self.empty = EmptyState(
            icons.icon("scale-balance", Ink.MUTED),
            "No two readings to compare yet",
            "Agreement is counted when both readings of a file are submitted and sealed. Choose"
            " who is read twice first.",
        )
        """Said where there is no pair."""
        self.addWidget(self.empty)

    def show_found(self, found: ModerationFindings) -> None:
        """Show what second readings found."""
        while self.count() > 1:
            old = self.widget(1)
            if old is None:
                break
            self.removeWidget(old)
            old.deleteLater()
        if not found.sealed and not found.calibration:
            self.setCurrentWidget(self.empty)
            return
        self.addWidget(_page(found, self._theme))
        self.setCurrentIndex(1)


def _page(found: ModerationFindings, theme: Theme) -> QScrollArea:
    parts: list[QWidget] = [label("How far two readers agree", "heading"), label(_about(found))]
    if found.counted:
        named = ("First\nbetter", "Second\nbetter")
        parts.append(_table("Judgement", named, (found.overall, *found.themes)))
        parts += [label(f"{title}: {note}", "muted") for title, note in _notes(found)]
        asked = [each for each in found.questions if _is_asked(each)]
        parts += [label("Question by question", "heading"), *_starred("Question", named, asked)]
        parts += _readers(found, theme)
    if found.calibration:
        parts += [label("Files that everyone reads", "heading"), _calibration(found)]
    area = sheet(*parts)
    reached_by_keys(area, "How far two readers agree")
    return area


def _about(found: ModerationFindings) -> str:
    words = found.basis.words
    if found.opened_late:
        named = ", ".join(found.opened_late)
        words += f" Opened again after both readings had been sealed, and left out too: {named}."
    if found.counted < LEAST_FOR_PERCENT:
        return f"{words} Below {LEAST_FOR_PERCENT} pairs there are counts alone."
    return f"{words} Kappa: {KAPPA_METHOD}."


def _notes(found: ModerationFindings) -> list[tuple[str, str]]:
    return [
        (each.title, note)
        for each in (found.overall, *found.themes)
        for note in each.agreement.notes
        if each.agreement.n >= LEAST_FOR_PERCENT
    ]


def _is_asked(each: NamedAgreement) -> bool:
    return bool(each.agreement.n or each.apart)


def _readers(found: ModerationFindings, theme: Theme) -> list[QWidget]:
    return [
        label("Reader by reader", "heading"),
        label(
            "Each reader's overall judgements beside those of whoever read the same files; sorted"
            " by name."
        ),
        *_starred("Reader", ("Own\nbetter", "Other's\nbetter"), found.auditors),
        label("Beside what was settled", "heading"),
        label(
            "To learn from, not to rank: a difference may lie in the files that somebody got. A"
            f" dot stands left where they grade better than was settled ({DRIFT_METHOD})."
            f" {found.basis.drift_words}"
        ),
        DriftPicture(theme, found.drift)
        if found.drift
        else label("Nothing is settled yet that both readers had judged.", "muted"),
    ]


def _starred(title: str, better: tuple[str, str], rows: Sequence[NamedAgreement]) -> list[QWidget]:
    """Return a table, and what a star in it means where there is one."""
    star = any(each.kappa_words.endswith("*") for each in rows)
    return [_table(title, better, rows), *([label(KAPPA_STAR, "muted")] if star else [])]


def _table(title: str, better: tuple[str, str], rows: Sequence[NamedAgreement]) -> FlatTable:
    model: RowModel[NamedAgreement] = RowModel(
        (
            Column(title, lambda each: each.title),
            Column("Pairs", lambda each: str(each.agreement.n), numeric=True),
            Column("Same", lambda each: _share(each, exact=True), numeric=True),
            Column("Within\none", lambda each: _share(each, exact=False), numeric=True),
            Column(better[0], lambda each: str(each.agreement.first_better), numeric=True),
            Column(better[1], lambda each: str(each.agreement.second_better), numeric=True),
            Column(
                "One\nonly",
                lambda each: str(each.apart),
                numeric=True,
                tip=lambda _each: "Just one reader gave a value: there is no pair",
            ),
            Column(
                "Kappa (95 %)",
                lambda each: each.kappa_words,
                tip=lambda each: "\n".join(each.agreement.notes),
            ),
        )
    )
    model.set_rows(rows)
    return FlatTable(model, f"Agreement, {title.lower()} by {title.lower()}", _WIDTHS)


def _share(each: NamedAgreement, *, exact: bool) -> str:
    found = each.agreement
    return in_cell(found.exact if exact else found.within_one) if found.n else _NOTHING


def _calibration(found: ModerationFindings) -> FlatTable:
    model: RowModel[CalibrationFile] = RowModel(
        (
            Column("File", lambda each: each.reference),
            Column(
                "Overall judgement of each reader",
                lambda each: (
                    "; ".join(f"{name}: {grade}" for name, grade in each.grades) or "Not read yet"
                ),
            ),
            Column("Still to come", lambda each: str(each.waiting), numeric=True),
        )
    )
    model.set_rows(found.calibration)
    return FlatTable(model, "Files that everyone reads", (FIT, REST, FIT))
