"""Canaries, a scan with them, and all that was said meanwhile."""

from __future__ import annotations

import base64
import html
import io
import json
import logging
import sqlite3
import traceback
import warnings
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import quote, quote_plus

import pytest
from tests.exchanges.support import VirtualTime

from readiness.config import AccountConfig, Config, Env, Network, Schedule
from readiness.config.names import env_prefix
from readiness.domain.decision import Decisions
from readiness.domain.report import AccountReport, Report
from readiness.exchanges.registry import EXCHANGES
from readiness.history import History, record
from readiness.policies import load_policy
from readiness.report.formats import FORMATS, Frame, renderer
from readiness.scan import Scanned, run, scan_accounts
from readiness.simulator.simulator import Simulator
from readiness.support.message import Message

ACCOUNT: Final = "canary"
KEY: Final = "c4naryKEY0-71f0d2b9-9e3a-tailofKEY"
SECRET: Final = "c4narySEC0+wEird/chars=and%20amp&tailofSEC"
PASSPHRASE: Final = "c4naryPAS0~with/slash+and=tailofPAS"
BASE64: Final = "c4narySEC1+wEird/chars/and/two/of/them/tailofSEC2w=="
"""A secret of an exchange that hands them out in base 64, and has them decoded before use."""
SECRETS: Final = (KEY, SECRET, PASSPHRASE, BASE64)

IP: Final = "203.0.113.77"
IP6: Final = "2001:db8:77::5150"
MAIL: Final = "somebody.else@mail.example"
PHONE: Final = "+49 151 23456789"
PERSONAL: Final = (IP, IP6, MAIL, "somebody.else", "15123456789", "151 23456789")


SIGNATURES: Final = ("OK-ACCESS-SIGN", "X-BAPI-SIGN", "KC-API-SIGN", "API-Sign", "Authent")
"""Headers with a signature, at whichever exchange; Binance has a parameter instead."""

CREDENTIALS: Final = ("OK-ACCESS", "X-MBX-APIKEY", "X-BAPI", "KC-API", "API-", "APIKEY", "AUTHENT")
"""What the names of headers begin with that say whose a request is."""


def signature_of(headers: Mapping[str, str], url: str) -> str:
    """The signature of a request; empty if it has none."""
    found = [headers[name] for name in SIGNATURES if name in headers]
    return found[0] if found else url.partition("signature=")[2].partition("&")[0]


def encodings(secret: str) -> Iterator[str]:
    """Every way in which a secret could come out."""
    raw = secret.encode()
    yield from (secret, secret[::-1], secret[:8], secret[-8:])
    yield from (quote(secret, safe=""), quote(secret), quote_plus(secret), html.escape(secret))
    yield from (json.dumps(secret)[1:-1], repr(secret)[1:-1])
    yield from (raw.hex(), raw.hex().upper())
    yield from (part.rstrip("=") for part in based(raw))


def based(raw: bytes) -> Iterator[str]:
    """Both kinds of base64."""
    yield base64.b64encode(raw).decode()
    yield base64.urlsafe_b64encode(raw).decode()


def assert_nothing_leaked(text: str, signatures: tuple[str, ...] = ()) -> None:
    """No secret, no signature and nobody's address, in any encoding, anywhere in a text."""
    lowered = text.lower()
    for secret in (*SECRETS, *signatures):
        for shown in encodings(secret):
            assert shown.lower() not in lowered
    for person in PERSONAL:
        assert person not in text
        assert quote(person, safe="") not in text


@dataclass
class Said:
    """Everything that a run said, anywhere."""

    texts: list[str] = field(default_factory=list)
    report: Report | None = None
    signatures: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join(self.texts)

    def check(self) -> None:
        """Nothing of it gives anything away."""
        assert_nothing_leaked(self.text, self.signatures)


