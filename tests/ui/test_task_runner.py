import threading

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.errors import BugError, UserError
from audit_desk.ui import task_runner
from audit_desk.ui.task_runner import Progress, TaskRunner
from audit_desk.ui.widgets.progress import ProgressDialog
from tests.ui.conftest import RecordedErrors


def test_work_runs_elsewhere_and_its_end_comes_home(runner: TaskRunner) -> None:
    threads: list[int] = []
    results: list[str] = []

    def job(progress: Progress) -> str:
        threads.append(threading.get_ident())
        return "drawn"

    def done(result: str) -> None:
        threads.append(threading.get_ident())
        results.append(result)

    runner.run(job, title="Drawing", on_done=done)
    assert results == []
    runner.drain()
    assert results == ["drawn"]
    assert threads[0] != threads[1] == threading.get_ident()


def test_busy_is_told_once_for_the_whole_queue(runner: TaskRunner) -> None:
    told: list[bool] = []
    order: list[int] = []
    runner.busy_changed.connect(told.append)
    for number in range(3):
        runner.run(lambda _p, n=number: n, title="Work", on_done=order.append)  # type: ignore[misc]
    assert runner.is_busy
    runner.drain()
    assert (told, order) == ([True, False], [0, 1, 2])


def test_a_refusal_without_a_taker_is_shown(runner: TaskRunner, errors: RecordedErrors) -> None:
    refusal = UserError("The file is empty.")

    def job(_progress: Progress) -> None:
        raise refusal

    runner.run(job, title="Work", on_done=lambda _: pytest.fail("not done"))
    runner.drain()
    assert errors.shown == [refusal]
    errors.shown.clear()


def test_a_refusal_goes_to_its_taker_alone(runner: TaskRunner) -> None:
    taken: list[Exception] = []

    def job(_progress: Progress) -> None:
        raise UserError("Wrong passphrase.")

    runner.run(job, title="Work", on_done=lambda _: None, on_failed=taken.append)
    runner.drain()
    assert [str(error) for error in taken] == ["Wrong passphrase."]


def test_a_fault_is_shown_and_its_taker_told_too(
    runner: TaskRunner, errors: RecordedErrors
) -> None:
    taken: list[Exception] = []
    empty: dict[str, str] = {}
    runner.run(
        lambda _p: empty["missing"], title="Work", on_done=lambda _: None, on_failed=taken.append
    )
    runner.drain()
    assert [type(error) for error in errors.shown] == [KeyError] == [type(e) for e in taken]
    errors.shown.clear()


def test_a_job_that_ends_abruptly_is_a_fault(runner: TaskRunner, errors: RecordedErrors) -> None:
    taken: list[Exception] = []

    def job(_progress: Progress) -> None:
        raise SystemExit

    runner.run(job, title="Work", on_done=lambda _: None, on_failed=taken.append)
    runner.drain()
    assert isinstance(taken[0], BugError)
    assert isinstance(errors.shown.pop(), SystemExit)


def test_cancelling_stops_at_the_next_report(runner: TaskRunner) -> None:
    started, go_on = threading.Event(), threading.Event()
    reached: list[str] = []

    def job(progress: Progress) -> None:
        started.set()
        go_on.wait()
        progress.report(1, 2)
        reached.append("too far")

    runner.run(
        job,
        title="Work",
        on_done=lambda _: reached.append("done"),
        on_cancelled=lambda: reached.append("cancelled"),
    )
    started.wait()
    runner.cancel_all()
    go_on.set()
    runner.drain()
    assert reached == ["cancelled"]


def test_waiting_work_that_is_cancelled_never_starts(runner: TaskRunner) -> None:
    go_on = threading.Event()
    reached: list[str] = []
    runner.run(lambda _p: go_on.wait(), title="First", on_done=lambda _: None)
    runner.run(lambda _p: reached.append("started"), title="Second", on_done=lambda _: None)
    runner.cancel_all()
    go_on.set()
    runner.drain()
    assert reached == []


def test_long_work_shows_progress_and_cancel(
    qtbot: QtBot, runner: TaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(task_runner, "SHOW_AFTER_MS", 0)
    window = QWidget()
    qtbot.addWidget(window)
    runner.window = window
    cancelled, reported = threading.Event(), threading.Event()
    ended: list[str] = []

    def job(progress: Progress) -> None:
        progress.report(3, 3, "Reading rows")
        reported.set()
        cancelled.wait()
        progress.report(3, 3)

    runner.run(
        job,
        title="Importing",
        on_done=lambda _: ended.append("done"),
        on_cancelled=lambda: ended.append("cancelled"),
    )
    reported.wait()

    def dialog() -> ProgressDialog:
        found = window.findChildren(ProgressDialog)
        assert found
        assert found[0].isVisible()
        return found[0]

    qtbot.waitUntil(lambda: dialog().text == "Reading rows · 3 of 3")
    dialog().close()
    assert dialog().isVisible(), "it stays until the work has stopped"
    assert "Stopping" in dialog().text
    cancelled.set()
    runner.drain()
    assert ended == ["cancelled"]
    assert QApplication.activeModalWidget() is None


def test_work_that_cannot_be_cancelled_ignores_escape(qtbot: QtBot) -> None:
    dialog = ProgressDialog("Opening", None)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.reject()
    assert dialog.isVisible()
    dialog.end()
    assert not dialog.isVisible()
