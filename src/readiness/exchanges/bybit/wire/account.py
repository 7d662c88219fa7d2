"""What the session needs, and what is said of the account as a whole."""

from typing import Annotated, Final, Self

from pydantic import ConfigDict, Field, model_validator

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText

_NOT_STATED = NotStated()

ANSWERED_AT: Final = "answeredAt"
"""Where the envelope's time stands beside an answer's object, since some answers are only
worth something if they are new."""


NOBODY: Final = frozenset({"", "0"})
"""What stands where no uid is told."""


class Clock(CamelRow):
    """``market/time``: ``timeNano`` counts in nanoseconds."""

    time_nano: WireText


class Ticker(CamelRow):
    """``market/tickers`` of the spot market: the index is in USD, and empty for some pairs."""

    symbol: WireName
    last_price: WireAmount = _NOT_STATED
    usd_index_price: WireAmount = _NOT_STATED


class KeyInfo(CamelRow):
    """``user/query-api``, with every field that it has, known or not.

    Whatever ``readOnly`` is, it is read: only a plain 1 says that the key is read-only.
    """

    model_config = ConfigDict(extra="allow")

    read_only: object = None
    permissions: dict[str, object]
    is_master: bool
    parent_uid: WireText
    user_id: WireText = Field(alias="userID")
    user_id_64: WireText = Field(alias="userIDInt64", default="")
    uta: WireText = ""

    @property
    def uid(self) -> str:
        """Whose key it is; never empty."""
        return self.user_id_64 if self.user_id in NOBODY else self.user_id

    @model_validator(mode="after")
    def _is_somebodys(self) -> Self:
        """Without an owner a copied key could not be told from another account's."""
        if self.uid in NOBODY:
            raise ValueError("the key belongs to nobody")
        return self

    def unknown_fields(self) -> dict[str, object]:
        """Fields that are not known here, by their wire names."""
        return dict(self.model_extra or {})


class AccountInfo(CamelRow):
    """``account/info``: the account's mode, and whether others copy its trades."""

    unified_margin_status: WireText
    is_master_trader: bool


class WalletTypes(CamelRow):
    """``user/get-member-type``: which wallets a main account or a sub-account has.

    Nobody is without a wallet: by an empty list none would be looked into.
    """

    uid: WireText
    account_type: Annotated[list[WireName], Field(min_length=1)]
