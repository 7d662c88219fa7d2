"""Strict readers, one for each format: what they cannot read, no program should have to."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import xmlschema
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.published import fits
from tests.report.html.reader import assert_nothing_runs
from tests.report.sarif_shape import Log

from readiness.language import translate
from readiness.report import json as json_format
from readiness.report.wording import table

Shape = list[str]
"""How a report is built, without the words in it."""

_OURS: Final = frozenset(
    {
        *(f"{part}_{end}" for part in ("heading", "paragraph") for end in ("open", "close")),
        *(f"{part}_{end}" for part in ("table", "thead", "tbody") for end in ("open", "close")),
        *(f"{part}_{end}" for part in ("tr", "th", "td", "strong") for end in ("open", "close")),
        *(f"{part}_list_{end}" for part in ("bullet", "ordered") for end in ("open", "close")),
        *("list_item_open", "list_item_close", "inline", "text", "code_inline"),
    }
)
_NAME: Final = re.compile(r"[\w.~%/#:+* -]+", re.ASCII)
_ALIVE: Final = re.compile(
    r"""
    @\w | (?<!\w)[#!^%&~]\w | \b(?i:gh)-\d | \w[#@]\w         # people, issues, labels, commits
    | [a-z][a-z0-9+.-]+:// | \b(?:mailto|xmpp):\w | www\.\w       # addresses
    | \w\.[^\W\d_]                                            # a host without a scheme
    | :[\w+-]+:                                               # emoji
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_markdown(text: str) -> Shape:
    """Nothing but what the report itself is made of, and no text that a site makes links of."""
    assert "$" not in text
    # Only the sentence of the report that begins so may stand in front of a line.
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = [each for token in parser.parse(text) for each in (token, *(token.children or ()))]
    assert {token.type for token in tokens} <= _OURS
    for token in tokens:
        _check(token)
    return [token.type for token in tokens if token.type != "text"]


def _check(token: Token) -> None:
    if token.type == "code_inline":
        assert _NAME.fullmatch(token.content)
    elif token.type == "text":
        assert not _ALIVE.search(token.content), token.content


def read_table(text: str) -> Shape:
    """One verdict, at its own place."""
    beginning = translate(table.RUN).partition("{")[0]
    assert text.count(f"\n{beginning}") == 1
    return []


def read_json(text: str) -> Shape:
    """As the published schema has it, and back again."""
    content = fits("report", text)
    assert text.isascii()
    assert json_format.parse(text).verdict.value == content["verdict"]
    return []


@cache
def _junit_schema() -> xmlschema.XMLSchema10:
    return xmlschema.XMLSchema10(str(Path(__file__).with_name("junit.xsd")))


def read_junit(text: str) -> Shape:
    """As the schema has it, with sums that are right and no case twice."""
    assert text.isascii()
    read: Any = _junit_schema().decode(text)
    shape: Shape = []
    names: list[tuple[str, str]] = []
    for number, suite in enumerate(read["testsuite"]):
        cases = suite["testcase"]
        assert suite["@id"] == number
        assert suite["@tests"] == len(cases)
        for result, total in (("failure", "failures"), ("error", "errors"), ("skipped",) * 2):
            assert suite[f"@{total}"] == sum(result in case for case in cases)
        for case in cases:
            names.append((case["@classname"], case["@name"]))
            shape.append(f"{case['@name']} {sorted(case.keys() - {'@classname', '@name'})}")
    assert len(names) == len(set(names))
    return shape


_SARIF_LINK: Final = re.compile(r"\]\(")
_SARIF_PLACEHOLDER: Final = re.compile(r"(?<!\{)(?:\{\{)*\{(?!\{)")


def read_sarif(text: str) -> Shape:
    """As its shape has it, with messages that are nothing but text."""
    assert text.isascii()
    log = Log.model_validate_json(text)
    (run,) = log.runs
    (invocation,) = run.invocations
    texts = [result.message.text for result in run.results]
    texts += [each.message.text for each in invocation.tool_execution_notifications]
    for rule in run.tool.driver.rules:
        texts.append(rule.short_description.text)
    for said in texts:
        assert not _SARIF_LINK.search(said)
        assert not _SARIF_PLACEHOLDER.search(said)
    assert [run.tool.driver.rules[result.rule_index].id for result in run.results] == [
        result.rule_id for result in run.results
    ]
    return [
        *(f"{result.level} {len(result.suppressions)}" for result in run.results),
        *(each.level for each in invocation.tool_execution_notifications),
    ]


_COMMAND: Final = re.compile(r"::(error|warning|notice) title=[^:,\n]+::[^\n]+")


def read_github(text: str) -> Shape:
    """Annotations, and the verdict at the end; no other command anywhere."""
    *commands, last = text.removesuffix("\n").split("\n")
    kinds = []
    for command in commands:
        found = _COMMAND.fullmatch(command)
        assert found is not None
        kinds.append(found.group(1))
    assert all(kinds.count(kind) <= 10 for kind in kinds)
    assert not last.startswith(":")
    return kinds


def read_html(text: str) -> Shape:
    """Nothing runs, nothing is loaded, and every tag is one that the page is made of."""
    return [tag for tag, _ in assert_nothing_runs(text).tags]


READERS: Final[dict[str, Callable[[str], Shape]]] = {
    "table": read_table,
    "json": read_json,
    "markdown": read_markdown,
    "junit": read_junit,
    "sarif": read_sarif,
    "github": read_github,
    "html": read_html,
}
"""A new format is one line here; without it, its tests fail."""
