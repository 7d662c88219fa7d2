"""What is written into a configuration: exactly that, and no other character changes."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.config.support import EXCHANGES, TODAY

from readiness.config.edit import (
    CannotEditError,
    acknowledgement,
    closure,
    confirmation,
    no_acknowledgement,
    no_closure,
    no_confirmation,
)
from readiness.config.load import checked_config
from readiness.config.toml import parse_toml

EXAMPLE = (Path(__file__).parents[2] / "config.example.toml").read_text(encoding="utf-8")
LUNC = "okx-main/main/wallet.funding/LUNC"
DAY = date(2028, 2, 29)


def untouched(before: str, after: str) -> int:
    """How many characters at the beginning and at the end are the same."""
    start = alike(before, after)
    return start + alike(before[start:][::-1], after[start:][::-1])


def alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


# --- New entries -----------------------------------------------------------------------------


def test_a_new_entry_stands_after_the_last_of_its_kind() -> None:
    """Not at the end of the file, and above the comment of what follows."""
    text = (
        '[[confirm]] # old\naccount = "a"\nitem = "p2p"\non = 2026-11-20 # why\n\n'
        "# --- network\n[network]\ntimeout = 5\n"
    )
    assert confirmation("a", ("web3",), DAY)(text) == (
        '[[confirm]] # old\naccount = "a"\nitem = "p2p"\non = 2026-11-20 # why\n\n'
        '[[confirm]]\naccount = "a"\nitem = "web3"\non = 2028-02-29\n\n'
        "# --- network\n[network]\ntimeout = 5\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", '[[confirm]]\naccount = "a"\nitem = "p2p"\non = 2028-02-29\n'),
        ("x = 1", 'x = 1\n\n[[confirm]]\naccount = "a"\nitem = "p2p"\non = 2028-02-29\n'),
        ("x = 1\n", 'x = 1\n\n[[confirm]]\naccount = "a"\nitem = "p2p"\non = 2028-02-29\n'),
        (
            "x = 1\r\n",
            'x = 1\r\n\r\n[[confirm]]\r\naccount = "a"\r\nitem = "p2p"\r\non = 2028-02-29\r\n',
        ),
        ("confirm = []", 'confirm = [{ account = "a", item = "p2p", on = 2028-02-29 }]'),
        (
            'confirm = [ {account="b", item="p2p", on=2026-01-01}, ] # mine\n',
            'confirm = [ {account="b", item="p2p", on=2026-01-01}, '
            '{ account = "a", item = "p2p", on = 2028-02-29 }, ] # mine\n',
        ),
        (
            '  [[confirm]]\n  account = "b"\n  item = "p2p"\n  on = 2026-01-01',
            '  [[confirm]]\n  account = "b"\n  item = "p2p"\n  on = 2026-01-01\n\n'
            '  [[confirm]]\n  account = "a"\n  item = "p2p"\n  on = 2028-02-29\n',
        ),
    ],
)
def test_every_way_to_write_the_list(text: str, expected: str) -> None:
    """No list, an empty one, one in a line; line endings and indentation as they are there."""
    assert confirmation("a", ("p2p",), DAY)(text) == expected


def test_several_items_at_once() -> None:
    """One entry for each; those that are there are renewed."""
    first = confirmation("a", ("p2p",), date(2026, 1, 1))("")
    both = tomllib.loads(confirmation("a", ("web3", "p2p"), DAY)(first))
    assert [(entry["item"], entry["on"]) for entry in both["confirm"]] == [
        ("p2p", DAY),
        ("web3", DAY),
    ]


# --- Renewing --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "[[confirm]]\non   = 2026-01-01   # looked\nitem=\"p2p\"\naccount = 'a'\n# end\n",
        "confirm = [\n  # one\n  {on=2026-01-01, item = 'p2p', account = \"a\"} # two\n]\n",
        '[[confirm]]\r\naccount = "a"\r\nitem = """p2p"""\r\n"on" = 2026-01-01\r\n',
    ],
)
def test_an_entry_is_renewed_in_its_place(text: str) -> None:
    """Only the day changes: spaces, comments, order and quotes stay."""
    assert confirmation("a", ("p2p",), DAY)(text) == text.replace("2026-01-01", "2028-02-29")


def test_an_acknowledgement_is_renewed_and_gets_a_limit() -> None:
    """A key that was not there is added below the others, as they are indented."""
    text = (
        f'  [[acknowledge]]\n  until = 2026-12-31\n  fingerprint = "{LUNC}"\n'
        '  reason = "old" # yes\n\n[network]\n'
    )
    assert acknowledgement(LUNC, "new", "0.5", DAY)(text) == (
        f'  [[acknowledge]]\n  until = 2028-02-29\n  fingerprint = "{LUNC}"\n'
        '  reason = "new" # yes\n  up_to = "0.5"\n\n[network]\n'
    )


def test_of_two_entries_one_is_left() -> None:
    """A second one with another limit would go on counting beside the new decision."""
    entry = '[[acknowledge]]\nfingerprint = "{}"\nreason = "r"\nup_to = "{}"\nuntil = 2026-12-31\n'
    text = entry.format(LUNC, "1") + "\n" + entry.format("a/b/c/d", "2") + entry.format(LUNC, "9")
    data = tomllib.loads(acknowledgement(LUNC, "less", "0.1", DAY)(text))
    assert [(each["fingerprint"], each["up_to"]) for each in data["acknowledge"]] == [
        (LUNC, "0.1"),
        ("a/b/c/d", "2"),
    ]


# --- Taking back -----------------------------------------------------------------------------


def test_what_was_written_can_be_taken_back() -> None:
    """The file is again what it was."""
    for change, back in (
        (confirmation("okx-main", ("web3",), DAY), no_confirmation("okx-main", ("web3",))),
        (acknowledgement("a/b/c/d", "x", None, DAY), no_acknowledgement("a/b/c/d")),
        (closure("okx-eea", DAY, 30), no_closure("okx-eea")),
    ):
        assert change(EXAMPLE) != EXAMPLE
        assert back(change(EXAMPLE)) == EXAMPLE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[[confirm]]\naccount = "a"\nitem = "p2p"\non = 2026-01-01\n# end\n', "# end\n"),
        ('confirm = [ {account = "a", item = "p2p", on = 2026-01-01} ]\n', "confirm = [  ]\n"),
        (
            'confirm = [{account = "a", item = "p2p", on = 2026-01-01}, '
            '{account = "b", item = "p2p", on = 2026-01-01}]\n',
            'confirm = [{account = "b", item = "p2p", on = 2026-01-01}]\n',
        ),
        ('[[confirm]]\naccount = "b"\nitem = "p2p"\non = 2026-01-01\n', None),
        ("x = 1\n", None),
    ],
)
def test_taking_a_confirmation_back(text: str, expected: str | None) -> None:
    """However the list is written; where there is no such entry, nothing happens."""
    assert no_confirmation("a", ("p2p",))(text) == (text if expected is None else expected)


# --- Closing requests ------------------------------------------------------------------------

OKX = 'exchange = "okx"'
TABLE = "[accounts.a.closure]\nrequested_on = 2028-02-29\nwait_days = 30\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"[accounts.a] # mine\n{OKX}\n# every = 5\n\n[accounts.b]\n{OKX}\n",
            f"[accounts.a] # mine\n{OKX}\n# every = 5\n\n{TABLE}\n[accounts.b]\n{OKX}\n",
        ),
        (
            f"[accounts]\na = {{ {OKX} }} # mine\n",
            f"[accounts]\na = {{ {OKX}, "
            "closure = { requested_on = 2028-02-29, wait_days = 30 } } # mine\n",
        ),
        (f"accounts.a.{OKX}\n", f"accounts.a.{OKX}\n\n{TABLE}"),
    ],
)
def test_a_new_closing_request(text: str, expected: str) -> None:
    """After the account that it belongs to, however that is written."""
    assert closure("a", DAY, 30)(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"[accounts.a]\n{OKX}\nclosure = {{ requested_on = 2026-01-01, wait_days = 7 }} # x\n",
        f"[accounts.a]\n{OKX}\nclosure.requested_on = 2026-01-01\nclosure.wait_days = 7 # x\n",
        f"[accounts.a.closure]\nwait_days = 7\nrequested_on = 2026-01-01\n[accounts.a]\n{OKX}\n",
    ],
)
def test_a_closing_request_is_corrected_and_taken_back(text: str) -> None:
    """In its place; and away with it, the account itself stays."""
    corrected = text.replace("2026-01-01", "2028-02-29").replace("= 7", "= 30")
    assert closure("a", DAY, 30)(text) == corrected
    assert tomllib.loads(no_closure("a")(text)) == {"accounts": {"a": {"exchange": "okx"}}}


def test_what_cannot_be_changed_is_told_with_what_to_write() -> None:
    """An entry in the middle of a line that holds other things is left to a person."""
    text = f"[accounts]\na = {{ closure = {{requested_on = 2026-01-01, wait_days = 7}}, {OKX} }}\n"
    with pytest.raises(CannotEditError, match=r"(?s)nothing was changed.*\[accounts\.a\.closure\]"):
        no_closure("a")(text)


def test_an_account_that_is_gone_has_no_closing_request() -> None:
    """Somebody took it out of the file meanwhile."""
    for change in (closure("a", DAY, 30), no_closure("a")):
        with pytest.raises(CannotEditError, match="not there any more"):
            change("[network]\n")


# --- Properties ------------------------------------------------------------------------------

spaces = st.sampled_from(["", " ", "\t", "   "])
comments = st.sampled_from(["", " # note", "# [[confirm]]", ' #"""', " # é 😀"])
days = st.dates(date(2026, 1, 1), date(2026, 11, 20))
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
reasons = texts.filter(str.strip)
NAMES = ("okx-main", "other")
ITEMS = ("p2p", "web3-wallet", "kyc-review")


