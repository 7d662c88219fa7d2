"""The mutation tester has teeth, and a sample of the code's mutants is noticed by its tests."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from scripts.mutants.points import mutants_of
from scripts.mutants.table import DEFAULT, TableError, read_table

_TABLE = """
root = "."
code = "shop"
accepted = "accepted.toml"
scope = ["*.py"]

[[killers]]
modules = ["till.py"]
tests = ["test_till.py", "test_sign.py"]

[[killers]]
modules = ["loop.py"]
tests = ["test_loop.py"]

[[killers]]
modules = ["price.py"]
tests = ["test_price.py"]
"""
_CODE = """
LIMIT = 10
NAME = "till"


class Till:
    @property
    def open(self):
        return True

    def fits(self, sum):
        return sum < LIMIT
"""
_PRICE = """
from functools import cache


def priced(factor):
    def price(sum):
        return sum * factor

    return price


@cache
def rate():
    return 3


def most():
    return 9


@cache
def tax():
    return 5


DOUBLE = priced(2)
MOST = most()
"""
_TEST_PRICE = """
from shop.price import DOUBLE, MOST, rate, tax

BEFORE = rate()


def test_rate_is_told():
    assert rate()


def test_rate():
    assert rate() == 3


def test_price():
    assert DOUBLE(3) == 6


def test_tax_is_told():
    assert tax()


def test_tax():
    assert tax() == 5


def test_most():
    assert MOST == 9
"""
_LOOP = """
def rest(sum):
    while sum > 3:
        sum -= 3
    return sum
"""
_TEST_LOOP = """
from shop.loop import rest


def test_rest():
    assert rest(3) == 3
    assert rest(7) == 1
"""
_TESTS = """
from shop.till import LIMIT, Till


def test_fits():
    assert LIMIT == 10
    assert Till().fits(1)
    assert not Till().fits(20)


def test_open():
    assert Till().open
"""
_TEST_SIGN = """
from shop.till import NAME


def test_sign():
    assert NAME == "till"
"""
_EDGE = """
def test_edge():
    assert not Till().fits(10)
"""
_ACCEPTED = """
[[accepted]]
module = "till.py"
where = "Till.fits"
was = "sum < LIMIT"
becomes = "sum <= LIMIT"
reason = "the shop never asks about the limit itself"
"""


# As the suite of this project does: what is frozen, the collector does not list any more.
_FREEZES = """
import gc


def pytest_collection_finish():
    gc.freeze()
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A module whose tests leave out the limit itself."""
    (tmp_path / "shop").mkdir()
    for name, text in {
        "shop/__init__.py": "",
        "shop/till.py": _CODE,
        "shop/loop.py": _LOOP,
        "shop/price.py": _PRICE,
        "test_till.py": _TESTS,
        "test_sign.py": _TEST_SIGN,
        "test_loop.py": _TEST_LOOP,
        "test_price.py": _TEST_PRICE,
        "modules.toml": _TABLE,
        "accepted.toml": "",
        "conftest.py": _FREEZES,
        "pytest.ini": "[pytest]\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(table: Path, *more: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the tester says of a table."""
    return subprocess.run(
        [sys.executable, "-m", "scripts.mutants", "--table", str(table), *more],
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
        env={**os.environ, **environment},
        cwd=DEFAULT.parents[2],
    )


