"""What a request of a catalogue is going to say: the names of its parameters."""

from __future__ import annotations

from readiness.exchanges.catalogue import Call, Request
from readiness.exchanges.paging import Capped, Newest, Numbered, One, Pages, Single, Some, Tokens


def sent_by(request: Request, call: Call) -> set[str]:
    """The parameters of one call, those of signing left out."""
    windows, loop = request.windows, request.loop
    sent = {
        *call.params,
        request.scope_parameter,
        request.since,
        *((windows.start, windows.end) if windows else ()),
        *((loop.parameter,) if loop else ()),
    }
    match request.paging_of(call):
        case Single() | One() | Some():
            pass
        case Newest(size_parameter=size) | Capped(size_parameter=size):
            sent |= {size}
        case (
            Pages(parameter=parameter, size_parameter=size)
            | Numbered(parameter=parameter, size_parameter=size)
            | Tokens(parameter=parameter, size_parameter=size)
        ):
            sent |= {parameter, size}
    return sent - {""}
