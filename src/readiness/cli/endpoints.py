"""``readiness endpoints``: every request that the tool can ever send."""

import json
from typing import TYPE_CHECKING, Any, Final

import click

from readiness.cli.streams import write_stdout
from readiness.cli.surface import stdout_surface

if TYPE_CHECKING:
    from readiness.exchanges.catalogue import Request
    from readiness.exchanges.history import HistoryList
    from readiness.exchanges.interface import ExchangeInfo
    from readiness.gate.route import Limit
    from readiness.report.formats import Surface


_NO_AREAS: Final = {
    "scan": "none: for the session's own needs",
    "backup": "none: history, for a backup",
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
        known = ", ".join(EXCHANGES)
        raise click.UsageError(f"there is no exchange {exchange!r}; supported are {known}")
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
    paper.line(f"{info.title}: {len(requests)} requests, and no other, to", "bold")
    paper.line(", ".join(f"https://{host}" for host in info.api_hosts), indent=2)
    for asked_by, request in requests:
        paper.blank()
        paper.line(f"{request.route.method} {request.route.path}", "bold")
        paper.line(f"{request.id}: {request.purpose}", indent=2)
        rows = (
            ("parameters", ", ".join(sorted(request.route.parameters)) or "none"),
            ("host", " or ".join(info.hosts_of(request.route.path))),
            ("limit", _limit(request.limit)),
            ("permission", request.permission if request.signed else "none: it is public"),
            ("areas", ", ".join(_areas(request)) or _NO_AREAS[asked_by]),
            ("source", f"{request.source.url} (read {request.source.checked})"),
        )
        for name, value in rows:
            paper.line(f"{name}: {value}", indent=4)
    return paper.finish()


def _limit(limit: "Limit") -> str:
    """A limit in words; of a weight only where the exchange counts weights."""
    budget = f"{limit.count} in {limit.seconds:g} s per {limit.per}"
    if limit.pool:
        budget = f"{budget}, shared by all of {limit.pool}"
    return f"a weight of {limit.weight} from {budget}" if limit.weight > 1 or limit.pool else budget


def _areas(request: "Request | HistoryList") -> list[str]:
    """The areas that a request of a scan shows something of; history shows none."""
    return list(dict.fromkeys(feed.area.value for feed in getattr(request, "feeds", ())))
