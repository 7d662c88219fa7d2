"""Weighs the signs of one link."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final
from urllib.parse import unquote

from readiness.links.address import Address, Opaque, Parsed, parse
from readiness.links.host import DomainName, read_host
from readiness.links.judgement import Judgement, Kind, Official, Reason, Trap, Unknown
from readiness.links.known import Known
from readiness.links.lookalike import resembling
from readiness.links.signs import (
    Alarm,
    Case,
    Doubt,
    Remark,
    Sign,
    Tools,
    decoded,
    shown_host,
)
from readiness.links.signs_behind import download_signs, naming_signs, onward, referral_signs
from readiness.links.signs_host import host_signs
from readiness.links.signs_opaque import opaque_signs
from readiness.links.signs_writing import writing_signs
from readiness.links.tables import words

_SIGNS: Final = (host_signs, writing_signs, download_signs, referral_signs, naming_signs)
_DEEPEST: Final = 2
_MOST_ONWARD: Final = 12
_INSIDE: Final = re.compile(r"(?:https?:|//)[^\s\"'<>]+", re.IGNORECASE)


class Judge:
    """Judges links by what is known."""

    def __init__(self, known: Known) -> None:
        """Prepare the tables."""
        self.tools = Tools(known, words(), resembling())

    def judge(self, link: str, *more: Sign) -> Judgement:
        """What a link is.

        Args:
            link: the link as it stands.
            more: what the text around it says of it.
        """
        parsed = parse(link)
        signs = [*more, *self._signs(parsed, 0)]
        return _weighed(signs, self._whose(parsed))

    def _signs(self, parsed: Parsed, depth: int) -> Iterator[Sign]:
        match parsed:
            case Opaque():
                yield from opaque_signs(parsed, self.tools)
                yield from self._mail(parsed)
                text = decoded(parsed.rest)
                if depth < _DEEPEST:
                    for found in islice(_INSIDE.finditer(text), _MOST_ONWARD):
                        yield from self._target(found[0], None, depth)
            case Address():
                case = Case(parsed, self.tools)
                for sign in _SIGNS:
                    yield from sign(case)
                yield from self._onward(case, depth)

    def _onward(self, case: Case, depth: int) -> Iterator[Sign]:
        targets = tuple(islice(dict.fromkeys(onward(case)), _MOST_ONWARD + 1))
        if targets and depth >= _DEEPEST:
            yield Doubt(Reason("onward-deep"))
            return
        if len(targets) > _MOST_ONWARD:
            yield Doubt(Reason("onward-many"))
        for target in targets[:_MOST_ONWARD]:
            yield from self._target(target, case.owner, depth)

    def _target(self, target: str, owner: str | None, depth: int) -> Iterator[Sign]:
        """What an address inside the link adds."""
        parsed = parse(target)
        signs = tuple(self._signs(parsed, depth + 1))
        where = shown_host(parsed) if isinstance(parsed, Address) else f"{parsed.scheme}:"
        reason = Reason("onward", {"target": where})
        match _weighed(signs, self._whose(parsed)):
            case Trap(kind=kind, exchange=exchange, reasons=reasons):
                yield Alarm(kind, reason, exchange)
                yield Alarm(kind, reasons[0], exchange)
            case Unknown() if owner:
                yield Doubt(reason)
            case _:
                yield Remark(reason)

    def _whose(self, parsed: Parsed) -> Official | None:
        """The host's owner, if the link leads to an official host."""
        if not isinstance(parsed, Address) or not isinstance(parsed.host, DomainName):
            return None
        name = parsed.host.name
        site = self.tools.known.site_of(name)
        if site is None:
            return None
        what = self.tools.known.hosts.get(name)
        values = {"exchange": site.exchange, "host": name, "domain": site.domain}
        if what:
            return Official(site.exchange, (Reason("official-host", {**values, "what": what}),))
        return Official(site.exchange, (Reason("official-domain", values),))

    def _mail(self, link: Opaque) -> Iterator[Sign]:
        if link.scheme != "mailto":
            return
        for address in unquote(link.rest.partition("?")[0]).split(","):
            yield from self._mail_address(address.strip())

    def _mail_address(self, address: str) -> Iterator[Sign]:
        local, _, domain = address.rpartition("@")
        host = read_host(domain)
        name = host.name if isinstance(host, DomainName) else domain
        site = self.tools.known.site_of(name)
        named = self.tools.resembling.named_in(local)
        if isinstance(host, DomainName) and site:
            code = "mail-official" if site.mail else "mail-domain"
            values = {"exchange": site.exchange, "domain": site.domain}
            yield Doubt(Reason(code, values), site.exchange)
            yield from (Doubt(Reason(each, {"host": name})) for each in host.oddities)
            return
        if local and isinstance(host, DomainName):
            case = Case(parse_host(domain), self.tools)
            yield from host_signs(case)
        else:
            yield Doubt(Reason("mail-invalid", {"address": address}))
        if named:
            values = {"exchange": named, "domain": name}
            yield Alarm(Kind.LOOKALIKE, Reason("mail-name", values), named)


def parse_host(host: str) -> Address:
    """A bare host as an address."""
    return Address("https", "", read_host(host), (), "", "", "", ())


def _weighed(signs: Sequence[Sign], official: Official | None) -> Judgement:
    order = tuple(Kind)
    alarms = [sign for sign in signs if isinstance(sign, Alarm)]
    alarms.sort(key=lambda sign: order.index(sign.kind))
    doubts = [sign for sign in signs if isinstance(sign, Doubt)]
    remarks = [sign for sign in signs if isinstance(sign, Remark)]
    ordered: list[Sign] = [*alarms, *doubts, *remarks]
    known = official.reasons if official else ()
    named = (sign.exchange for sign in ordered if sign.exchange)
    exchange = next(named, official.exchange if official else None)
    reasons = tuple({sign.reason.key: sign.reason for sign in ordered}.values())
    if alarms:
        return Trap(alarms[0].kind, exchange, (*reasons, *known))
    if doubts or official is None:
        return Unknown(exchange, (*reasons, *known))
    return Official(official.exchange, (*known, *reasons))
