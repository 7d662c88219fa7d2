"""Two scopes are the same only if they are the same sub-account."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.scope import MAIN, sub_scope

names = st.one_of(
    st.text(max_size=12),
    st.lists(st.sampled_from(["sub:", "main", "SUB:", "Main", "/", "#2", ":"]), max_size=4).map(
        "".join
    ),
)


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("grid01", "grid01"),
        ("main", "sub:main"),
        ("Main", "Main"),
        ("sub:main", "sub:sub:main"),
        ("sub:grid01", "sub:sub:grid01"),
        ("main ", "main "),
        ("", ""),
    ],
)
def test_a_sub_account_is_called_as_the_exchange_calls_it(name: str, scope: str) -> None:
    """Only a name that could be taken for the main account, or for a prefixed one, is prefixed."""
    assert sub_scope(name) == scope


@given(names)
def test_no_sub_account_is_the_main_account(name: str) -> None:
    """Whatever somebody calls a sub-account, its things are never told as the main account's."""
    assert sub_scope(name) != MAIN


@given(names, names)
def test_two_sub_accounts_never_share_a_scope(one: str, other: str) -> None:
    """Different names are different scopes."""
    assert (sub_scope(one) == sub_scope(other)) == (one == other)
