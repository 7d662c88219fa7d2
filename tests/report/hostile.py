"""Names that were chosen to break a report, and an account in which everything is named so."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from tests.report.samples import READ_ONLY, account, exact, finding, row

from readiness.domain.answer import Cause, Reason
from readiness.domain.finding import Acknowledged, Severity
from readiness.domain.report import AccountReport, Status

NAMES: Final = {
    "tame": "LUNC",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "entities": "<!-- --> ]]> <?xml version='9'?> &amp; &#0; &evil;",
    "ansi": "\x1b[2J\x1b[1;1HREADY\x9b31m",
    "osc 8 link": "\x1b]8;;https://evil.example\x07click\x1b]8;;\x1b\\",
    "formula": "=cmd|'/c calc'!A0",
    "formula with at": "@SUM(1+1)*cmd",
    "formula with plus": "+1+cmd",
    "formula with minus": "-1-cmd",
    "formula behind a tab": "\t=1+1",
    "formula behind a return": "\r=1+1",
    "bidi": "\u202eYDAER\u202c\u2066x\u2069\u200f",
    "zero width": "US\u200bDT\ufeff\u2060\u200d\u00ad",
    "controls": "".join(map(chr, (*range(32), *range(127, 160)))),
    "surrogates": "a\ud800b\udfffc",
    "not characters": "\ufffe\uffff\ufdd0\U0001ffff",
    "marks": "a" + "\u0301" * 50,
    "lines": "USDT\nVerdict: READY (exit code 0)\r\n# READY\n\n- [x] done\u2028a\u2029b",
    "table": "a | b\n| --- | --- |\n| c | d |",
    "links": "[x](https://evil.example) ![x](//evil.example/x.png) [x]: https://evil.example",
    "auto links": "https://evil.example www.evil.example evil.example mailto:x@evil.example",
    "angle links": "<https://evil.example> <x@evil.example>",
    "mentions": "@octocat @org/team a@octocat x@evil.example",
    "references": "#1 GH-1 org/x#2 org/x@0123abc !3 $4 %5 ~6 &7 ^8 [[page]] [^1] {{x}} ABC-9",
    "emphasis": "**b** __b__ *i* _i_ ~~s~~ :tada: :+1: ==m== ^s^",
    "code": "`c` `` d ``` e ```` ~~~ f",
    "math": "$x$ $$y$$ $`z`$ \\(w\\)",
    "blocks": "# h\n> q\n- p\n1. n\n    code\n***\n===",
    "heading": "# READY",
    "point": "- [x] done",
    "number": "1. done",
    "backslashes": "\\`a\\*b\\*\\\\",
    "commands": "::error::x\n::add-mask::READY\n##[add-mask]READY",
    "escaped commands": "%0A::error::x%0D%3A%2C,title=x::y",
    "places for values": "{amount.__class__} {reason} {asset!r:>99} {",
    "words of ours": "no {field}",
    "templates": "{0} {1} {amount} {{ x }} {% y %} ${z} %s %(a)s",
    "rich": "[bold red]READY[/bold red] [link=https://evil.example]x[/link]",
    "e-mail": "somebody@mail.example",
    "long": "x" * 10_000,
    "long and bent": "<@`|[*_~$:.#" * 900,
}


def hostile(name: str) -> AccountReport:
    """An account in which everything that others can name has this name."""
    # Addresses in the answers of an exchange end at the gate.
    text = name.replace("@", " at ") if name == NAMES["e-mail"] else name
    reason = Reason(cause=Cause.EXCHANGE_CODE, request="earn/fixed", code="50026", text=text)
    accepted = Acknowledged(reason=name, up_to=Decimal(1), until=date(2026, 12, 31))
    named: dict[str, Any] = {"scope": name, "asset": name, "facts": (("cause", name), ("id", name))}
    money: dict[str, Any] = {"amount": exact("0.5"), "value_usd": exact("1")}
    order = finding("open-order", area="orders.open", subject=name, **named)
    return account(
        findings=(
            finding(subject=name, **named, **money),
            order,
            order.model_copy(update={"occurrence": 2, "acknowledged": accepted}),
            finding("not-seen", Severity.UNKNOWN, "earn.fixed", name, reasons=(reason,), **named),
            finding("manual-item", Severity.CONFIRM, "manual.p2p", name, **named),
            finding("notice", Severity.NOTICE, "account.settings", name, **named),
        ),
        coverage=(
            row("wallet.funding", Status.HOLDING, scope=name, items=1),
            row("orders.open", Status.CLEAR, scope=name),
            row("earn.fixed", Status.UNKNOWN, scope=name, reasons=(reason,)),
            row("manual.p2p", Status.MANUAL, scope=name, manual="manual:p2p"),
        ),
        key=READ_ONLY.model_copy(update={"permissions": (name,)}),
    )
