"""A part of an account under a key of its own: by itself, or in its parent's entry."""

from pathlib import Path

import pytest
from tests.config.support import load, refusal

WHOLE = '[accounts.main]\nexchange = "kraken"\n'
PART = '[accounts.futures]\nexchange = "kraken-futures"\n'


def check(folder: Path, text: str, line: int, key: str, *words: str) -> None:
    """A file is refused for exactly one reason."""
    (problem,) = refusal(folder, text).problems
    assert (problem.line, problem.key) == (line, key)
    for word in words:
        assert word in problem.what + problem.remedy


def test_a_part_with_its_parent(tmp_path: Path) -> None:
    """``parent`` alone makes it a part: there is no sub-account to name."""
    account = load(tmp_path, WHOLE + PART + 'parent = "main"\n').accounts["futures"]
    assert (account.parent, account.sub_account, account.is_part) == ("main", None, True)


def test_a_part_by_itself(tmp_path: Path) -> None:
    """Without a parent it is an account like any other, with a closing request of its own."""
    closure = "[accounts.futures.closure]\nrequested_on = 2026-11-23\nwait_days = 30\n"
    account = load(tmp_path, PART + 'every = "6h"\n' + closure).accounts["futures"]
    assert (account.parent, account.is_part) == (None, False)
    assert account.closure is not None


def test_an_interval_of_a_part_is_accepted(tmp_path: Path) -> None:
    """As a sub-account's: it does not count, and that is told where it would."""
    text = WHOLE + PART + 'parent = "main"\nevery = "6h"\n'
    assert load(tmp_path, text).accounts["futures"].every is not None


@pytest.mark.parametrize(
    ("lines", "line", "key", "words"),
    [
        ('sub_account = "g"\nparent = "main"', 5, "sub_account", ["no sub-account", "Kraken"]),
        ('sub_account = "g"', 5, "sub_account", ["no sub-account"]),
        ('parent = "mainn"', 5, "parent", ["there is no account", 'did you mean "main"?']),
        ('parent = "futures"', 5, "parent", ["its own parent"]),
    ],
)
def test_broken_parts(tmp_path: Path, lines: str, line: int, key: str, words: list[str]) -> None:
    """What a part may not say, with file, line and key."""
    check(tmp_path, f"{WHOLE}{PART}{lines}\n", line, f"accounts.futures.{key}", *words)


def test_a_part_of_an_account_elsewhere(tmp_path: Path) -> None:
    """Its parent is at the exchange whose part it is."""
    text = WHOLE.replace("kraken", "okx") + PART + 'parent = "main"\n'
    check(tmp_path, text, 5, "accounts.futures.parent", "OKX", "Kraken")


def test_a_part_of_a_part(tmp_path: Path) -> None:
    """A part that stands by itself is nobody's parent."""
    text = PART + PART.replace("futures]", "more]") + 'parent = "futures"\n'
    check(tmp_path, text, 5, "accounts.more.parent", "Kraken Futures", "part of an account at")


def test_a_part_of_a_sub_account(tmp_path: Path) -> None:
    """What belongs to another account is nobody's parent."""
    sub = WHOLE.replace("main", "sub") + 'parent = "main"\nsub_account = "g"\n'
    text = WHOLE + sub + PART + 'parent = "sub"\n'
    check(tmp_path, text, 9, "accounts.futures.parent", "itself belongs to")


def test_a_sub_account_of_a_part(tmp_path: Path) -> None:
    """Nor may a sub-account at the whole's exchange belong to a part."""
    text = PART + WHOLE + 'parent = "futures"\nsub_account = "g"\n'
    check(tmp_path, text, 5, "accounts.main.parent", "Kraken Futures", "same exchange")


def test_two_parts_of_one_kind(tmp_path: Path) -> None:
    """An account has one of each kind; a second key of it would be told twice."""
    second = PART.replace("futures]", "again]") + 'parent = "main"\n'
    text = f'{WHOLE}{PART}parent = "main"\n{second}'
    check(tmp_path, text, 8, "accounts.again.parent", "already has futures")


def test_parts_of_two_accounts(tmp_path: Path) -> None:
    """Each account may have its own."""
    second = WHOLE.replace("main", "other") + PART.replace("futures]", "again]")
    text = f'{WHOLE}{PART}parent = "main"\n{second}parent = "other"\n'
    assert load(tmp_path, text).accounts["again"].is_part


def test_a_closing_request_of_a_part(tmp_path: Path) -> None:
    """An account is closed as a whole, so the request stands in its own table."""
    closure = "[accounts.futures.closure]\nrequested_on = 2026-11-23\nwait_days = 30\n"
    text = WHOLE + PART + 'parent = "main"\n' + closure
    check(tmp_path, text, 6, "accounts.futures.closure", "move it to main")


def test_only_a_part_does_without_a_sub_account(tmp_path: Path) -> None:
    """At every other exchange a parent alone names nothing."""
    text = WHOLE + WHOLE.replace("main", "sub") + 'parent = "main"\n'
    check(tmp_path, text, 3, "accounts.sub.sub_account", "is missing")
