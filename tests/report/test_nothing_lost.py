"""Whatever a scan finds is in every format, or counted as left out there."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from html import unescape
from itertools import product
from typing import Final
from urllib.parse import unquote

import pytest
from junitparser import JUnitXml, SystemOut
from markdown_it import MarkdownIt
from tests.report.drawing import flat
from tests.report.samples import POLICIES, RULES, TIRED, finding, row
from tests.report.samples import account as sample
from tests.report.samples import report as sample_report
from tests.scan.support import bank

from readiness.cli.policies import policies_for
from readiness.domain.finding import Severity
from readiness.domain.report import Report, Status
from readiness.domain.verdict import Verdict
from readiness.language import LANGUAGES, say, speaking, translate
from readiness.report.alike import merged, reasons_of
from readiness.report.assemble import to_document
from readiness.report.document import Account, Finding
from readiness.report.formats import FORMATS, Frame, Surface, renderer
from readiness.report.groups import action_of
from readiness.report.labels import label
from readiness.report.sentences import area_title
from readiness.report.wording import github, markdown, table
from readiness.report.wording.actions import ACTION_TITLES
from readiness.simulator import Fault
from readiness.simulator.worlds import BINANCE_WORLDS, BYBIT_WORLDS, OKX_WORLDS

WORLDS: Final = {**OKX_WORLDS, **BINANCE_WORLDS, "bybit-messy": BYBIT_WORLDS["bybit-messy"]}
UNREADABLE: Final = {
    "okx-messy": ("account/positions", "finance/savings/balance", "sprd/*", "rfq/*"),
    "binance-messy": ("fapi/*", "sapi/v1/simple-earn/*", "api/v3/openOrders"),
    "bybit-messy": ("position/list", "earn/*", "order/realtime"),
}
"""What cannot be read in a second scan, so that there is something nobody could look at."""
WIDE: Final = Surface(width=20_000)
"""So wide that no sentence is broken."""
CASES: Final = (*WORLDS, *(f"{name} in part" for name in UNREADABLE))
MERGING: Final = frozenset({"table", "markdown", "html"})
"""Formats that tell areas which share a reason together."""


@cache
def scanned(case: str) -> Report:
    """A scan of one of the simulator's accounts, with nothing confirmed."""
    world, _, in_part = case.partition(" ")
    with bank({world: WORLDS[world]()}, exchange=world.partition("-")[0]) as there:
        there.confirmed = False
        for path in UNREADABLE[world] if in_part else ():
            there.sim.fault(path, Fault.html(), times=None)
        return there.scan()


def of_markdown(text: str) -> str:
    """Without its signs, and without the characters that keep a site from making links."""
    tokens = MarkdownIt().enable("table").parse(text)
    parts = [child.content for token in tokens for child in token.children or ()]
    return " ".join(parts).replace("\u200b", "")


def of_junit(text: str) -> str:
    """What is said of cases and suites."""
    suites = list(JUnitXml.fromstring(text.encode()))
    told = [result.text for suite in suites for case in suite for result in case.result]
    return "\n".join(filter(None, [*told, *(suite.child(SystemOut).text for suite in suites)]))


def of_sarif(text: str) -> str:
    """The messages of the results."""
    return "\n".join(each["message"]["text"] for each in json.loads(text)["runs"][0]["results"])


READ: Final[Mapping[str, Callable[[str], str]]] = {
    "markdown": of_markdown,
    "junit": of_junit,
    "sarif": of_sarif,
    "github": unquote,
    "html": lambda text: unescape(re.sub(r"<[^>]*>", " ", text)),
}
"""What a reader meets, in formats with signs of their own."""


def is_told(finding: Finding, account: Account, text: str, format_: str) -> bool:
    """By its sentence, or by its area where several share a reason."""
    if flat(finding.message) in text:
        return True
    reasons = {(row.area, row.scope): row.reason or "" for row in account.coverage}
    reason = reasons.get((finding.area, finding.scope), "")
    title = area_title(finding.area, None)
    return format_ in MERGING and bool(reason) and flat(reason) in text and title in text


def is_counted(missing: list[Finding], text: str, format_: str) -> bool:
    """Whether the reader is told how many findings are left out."""
    if format_ == "table" and {found.severity for found in missing} == {Severity.NOTICE}:
        return flat(say(table.MORE, {"count": str(len(missing))})) in text
    if format_ in MERGING:
        # What is for a person comes once there is a key that may be used; its number is told.
        title = translate(ACTION_TITLES[action_of(missing[0])])
        return (
            {found.severity for found in missing} == {Severity.CONFIRM}
            and translate(table.AFTER_THE_KEY) in text
            and f"{title} {len(missing)}" in re.sub(r"[()（）]", " ", text).replace("  ", " ")
        )
    return flat(say(markdown.MORE, {"count": str(len(missing))})) in text


@pytest.mark.sampled(5)
@pytest.mark.parametrize(("case", "language"), list(product(CASES, LANGUAGES)))
def test_every_finding_is_in_every_format(case: str, language: str) -> None:
    """Nothing is lost on the way from the scan to a reader."""
    report = scanned(case)
    frame = Frame(policies_for(report), WIDE)
    with speaking(language):
        (account,) = to_document(report, frame.policies, label=label).accounts
        (entry,) = json.loads(renderer("json")(report, frame))["accounts"]
        names = [found.fingerprint(account.account) for found in report.accounts[0].findings]
        assert [found["fingerprint"] for found in entry["findings"]] == names
        assert len(account.findings) == len(names)
        for format_ in FORMATS.keys() - {"json", "github"}:
            text = flat(READ.get(format_, str)(renderer(format_)(report, frame)))
            lost = [each for each in account.findings if not is_told(each, account, text, format_)]
            assert not lost or is_counted(lost, text, format_), (format_, lost)


def test_what_is_said_of_one_area_is_not_taken_together() -> None:
    """Several findings about one place differ in what they say; only areas may share a reason."""
    totals = "account.totals"
    differ = tuple(
        finding("not-seen", Severity.UNKNOWN, totals, name, reasons=(TIRED,)) for name in "abc"
    )
    entry = sample(Verdict.INCOMPLETE, differ, (row(totals, Status.UNKNOWN, reasons=(TIRED,)),))
    document = to_document(sample_report(entry), POLICIES, rules=RULES, label=label)
    (account,) = document.accounts
    assert merged(account.findings, reasons_of(account)) == ([], list(account.findings))


KINDS: Final = {
    Severity.BLOCKER: "error",
    Severity.UNKNOWN: "warning",
    Severity.CONFIRM: "warning",
    Severity.NOTICE: "notice",
}


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("case", "language"), list(product(CASES, LANGUAGES)))
def test_every_finding_is_an_annotation_or_counted(case: str, language: str) -> None:
    """With the account's verdict, of each kind ten at most, the last one with the number left."""
    report = scanned(case)
    with speaking(language):
        lines = renderer("github")(report, Frame(policies_for(report))).splitlines()
        verdict, *_ = (line.split(" ")[0] for line in lines)
        shown = Counter(line.split(" ")[0] for line in lines[:-1])
        there = Counter(f"::{KINDS[found.severity]}" for found in report.accounts[0].findings)
        there[verdict] += 1
        for kind, number in there.items():
            if number <= 10:
                assert shown[kind] == number
            else:
                more = say(github.MORE, {"count": str(number - 9)})
                assert shown[kind] == 10
                assert any(line.startswith(f"{kind} title={more}::") for line in lines)
