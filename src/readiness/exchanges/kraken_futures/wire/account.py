"""The key, the clock, prices, and what the account has set to act by itself."""

from typing import Any

from pydantic import Field

from readiness.domain.amount import NotStated
from readiness.exchanges.kraken.wire.moments import WireInstant
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireNullText, WireText

_NOT_STATED = NotStated()


class Clock(CamelRow):
    """Any answer below ``derivatives``: it says when it was given."""

    server_time: WireInstant


class KeyCheck(CamelRow):
    """``api-keys/v3/check``: a key, its permissions, and whose it is.

    Every permission is read, also one that is not documented yet. The number of the Kraken
    account is only there for clients of Kraken.
    """

    account_uid: WireName
    iiban: WireNullText
    permissions: dict[str, Any] = Field(min_length=1)


class Ticker(CamelRow):
    """A line of ``tickers``: a contract, or an index, which has no pair."""

    symbol: WireText = ""
    pair: WireText = ""
    index_price: WireAmount = _NOT_STATED
    mark_price: WireAmount = _NOT_STATED


class Preference(CamelRow):
    """Which positions of others are taken over."""

    contract_type: WireText
    contract: WireNullText = ""
    enabled: bool


class Participant(CamelRow):
    """A line of ``assignmentprogram/current``."""

    id: WireText
    participant: Preference
