"""What Bybit's policy accounts for, typed a second time from its fact sheet.

Areas, what a kind of key cannot see, the places of Bybit's own totals, and what only a person
can look at.
"""

from __future__ import annotations

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.registry import load_catalogue
from readiness.policies import load_policy

POLICY: Final = load_policy("bybit")
OFFICIAL: Final = ("bybit.com", "www.bybit.com", "bybit-exchange.github.io")

# Of a sub-account, the main account's key sees all of its funding wallet and its totals.
SEEN_FROM_ABOVE: Final = {Area.WALLET_FUNDING, Area.ACCOUNT_TOTALS}
EARN: Final = {area for area in Area if area.startswith("earn.") and area in POLICY.areas}

# Bots and copied trades show money, and never that none of them runs: no area of these two
# has to be accounted for, and a person confirms them.
TOLD_ONLY: Final = {Area.WALLET_BOTS, Area.WALLET_COPY_TRADING}


def test_what_each_kind_of_key_cannot_see() -> None:
    """A main account's key of a sub-account, and a sub-account's key of its main account."""
    of_main = {Area.SUB_ACCOUNTS, Area.TRANSFERS_WITHDRAWALS}
    assert set(POLICY.main_only.areas) == of_main
    rest = set(POLICY.areas) - SEEN_FROM_ABOVE - of_main - {Area.ACCOUNT_KEY}
    assert set(POLICY.master_blind.areas) == rest


def test_every_area_is_asked_about_and_says_where_to_clear_it() -> None:
    """No area without a request, no request without an area, a remedy for each."""
    assert {*POLICY.areas, *TOLD_ONLY} == load_catalogue("bybit").areas
    assert set(POLICY.remedies) == {*POLICY.areas, *TOLD_ONLY} - {Area.ACCOUNT_KEY}
    assert set(POLICY.sources) <= {*POLICY.areas, *TOLD_ONLY}


WALLETS: Final = {
    # The overview's account types.
    "FundingAccount": {Area.WALLET_FUNDING},
    "UnifiedTradingAccount": {Area.WALLET_TRADING},
    "Earn": EARN,
    "TradingBot": {Area.WALLET_BOTS},
    "CopyTrading": {Area.WALLET_COPY_TRADING},
    "Launchpool": {Area.EARN_OTHER},
    "PayLater": set(),
    "BybitPayLater": set(),
    "TradFi": set(),
    "MarginStakedSOL": set(),
    "Alpha": set(),
    "total": set(),
    # The total of crypto loans.
    "crypto loan supply": {Area.EARN_FIXED},
    # The wallets that an account is told to have.
    "ACCOUNT_TYPE_FUND": {Area.WALLET_FUNDING},
    "ACCOUNT_TYPE_UNIFIED": {Area.WALLET_TRADING},
    "ACCOUNT_TYPE_CONTRACT": {Area.WALLET_TRADING},
    "ACCOUNT_TYPE_SPOT": {Area.WALLET_TRADING},
    # The members that Bybit counts besides those that can be listed.
    "main account": set(),
    "MT4 sub-account": set(),
    "Earn vendor sub-account": EARN,
    "Earn fund sub-account": EARN,
}


def test_totals_are_held_against_the_right_areas() -> None:
    """Each place of the exchange's own valuations, once."""
    assert {entry.place: set(entry.areas) for entry in POLICY.wallets} == WALLETS
    assert len(POLICY.wallets) == len(WALLETS)
    assert all(entry.could_be for entry in POLICY.wallets)


def test_loans_in_the_overview_are_told_as_being_there() -> None:
    """Their totals are net values, which a debt and its collateral make small."""
    (loans,) = POLICY.obstacles
    assert set(loans.types) == {"CryptoLoans", "CryptoLoans_legacy"}
    assert set(loans.areas) == {Area.LOANS_FLEXIBLE, Area.LOANS_FIXED, Area.EARN_FIXED}


def test_what_a_person_has_to_look_at() -> None:
    """What has no list: products behind calls of another kind, and those with a total only."""
    assert [item.item for item in POLICY.manual] == [
        "bots-and-copy",
        "p2p",
        "fiat-orders",
        "card-and-pay",
        "alpha-and-web3",
        "tradfi",
        "other-earn",
        "event-contracts",
        "custody",
        "rewards",
        "kyc-review",
        "referral-income",
    ]


def test_everything_stands_on_an_official_page() -> None:
    """Bybit's own hosts, and nobody else's."""
    stated = (
        POLICY,
        POLICY.main_only,
        POLICY.master_blind,
        *POLICY.manual,
        *POLICY.fallbacks,
        *POLICY.obstacles,
    )
    pages = (entry.source for entry in stated if hasattr(entry, "source"))
    for page in (*pages, *POLICY.sources.values()):
        assert page.host in OFFICIAL, page
        assert page.query is None
