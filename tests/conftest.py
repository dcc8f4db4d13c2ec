"""What every test stands on: no screen, no modal dialog, no settings of the person who runs it."""

import contextlib
import gc
import itertools
import os
import time
from collections import Counter
from collections.abc import Generator, Iterator

import pytest
from hypothesis import settings

from audit_desk import paths
from audit_desk.services import tool_files
from audit_desk.storage import cipher
from tests.measuring import keep_one, unmeasured
from tests.smallest_screen import use_smallest_screen

FULL = cipher._ITERATIONS
LONG = {"e2e", "gallery", "test_demo.py", "test_demo_moderation.py", "test_demo_texts.py"}
MEASURED_VALUES = 2
_HOMES = itertools.count()
_MEASURED: set[object] = set()

use_smallest_screen()
os.environ.pop("AUDIT_DESK_PASSPHRASE", None)
# Days and hours are shown as the clock on the wall has them: here the same wall for everybody.
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()
# On a busy computer the first try of a property, which reads a font or a tool, takes longer than
# a fifth of a second; what has to be quick is held to it by the benchmarks.
settings.register_profile("any-computer", deadline=None)
# What decides whether a change may land tries the same examples each time: else a rare example
# of some other rule would refuse it, and the next run would not show which.
settings.register_profile("same-each-time", deadline=None, derandomize=True)
settings.load_profile("any-computer")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings and documents of whoever runs the tests out of them, and intact."""
    # Not within tmp_path: thousands of tests that write nothing would each have a folder made.
    home = tmp_path_factory.getbasetemp() / f"home-{next(_HOMES)}"
    monkeypatch.setattr("audit_desk.paths.settings_folder", lambda: home / "settings")
    monkeypatch.setattr("audit_desk.paths.documents_folder", lambda: home / "documents")


@pytest.fixture(autouse=True, scope="session")
def _quick_keys() -> Iterator[None]:
    """Derive keys in a moment instead of a third of a second, some hundreds of times."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cipher, "_ITERATIONS", 1_000)
        yield


@pytest.fixture(autouse=True, scope="session")
def _one_look_at_the_tools() -> Iterator[None]:
    """Read the tools that come with the application once, not for each of a thousand desks."""
    ours, read = paths.resource("audit_tools"), tool_files.read_folder
    once = read(ours)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tool_files, "read_folder", lambda at: once if at == ours else read(at))
        yield


@pytest.fixture(autouse=True)
def _full_keys_where_asked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive real keys in a test marked ``full_key``: another process or program opens its file."""
    if request.node.get_closest_marker("full_key"):
        monkeypatch.setattr(cipher, "_ITERATIONS", FULL)


@pytest.hookimpl(trylast=True)
def pytest_sessionstart() -> None:
    keep_one()


def pytest_collection_finish() -> None:
    # Whole collections of the rubbish looked through each library and each test anew.
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, *gc.get_threshold()[1:])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # A property tries a hundred times what examples beside it do once, a journey passes through
    # what the tests of each room have measured, and so does the third value of one test:
    # measuring them doubles their time and finds no further line.
    values = Counter[str]()
    for item in items:
        test = item.nodeid.partition("[")[0]
        values[test] += 1
        tried_often = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        if tried_often or values[test] > MEASURED_VALUES or LONG.intersection(item.path.parts):
            item.add_marker("no_cover")


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[object], request: pytest.FixtureRequest
) -> Generator[None, object, object]:
    # A page or a register that is made for every test alike passes through the same lines.
    del request
    again = fixturedef.func in _MEASURED
    ours = fixturedef.func.__module__.startswith("tests.")
    _MEASURED.add(fixturedef.func)
    with unmeasured() if again and ours else contextlib.nullcontext():
        return (yield)


def pytest_configure(config: pytest.Config) -> None:
    # Said by Qt's screenless platform of itself, whatever the application does.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")
    # Said once, by whichever test comes first, where nobody has chosen a language.
    config.addinivalue_line("qt_log_ignore", "Detected locale")
