"""The closed list of places where something can be left behind.

The ids are the same on every exchange and part of the contract with users. A new
kind of blocker gets a new id, never an overloaded old one.
"""

from enum import StrEnum
from typing import Annotated, Final, TypeAlias

from pydantic import AfterValidator

MANUAL_PREFIX: Final = "manual."


class Area(StrEnum):
    """An area that an exchange's API may be asked about."""

    WALLET_FUNDING = "wallet.funding"
    WALLET_TRADING = "wallet.trading"
    WALLET_SPOT = "wallet.spot"
    WALLET_MARGIN_CROSS = "wallet.margin-cross"
    WALLET_MARGIN_ISOLATED = "wallet.margin-isolated"
    WALLET_FUTURES_USDM = "wallet.futures-usdm"
    WALLET_FUTURES_COINM = "wallet.futures-coinm"
    WALLET_OPTIONS = "wallet.options"
    WALLET_PORTFOLIO_MARGIN = "wallet.portfolio-margin"
    WALLET_BOTS = "wallet.bots"
    WALLET_COPY_TRADING = "wallet.copy-trading"
    WALLET_NON_TRADABLE = "wallet.non-tradable"
    WALLET_NFT = "wallet.nft"
    WALLET_FIAT = "wallet.fiat"
    WALLET_OTHER = "wallet.other"
    ORDERS_OPEN = "orders.open"
    ORDERS_ALGO = "orders.algo"
    ORDERS_MARGIN_CROSS = "orders.margin-cross"
    ORDERS_MARGIN_ISOLATED = "orders.margin-isolated"
    ORDERS_FUTURES_USDM = "orders.futures-usdm"
    ORDERS_FUTURES_COINM = "orders.futures-coinm"
    ORDERS_OPTIONS = "orders.options"
    ORDERS_PORTFOLIO_MARGIN = "orders.portfolio-margin"
    ORDERS_SPREAD = "orders.spread"
    ORDERS_RFQ = "orders.rfq"
    ORDERS_CONVERT = "orders.convert"
    POSITIONS_OPEN = "positions.open"
    POSITIONS_FUTURES_USDM = "positions.futures-usdm"
    POSITIONS_FUTURES_COINM = "positions.futures-coinm"
    POSITIONS_OPTIONS = "positions.options"
    POSITIONS_PORTFOLIO_MARGIN = "positions.portfolio-margin"
    BOTS_GRID = "bots.grid"
    BOTS_SIGNAL = "bots.signal"
    BOTS_DCA = "bots.dca"
    BOTS_RECURRING = "bots.recurring"
    COPY_TRADING = "copy-trading"
    LOANS_MARGIN = "loans.margin"
    LOANS_FLEXIBLE = "loans.flexible"
    LOANS_FIXED = "loans.fixed"
    LOANS_VIP = "loans.vip"
    LOANS_INSTITUTIONAL = "loans.institutional"
    EARN_FLEXIBLE = "earn.flexible"
    EARN_FIXED = "earn.fixed"
    EARN_ON_CHAIN = "earn.on-chain"
    EARN_STAKING_ETH = "earn.staking-eth"
    EARN_STAKING_SOL = "earn.staking-sol"
    EARN_DUAL_INVESTMENT = "earn.dual-investment"
    EARN_STABLE_REWARDS = "earn.stable-rewards"
    EARN_OKUSD = "earn.okusd"
    EARN_OTHER = "earn.other"
    TRANSFERS_DEPOSITS = "transfers.deposits"
    TRANSFERS_WITHDRAWALS = "transfers.withdrawals"
    TRANSFERS_FIAT = "transfers.fiat"
    TRANSFERS_P2P = "transfers.p2p"
    TRANSFERS_INTERNAL = "transfers.internal"
    SUB_ACCOUNTS = "sub-accounts"
    ACCOUNT_KEY = "account.key"
    ACCOUNT_SETTINGS = "account.settings"
    ACCOUNT_RESTRICTIONS = "account.restrictions"
    ACCOUNT_TOTALS = "account.totals"
    ACCOUNT_ACKNOWLEDGEMENTS = "account.acknowledgements"
    ACCOUNT_BACKUP = "account.backup"


def _known(area: str) -> str:
    if area.startswith(MANUAL_PREFIX) and area != MANUAL_PREFIX:
        return area
    return Area(area).value


AreaId: TypeAlias = Annotated[str, AfterValidator(_known)]
"""An :class:`Area` id, or ``manual.<item>`` for what only a person can look at."""


def manual_area(item: str) -> str:
    """The area id of a manual item of a policy: ``p2p`` -> ``manual.p2p``."""
    return MANUAL_PREFIX + item


def confirm_item(area: str) -> str:
    """The name under which ``[[confirm]]`` speaks of an area: ``manual.p2p`` -> ``p2p``."""
    return area.removeprefix(MANUAL_PREFIX)
