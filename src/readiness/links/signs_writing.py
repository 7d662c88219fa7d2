"""What the writing of a link says: whether every program takes it for the same."""

from collections.abc import Iterator

from readiness.links.judgement import Kind, Reason
from readiness.links.signs import Alarm, Case, Doubt, Sign, decoded, shown_host


def writing_signs(case: Case) -> Iterator[Sign]:
    """Whether every program takes the link for the same."""
    address = case.address
    if address.scheme != "https":
        code = "http" if address.scheme == "http" else "other-web-scheme"
        yield Doubt(Reason(code, {"scheme": address.scheme}))
    for code in address.oddities:
        yield Doubt(Reason(code))
    for other in address.others:
        yield from _other_reading(case, other)
    exchange = (
        case.tools.resembling.named_in(decoded(address.userinfo)) if address.userinfo else None
    )
    if exchange and not case.owner:
        values = {"exchange": exchange, "host": shown_host(address)}
        yield Alarm(Kind.LOOKALIKE, Reason("name-before-at", values), exchange)


def _other_reading(case: Case, other: str) -> Iterator[Sign]:
    """Two programs that go to two hosts, one of which bears an exchange's name."""
    exchange = case.owner or case.tools.resembling.named_in(other)
    values = {"host": shown_host(case.address), "other": other}
    if exchange:
        yield Alarm(Kind.LOOKALIKE, Reason("two-hosts", values), exchange)
    else:
        yield Doubt(Reason("two-hosts", values))
