"""Planted secrets never come out: not in a report, a log, an error or a traceback."""

import asyncio
import pickle
import time
import traceback
from itertools import product
from typing import Any, Final

import pytest
from tests.exchanges.support import FULL
from tests.security.echo import CODE, WHERES, Echo, Where
from tests.security.subject import Subject
from tests.security.subjects import BINANCE, EACH, SUBJECTS
from tests.security.support import (
    ACCOUNT,
    IP,
    KEY,
    MAIL,
    PHONE,
    SECRET,
    SECRETS,
    assert_nothing_leaked,
    config,
    encodings,
    environ,
    listening,
    parts,
    scanned,
    signature_of,
)

from readiness.config import CredentialError, load_credentials
from readiness.domain.verdict import Verdict
from readiness.exchanges.adapter import load_adapter
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.dialect import Signed
from readiness.gate.limits import Limits
from readiness.policies import load_policy
from readiness.scan.connection import connect
from readiness.scan.jobs import make_job
from readiness.simulator import Fault


def echoes() -> list[Any]:
    """Each exchange with each place of an echo; by default every seventh."""
    whole = list(product((False, True), WHERES, SUBJECTS))
    return [
        pytest.param(subject, where, key_too, id=f"{key_too}-{where}-{subject}")
        for key_too, where, subject in (whole if FULL else whole[::7])
    ]


@pytest.mark.sampled(4)
@pytest.mark.matrix
@pytest.mark.parametrize(("subject", "where", "key_too"), echoes())
def test_an_exchange_that_echoes_everything(subject: Subject, where: Where, key_too: bool) -> None:
    """Whatever comes back in a message, a header, a page or a row, the scan repeats none of it."""
    sim = subject.served(subject.account())
    echo = Echo(sim, where, key_path=subject.key, key_too=key_too)
    with sim.serving():
        said = scanned(subject.exchange, sim)
    said.signatures = tuple(echo.signatures)
    assert echo.echoed >= (1 if key_too else subject.many // 2)
    assert len(said.signatures) >= echo.echoed
    assert said.report is not None
    assert said.report.verdict in (Verdict.INCOMPLETE, Verdict.REFUSED)
    assert "listening" in said.text
    said.check()


@pytest.mark.sampled(3)
@EACH
def test_the_echo_would_be_heard(subject: Subject) -> None:
    """What the exchange says is shown, so that its silence about secrets means something."""
    sim = subject.served(subject.account())
    Echo(sim, "message", key_path=subject.key)
    with sim.serving():
        said = scanned(subject.exchange, sim)
    assert CODE in said.text
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


@pytest.mark.sampled(3)
@EACH
@pytest.mark.parametrize("acts", [False, True], ids=["read-only", "acting"])
def test_an_honest_exchange(subject: Subject, *, acts: bool) -> None:
    """A scan that finds something, and one that is refused, say nothing of the key."""
    owner = subject.account(**(subject.acting[0] if acts else {}))
    subject.something(owner)
    sim = subject.served(owner)
    with sim.serving():
        said = scanned(subject.exchange, sim)
    assert said.report is not None
    assert said.report.verdict is (Verdict.REFUSED if acts else Verdict.BLOCKED)
    said.check()


def test_other_people_stay_unnamed() -> None:
    """Whoever else Binance names is asked about, found, and told without address or number."""
    owner = BINANCE.account()
    BINANCE.something(owner)
    sim = BINANCE.served(owner)
    sim.fault(
        "sapi/v1/managed-subaccount/fetch-future-asset",
        Fault.error("-1130", f"no data for email {MAIL} ({PHONE})"),
    )
    with sim.serving():
        said = scanned("binance", sim)
    assert said.report is not None
    (told,) = said.report.accounts
    asked = [entry for entry in sim.requests if entry.params.get("email") == MAIL]
    assert {entry.path.rpartition("/")[2] for entry in asked} == {
        "asset",
        "marginAsset",
        "fetch-future-asset",
    }
    found = {(finding.rule, finding.area) for finding in told.findings}
    assert ("sub-account-exists", "sub-accounts") in found
    assert {"loans.institutional", "transfers.p2p"} <= {area for _, area in found}
    # One's own sub-account is nobody else.
    assert "own@sub.example" in {row.scope for row in told.coverage}
    said.check()


def wrong_keys(exchange: str) -> list[dict[str, str]]:
    """Keys of which a part is missing, broken or not the right one."""
    whole = environ(exchange)
    names = [name.rpartition("_")[2].lower() for name in whole]
    return [
        *(environ(exchange, **{name: parts(exchange)[name] + "x"}) for name in names),
        environ(exchange, secret=""),
        *({n: v for n, v in whole.items() if n != left_out} for left_out in whole),
        {},
        environ(exchange, secret=SECRET + "\n"),
        environ(exchange, key=f"{KEY} {SECRET}"),
        environ(exchange, key=f"é{KEY}"),
        environ(exchange, **{names[-1]: f"{parts(exchange)[names[-1]]}\x00"}),
        environ(exchange, **{names[-1]: f"钱{parts(exchange)[names[-1]]}"}),
    ]


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("subject", "given"),
    [
        pytest.param(subject, given, id=f"{subject}:{number}")
        for subject in SUBJECTS
        for number, given in enumerate(wrong_keys(subject.exchange))
    ],
)
def test_a_key_that_is_wrong(subject: Subject, given: dict[str, str]) -> None:
    """A missing, broken or rejected part is told without any of the parts."""
    sim = subject.served(subject.account())
    with sim.serving():
        said = scanned(subject.exchange, sim, given=given)
    assert said.report is None or said.report.verdict is not Verdict.READY
    said.check()


