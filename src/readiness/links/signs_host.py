"""What the host of a link says: whose it is, or whose it pretends to be."""

import re
from collections.abc import Iterator
from typing import Final

from readiness.links.host import DomainName, NoHost, Number, loosely_decoded
from readiness.links.judgement import Kind, Reason
from readiness.links.lookalike import How
from readiness.links.signs import Alarm, Case, Doubt, Sign
from readiness.links.skeleton import is_mixed

_CARRIED: Final = {
    How.NAME: "carries-name",
    How.LOOKS: "looks-like-name",
    How.NEAR: "near-name",
}


def host_signs(case: Case) -> Iterator[Sign]:
    """Whose host it is, or whose it pretends to be."""
    match case.address.host:
        case NoHost(code=code, text=text):
            yield from _no_host(case, code, text)
        case Number(text=text):
            yield Doubt(Reason("host-is-number", {"host": text}))
        case DomainName() as host:
            yield from _named_host(case, host)


def _no_host(case: Case, code: str, text: str) -> Iterator[Sign]:
    exchange = case.tools.resembling.named_in(text)
    if code == "host-separators" and exchange:
        yield Alarm(Kind.LOOKALIKE, Reason(code, {"host": text}), exchange)
    else:
        yield Doubt(Reason(code, {"host": text}), exchange)


def _named_host(case: Case, host: DomainName) -> Iterator[Sign]:
    for code in host.oddities:
        yield Doubt(Reason(code, {"host": host.name}))
    if case.owner is None:
        yield from _foreign_host(case, host)
    for label in host.labels:
        if is_mixed(label):
            yield Doubt(Reason("mixed-scripts", {"label": label}))


def _foreign_host(case: Case, host: DomainName) -> Iterator[Sign]:
    known, words = case.tools.known, case.tools.words
    namesake, said = known.namesake_of(host.name), known.said_of(host.name)
    service = words.services.get(host.name.removeprefix("www."))
    if namesake:
        yield Doubt(Reason("namesake", {"who": namesake[1]}), namesake[0])
    elif said:
        yield Doubt(Reason("said", {"host": host.name, "exchange": said}), said)
    elif service:
        yield _service(case, service, host)
    elif host.registered is None:
        yield Doubt(Reason("suffix", {"host": host.name}))
    else:
        yield _likeness(case, host)


def _service(case: Case, service: str, host: DomainName) -> Sign:
    """A place where anybody can leave something; an exchange's own app may be named there."""
    parts = re.split(r"[/?&=#]+", case.rest)
    title = next(
        (case.tools.known.apps[part] for part in parts if part in case.tools.known.apps), None
    )
    if service == "store" and title:
        return Doubt(Reason("store-said", {"exchange": title}), title)
    return Doubt(Reason(service, {"host": host.name}))


def _likeness(case: Case, host: DomainName) -> Sign:
    labels = [loosely_decoded(label) for label in host.own_labels]
    found = case.tools.resembling.find(labels[::-1])
    registered = host.registered or host.name
    if found is None:
        return Doubt(Reason("nothing-known", {"registered": registered}))
    values = {"exchange": found.exchange, "registered": registered, "label": found.label}
    if found.how is How.COMMON:
        return Doubt(Reason("common-word", values), found.exchange)
    return Alarm(Kind.LOOKALIKE, Reason(_CARRIED[found.how], values), found.exchange)
