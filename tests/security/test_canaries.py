"""Planted secrets never come out: not in a report, a log, an error or a traceback."""

import asyncio
import pickle
import time
import traceback

import pytest
from tests.security.support import (
    ACCOUNT,
    IP,
    KEY,
    MAIL,
    PASSPHRASE,
    SECRET,
    SECRETS,
    Echo,
    Said,
    Where,
    account,
    assert_nothing_leaked,
    config,
    encodings,
    environ,
    listening,
    scanned,
)

from readiness.config import CredentialError, load_credentials
from readiness.domain.verdict import Verdict
from readiness.exchanges.adapter import load_adapter
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.dialect import Signed
from readiness.gate.limits import Limits
from readiness.policies import load_policy
from readiness.scan.connection import connect
from readiness.scan.jobs import make_job
from readiness.simulator import Fault, OkxSimulator, rows

WHERES: list[Where] = ["message", "headers", "html", "shape", "plain"]
FIELDS = ("key", "secret", "passphrase")


@pytest.mark.parametrize("where", WHERES)
@pytest.mark.parametrize("key_too", [False, True])
def test_an_exchange_that_echoes_everything(where: Where, *, key_too: bool) -> None:
    """Whatever comes back in a message, a header, a page or a row, the scan repeats none of it."""
    sim = Echo(account(), where, key_too=key_too)
    with sim.serving():
        said = scanned(sim, Said())
    assert sim.echoed >= (1 if key_too else 20)
    assert len(said.signatures) >= sim.echoed
    assert said.report is not None
    assert said.report.verdict in (Verdict.INCOMPLETE, Verdict.REFUSED)
    assert "listening" in said.text
    said.check()


def test_the_echo_would_be_heard() -> None:
    """What the exchange says is shown, so that its silence about secrets means something."""
    sim = Echo(account(), "message")
    with sim.serving():
        said = scanned(sim, Said())
    assert "59999" in said.text
    assert "[redacted]" in said.text


def test_the_search_finds_what_it_looks_for() -> None:
    """Each encoding of each canary would be noticed, and so would somebody's address."""
    for secret in SECRETS:
        for shown in encodings(secret):
            with pytest.raises(AssertionError):
                assert_nothing_leaked(f"before {shown} after")
    for person in (IP, MAIL):
        with pytest.raises(AssertionError):
            assert_nothing_leaked(f"before {person} after")
    assert_nothing_leaked("an ordinary text about an account")


@pytest.mark.parametrize("permissions", [("read_only",), ("read_only", "trade")])
def test_an_honest_exchange(permissions: tuple[str, ...]) -> None:
    """A scan that finds something, and one that is refused, say nothing of the key."""
    owner = account(permissions=permissions)
    owner.funding("LUNC", "0.0001")
    owner.put("trade/orders-pending", rows.order())
    sim = OkxSimulator([owner], limits=False)
    with sim.serving():
        said = scanned(sim, Said())
    assert said.report is not None
    assert said.report.verdict in (Verdict.BLOCKED, Verdict.REFUSED)
    said.check()


@pytest.mark.parametrize(
    "given",
    [
        environ(secret=SECRET + "x"),
        environ(passphrase=PASSPHRASE + "x"),
        environ(key=KEY + "x"),
        environ(secret=""),
        {name: value for name, value in environ().items() if not name.endswith("PASSPHRASE")},
        {},
        environ(secret=SECRET + "\n"),
        environ(key=f"{KEY} {SECRET}"),
        environ(key=f"é{KEY}"),
        environ(passphrase=f"{PASSPHRASE}\x00"),
        environ(passphrase=f"钱{PASSPHRASE}"),
    ],
    ids=lambda given: " ".join(sorted(name.rpartition("_")[2] for name in given)) or "nothing",
)
def test_a_key_that_is_wrong(given: dict[str, str]) -> None:
    """A missing, broken or rejected part is told without any of the parts."""
    sim = OkxSimulator([account()], limits=False)
    with sim.serving():
        said = scanned(sim, Said(), given=given)
    assert said.report is None or said.report.verdict is not Verdict.READY
    said.check()


