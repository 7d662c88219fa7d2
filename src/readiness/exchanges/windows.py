"""The spans of time for which a list is asked, where the exchange serves no more at once."""

from typing import Final

from readiness.exchanges.paging import Windows

_DAY_MS: Final = 86_400_000


def span_params(windows: Windows, now_ms: int) -> list[dict[str, str]]:
    """The parameters of each span, from the newest to the oldest.

    A span is one millisecond shorter than the longest that may be asked for, since
    exchanges differ in whether that one is still allowed. Neighbours share the moment
    at which they touch: what happened in it must not fall between them.
    """
    length = windows.days * _DAY_MS - 1
    ends = [now_ms - number * length for number in range(windows.count)]
    return [{windows.start: str(end - length), windows.end: str(end)} for end in ends]
