"""Exchanges that repeat whatever they are sent, in every way that a careless server could."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal

from tests.security.support import (
    CREDENTIALS,
    IP,
    IP6,
    MAIL,
    PHONE,
    based,
    encodings,
    signature_of,
)

from readiness.simulator import Quirk, edits
from readiness.simulator.ask import Ask
from readiness.simulator.reply import Reply, encode
from readiness.simulator.simulator import Answer, Simulator

Where = Literal["message", "headers", "html", "shape", "plain"]
WHERES: Final[tuple[Where, ...]] = ("message", "headers", "html", "shape", "plain")

CODE: Final = "59999"
"""The error code that comes with the echo; Binance's are negative."""


class Echo:
    """Stands in an exchange's place, takes down what arrives and answers with it.

    Attributes:
        signatures: every signature that arrived.
        echoed: how many requests were answered like that.
    """

    def __init__(
        self, sim: Simulator, where: Where, *, key_path: str, key_too: bool = False
    ) -> None:
        """Answer in the place of an exchange.

        Args:
            sim: the exchange.
            where: in which part of the answer.
            key_path: the path that asks about the key: it is answered honestly, so that the
                scan goes on.
            key_too: whether that one is answered with an echo as well.
        """
        self.signatures: list[str] = []
        self.echoed = 0
        self._honest = sim.receive
        self._where = where
        self._spared = "" if key_too else f"/{key_path}"
        vars(sim)["receive"] = self._receive

    def _receive(self, ask: Ask) -> Answer:
        honest = self._honest(ask)
        signature = signature_of(ask.headers, ask.target)
        if not signature:
            return honest
        self.signatures.append(signature)
        if self._spared and ask.path.endswith(self._spared):
            return honest

        def answer(quirk: Quirk) -> Reply:
            self.echoed += 1
            return _echo(ask, self._where, honest(quirk))

        return answer


def _echo(ask: Ask, where: Where, honest: Reply) -> Reply:
    headers = dict(ask.headers)
    said = _said(headers, ask)
    code = f"-{CODE}" if "X-MBX-APIKEY" in ask.headers else CODE
    body = honest.dialect.error(code, said, 200)
    if "OK-ACCESS-KEY" in ask.headers:
        body |= {"data": [{"sCode": said[:90], "sMsg": said}]}
    if "API-Key" in ask.headers:
        # Where the text is the code, a careless server would say it all there.
        body |= {"error": [f"EEcho:{code} {said}"]}
    if "APIKey" in ask.headers:
        body |= {"error": f"{code}: {said}"}
    reply = Reply(200, encode(body), honest.dialect)
    match where:
        case "message":
            return reply
        case "headers":
            echoed = {f"X-Echo-{name}": value for name, value in headers.items()}
            return replace(reply, headers={**reply.headers, **echoed})
        case "html":
            return replace(reply, status=403, body=f"<html>{said}</html>".encode())
        case "shape":
            rows = [{said: headers, **headers}, headers, said]
            return edits.edited(edits.with_rows(rows))(honest)
        case "plain":
            return replace(reply, body=said.encode())


def _said(headers: Mapping[str, str], ask: Ask) -> str:
    values = [value for name, value in headers.items() if name.upper().startswith(CREDENTIALS)]
    values += [value for name, value in ask.query.items() if name == "signature"]
    shown = [text for value in values for text in (*encodings(value), *based(value.encode()))]
    whole = [text for text in shown if len(text) > 8]
    form = ask.body.decode()
    return f"{IP} {IP6} {MAIL} {PHONE} {ask.target} {form} {headers} {' '.join(whole)}"
