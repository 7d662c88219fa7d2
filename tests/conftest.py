"""What all tests share: how hard hypothesis tries, what is not looked for, what interrupts.

``HYPOTHESIS_PROFILE=thorough`` tries much harder than a run by default.
"""

import gc
import os
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from zlib import crc32

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, Phase, settings

import readiness
from readiness.language.choice import of_locale

# Two workers on a busy machine are slow now and then; that is no reason to fail.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("default", _PATIENT, max_examples=30)
settings.register_profile("ci", _PATIENT, max_examples=30, derandomize=True, print_blob=True)
settings.register_profile("thorough", _PATIENT, max_examples=3_000, print_blob=True)
settings.register_profile("fuzz", _PATIENT, max_examples=3_000, print_blob=True)
# Thousands of runs that only ask whether anything fails: few examples, always the same.
settings.register_profile(
    "mutants",
    _PATIENT,
    max_examples=10,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "default")
)

# Tests read what is said in English, whatever language their user's system speaks.
os.environ.pop("READINESS_LANG", None)
if of_locale(os.environ) != "en":
    os.environ["LC_ALL"] = "C.UTF-8"

# jsonschema would spend seconds on a grammar of IRIs, and no schema here has one: without a name
# to import it goes on as if that were not installed.
sys.modules.setdefault("rfc3987_syntax", ModuleType("rfc3987_syntax"))

# A shell starts what runs in its background with this signal ignored, and programs hand that
# down: those that a test interrupts would go on for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_configure() -> None:
    """Where the wheel is tested (scripts/installed.py), nothing else may be met."""
    environment = os.environ.get("READINESS_INSTALLED")
    package = Path(readiness.__file__).resolve()
    if environment and not package.is_relative_to(Path(environment).resolve()):
        pytest.exit(f"the package is imported from {package}", returncode=3)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what a sample does not need; ``READINESS_MATRIX=full`` leaves out nothing."""
    if os.environ.get("READINESS_MATRIX") == "full":
        return
    tests = [item.nodeid.partition("[")[0] for item in items]
    cases, turns = Counter(tests), Counter[str]()
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item, test in zip(items, tests, strict=True):
        mark = item.get_closest_marker("sampled")
        every = mark.args[0] if mark else 1
        # Each test begins with another case, so no exchange is left out of all of them.
        first = crc32(test.encode()) % min(every, cases[test])
        chosen = turns[test] % every == first
        turns[test] += 1
        (kept if chosen else left_out).append(item)
    config.hook.pytest_deselected(items=left_out)
    items[:] = kept


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[None]:
    """Tests stay until the end: looking for garbage among them costs more than most of them."""
    gc.disable()
    try:
        _import_share(session.config)
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(100_000, 50, 100)
        gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """A worker tells of each test once, and not that it began, was set up, torn down and ended.

    For most tests telling takes longer than testing.
    """
    if not hasattr(item.config, "workerinput"):
        return None
    for report in runtestprotocol(item, nextitem=nextitem, log=False):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    return True


def _import_share(config: pytest.Config) -> None:
    """Import every so manieth module of tests first.

    pytest compiles them slowly and keeps what comes of it; so in a fresh clone each worker
    compiles a part, and not all of them everything at the same time.
    """
    worker = getattr(config, "workerinput", None)
    if worker is None or config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return
    first, workers = int(worker["workerid"].removeprefix("gw")), worker["workercount"]
    for path in sorted(config.rootpath.glob("tests/**/test_*.py"))[first::workers]:
        import_module(".".join(path.relative_to(config.rootpath).with_suffix("").parts))
