"""What links say that lead to no host of the web."""

from collections.abc import Iterator
from typing import Final

from readiness.links.address import Opaque
from readiness.links.judgement import Kind, Reason
from readiness.links.signs import Alarm, Doubt, Sign, Tools, decoded
from readiness.links.signs_behind import installer_in


def opaque_signs(link: Opaque, tools: Tools) -> Iterator[Sign]:
    """What a link that leads to no host is about."""
    exchange = tools.resembling.named_in(decoded(link.rest)) or tools.resembling.named_in(
        link.scheme
    )
    words = tools.words
    for code in link.oddities:
        yield Doubt(Reason(code), exchange)
    ending = installer_in(decoded(link.rest).lower(), words)
    if link.scheme == "mailto":
        return
    if link.scheme in words.installing_schemes:
        yield from _installing(link, exchange)
    elif ending:
        yield Alarm(Kind.DOWNLOAD, Reason("installer", {"ending": ending}), exchange)
    elif link.scheme in words.running_schemes:
        yield Doubt(Reason("running-scheme", {"scheme": link.scheme}), exchange)
    elif link.scheme in words.talking_schemes:
        yield Doubt(Reason("talking-scheme", {"scheme": link.scheme}), exchange)
    else:
        yield Doubt(Reason("other-scheme", {"scheme": link.scheme}), exchange)


_BY_STORE: Final = frozenset({"itms-apps", "itms", "market"})


def _installing(link: Opaque, exchange: str | None) -> Iterator[Sign]:
    if link.scheme in _BY_STORE:
        yield Doubt(Reason("store", {"host": link.scheme}), exchange)
    else:
        reason = Reason("installing-scheme", {"scheme": link.scheme})
        yield Alarm(Kind.DOWNLOAD, reason, exchange)
