"""The sample beside its frame: does it look like the children it was drawn from?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea

from audit_desk.domain.findings import Findings, Profile
from audit_desk.ui.models.finding_models import profile_model
from audit_desk.ui.screens.round.findings.flat_table import FIT, REST, FlatTable
from audit_desk.ui.screens.round.findings.look import sheet
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.text import label

_WIDTHS = (REST, FIT, FIT)
_COLUMNS = 2


def profile_page(findings: Findings) -> QScrollArea:
    """Return the page that shows the sample beside its frame."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(3 * GRID)
    grid.setVerticalSpacing(2 * GRID)
    for place, profile in enumerate(findings.profiles):
        table = _table(profile, findings)
        where = divmod(place, _COLUMNS)
        grid.addWidget(table, *where, Qt.AlignmentFlag.AlignTop)
    for each in range(_COLUMNS):
        grid.setColumnStretch(each, 1)
    return sheet(
        label("Sample and frame", "heading"),
        label(
            "A random sample need not mirror its frame exactly. A large difference says which"
            " children this round can say little about."
        ),
        grid,
    )


def _table(profile: Profile, findings: Findings) -> FlatTable:
    frame, sample = findings.population or 0, findings.drawn
    model = profile_model(profile.field_label, frame, sample)
    model.set_rows(profile.rows)
    return FlatTable(model, f"{profile.field_label}: sample and frame", _WIDTHS, rest=12)
