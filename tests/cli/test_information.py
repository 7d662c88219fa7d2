"""Commands that tell what the tool knows: doctor, endpoints, explain, exchanges."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.fakes import Check, FakeScan
from tests.cli.recorded import remembered
from tests.history.support import READY
from tests.published import fits

from readiness.exchanges.registry import EXCHANGES, load_catalogue
from readiness.history import default_path
from readiness.policies import load_policy
from readiness.rules import RULES

OK = Check("okx-main: key", "ok", "can read and nothing else")
WARNING = Check("okx-main: clock", "warning", "7 s behind", "set this computer's clock")
FAILED = Check("okx-main: credentials", "failed", "missing", "readiness keys set okx-main")


@pytest.mark.usefixtures("config")
@pytest.mark.parametrize(
    ("checks", "code"), [((OK,), 0), ((OK, WARNING), 0), ((OK, FAILED, WARNING), 11)]
)
def test_doctor_has_a_line_for_each_check_with_the_mend(
    run: Run, scan: FakeScan, checks: tuple[Check, ...], code: int
) -> None:
    """0 when nothing failed, otherwise 11."""
    scan.checks = checks
    outcome = run("doctor")
    assert outcome.code == code
    *lines, last = outcome.out.replace("\n   ", " ").splitlines()
    assert last.startswith("ok history: ")
    for line, check in zip(lines, checks, strict=True):
        assert line.startswith(check.status)
        assert check.name in line
        assert check.detail in line
        assert check.mend in line


@pytest.mark.usefixtures("clean_place")
def test_doctor_tells_a_missing_key_from_what_mends_it(run: Run) -> None:
    """As two sentences, and names the account once."""
    Path("readiness.toml").write_text(
        '[accounts.main]\nexchange = "binance"\ncredentials = "command"\n'
        'credentials_command = ["/no/such/program"]\n',
        encoding="utf-8",
    )
    told = " ".join(run("doctor").out.split())
    assert 'No such file or directory. "/no/such/program" must be a program' in told
    assert "next:" not in told


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        (lambda _: None, "ok history: {path}: no scan was recorded yet"),
        (lambda _: remembered(("a", READY)), "ok history: {path}: 1 scan"),
        (lambda path: path.write_bytes(b"x"), "warning history: {path}: it is no database. the"),
        (
            lambda path: (remembered(("a", READY)), path.chmod(0o644)),
            "warning history: {path}: others can read or write it. chmod 600 {path}",
        ),
    ],
    ids=["none", "some", "broken", "open to others"],
)
@pytest.mark.usefixtures("config", "scan")
def test_doctor_looks_at_the_history(
    run: Run, prepare: Callable[[Path], object], said: str
) -> None:
    """A line, with the mend; nothing about it fails a set-up."""
    path = default_path()
    path.parent.mkdir(parents=True)
    prepare(path)
    outcome = run("doctor")
    assert outcome.code == 0
    assert squeezed(said.format(path=path)) in squeezed(outcome.out)


def squeezed(text: str) -> str:
    """Without the spaces and lines in which a terminal breaks it."""
    return "".join(text.split())


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everything")
@pytest.mark.usefixtures("config", "scan")
def test_doctor_says_that_nothing_can_be_recorded(run: Run) -> None:
    """The file is there, and closed to whoever runs the tool."""
    remembered(("a", READY))
    default_path().chmod(0o400)
    assert squeezed("it cannot be written. give yourself") in squeezed(run("doctor").out)


def test_doctor_says_that_nothing_is_recorded(run: Run, scan: FakeScan, config: Path) -> None:
    """Because the configuration says so."""
    del scan
    config.write_text(config.read_text() + "[history]\nenabled = false\n")
    assert "ok history: switched off in the configuration" in run("doctor").out


def test_doctor_tells_what_is_wrong_with_the_configuration(run: Run, scan: FakeScan) -> None:
    """A missing or broken file is what a doctor is for: a line, and exit code 11."""
    del scan
    outcome = run("doctor")
    assert outcome.code == 11
    assert outcome.out.startswith("failed")
    assert "no configuration found" in outcome.out
    Path("readiness.toml").write_text("[accounts.x]\nexchnage = 'okx'\n", encoding="utf-8")
    assert "readiness.toml:2" in run("doctor").out.replace("\n", "").replace(" ", "")


@pytest.mark.sampled(4)
@pytest.mark.parametrize("exchange", list(EXCHANGES))
def test_endpoints_lists_the_whole_catalogue(run: Run, exchange: str) -> None:
    """Every request, for programs and for people."""
    known = load_catalogue(exchange)
    saved = [*known.names.values(), *known.history.values()]
    catalogue = [*known, *saved]
    content = fits("endpoints", run("endpoints", exchange, "--format", "json").out)
    assert content["exchange"] == exchange
    assert content["hosts"] == list(EXCHANGES[exchange].api_hosts)
    assert [entry["id"] for entry in content["requests"]] == [each.id for each in catalogue]
    keys = {"id", "verb", "path", "params", "limit", "permission", "areas", "purpose", "source"}
    asked_by = [entry["asked_by"] for entry in content["requests"]]
    assert asked_by == ["scan"] * len(list(known)) + ["backup"] * len(saved)
    assert all(keys <= set(entry) and entry["checked"] for entry in content["requests"])
    table = run("endpoints", exchange).out
    for each in catalogue:
        assert f"{each.route.method} {each.route.path}" in table


def test_endpoints_of_an_unknown_exchange_is_a_usage_error(run: Run) -> None:
    """It names those that are supported."""
    outcome = run("endpoints", "mtgox")
    assert outcome.code == 2
    assert "okx-eea" in outcome.err


def test_explain_lists_all_rules(run: Run) -> None:
    """Without a name, the list."""
    outcome = run("explain")
    assert outcome.code == 0
    assert all(rule.id in outcome.out for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_explain_tells_what_why_and_how(run: Run, rule: object) -> None:
    """Title, why it matters, how to clear it."""
    said = " ".join(run("explain", rule.id).out.split())  # type: ignore[attr-defined]
    for text in (rule.title, rule.why, rule.remedy):  # type: ignore[attr-defined]
        assert " ".join(text.split()) in said


def test_explain_of_an_unknown_rule_names_the_nearest(run: Run) -> None:
    """Exit code 2."""
    outcome = run("explain", "wallet-not-emtpy")
    assert outcome.code == 2
    assert "wallet-not-empty" in outcome.err


def test_exchanges_tells_what_is_supported_and_what_cannot_be_seen(run: Run) -> None:
    """With the day on which the facts were checked, and what a key has to be like."""
    outcome = run("exchanges")
    said = " ".join(outcome.out.split())
    assert outcome.code == 0
    for info in EXCHANGES.values():
        assert f"{info.id}: {info.title}" in said
        policy = load_policy(info.family)
        assert f"Facts checked on {policy.checked}, {policy.source}" in said
        assert all(f"{item.item}: {item.title}" in said for item in policy.manual)
        assert all(need.text in said for need in policy.key_needs)


@pytest.mark.parametrize("exchange", EXCHANGES)
def test_exchanges_tells_the_reasons_of_one(run: Run, exchange: str) -> None:
    """All hosts and areas, why something cannot be seen, and nothing of the others."""
    info = EXCHANGES[exchange]
    policy = load_policy(info.family)
    outcome = run("exchanges", exchange)
    said = " ".join(outcome.out.split())
    assert outcome.code == 0
    assert all(host in said for host in info.api_hosts)
    assert all(" ".join(f"{item.why} {item.look}".split()) in said for item in policy.manual)
    assert all(area in said for area in policy.master_blind.areas)
    parts = {other.id for other in EXCHANGES.values() if other.part_of == exchange}
    assert all(f"a part of {exchange}, under a key of its own" in said for _ in parts)
    others = set(EXCHANGES) - {exchange, info.part_of, *parts}
    assert not [name for name in others if f"{name}: " in said]


def test_exchanges_of_an_unknown_one_is_a_usage_error(run: Run) -> None:
    """It names those that are supported."""
    outcome = run("exchanges", "mtgox")
    assert outcome.code == 2
    assert "okx-eea" in outcome.err


def test_exchanges_for_programs_has_all_of_it(run: Run) -> None:
    """What people read in two ways, in one document; the published schema fits it."""
    content = fits("exchanges", run("exchanges", "--format", "json").out)
    told = {each["id"]: (part, each) for part in content["families"] for each in part["exchanges"]}
    assert set(told) == set(EXCHANGES)
    order = list(told)
    for name, info in EXCHANGES.items():
        assert not info.part_of or order.index(name) > order.index(info.part_of)
    for name, (part, each) in told.items():
        info, policy = EXCHANGES[name], load_policy(EXCHANGES[name].family)
        assert (part["family"], part["checked"]) == (info.family, str(policy.checked))
        assert (each["hosts"], each["part_of"]) == (list(info.api_hosts), info.part_of or None)
        assert [item["item"] for item in part["manual"]] == [item.item for item in policy.manual]
        assert part["areas"] == [area.value for area in policy.areas]
        for refusable in part["refusable"]:
            assert refusable["areas"] != []


def test_exchanges_tells_what_is_refused_to_ordinary_keys(run: Run) -> None:
    """A refusal that hands an area to a person is told; one that only a backup meets is not."""
    content = fits("exchanges", run("exchanges", "okx", "--format", "json").out)
    (part,) = content["families"]
    by_request = {name: entry for entry in part["refusable"] for name in entry["requests"]}
    assert by_request["p2p/order/list"]["areas"] == ["transfers.p2p"]
    assert "tradingBot/signal/orders-algo-history" not in by_request
    assert "finance/savings/balance" in by_request
    assert [each["id"] for each in part["exchanges"]] == ["okx"]
    assert "P2P orders are shown to merchants only" in run("exchanges", "okx").out
    assert "transfers.p2p" in run("exchanges").out