def in_shop(shop: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Without the plugins of this suite, which take longer to load than the shop to try."""
    return run(shop / "modules.toml", *more, PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")


def fates(shop: Path) -> dict[tuple[str, str], str]:
    """What has come of each change."""
    lines = (shop / ".mutants/results.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return {(each["key"][2], each["key"][3]): each["status"] for each in found}


def test_what_no_test_notices_is_told(shop: Path) -> None:
    """A weak test leaves survivors, and a stronger one none; loops that never end are stopped."""
    done = in_shop(shop)
    assert done.returncode == 1, done.stderr
    assert "shop/till.py:12 in Till.fits\n    -        return sum < LIMIT" in done.stdout
    found = fates(shop)
    survivors = {change for change, status in found.items() if status == "survived"}
    assert survivors == {("sum < LIMIT", "sum <= LIMIT")}
    assert found["sum -= 3", "sum += 3"] == "timeout"
    assert found["True", "False"] == found["10", "11"] == "killed"

    # Only a file that runs nothing of the module notices this one.
    assert found["'till'", "'till~'"] == "killed"

    (shop / "test_till.py").write_text(_TESTS + _EDGE, encoding="utf-8")
    done = in_shop(shop, "till.py")
    assert (done.returncode, set(fates(shop).values()) & {"survived"}) == (0, set()), done.stdout


def test_what_only_the_likeliest_tests_miss_is_no_survivor(shop: Path) -> None:
    """It is told, and stays untried: tests that were not run may notice it."""
    done = in_shop(shop, "till.py", "--likely")
    assert "missed: shop/till.py:3 in the module: 'till' -> 'till~'" in done.stderr
    found = fates(shop)
    assert found["10", "11"] == "killed"
    assert ("'till'", "'till~'") not in found


def test_what_lives_on_from_before_is_changed_too(shop: Path) -> None:
    """A function that was made at import, and an answer that an earlier test has left.

    What a function has answered while the module was imported lives on as well.
    """
    done = in_shop(shop, "price.py", "--quick")
    assert done.returncode == 0, done.stdout + done.stderr
    assert fates(shop) == {
        ("sum * factor", "sum // factor"): "killed",
        ("3", "4"): "killed",
        ("9", "10"): "killed",
        ("5", "6"): "killed",
    }


def test_a_listed_survivor(shop: Path) -> None:
    """It is no news; once a test notices it, or the code has changed, the list is out of date."""
    (shop / "accepted.toml").write_text(_ACCEPTED, encoding="utf-8")
    done = in_shop(shop, "till.py", "--quick")
    assert done.returncode == 0, done.stdout + done.stderr
    (shop / "test_till.py").write_text(_TESTS + _EDGE, encoding="utf-8")
    done = in_shop(shop, "till.py", "--quick")
    assert done.returncode == 1
    assert "listed as a survivor, but noticed: shop/till.py:12" in done.stdout
    code = _CODE.replace("sum < LIMIT", "LIMIT > sum")
    (shop / "shop/till.py").write_text(code, encoding="utf-8")
    done = in_shop(shop, "--summary")
    assert done.returncode == 1
    assert "listed as a survivor, but not there any more" in done.stdout


def test_tests_that_fail_by_themselves_prove_nothing(shop: Path) -> None:
    """Whatever was changed, they would fail."""
    (shop / "test_till.py").write_text(_TESTS + "\ndef test_it(): assert False", encoding="utf-8")
    done = in_shop(shop, "till.py")
    assert done.returncode == 1
    assert "fail without a mutant: test_till.py::test_it" in done.stderr


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('["till.py"]', "[]", "no tests are named for till.py"),
        ('["till.py"]', '["t*.py", "*l.py"]', r"till.py fits t\*.py and \*l.py"),
        ('["till.py"]', '["till.py", "door.py"]', "door.py, which is no module in scope"),
        ('["till.py"]', '["till.py", "till.py"]', "till.py stands in the table twice"),
        ('"test_till.py", ', '"test_door.py", ', "test_door.py, which is not there"),
    ],
)
def test_the_table_is_held_against_the_code(
    shop: Path, before: str, after: str, words: str
) -> None:
    """A module that nobody thought of is an error, and so is a name of nothing."""
    (shop / "modules.toml").write_text(_TABLE.replace(before, after), encoding="utf-8")
    with pytest.raises(TableError, match=words):
        read_table(shop / "modules.toml")


def test_a_listed_survivor_needs_a_reason(shop: Path) -> None:
    (shop / "accepted.toml").write_text(_ACCEPTED.partition("reason")[0] + 'reason = ""', "utf-8")
    with pytest.raises(TableError, match="no reason"):
        read_table(shop / "modules.toml")


def test_every_mutant_is_a_module_of_its_own() -> None:
    """All of them compile, differ from the code and have different names; the list is of them."""
    table = read_table(DEFAULT)
    for module in ("rules/parts.py", "domain/amount.py", "gate/failure.py"):
        source = table.source(module)
        found = mutants_of(module, source)
        for mutant in found:
            compile(mutant.source, module, "exec")
        assert source not in {mutant.source for mutant in found}
        assert len({mutant.key for mutant in found}) == len(found) > 20
    for key in table.accepted:
        assert key in {mutant.key for mutant in table.mutants(key[0])}


def test_a_sample_of_mutants_is_noticed(tmp_path: Path) -> None:
    """A few of the mutants of the table's slice; ``make mutants`` tries all of everything."""
    kept = tmp_path / "results.jsonl"
    done = run(DEFAULT, "--slice", "--quick", "--sample", "8", "--results", str(kept))
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(kept.read_text("utf-8").splitlines()) == 8