class _Ear(logging.Handler):
    """Hears every record of every logger, tracebacks included."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__(level=1)
        self.heard = heard
        self.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s %(args)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(self.format(record))
        self.heard.append(repr(record.__dict__))


@contextmanager
def listening() -> Iterator[list[str]]:
    """Whatever is logged, printed or warned about, at the lowest level there is."""
    heard: list[str] = []
    ear = _Ear(heard)
    names = ["", *logging.root.manager.loggerDict]
    loggers = [logging.getLogger(name) for name in names]
    levels = [logger.level for logger in loggers]
    out, err = io.StringIO(), io.StringIO()
    logging.root.addHandler(ear)
    for logger in loggers:
        logger.setLevel(1)
    try:
        with (
            redirect_stdout(out),
            redirect_stderr(err),
            warnings.catch_warnings(record=True) as warned,
        ):
            warnings.simplefilter("always")
            logging.getLogger("tests.security").debug("listening")
            yield heard
            heard.extend(str(warning.message) for warning in warned)
    finally:
        logging.root.removeHandler(ear)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
        heard.extend((out.getvalue(), err.getvalue()))


@contextmanager
def no_waiting() -> Iterator[None]:
    """Nobody waits for the published limits; the exchange does not enforce them either."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "Limits", VirtualTime().limits)
        yield


def parts(exchange: str) -> dict[str, str]:
    """What a key of an exchange consists of, made of canaries."""
    secret = BASE64 if EXCHANGES[exchange].ccxt_id.startswith("kraken") else SECRET
    whole = {"key": KEY, "secret": secret, "passphrase": PASSPHRASE}
    return {name: whole[name] for name in EXCHANGES[exchange].credential_fields}


def environ(exchange: str, **more: str) -> dict[str, str]:
    """The environment with the canaries in it, some of them replaced."""
    return {
        f"{env_prefix(ACCOUNT)}{name.upper()}": value
        for name, value in (parts(exchange) | more).items()
    }


def config(exchange: str, base_url: str, *, proxy: str | None = None) -> Config:
    """One account, asked once and without patience."""
    account = AccountConfig(ACCOUNT, exchange, credentials=Env(), base_url=base_url)
    return Config(
        path=Path("canary.toml"),
        accounts={ACCOUNT: account},
        network=Network(timeout=20, attempts=1, deadline=60, proxy=proxy),
        decisions=Decisions(),
        watch=Schedule(),
    )


def recorded(what: Scanned | str) -> str:
    """Everything in the files of a history once a scan, or why it failed, is recorded there."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "history.sqlite3"
        with (
            History.open(path, now=lambda: datetime(2026, 11, 23, tzinfo=UTC)) as history,
            # Who holds the file open keeps its log and its index from being cleared away.
            closing(sqlite3.connect(path)) as reader,
        ):
            reader.execute("SELECT count(*) FROM scans").fetchone()
            id_ = history.begin(ACCOUNT, "okx", "scan")
            if isinstance(what, str):
                history.fail(id_, what)
            else:
                exchange = what.report.accounts[0].exchange
                policy = load_policy(EXCHANGES[exchange].family)
                record(history, {ACCOUNT: id_}, what.report, what.snapshots, lambda _: policy)
            files = {file.name: file.read_bytes() for file in Path(folder).iterdir()}
    assert {f"history.sqlite3{part}" for part in ("", "-wal", "-shm")} == files.keys()
    assert ACCOUNT.encode() in files["history.sqlite3-wal"]
    return "\n".join(content.decode("latin-1") for content in files.values())


def to_support(account: AccountReport) -> str:
    """The message to the exchange's support."""
    info = EXCHANGES[account.exchange]
    policy = load_policy(info.family)
    return Message(account, datetime.now(UTC), policy, info.title, "0.1.0").text()


def scanned(
    exchange: str,
    sim: Simulator,
    *,
    given: Mapping[str, str] | None = None,
    base_url: str = "",
) -> Said:
    """Scan, draw the report in every format, and note everything that came out of it."""
    said = Said()
    with listening() as heard, no_waiting():
        try:
            told = config(exchange, base_url or sim.base_url)
            said.texts.append(repr(told))
            scanned = scan_accounts(told, [], environ=environ(exchange) if given is None else given)
            report = scanned.report
            said.report = report
            said.texts.append(recorded(scanned))
            policies = {exchange: load_policy(exchange)}
            for name in FORMATS:
                said.texts.append(renderer(name)(report, Frame(policies)))
            said.texts += [repr(report), report.model_dump_json()]
            said.texts += map(to_support, report.accounts)
        except Exception as error:  # noqa: BLE001 - whatever it is, it must say nothing
            said.texts.append(recorded(str(error)))
            said.texts += traceback.format_exception(error)
            said.texts.append(repr(error))
    said.texts += heard
    return said
