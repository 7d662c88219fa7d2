"""What Binance's policy accounts for, typed a second time from its fact sheet.

Areas, what a kind of key cannot see, the places of Binance's own totals, and what only a
person can look at.
"""

from __future__ import annotations

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.binance.collectors import totals
from readiness.exchanges.registry import load_catalogue
from readiness.policies import load_policy

POLICY: Final = load_policy("binance")
OFFICIAL: Final = ("binance.com", "www.binance.com", "developers.binance.com")


# Section 2.13: of a sub-account, the main account's key sees all of these and nothing else.
SEEN_FROM_ABOVE: Final = {
    Area.WALLET_SPOT,
    Area.WALLET_MARGIN_CROSS,
    Area.WALLET_FUTURES_USDM,
    Area.WALLET_FUTURES_COINM,
    Area.POSITIONS_FUTURES_USDM,
    Area.POSITIONS_FUTURES_COINM,
    Area.TRANSFERS_DEPOSITS,
}


def test_what_each_kind_of_key_cannot_see() -> None:
    """A main account's key of a sub-account, and a sub-account's key of its main account."""
    of_main = {Area.SUB_ACCOUNTS, Area.LOANS_INSTITUTIONAL}
    assert set(POLICY.main_only.areas) == of_main
    rest = set(POLICY.areas) - SEEN_FROM_ABOVE - of_main - {Area.ACCOUNT_KEY}
    assert set(POLICY.master_blind.areas) == rest


def test_every_area_is_asked_about_and_says_where_to_clear_it() -> None:
    """No area without a request, no request without an area, a remedy for each."""
    assert set(POLICY.areas) == load_catalogue("binance").areas
    assert set(POLICY.remedies) == set(POLICY.areas) - {Area.ACCOUNT_KEY}
    assert set(POLICY.sources) <= set(POLICY.areas)


WALLETS: Final = {
    "Spot": {Area.WALLET_SPOT},
    "Funding": {Area.WALLET_FUNDING},
    "Cross Margin": {Area.WALLET_MARGIN_CROSS},
    "Isolated Margin": {Area.WALLET_MARGIN_ISOLATED},
    "USDⓈ-M Futures": {Area.WALLET_FUTURES_USDM},
    "USDS-M Futures": {Area.WALLET_FUTURES_USDM},
    "COIN-M Futures": {Area.WALLET_FUTURES_COINM},
    "Options": {Area.WALLET_OPTIONS},
    "Trading Bots": {Area.WALLET_BOTS},
    "Copy Trading": {Area.WALLET_COPY_TRADING},
    "Earn": {area for area in Area if area.startswith("earn.") and area in POLICY.areas},
    totals.SIMPLE_EARN: {Area.EARN_FLEXIBLE, Area.EARN_FIXED},
    totals.ON_CHAIN_YIELDS: {Area.EARN_ON_CHAIN},
    totals.DUAL_INVESTMENT: {Area.EARN_DUAL_INVESTMENT},
}
"""Row 8 of section 2: the wallets by name; and the three totals of single products."""


def test_totals_are_held_against_the_right_areas() -> None:
    """Each wallet of the exchange's own valuation, once."""
    assert {entry.place: set(entry.areas) for entry in POLICY.wallets} == WALLETS
    assert len(POLICY.wallets) == len(WALLETS)
    assert all(entry.could_be for entry in POLICY.wallets)


def test_what_a_person_has_to_look_at() -> None:
    """Section 1.3, grouped; one look at bots settles what the wallets' overview refuses."""
    assert [item.item for item in POLICY.manual] == [
        "p2p-adverts",
        "bots-and-copy",
        "card-and-pay",
        "launchpool",
        "structured-products",
        "web3-wallet",
        "mining",
        "stocks-and-block-trades",
        "custody",
        "kyc-review",
        "referral-income",
        "saved-logins",
        "tax-reports",
    ]
    covered = {area for item in POLICY.manual for area in item.covers}
    assert covered == {Area.WALLET_BOTS, Area.WALLET_COPY_TRADING, Area.COPY_TRADING}


def test_everything_stands_on_an_official_page() -> None:
    """Binance's own hosts and its own repositories, and nobody else's."""
    stated = (
        POLICY,
        POLICY.main_only,
        POLICY.master_blind,
        *POLICY.manual,
        *POLICY.fallbacks,
    )
    for page in (*(entry.source for entry in stated), *POLICY.sources.values()):
        own = page.host == "github.com" and (page.path or "").startswith("/binance/")
        assert own or page.host in OFFICIAL, page
        assert page.query is None