@st.composite
def entries(draw: st.DrawFn, pairs: dict[str, str], header: str) -> list[str]:
    """A table as somebody might write it."""
    indent = draw(spaces)
    lines = [f"{key}{draw(spaces)}={draw(spaces)}{value}" for key, value in pairs.items()]
    lines = [header, *draw(st.permutations(lines))]
    written = [f"{indent}{line}{draw(comments)}" for line in lines]
    more = draw(st.lists(st.sampled_from(["", "  ", "# alone"]), max_size=2))
    return [*written, *more]


@st.composite
def files(draw: st.DrawFn) -> str:
    """A configuration as somebody might have written it: every order, every line ending."""
    blocks = [draw(entries({"exchange": '"okx"'}, f"[accounts.{name}]")) for name in NAMES]
    blocks.append(draw(entries({"timeout": "10", "attempts": "3"}, "[network]")))
    looked = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(ITEMS)), unique=True))
    for account, item in looked:
        pairs = {"account": f'"{account}"', "item": f"'{item}'", "on": str(draw(days))}
        blocks.append(draw(entries(pairs, "[[confirm]]")))
    if draw(st.booleans()):
        reason = draw(st.sampled_from(['"why"', '"""a\n[[confirm]]\nb"""', "'''x''''"]))
        pairs = {"fingerprint": f'"{LUNC}"', "reason": reason, "until": "2026-12-31"}
        blocks.append(draw(entries(pairs, "[[acknowledge]]")))
    lines = [line for block in draw(st.permutations(blocks)) for line in block]
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    text = ending.join(line.replace("\n", ending) for line in lines)
    return text + draw(st.sampled_from(["", ending, ending * 2]))


