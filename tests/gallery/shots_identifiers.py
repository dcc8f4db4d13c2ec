"""Pictures of what looks like an identifier: in the text, before submitting, before a report."""

from collections.abc import Callable
from copy import copy
from functools import partial

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from audit_desk.domain.audit import Answer
from audit_desk.domain.privacy_kinds import Kind
from audit_desk.domain.written_texts import TextPlace
from audit_desk.services.identifier_scan import FoundIdentifier
from audit_desk.ui.screens.audit.screen import AuditScreen
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.screens.round.screen import RoundScreen
from audit_desk.ui.widgets.identifier_watch import IdentifierWatch
from tests.gallery.audit_page import audit_page
from tests.gallery.registry import Shot, Studio
from tests.gallery.shots_rounds import _full, _round
from tests.ui.fake_identifiers import FakeIdentifiers
from tests.ui.fake_rounds import FakeRegister

_WRITTEN = (
    "Priya Shah agreed with the placement at 12 Acacia Avenue, BL9 0AB, to ring each night. The"
    " police (log 48213 of 3 March) were told at 22:00 and saw her on 4 March 2026. Her mother can"
    " be reached on 0161 496 0000; she was born 3/4/2010 and attends Northfield High School."
)
_ONE = "The placement agreed to ring each night. Ms Shah checked on 2 and 3 March that it did."
_NAMES = FakeIdentifiers("Priya Shah")


def _look(screen: AuditScreen) -> None:
    screen.moving.go_to(Place("strategy-meetings", "ST4"))
    for field in screen.findChildren(QPlainTextEdit):
        watch = IdentifierWatch.of(field)
        if watch is not None:
            watch.look()


def _audit(studio: Studio, evidence: str, then: Callable[[AuditScreen], object]) -> QWidget:
    answers = {"ST4": Answer("ST4", "3", evidence=evidence)}
    return audit_page(studio, answers, identifiers=_NAMES, then=then)


def _held() -> FakeRegister:
    register = copy(_full())
    place = "Strategy meetings, what needs to improve"
    register.identifiers = [
        FoundIdentifier(TextPlace(place, reference), kind, shown)
        for reference, kind, shown in (
            ("CST-0014", Kind.NAME, "Sh…"),
            ("CST-0014", Kind.PHONE, "016…"),
            ("CST-0031", Kind.SCHOOL, "Nor…"),
            ("CST-0098", Kind.POSTCODE, "BL9…"),
        )
    ]
    return register


def _save(screen: RoundScreen) -> None:
    report = screen.report
    report.saving.identifiers.show_found(_held().identifiers)
    report.saving.identifiers.look_button.click()


SHOTS = [
    Shot("audit-identifiers", partial(_audit, evidence=_WRITTEN, then=_look)),
    Shot("audit-identifier-one", partial(_audit, evidence=_ONE, then=_look)),
    Shot("audit-identifiers-check", partial(_audit, evidence=_WRITTEN, then=AuditScreen.check)),
    Shot("round-report-identifiers", partial(_round, tab="report", register=_held, act=_save)),
]