@pytest.mark.parametrize(
    "fault",
    [
        Fault.closed(),
        Fault.reset(),
        Fault.truncated(),
        Fault.corrupt_gzip(),
        Fault.empty(),
        Fault.html(),
        Fault.deep(1_000),
        Fault.status(500, f"{IP} {MAIL}"),
        Fault.redirect(f"https://evil.example/?ip={IP}"),
        Fault.error("50110", f"Your IP {IP} is not included in your API key's IP whitelist."),
        Fault.error("51024", f"blocked, ask {MAIL}"),
        Fault.too_many(None),
    ],
    ids=lambda fault: fault.name,
)
def test_an_exchange_in_trouble(fault: Fault) -> None:
    """No way to fail brings the key or somebody's address out."""
    sim = OkxSimulator([account()], limits=False)
    sim.fault("*", fault)
    with sim.serving():
        said = scanned(sim, Said())
    assert said.report is not None
    assert said.report.verdict is not Verdict.READY
    said.check()


def test_nobody_answers() -> None:
    """An address at which nothing listens is told without the key."""
    sim = OkxSimulator([account()], limits=False)
    with sim.serving():
        gone = sim.base_url
    said = scanned(sim, Said(), base_url=gone)
    assert said.report is not None
    assert said.report.verdict is Verdict.INCOMPLETE
    said.check()


def test_credentials_show_nothing() -> None:
    """Neither their repr, nor their parts, nor a copy of them gives a secret away."""
    credentials = load_credentials(
        config("http://127.0.0.1:1").accounts[ACCOUNT], FIELDS, environ()
    )
    for thing in (credentials, *vars(credentials).values()):
        assert_nothing_leaked(f"{thing!r} {thing!s} {thing}")
    with pytest.raises(Exception, match=r".") as error:
        pickle.dumps(credentials)
    assert_nothing_leaked(repr(error.value))


def test_errors_about_credentials_show_nothing() -> None:
    """A field that is missing is named; the others are not quoted, not even in the traceback."""
    for field in FIELDS:
        given = environ(**{field: ""})
        with pytest.raises(CredentialError) as error:
            load_credentials(config("http://127.0.0.1:1").accounts[ACCOUNT], FIELDS, given)
        shown = "".join(traceback.format_exception(error.value)) + repr(error.value)
        assert field in shown
        assert_nothing_leaked(shown)


def test_open_connections_show_nothing() -> None:
    """Whatever a debugger or a log would print of a session and its parts is harmless."""

    async def shown() -> list[str]:
        told = config("http://127.0.0.1:1")
        job = make_job(told.accounts[ACCOUNT], environ())
        async with connect(job, told.network, Limits(), time.time) as connection:
            parts = [job, connection, connection.session, *vars(connection.session).values()]
            return [repr(part) for part in parts] + [str(part) for part in parts]

    with listening() as heard:
        texts = asyncio.run(shown())
    assert_nothing_leaked("\n".join([*texts, *heard]))


def test_a_signed_request_shows_nothing() -> None:
    """A request that is ready to be sent can be printed without its key and signature."""
    info = EXCHANGES["okx"]
    adapter = load_adapter(info)
    key = {"key": KEY, "secret": SECRET, "passphrase": PASSPHRASE}
    dialect = adapter.make_dialect(info, "https://www.okx.com", key, load_policy("okx"))
    signed = dialect.sign(adapter.key, {}, 1_780_000_000_000)
    signature = signed.headers["OK-ACCESS-SIGN"]
    assert_nothing_leaked(f"{signed!r} {signed} {dialect!r} {dialect}", (signature,))
    in_the_url = Signed(f"https://www.okx.com/?signature={SECRET}", {})
    assert_nothing_leaked(f"{in_the_url!r} {in_the_url}")
