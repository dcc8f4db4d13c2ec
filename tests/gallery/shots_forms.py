"""Pictures of the dialogs of forms."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from audit_desk.ui.dialogs.audit_forms.dialog import AuditFormDialog
from audit_desk.ui.dialogs.audit_forms.ports import FormDesk
from audit_desk.ui.dialogs.audit_forms.preview import FormPreviewDialog
from audit_desk.ui.prompts import DialogPrompts
from audit_desk.ui.task_runner import TaskRunner
from tests.gallery.registry import Shot, Studio
from tests.ui.fake_forms import FAULTS, FakeForm, a_preview

_CONCERN = "“Is the child safe now?” was answered unsafe."


class _Loud:
    def show(self, error: BaseException) -> None:
        raise error


def _dialog(studio: Studio, *, port: FakeForm, told: str = "") -> QWidget:
    runner = TaskRunner(_Loud())
    prompts, never = DialogPrompts(), lambda *_: None
    beside = FormDesk(runner, prompts, studio.theme, studio.icons, Path(), never)
    made = AuditFormDialog(port, beside)
    runner.setParent(made)
    if told:
        made.note.set_message(told)
        made.note.show()
    return made


def _preview(studio: Studio, *, wrong: bool = False, unsafe: bool = False) -> QWidget:
    concerns = (_CONCERN,) if unsafe else ()
    found = a_preview(faults=FAULTS if wrong else (), concerns=concerns)
    return FormPreviewDialog(found, studio.theme, studio.icons)


_NAMED = ("CST-0142: ST4, evidence: postcode “BL9…”", "CST-0142: RH3, evidence: phone “0161…”")
_SAVED = "The form is saved as Documents/CST-0142 - audit form.xlsx."
SHOTS = [
    Shot("form", partial(_dialog, port=FakeForm(), told=_SAVED), None),
    Shot("form-names", partial(_dialog, port=FakeForm(names=_NAMED)), None),
    Shot("form-locked", partial(_dialog, port=FakeForm(is_locked=True)), None),
    Shot(
        "form-of-tool",
        partial(
            _dialog,
            port=FakeForm(is_audit=False, title="Complex safeguarding: exploitation and missing"),
        ),
        None,
    ),
    Shot("form-preview", partial(_preview, unsafe=True), None),
    Shot("form-preview-wrong", partial(_preview, wrong=True), None),
    Shot("form-preview-large", _preview, None, scale=200),
]
