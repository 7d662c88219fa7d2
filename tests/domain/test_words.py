"""The words that reports, saved scans and configurations are written in: each stays what it is."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules
from typing import Annotated, Any, Final

import pytest
from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from tests.each import each

from readiness import domain
from readiness.domain import wording
from readiness.domain.amount import Amount, Exact, NotStated
from readiness.domain.answer import (
    Answer,
    Cause,
    Evidence,
    NotOpened,
    Proof,
    Reason,
    Seen,
    Unknown,
)
from readiness.domain.base import Frozen
from readiness.domain.guidance import Channel, Statement
from readiness.domain.items import Item, Nature, Relation
from readiness.domain.key import KeyProof
from readiness.domain.official import (
    Namesake,
    Official,
    OfficialApp,
    OfficialDomain,
    OfficialHost,
)
from readiness.domain.policy import (
    Blind,
    Fallback,
    KeyGone,
    ManualItem,
    Obstacle,
    Policy,
    Waiting,
)
from readiness.domain.report import CoverageRow
from readiness.domain.scope import MAIN, sub_scope
from readiness.domain.snapshot import Requests
from readiness.domain.sourced import Basis
from readiness.domain.steps import Conversion, Lock
from readiness.domain.verdict import FailOn

MODULES: Final = [
    import_module(f"{domain.__name__}.{found.name}") for found in iter_modules(domain.__path__)
]
EVIDENCE: Final = Evidence(
    request="balances",
    proof=Proof.SINGLE_ANSWER,
    answers=1,
    rows=0,
    read_at=datetime(2026, 11, 23, 8, tzinfo=UTC),
)
REASON: Final = Reason(cause=Cause.TIMEOUT)

WORDS: Final = """
answer.Proof: single-answer last-page newest-page
answer.Cause: exchange-code http-status timeout connection tls bad-body redirect rate-limit
 deadline paging gate interrupted not-asked not-supported not-shown contradiction
finding.Severity: blocker unknown confirm notice
guidance.Stage: before during after
guidance.Kind: prerequisite refusal delay save path terms waiting lost data region unknown
items.Nature: own bots copy-trading sniper lent trial-fund collateral earn redeeming across
 receipt unexplained
items.Direction: in out
items.Stage: moving cancellable review needs-user held unrecognised
items.CopyTie: leads copies position follows profit-share
items.Effect: lends borrows refills pays
items.Relation: own entrusted managed client
key.OwnerKind: main sub
official.Use: site help api stream docs mail wallet test
official.Store: apple google
policy.Outcome: not_opened manual unknown
policy.Handling: retry clock rejected final
report.Status: clear holding not_opened unknown manual
sourced.Confidence: high medium low
sourced.Basis: official copy report absence
steps.StepKind: replace-key check-closed look-again ask-exchange switch-off stop-bots stop-copying
 cancel-orders close-positions repay take-back-collateral redeem find-value clear
 wait-for-transfers empty-sub-account remove-sub-accounts convert-dust withdraw-non-tradable
 withdraw settle-remainder back-up confirm scan-again delete-keys delete-sub-account
 request-closing wait-for-closing
"""
"""In their order, of which steps and severities make use. Areas and verdicts have tests of their
own."""

KINDS: Final = """
amount: exact not_stated unreadable
answer: seen not_opened unknown
items: holding order position debt transfer bot copy-trading setting restriction movement total
 eligibility discrepancy sub-account
