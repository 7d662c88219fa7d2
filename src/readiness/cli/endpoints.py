"""``readiness endpoints``: every request that the tool can ever send."""

import json
from typing import TYPE_CHECKING, Any, Final

import click

from readiness.cli.streams import write_stdout
from readiness.cli.surface import stdout_surface
from readiness.language import Plural, counted, either, listed, message, say, translate

if TYPE_CHECKING:
    from readiness.exchanges.catalogue import Request
    from readiness.exchanges.history import HistoryList
    from readiness.exchanges.interface import ExchangeInfo
    from readiness.gate.route import Limit
    from readiness.report.formats import Surface


_NO_AREAS: Final = {
    "scan": message("none: for the session's own needs"),
    "backup": message("none: history, for a backup"),
}


@click.command()
@click.argument("exchange")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How the list is written.",
)
def endpoints(exchange: str, format_: str) -> None:
    """Every request that can ever be sent to EXCHANGE.

    The list is the catalogue from which the gate's allow-list is made: what is not here
    is refused before a connection is opened. A scan is let ask what it needs, a backup its
    lists of history.
    """
    from readiness.exchanges.registry import EXCHANGES, load_catalogue

    if exchange not in EXCHANGES:
        raise click.UsageError(
            say(
                "there is no exchange {exchange}; supported are {known}",
                exchange=repr(exchange),
                known=listed(EXCHANGES),
            )
        )
    info = EXCHANGES[exchange]
    catalogue = load_catalogue(exchange)
    requests: list[tuple[str, Request | HistoryList]] = [
        *(("scan", request) for request in catalogue),
        *(("backup", request) for request in catalogue.names.values()),
        *(("backup", entry) for entry in catalogue.history.values()),
    ]
    if format_ == "json":
        content = {
            "exchange": info.id,
            "hosts": list(info.api_hosts),
            "requests": [as_json(info, *each) for each in requests],
        }
        write_stdout(json.dumps(content, indent=2) + "\n")
    else:
        write_stdout(as_table(info, requests, stdout_surface()))


def as_json(
    info: "ExchangeInfo", asked_by: str, request: "Request | HistoryList"
) -> dict[str, Any]:
    """One request, for programs."""
    return {
        "id": request.id,
        "asked_by": asked_by,
        "verb": request.route.method,
        "hosts": list(info.hosts_of(request.route.path)),
        "path": request.route.path,
        "params": sorted(request.route.parameters),
        "calls": [dict(call.params) for call in request.calls],
        "limit": {
            "count": request.limit.count,
            "seconds": request.limit.seconds,
            "per": request.limit.per.value,
            "weight": request.limit.weight,
            "shared_by": request.limit.pool or request.route.path,
        },
        "signed": request.signed,
        "permission": request.permission if request.signed else None,
        "areas": _areas(request),
        "purpose": request.purpose,
        "source": request.source.url,
        "checked": request.source.checked.isoformat(),
    }


def as_table(
    info: "ExchangeInfo", requests: "list[tuple[str, Request | HistoryList]]", surface: "Surface"
) -> str:
    """All requests, for people."""
    from readiness.report.paper import Paper

    paper = Paper(surface)
    paper.line(
        counted(
            Plural(
                "{exchange}: {count} request, and no other, to",
                "{exchange}: {count} requests, and no other, to",
            ),
            len(requests),
            exchange=info.title,
        ),
        "bold",
    )
    paper.line(listed(f"https://{host}" for host in info.api_hosts), indent=2)
    for asked_by, request in requests:
        paper.blank()
        paper.line(f"{request.route.method} {request.route.path}", "bold")
        purpose = translate(request.purpose)
        paper.line(say("{request}: {purpose}", request=request.id, purpose=purpose), indent=2)
        for line in _details(info, asked_by, request):
            paper.line(line, indent=4)
    return paper.finish()


def _details(
    info: "ExchangeInfo", asked_by: str, request: "Request | HistoryList"
) -> tuple[str, ...]:
    """What is to know about a request, a line for each."""
    permission = request.permission if request.signed else say("none: it is public")
    return (
        say("parameters: {names}", names=listed(sorted(request.route.parameters)) or say("none")),
        say("host: {hosts}", hosts=either(info.hosts_of(request.route.path))),
        say("limit: {limit}", limit=_limit(request.limit)),
        say("permission: {permission}", permission=permission),
        say("areas: {areas}", areas=listed(_areas(request)) or translate(_NO_AREAS[asked_by])),
        say(
            "source: {url} (read {checked})",
            url=request.source.url,
            checked=request.source.checked,
        ),
    )


def _limit(limit: "Limit") -> str:
    """A limit in words; of a weight only where the exchange counts weights."""
    budget = say(
        "{count} in {seconds} s per {per}",
        count=limit.count,
        seconds=f"{limit.seconds:g}",
        per=limit.per,
    )
    if limit.pool:
        budget = say("{budget}, shared by all of {pool}", budget=budget, pool=limit.pool)
    return (
        say("a weight of {weight} from {budget}", weight=limit.weight, budget=budget)
        if limit.weight > 1 or limit.pool
        else budget
    )


def _areas(request: "Request | HistoryList") -> list[str]:
    """The areas that a request of a scan shows something of; history shows none."""
    return list(dict.fromkeys(feed.area.value for feed in getattr(request, "feeds", ())))
