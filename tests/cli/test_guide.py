"""``readiness guide``: everything that a policy says about closing, with its sources."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from itertools import chain

import pytest
from tests.cli.conftest import Run, environment
from tests.published import fits

from readiness.cli.app import COMMANDS
from readiness.domain.guidance import Regional
from readiness.domain.sourced import Basis, Founded, Sourced
from readiness.exchanges.registry import EXCHANGES
from readiness.guide import wording
from readiness.guide.sections import foot
from readiness.policies import load_policy

FORMATS = ("text", "markdown")
NEAR = 600
"""Characters: between a manual item and its source stand where to look and its name."""
MARKS = re.compile(r"\\(?=[*_<>\[\]#|\\])|<br>")


def squeezed(text: str) -> str:
    """Without the spaces and lines in which a page breaks it."""
    return "".join(text.split())


def shown(run: Run, exchange: str, format_: str) -> str:
    """A guide without its line breaks and markup."""
    outcome = run("guide", exchange, "--format", format_)
    assert (outcome.code, outcome.err) == (0, "")
    return squeezed(MARKS.sub("", outcome.out))


def texts(exchange: str) -> dict[str, Sourced]:
    """Everything that holds for an exchange, by what is said of it."""
    policy = load_policy(EXCHANGES[exchange].family)
    official = policy.official
    told: dict[str, Sourced] = {
        **{entry.text: entry for entry in policy.statements},
        **{entry.text: entry for entry in policy.signs},
        **{entry.how: entry for entry in policy.channels},
        **{entry.title: entry for entry in policy.entries},
        **{item.why: item for item in policy.manual},
        **{entry.domain: entry for entry in official.domains},
        **{entry.who: entry for entry in official.namesakes},
        **{entry.id: entry for entry in official.apps},
    }
    if policy.waiting:
        told[policy.waiting.meaning] = policy.waiting
    return {
        text: entry
        for text, entry in told.items()
        if not isinstance(entry, Regional) or entry.holds_for(exchange)
    }


@pytest.mark.sampled(3)
@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("exchange", EXCHANGES)
def test_every_statement_is_shown_with_its_source(run: Run, exchange: str, format_: str) -> None:
    """Directly after what is said stand page, day and confidence; of a manual item, its name."""
    page = shown(run, exchange, format_)
    assert len(texts(exchange)) > 30
    for text, entry in texts(exchange).items():
        source = squeezed(foot(entry))
        ends = [found.end() for found in re.finditer(re.escape(squeezed(text)), page)]
        assert any(source in page[end : end + NEAR] for end in ends), text
        assert str(entry.checked) in source
        assert entry.confidence.value in source
    for item in load_policy(EXCHANGES[exchange].family).manual:
        assert f'item="{item.item}",countsfor{item.days}days' in page
        assert squeezed(item.look) in page
        assert all(area in page for area in item.covers)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("exchange", EXCHANGES)
def test_a_guide_has_its_parts_in_their_order(run: Run, exchange: str) -> None:
    """Before, during, after, what a person looks at, the tool, support, and false support."""
    page = run("guide", exchange).out
    headings = [line for line in page.splitlines() if line and not line.startswith(" ")]
    order = [*wording.STAGES.values(), wording.MANUAL, wording.TOOL, wording.CHANNELS]
    order += [wording.SIGNS, wording.OFFICIAL]
    assert headings[-len(order) :] == order
    assert EXCHANGES[exchange].title in headings[0]
    known = load_policy(EXCHANGES[exchange].family)
    there = {entry.kind for entry in known.statements if entry.holds_for(exchange)}
    assert all(f"\n  {wording.KINDS[kind]}\n" in page for kind in there)
    assert all(squeezed(advice) in squeezed(page) for advice in wording.ADVICE_POINTS)


def test_what_holds_elsewhere_is_left_out(run: Run) -> None:
    """The address of support in the US is not for an account in the EEA."""
    address = "us.support@okx.com"
    assert address in run("guide", "okx-us").out
    assert address not in run("guide", "okx-eea").out
    assert "my.okx.com" in run("guide", "okx-eea").out


def test_days_are_counted_only_where_some_are_known(run: Run) -> None:
    """For OKX 30 are taken, and it is said how little is known of them; for Binance none."""
    assert "counts 30 days unless you give the number" in squeezed_lines(run("guide", "okx").out)
    assert "asks you for the number of days" in squeezed_lines(run("guide", "binance").out)


def squeezed_lines(text: str) -> str:
    """In one line."""
    return " ".join(text.split())


@pytest.mark.parametrize("basis", Basis)
def test_how_a_statement_was_read_is_told(basis: Basis) -> None:
    """A page that was read reads otherwise than a copy, a rumour, or nothing at all."""
    entry = Founded.model_validate(
        {"source": "https://a.example/", "checked": "2026-01-02", "confidence": "low"}
        | {"basis": basis}
    )
    feet = {template.format(source="https://a.example/", checked="2026-01-02", confidence="low")
            for template in wording.FEET.values()}  # fmt: skip
    assert len(feet) == len(Basis)
    assert foot(entry) in feet


@pytest.mark.parametrize("exchange", EXCHANGES)
def test_the_guide_for_programs(run: Run, exchange: str) -> None:
    """All of it as data, every entry with the four things that say how it is founded."""
    content = fits("guide", run("guide", exchange, "--format", "json").out)
    policy = load_policy(EXCHANGES[exchange].family)
    assert (content["exchange"], content["language"]) == (exchange, "en")
    here = [entry for entry in policy.statements if entry.holds_for(exchange)]
    assert [each["id"] for each in content["statements"]] == [entry.id for entry in here]
    assert [each["text"] for each in content["statements"]] == [entry.text for entry in here]
    assert [each["item"] for each in content["manual"]] == [item.item for item in policy.manual]
    days = policy.waiting.days if policy.waiting else None
    assert (content["waiting"] or {}).get("days") == days
    hosts = [entry.host for entry in policy.official.hosts if entry.holds_for(exchange)]
    assert [each["host"] for each in content["official"]["hosts"]] == hosts
    lists = [content[name] for name in ("statements", "manual", "entries", "channels", "signs")]
    lists += [*content["official"].values(), [content["waiting"]] if days else []]
    for entry in chain.from_iterable(lists):
        assert {"source", "checked", "confidence", "basis"} <= entry.keys()


def test_markdown_is_markup_only_where_it_is_meant(run: Run) -> None:
    """Headings and lists; what could be markup in a text is escaped, addresses are whole."""
    page = run("guide", "okx", "--format", "markdown").out
    assert page.startswith("# Closing an account at OKX (global)\n")
    assert page.count("\n## ") == 8
    assert "becomes a \\[\\[confirm\\]\\] entry in the configuration" in page
    for url in re.findall(r"https://\S+", page):
        assert "\\" not in url


@pytest.mark.parametrize(("name", "nearest"), [("okex", "okx"), ("Binance", "binance")])
def test_an_exchange_that_is_not_known(run: Run, name: str, nearest: str) -> None:
    """A usage error that names the nearest one, and all of them."""
    outcome = run("guide", name)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"Did you mean '{nearest}'?" in outcome.err
    assert "okx-eea" in outcome.err
    assert "Did you mean" not in run("guide", "mtgox").err


def test_commands_that_are_named_exist() -> None:
    """What the guide tells one to type."""
    named = {
        found[1]
        for sentence in (*wording.TOOL_POINTS, *wording.MANUAL_LEAD, wording.NO_WAITING)
        for found in re.finditer(r"readiness ([a-z-]+)", sentence)
    }
    assert {"scan", "backup", "closure", "support", "check-link"} <= named <= set(COMMANDS)


def test_a_guide_in_another_language(run: Run) -> None:
    """Words change; names, pages and commands do not."""
    page = run("guide", "okx", "--lang", "zh").out
    content = json.loads(run("guide", "okx", "--format", "json", "--lang", "zh").out)
    assert "注销" in page.splitlines()[0]
    assert 'item = "p2p"' in page
    assert "readiness backup ACCOUNT --to DIR" in page
    assert content["language"] == "zh"
    assert content["statements"][0]["kind"] == "prerequisite"


def test_it_starts_without_what_a_scan_needs() -> None:
    """No exchange library, no connection, no database."""
    code = (
        "import sys; from readiness.cli import main; main(['guide', 'okx']);"
        "heavy = {'ccxt', 'httpx', 'keyring', 'sqlalchemy', 'apscheduler', 'jinja2'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, check=False, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Closing an account at OKX" in done.stdout
