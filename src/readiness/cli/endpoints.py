"""``readiness endpoints``: every request that the tool can ever send."""

from typing import TYPE_CHECKING, Final

import click

from readiness.cli.streams import write_stdout
from readiness.cli.surface import stdout_surface
from readiness.cli.version import tool_version
from readiness.language import Plural, counted, either, listed, message, say, translate

if TYPE_CHECKING:
    from readiness.cli.endpoints_document import AskedBy
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
    requests: list[tuple[AskedBy, Request | HistoryList]] = [
        *(("scan", request) for request in catalogue),
        *(("backup", request) for request in catalogue.names.values()),
        *(("backup", entry) for entry in catalogue.history.values()),
    ]
    if format_ == "json":
        from readiness.cli.endpoints_document import render

        write_stdout(render(info, requests, tool_version()))
    else:
        write_stdout(as_table(info, requests, stdout_surface()))


def as_table(
    info: "ExchangeInfo",
    requests: "list[tuple[AskedBy, Request | HistoryList]]",
    surface: "Surface",
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
            exchange=translate(info.title),
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
    info: "ExchangeInfo", asked_by: "AskedBy", request: "Request | HistoryList"
) -> tuple[str, ...]:
    """What is to know about a request, a line for each."""
    from readiness.cli.endpoints_document import areas_of

    permission = request.permission if request.signed else say("none: it is public")
    return (
        say("parameters: {names}", names=listed(sorted(request.route.parameters)) or say("none")),
        say("host: {hosts}", hosts=either(info.hosts_of(request.route.place))),
        say("limit: {limit}", limit=_limit(request.limit)),
        say("permission: {permission}", permission=permission),
        say("areas: {areas}", areas=listed(areas_of(request)) or translate(_NO_AREAS[asked_by])),
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
