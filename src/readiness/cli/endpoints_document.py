"""The requests for programs, ``readiness.endpoints/1``: its shape, key by key.

Every key is always present; what is not known is ``null``. Keys may be added within
``/1``, none may change its meaning.

Purposes are in English in every language, as the catalogue has them.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, WithJsonSchema

from readiness.documents.parts import OPEN, Count, Part, Tool, to_text
from readiness.exchanges.catalogue import Request
from readiness.exchanges.history import HistoryList
from readiness.exchanges.interface import ExchangeInfo
from readiness.gate.route import Per, Verb

AskedBy: TypeAlias = Literal["scan", "backup"]
"""Whose gate lets a request through."""

Seconds: TypeAlias = Annotated[
    int | float, WithJsonSchema({"type": "number", "exclusiveMinimum": 0})
]


class LimitPart(Part):
    """The published limit: a budget for so many seconds."""

    count: Count = Field(description="the budget: requests, or weights where those are counted")
    seconds: Seconds = Field(description="how long it has to last")
    per: Annotated[Per, OPEN] = Field(description="whom it is counted for; more may be added")
    weight: Count = Field(description="what one request takes of it")
    shared_by: str = Field(
        description="its path, or what else names all requests that share the budget"
    )


class RequestPart(Part):
    """One request that the gate lets through."""

    id: str
    asked_by: Annotated[AskedBy, OPEN] = Field(description="what sends it; more may be added")
    verb: Verb
    hosts: tuple[str, ...] = Field(description="it is sent to one of these")
    path: str
    params: tuple[str, ...] = Field(description="the names of the parameters that it can have")
    calls: tuple[Mapping[str, str], ...] = Field(
        description="the fixed parameters of each of the calls that make it complete"
    )
    limit: LimitPart
    signed: bool
    permission: str | None = Field(description="what the key needs; null: it is public")
    areas: tuple[str, ...] = Field(description="what it shows something of")
    purpose: str
    source: str = Field(description="where the exchange documents it")
    checked: date = Field(description="the day on which that was read")


class EndpointsDocument(Part):
    """The whole answer of ``readiness endpoints``."""

    schema_: Literal["readiness.endpoints/1"] = Field(alias="schema")
    tool: Tool
    exchange: str
    hosts: tuple[str, ...]
    requests: tuple[RequestPart, ...]


def render(
    info: ExchangeInfo, requests: Iterable[tuple[AskedBy, Request | HistoryList]], version: str
) -> str:
    """All requests as JSON text, ending with a newline.

    Args:
        info: the exchange.
        requests: what it is asked, each with what asks it.
        version: the tool's version.
    """
    return to_text(
        EndpointsDocument(
            schema_="readiness.endpoints/1",
            tool=Tool(name="readiness", version=version),
            exchange=info.id,
            hosts=info.api_hosts,
            requests=tuple(_request(info, *each) for each in requests),
        )
    )


def areas_of(request: Request | HistoryList) -> tuple[str, ...]:
    """The areas that a request of a scan shows something of; history shows none."""
    return tuple(dict.fromkeys(feed.area.value for feed in getattr(request, "feeds", ())))


def _request(info: ExchangeInfo, asked_by: AskedBy, request: Request | HistoryList) -> RequestPart:
    limit = request.limit
    return RequestPart(
        id=request.id,
        asked_by=asked_by,
        verb=request.route.method,
        hosts=info.hosts_of(request.route.place),
        path=request.route.path,
        params=tuple(sorted(request.route.parameters)),
        calls=tuple(call.params for call in request.calls),
        limit=LimitPart(
            count=limit.count,
            seconds=limit.seconds,
            per=limit.per,
            weight=limit.weight,
            shared_by=limit.pool or request.route.place,
        ),
        signed=request.signed,
        permission=request.permission if request.signed else None,
        areas=areas_of(request),
        purpose=request.purpose,
        source=request.source.url,
        checked=request.source.checked,
    )