TROUBLE: Final = (
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
    Fault.error("-2015", f"Invalid API-key, IP, or permissions, request ip: {IP}"),
    Fault.error("-1003", f"Way too much request weight used; IP {IP} banned", status=418),
    Fault.error("51024", f"blocked, ask {MAIL}"),
    Fault.too_many(None),
)
"""Every way to fail that could repeat something."""


def troubles() -> list[Any]:
    """Each exchange with each way to fail; by default each way at two of them."""
    whole = list(product(TROUBLE, SUBJECTS))
    return [
        pytest.param(subject, fault, id=f"{subject}-{fault.name}")
        for fault, subject in (whole if FULL else [*whole[::5], *whole[3::10]])
    ]


@pytest.mark.sampled(4)
@pytest.mark.matrix
@pytest.mark.parametrize(("subject", "fault"), troubles())
def test_an_exchange_in_trouble(subject: Subject, fault: Fault) -> None:
    """No way to fail brings the key or somebody's address out."""
    sim = subject.served(subject.account())
    sim.fault("*", fault)
    with sim.serving():
        said = scanned(subject.exchange, sim)
    assert said.report is not None
    assert said.report.verdict is not Verdict.READY
    said.check()


@pytest.mark.sampled(2)
@EACH
def test_nobody_answers(subject: Subject) -> None:
    """An address at which nothing listens is told without the key."""
    sim = subject.served(subject.account())
    with sim.serving():
        gone = sim.base_url
    said = scanned(subject.exchange, sim, base_url=gone)
    assert said.report is not None
    assert said.report.verdict is Verdict.INCOMPLETE
    said.check()


@EACH
def test_credentials_show_nothing(subject: Subject) -> None:
    """Neither their repr, nor their parts, nor a copy of them gives a secret away."""
    fields = EXCHANGES[subject.exchange].credential_fields
    account = config(subject.exchange, "http://127.0.0.1:1").accounts[ACCOUNT]
    credentials = load_credentials(account, fields, environ(subject.exchange))
    for thing in (credentials, *vars(credentials).values()):
        assert_nothing_leaked(f"{thing!r} {thing!s} {thing}")
    with pytest.raises(Exception, match=r".") as error:
        pickle.dumps(credentials)
    assert_nothing_leaked(repr(error.value))


@EACH
def test_errors_about_credentials_show_nothing(subject: Subject) -> None:
    """A field that is missing is named; the others are not quoted, not even in the traceback."""
    fields = EXCHANGES[subject.exchange].credential_fields
    account = config(subject.exchange, "http://127.0.0.1:1").accounts[ACCOUNT]
    for field in fields:
        with pytest.raises(CredentialError) as error:
            load_credentials(account, fields, environ(subject.exchange, **{field: ""}))
        shown = "".join(traceback.format_exception(error.value)) + repr(error.value)
        assert field in shown
        assert_nothing_leaked(shown)


@EACH
def test_open_connections_show_nothing(subject: Subject) -> None:
    """Whatever a debugger or a log would print of a session and its parts is harmless."""

    async def shown() -> list[str]:
        told = config(subject.exchange, "http://127.0.0.1:1")
        job = make_job(told.accounts[ACCOUNT], environ(subject.exchange))
        async with connect(job, told.network, Limits(), time.time) as connection:
            parts = [job, connection, connection.session, *vars(connection.session).values()]
            return [repr(part) for part in parts] + [str(part) for part in parts]

    with listening() as heard:
        texts = asyncio.run(shown())
    assert_nothing_leaked("\n".join([*texts, *heard]))


@EACH
def test_a_signed_request_shows_nothing(subject: Subject) -> None:
    """A request that is ready to be sent can be printed without its key and signature."""
    info = EXCHANGES[subject.exchange]
    adapter = load_adapter(info)
    origins = info.origins()
    addresses = Addresses({prefix: Address.of(url) for prefix, url in origins.items()})
    policy = load_policy(info.family)
    dialect = adapter.make_dialect(info, addresses, parts(subject.exchange), policy)
    signed = dialect.sign(adapter.key, {}, 1_780_000_000_000)
    signature = signature_of(signed.headers, signed.url)
    assert len(signature) > 30
    assert_nothing_leaked(f"{signed!r} {signed} {dialect!r} {dialect}", (signature,))
    in_the_url = Signed(f"https://www.okx.com/?signature={SECRET}", {})
    assert_nothing_leaked(f"{in_the_url!r} {in_the_url}")