key: read-only acting rejected unproven
report: report
"""
"""By which a reader tells apart what may stand in one place."""

SAID: Final = {
    "finding.Finding.variant": "default",
    "finding.Finding.occurrence": 1,
    "items.Holding.nature": Nature.OWN,
    "items.SubAccount.enabled": True,
    "items.SubAccount.relation": Relation.OWN,
    "policy.ManualItem.days": 7,
    "report.Report.fail_on": FailOn.UNCONFIRMED,
    "sourced.Founded.basis": Basis.OFFICIAL,
}
"""What is meant where nothing is said."""


def named(kind: type) -> str:
    return f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"


def of_domain(base: type) -> list[Any]:
    """The kinds of things that the domain defines."""
    found = [value for module in MODULES for value in vars(module).values()]
    ours = {module.__name__ for module in MODULES}
    return sorted(
        {
            kind
            for kind in found
            if isinstance(kind, type) and issubclass(kind, base) and kind.__module__ in ours
        },
        key=named,
    )


def table(text: str) -> dict[str, list[str]]:
    lines = text.replace("\n ", " ").strip().splitlines()
    return {name: words.split() for name, _, words in (line.partition(":") for line in lines)}


def test_words() -> None:
    """Whoever wrote one of them down, in whatever file, finds it again."""
    found = {named(kind): [word.value for word in kind] for kind in of_domain(StrEnum)}
    del found["area.Area"], found["verdict.Verdict"], found["verdict.FailOn"]
    assert found == table(WORDS)


def test_kinds_and_what_is_left_out() -> None:
    """A kind says what a thing is; any other field that is left out says nothing."""
    kinds: dict[str, set[str]] = defaultdict(set)
    said: dict[str, Any] = {}
    silent: list[Any] = ["", (), {}, None, False, 0, NotStated(), Official(), Requests()]
    for model in of_domain(BaseModel):
        for field, info in model.model_fields.items():
            value = info.get_default(call_default_factory=True)
            if info.is_required():
                continue
            if field == "kind":
                kinds[named(model).partition(".")[0]].add(value)
            elif value not in silent:
                bases = [
                    base for base in model.mro() if field in vars(base).get("__annotations__", ())
                ]
                said[f"{named(bases[-1])}.{field}"] = value
    assert kinds == {module: {*words} for module, words in table(KINDS).items()}
    assert said == SAID


def test_a_default_is_checked_too() -> None:
    """A value that may not be given may not be left out either."""

    class Wrong(Frozen):
        number: Annotated[int, Field(ge=1)] = 0

    with pytest.raises(ValidationError):
        Wrong()


@each("kind", [Amount, Answer, Item, KeyProof], str)
def test_a_kind_decides(kind: Any) -> None:
    """What is wrong is told of the one kind that was named, and an unknown one is no kind."""
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    with pytest.raises(ValidationError) as wrong:
        adapter.validate_python({"kind": "none"})
    assert [error["type"] for error in wrong.value.errors()] == ["union_tag_invalid"]


LIMITS: Final[list[tuple[type[BaseModel], str, list[Any], list[Any]]]] = [
    # what is a value of the field, what is none
    (Exact, "value", ["0", "-1.5"], ["NaN", "Infinity", "-Infinity"]),
    (Evidence, "answers", [1], [0]),
    (Evidence, "rows", [0], [-1]),
    (Reason, "attempts", [0], [-1]),
    (Seen, "evidence", [(EVIDENCE,)], [()]),
    (NotOpened, "reasons", [(REASON,)], [()]),
    (Unknown, "reasons", [(REASON,)], [()]),
    (Statement, "id", ["a", "2-a"], ["", "-a", "A", "a b", "a~"]),
    (
        Channel,
        "mail",
        ["support@okx.com", None],
        ["", "okx.com", "a@b@c", "A@okx.com", "a@okx.com "],
    ),
    (
        OfficialDomain,
        "domain",
        ["okx.com", "a-1.co.uk"],
        ["", "com", "OKX.com", "okx.com.", ".com"],
    ),
    (OfficialHost, "host", ["www.okx.com"], ["", "com", "www.OKX.com", "www.okx.com."]),
    (Namesake, "domain", ["okx.com"], ["com"]),
    (OfficialDomain, "uses", [("site",)], [()]),
    (OfficialHost, "uses", [("site",)], [()]),
    (
        OfficialApp,
        "id",
        ["id1327268470", "com.okinc.okex_gp"],
        ["", "id", "1", "com", "com.2", "id1 "],
    ),
    (ManualItem, "item", ["p2p", "2-fa"], ["", "-a", "P2P", "a b"]),
    (ManualItem, "days", [1], [0]),
    (Fallback, "requests", [("a",)], [()]),
    (Fallback, "codes", [("1",)], [()]),
    (Blind, "areas", [("sub-accounts",)], [()]),
    (KeyGone, "also", ["x"], [""]),
    (Obstacle, "types", [("x",)], [()]),
    (Waiting, "days", [1], [0]),
    (Policy, "areas", [("sub-accounts",)], [()]),
    (CoverageRow, "items", [0], [-1]),
    (Lock, "steps", [("withdraw",)], [()]),
    (Conversion, "below_usd", ["0.01"], ["0", "-1"]),
    (Conversion, "areas", [("wallet.spot",)], [()]),
]


def refused(model: type[BaseModel], field: str, value: Any) -> bool:
    """Whether this may not stand there, whatever else there is."""
    try:
        model.model_validate({field: value})
    except ValidationError as error:
        return any(each["loc"][0] == field for each in error.errors())
    return False


@each("limit", LIMITS, lambda limit: f"{named(limit[0])}.{limit[1]}")
def test_limits(limit: tuple[type[BaseModel], str, list[Any], list[Any]]) -> None:
    """Evidence without an answer, a list of nothing, a name that is none: nobody can write it."""
    model, field, values, wrong = limit
    assert [value for value in values if refused(model, field, value)] == []
    assert [value for value in wrong if not refused(model, field, value)] == []


def test_our_own_words_are_all_listed() -> None:
    """A name that the exchange did not give is shown in the reader's language."""
    names = {name for name in vars(wording) if name.isupper()} - {"OURS"}
    assert {getattr(wording, name) for name in names} == wording.OURS


def test_scopes() -> None:
    """The account's own has a word, which a sub-account of that name does not take from it."""
    assert (MAIN, sub_scope("a")) == ("main", "a")
    assert (sub_scope("main"), sub_scope("sub:a")) == ("sub:main", "sub:sub:a")
