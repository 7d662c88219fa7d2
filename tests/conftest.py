"""What all tests share: how hard hypothesis tries, what is not looked for, what interrupts.

``HYPOTHESIS_PROFILE=thorough`` tries much harder than a run by default.
"""

import gc
import os
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

import readiness
from readiness.language.choice import of_locale

# Two workers on a busy machine are slow now and then; that is no reason to fail.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("default", _PATIENT, max_examples=30)
settings.register_profile("ci", _PATIENT, max_examples=60, derandomize=True, print_blob=True)
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
    turns = Counter[str]()
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        mark = item.get_closest_marker("sampled")
        test = item.nodeid.partition("[")[0]
        chosen = mark is None or turns[test] % mark.args[0] == 0
        turns[test] += 1
        (kept if chosen else left_out).append(item)
    config.hook.pytest_deselected(items=left_out)
    items[:] = kept


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Tests stay until the end: looking for garbage among them costs more than most of them."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(100_000, 50, 100)
        gc.enable()
