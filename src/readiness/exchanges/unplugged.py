"""ccxt's classes without a way out: they build and sign requests, and can send none."""

from functools import cache
from typing import Any, NoReturn

import ccxt

from readiness.gate.transport import GateRefusedError
from readiness.language import message


def _refuse(*_: object, **__: object) -> NoReturn:
    """Stand in the place of whatever sends."""
    raise GateRefusedError(message("ccxt signs requests here, and sends none"))


class _NoSession:
    """Stands where ccxt would keep a client of its own, so that it makes none."""

    def close(self) -> None:
        """Close nothing: ccxt does that to every object that goes."""

    def __getattr__(self, name: str) -> NoReturn:
        _refuse(name)


class _Unplugged:
    """Comes before a class of ccxt: properties, so that no assignment puts back what sends."""

    @property
    def session(self) -> _NoSession:
        """What every method of ccxt ends in."""
        return _NO_SESSION

    @property
    def fetch(self) -> Any:
        """What every method of ccxt goes through."""
        return _refuse


_NO_SESSION = _NoSession()


@cache
def unplugged(ccxt_id: str) -> type[Any]:
    """A class of ccxt that raises ``GateRefusedError`` where it would send."""
    return type(ccxt_id, (_Unplugged, getattr(ccxt, ccxt_id)), {})
