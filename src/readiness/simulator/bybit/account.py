"""The state of one Bybit account, to be arranged by tests, demos and rehearsals."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from readiness.simulator.bybit.holdings import Elsewhere, Funding, Unified
from readiness.simulator.numbers import Number, exact
from readiness.simulator.tables.account import Account

CLASSIC = "1"
UNIFIED = ("3", "4", "5", "6")
"""Account modes as `unifiedMarginStatus` numbers them: classic, and the unified ones."""

READ_SCOPES = (
    "ContractTrade.Order",
    "ContractTrade.Position",
    "Spot.SpotTrade",
    "Wallet.AccountTransfer",
    "Wallet.SubMemberTransfer",
    "Options.OptionsTrade",
    "Derivatives.DerivativesTrade",
    "Exchange.ExchangeHistory",
    "Earn.Earn",
)
"""What a key lists that was made for reading: `readOnly` is what keeps it from acting."""


class BybitAccount(Account):
    """A main account, or a sub-account made by `sub_account`.

    `mode` is the account's mode as `unifiedMarginStatus` numbers it: 1 classic, 3 and 4
    unified 1.0, 5 and 6 unified 2.0. A key's permissions are written `Group.Word`.

    A sub-account's `kind` is what `total-members-assets` calls its type: 1 usual, 3 trading
    bot, 4 copy trading leader, 6 custodial, 12 Earn fund. Only 1 and 6 stand in the lists of
    sub-accounts, and 12 in that of escrow.

    Attributes:
        fundings: The funding wallet by coin.
        unifieds: The unified trading account by coin.
        contracts: The separate derivatives account of older modes by coin.
        elsewhere: Money that only the overview shows.
        delayed: What risk control holds back, in USD, by coin.
        fiats: The fiat wallet by currency: total and frozen.
    """

    READING = READ_SCOPES
    MODE = "5"
    SETTINGS: ClassVar[Mapping[str, Any]] = {
        "read_only": True,
        "master_trader": False,
        "margin_mode": "REGULAR_MARGIN",
        "kind": 1,
        "stat": 0,
        "item_stats": {},
        "total_stat": 0,
    }
    """What an account can be told to do, and what it does if it is told nothing.

    read_only: what its keys say of themselves.
    master_trader: whether it leads copy trading.
    margin_mode: the margin mode.
    kind: kind of sub-account, see the class.
    stat: what its entry in `total-members-assets` says; not zero if a back end failed.
    item_stats: the same for each of its account types, such as `ACCOUNT_TYPE_FUND`.
    total_stat: the same for all members together.
    """

    def __init__(self, uid: str | None = None, **arranged: Any) -> None:
        """Open an empty account with one made-up read-only key; see `Account`."""
        super().__init__(uid, **arranged)
        self.fundings: dict[str, Funding] = {}
        self.unifieds: dict[str, Unified] = {}
        self.contracts: dict[str, Decimal] = {}
        self.elsewhere: list[Elsewhere] = []
        self.delayed: dict[str, Decimal] = {}
        self.fiats: dict[str, Funding] = {}

    def sub_account(self, name: str, *, kind: int = 1, **arranged: Any) -> Self:
        """Open a sub-account; see `Account.sub_account`.

        Args:
            name: Its name.
            kind: Its kind, see the class.
            **arranged: Number, key, permissions, mode, and fields of its row in the lists.
        """
        sub = super().sub_account(name, **arranged)
        sub.settings["kind"] = kind
        return sub

    @property
    def is_unified(self) -> bool:
        """Whether the account has a unified trading account."""
        return self.mode in UNIFIED

    def fund(self, coin: str, total: Number, *, locked: Number = 0, bonus: Number = 0) -> None:
        """Set what the funding wallet holds of a coin.

        Args:
            coin: The coin.
            total: All of it.
            locked: The part of it that cannot be transferred.
            bonus: Bonus money.
        """
        self.fundings[coin] = Funding(exact(total), exact(locked), exact(bonus))

    def unified(
        self,
        coin: str,
        wallet: Number = 0,
        *,
        fields: Mapping[str, Any] | None = None,
        **amounts: Number,
    ) -> None:
        """Set what the unified trading account holds of a coin.

        Args:
            coin: The coin.
            wallet: Wallet balance.
            fields: Fields of the answer to overwrite.
            **amounts: `locked`, `spot_borrow`, `derivatives_borrow`, `fixed_borrow`,
                `interest`, `order_im`, `position_im`, `upl`, `option_value`, `bonus`; see
                `Unified`.
        """
        given = {name: exact(amount) for name, amount in amounts.items()}
        self.unifieds[coin] = Unified(wallet=exact(wallet), fields=dict(fields or {}), **given)

    def contract(self, coin: str, amount: Number) -> None:
        """Set what the separate derivatives account of an older mode holds of a coin."""
        self.contracts[coin] = exact(amount)

    def fiat(self, currency: str, total: Number, *, frozen: Number = 0) -> None:
        """Set what the fiat wallet holds."""
        self.fiats[currency] = Funding(exact(total), exact(frozen))

    def hold(self, kind: str, coin: str, equity: Number, *, category: str = "") -> None:
        """Put money where only the overview shows it.

        Args:
            kind: `TradingBot`, `CopyTrading`, `TradFi`, `PayLater`, `Alpha`, ...
            coin: The coin.
            equity: How much; negative if it is owed.
            category: Such as `Futures Grid Bot`; empty where the kind has no categories.
        """
        self.elsewhere.append(Elsewhere(kind, category, coin, exact(equity)))

    def delay(self, coin: str, usd: Number) -> None:
        """Let risk control hold back money of a coin, in USD."""
        self.delayed[coin] = exact(usd)