def loads(text: str) -> None:
    """It is a configuration."""
    document = parse_toml(Path("readiness.toml"), text.encode())
    checked_config(document, today=TODAY, exchanges=EXCHANGES)


def by_name(data: dict[str, Any], array: str, key: Callable[[Any], object]) -> dict[object, Any]:
    return {key(entry): entry for entry in data.get(array, [])}


@given(files(), st.sampled_from(NAMES), st.sampled_from(ITEMS), days)
def test_a_confirmation_changes_nothing_else(text: str, account: str, item: str, on: date) -> None:
    """What it says and how it is written: all but the one entry is as it was."""
    loads(text)
    after = confirmation(account, (item,), on)(text)
    loads(after)
    before_data, after_data = tomllib.loads(text), tomllib.loads(after)
    old = by_name(before_data, "confirm", lambda entry: (entry["account"], entry["item"]))
    new = by_name(after_data, "confirm", lambda entry: (entry["account"], entry["item"]))
    wanted = {"account": account, "item": item, "on": on}
    assert new == {**old, (account, item): wanted}
    assert len(after_data["confirm"]) == len(new)
    before_data.pop("confirm", None)
    assert {**before_data, "confirm": after_data["confirm"]} == after_data
    renewed = (account, item) in old
    assert untouched(text, after) >= len(text) - (len("2026-11-20") if renewed else 0)
    newlines = {"\r\n"} if "\r\n" in text else {"\n"}
    assert {"\r\n" if "\r\n" in line else "\n" for line in after.splitlines(True)[:-1]} <= newlines
    assert confirmation(account, (item,), on)(after) == after


@given(files(), reasons, st.none() | st.sampled_from(["0", "0.0001", "12"]), days)
def test_any_reason_comes_back_as_it_was(
    text: str, reason: str, up_to: str | None, until: date
) -> None:
    """Quotes, line breaks, control characters, any script; renewed or new."""
    for given_reason in (reason, reason[::-1]):
        text = acknowledgement(LUNC, given_reason, up_to, until)(text)
        (entry,) = tomllib.loads(text)["acknowledge"]
        limit = {} if up_to is None else {"up_to": up_to}
        assert entry == {
            "fingerprint": LUNC,
            "reason": given_reason,
            "until": until,
            **limit,
        }
        loads(text)


@given(files(), st.sampled_from(NAMES), days, st.integers(1, 400))
def test_a_closing_request_changes_nothing_else(text: str, name: str, on: date, wait: int) -> None:
    """It is added, corrected and taken back, and the rest of the text stays."""
    with_it = closure(name, on, wait)(text)
    loads(with_it)
    assert untouched(text, with_it) >= len(text)
    corrected = closure(name, on + timedelta(days=1), wait + 1)(with_it)
    table = tomllib.loads(corrected)["accounts"][name]["closure"]
    assert table == {"requested_on": on + timedelta(days=1), "wait_days": wait + 1}
    assert tomllib.loads(no_closure(name)(corrected)) == tomllib.loads(text)


@given(files(), st.sampled_from(NAMES), st.sampled_from(ITEMS), days)
def test_taking_back_is_the_inverse(text: str, account: str, item: str, on: date) -> None:
    """What is said without the entry is what was said before it."""
    without = no_confirmation(account, (item,))(text)
    again = confirmation(account, (item,), on)(without)
    back = no_confirmation(account, (item,))(again)
    assert tomllib.loads(back) == tomllib.loads(without)
    loads(back)
