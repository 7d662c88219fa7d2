"""What the dialects of all exchanges have in common: ccxt signs, and nothing of it sends."""

import base64
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Final, TypeVar

from readiness.domain.policy import ErrorCode, Policy
from readiness.exchanges.catalogue import Request, WireRow
from readiness.exchanges.unplugged import unplugged
from readiness.gate.body import BadBodyError
from readiness.gate.dialect import Askable, Refusal, Rows, Signed
from readiness.gate.route import Limit
from readiness.language import message

Row = TypeVar("Row", bound=WireRow)

_CCXT_NAMES: Final = {"key": "apiKey", "secret": "secret", "passphrase": "password"}


class CcxtDialect(ABC):
    """One exchange's REST API, for one key: what does not differ between exchanges.

    An exchange says how ccxt's ``sign`` is called, how its envelope is read, and which
    headers belong to a request: ccxt adds marks of its own to some, and those stay here.
    """

    headers: ClassVar[frozenset[str]]
    """Headers that the exchange documents, in lower case; no other one is sent."""

    clock: ClassVar[Request]
    """The request that tells the exchange's time."""

    in_turn: ClassVar[bool] = False
    crowd: ClassVar[Limit | None] = None
    usage_headers: ClassVar[Sequence[str]] = ()

    def __init__(self, ccxt_id: str, credentials: Mapping[str, str], policy: Policy) -> None:
        """Prepare ccxt's class to sign with a key."""
        self._policy = policy
        self._now_ms = 0
        fields = {_CCXT_NAMES[name]: value for name, value in credentials.items()}
        self._signer = unplugged(ccxt_id)(fields)
        self._signer.nonce = lambda: self._now_ms

    def sign(self, request: Askable, params: Mapping[str, str], now_ms: int) -> Signed:
        """Build the request as the exchange wants it at this time (its clock, ms)."""
        self._now_ms = now_ms
        built = self._build(request, params)
        sent = {
            name: value
            for name, value in (built["headers"] or {}).items()
            if name.lower() in self.headers
        }
        return Signed(built["url"], sent, built["body"] or "")

    @abstractmethod
    def _build(self, request: Askable, params: Mapping[str, str]) -> Mapping[str, Any]:
        """What ccxt's ``sign`` makes of a request: ``url``, ``headers``, ``body``."""

    @abstractmethod
    def open_envelope(self, payload: Any) -> Rows | Refusal:
        """Read the outermost layer of a decoded body.

        Raises:
            BadBodyError: it is not the documented envelope.
        """

    @abstractmethod
    def clock_ms(self, rows: list[Any]) -> int:
        """The exchange's time in its answer, in milliseconds.

        Raises:
            BadBodyError: it tells no time.
        """

    def error(self, code: str) -> ErrorCode | None:
        """What the exchange documents about an error code."""
        return self._policy.error(code)


def readable_secret(credentials: Mapping[str, str]) -> dict[str, str]:
    """A key whose secret ccxt can read as base 64: another one is for the exchange to reject."""
    secret = credentials["secret"]
    try:
        base64.b64decode(secret, validate=True)
    except ValueError:
        secret = base64.b64encode(secret.encode(errors="surrogatepass")).decode()
    return {**credentials, "secret": secret}


def code_of(value: object) -> str:
    """A code as text, whether it was written as text or as a number.

    Raises:
        BadBodyError: it is neither, or empty.
    """
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not text:
        raise BadBodyError(message("no code"))
    return text


def time_in(rows: list[Any], row: type[Row], read: Callable[[Row], str]) -> int:
    """The whole number that tells the time in the first row of the clock's answer.

    Raises:
        BadBodyError: it tells no time.
    """
    try:
        return int(read(row.model_validate(rows[0])))
    except (IndexError, ValueError) as error:
        raise BadBodyError(message("no time")) from error
