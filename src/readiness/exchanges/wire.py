"""Field types for wire models: texts and amounts as exchanges really send them."""

from datetime import UTC, datetime
from typing import Annotated, Any, Final, TypeAlias

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel

from readiness.domain.amount import Exact, NotStated, Unreadable, read_amount
from readiness.exchanges.catalogue import WireRow
from readiness.gate.redact import Redactor

WireAmount: TypeAlias = Annotated[Exact | NotStated | Unreadable, BeforeValidator(read_amount)]


def _text(raw: Any) -> Any:
    return str(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw


WireText: TypeAlias = Annotated[str, BeforeValidator(_text)]
"""A text; an integer is read as one, since ids are sometimes sent bare."""


def _or_null(raw: Any) -> Any:
    return "" if raw is None else raw


WireNullAmount: TypeAlias = Annotated[WireAmount, BeforeValidator(_or_null)]
"""An amount for which ``null`` is documented: where it does not apply, nothing is stated."""

WireNullText: TypeAlias = Annotated[WireText, BeforeValidator(_or_null)]
"""A text for which ``null`` is documented: it is read as an empty one."""


_CLEANER: Final = Redactor()


def _words(raw: Any) -> Any:
    return _CLEANER.clean(raw) if isinstance(raw, str) else raw


WireWords: TypeAlias = Annotated[str, BeforeValidator(_words)]
"""What the exchange writes for people: somebody's address or number may stand in it."""


WireName: TypeAlias = Annotated[WireText, Field(min_length=1)]
"""A text that identifies something: without it, nothing can be asked or told apart."""


class CamelRow(WireRow):
    """A row whose wire names are camelCase."""

    model_config = ConfigDict(alias_generator=to_camel)


def mandatory(amount: Exact | NotStated | Unreadable) -> Exact | NotStated | Unreadable:
    """An amount that the exchange always states: an empty one cannot be read as nothing."""
    return Unreadable(raw="") if isinstance(amount, NotStated) else amount


def moment(milliseconds: str) -> datetime | None:
    """A timestamp in milliseconds as UTC; ``None`` when it is not one."""
    if milliseconds.isascii() and milliseconds.isdigit() and len(milliseconds) <= 14:
        return datetime.fromtimestamp(int(milliseconds) // 1000, UTC)
    return None
