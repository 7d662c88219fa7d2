"""A policy is data with sources; what it does not say is not assumed."""

from typing import Any

import pytest
from pydantic import ValidationError
from tests.small_policy import POLICY

from readiness.domain.area import Area
from readiness.domain.policy import Handling, ManualItem, Outcome, Policy
from readiness.policies import load_policy

PAGE = "https://www.okx.com/docs-v5/en/"
RAW = POLICY.model_dump(mode="json")


@pytest.mark.parametrize(
    ("request_", "code", "outcome"),
    [
        ("savings", "58002", Outcome.NOT_OPENED),
        ("loans", "58002", Outcome.NOT_OPENED),
        ("savings", "51070", Outcome.MANUAL),
        ("orders", "51070", Outcome.MANUAL),
        ("orders", "58002", None),
        ("savings", "58003", None),
        ("savings", "", None),
        ("", "58002", None),
        ("Savings", "58002", None),
        ("savings ", "58002", None),
        ("saving", "58002", None),
        ("savings", "5800", None),
    ],
)
def test_only_the_listed_pairs_fall_back(request_: str, code: str, outcome: Outcome | None) -> None:
    """A refused look means something only for the exact request with the exact code."""
    entry = POLICY.fallback(request_, code, {})
    assert (entry.outcome if entry else None) == outcome


@pytest.mark.parametrize(
    ("outcome", "request_", "code", "meaning"),
    [
        (Outcome.NOT_OPENED, "savings", "58002", "never activated"),
        (Outcome.MANUAL, "savings", "51070", "not for ordinary keys"),
        (Outcome.MANUAL, "orders", "51070", "not for ordinary keys"),
        (Outcome.MANUAL, "savings", "58002", ""),
        (Outcome.NOT_OPENED, "orders", "58002", ""),
        (Outcome.NOT_OPENED, "savings", "51070", ""),
        (Outcome.UNKNOWN, "savings", "58002", ""),
    ],
)
def test_what_a_refusal_means(outcome: Outcome, request_: str, code: str, meaning: str) -> None:
    """It is said of the exact request and code, for what the refusal was taken for."""
    assert POLICY.meaning(outcome, request_, code) == meaning


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("main_only", "main only"),
        ("master_blind", "blind"),
        ("main_only:okx-futures", "main only there"),
        ("master_blind:okx-futures", "blind there"),
        ("main_only:okx-options", None),
        ("something", None),
        ("", None),
    ],
)
def test_what_a_kind_of_key_cannot_see(kind: str, why: str | None) -> None:
    """The account's own, or that of the part that is named."""
    part = {
        **RAW,
        "exchange": "okx-futures",
        "main_only": {**RAW["main_only"], "why": "main only there"},
        "master_blind": {**RAW["master_blind"], "why": "blind there"},
    }
    policy = POLICY.model_copy(update={"parts": (Policy.model_validate(part),)})
    blind = policy.blind(kind)
    assert (blind.why if blind else None) == why


def test_a_code_that_is_not_listed_is_not_known() -> None:
    """Nothing is assumed about a code that nobody documented."""
    known = POLICY.error("50026")
    assert known is not None
    assert known.handling is Handling.RETRY
    assert POLICY.error("50027") is None
    assert POLICY.error("") is None


@pytest.mark.parametrize(
    ("area", "days"), [("manual.p2p", 7), ("manual.authenticator", 30), ("wallet.funding", 7)]
)
def test_how_long_a_confirmation_counts(area: str, days: int) -> None:
    """Seven days, unless the policy says otherwise for the item."""
    assert POLICY.confirmation_days(area) == days


@pytest.mark.parametrize(
    ("area", "item", "settled"),
    [
        ("manual.p2p", "p2p", True),
        ("earn.flexible", "p2p", True),
        ("earn.flexible", "earn.flexible", True),
        ("earn.flexible", "authenticator", False),
        ("orders.open", "p2p", False),
        ("manual.p2p", "manual.p2p", False),
        ("manual.p2p", "earn.flexible", False),
    ],
)
def test_what_a_confirmation_settles(area: str, item: str, *, settled: bool) -> None:
    """The item itself, the area by its id, and the areas that the item is said to cover."""
    assert POLICY.confirmed_by(item, [area, "bots"]) == ({area} if settled else set())


def test_where_a_statement_is_published() -> None:
    """An area's own page, its manual item's, or the policy's."""
    own = "https://www.okx.com/help/funding"
    policy = Policy.model_validate({**RAW, "sources": {"wallet.funding": own}})
    assert policy.source_of("wallet.funding") == own
    assert policy.source_of("manual.p2p") == PAGE
    assert policy.source_of("orders.open") == PAGE
    assert policy.source_of("manual.unheard-of") == PAGE
    assert policy.manual_item("wallet.funding") is None


@pytest.mark.parametrize(
    "change",
    [
        {"source": "no address"},
        {"source": None},
        {"checked": "yesterday"},
        {"confidence": "certain"},
        {"areas": ["wallets"]},
        {"areas": []},
        {"areas": None},
        {"manual": [{"item": "p2p"}]},
        {"fallbacks": [{**RAW["fallbacks"][0], "requests": []}]},
        {"fallbacks": [{**RAW["fallbacks"][0], "codes": []}]},
        {"fallbacks": [{**RAW["fallbacks"][0], "outcome": "clear"}]},
        {"main_only": {**RAW["main_only"], "areas": []}},
        {"obstacles": [{**RAW["obstacles"][0], "types": []}]},
        {"ready_when": "always"},
    ],
)
def test_what_is_no_policy(change: dict[str, Any]) -> None:
    """A policy without areas, sources or codes is refused, and so is a key that nobody knows."""
    with pytest.raises(ValidationError):
        Policy.model_validate({**RAW, **change})


@pytest.mark.parametrize("name", ["", "*", "P2P", "p2p ", "-p2p", "a.b", "p2p/x", "ü", "manual.x"])
def test_names_of_manual_items(name: str) -> None:
    """A name can be typed, quoted and compared: small letters, digits and hyphens."""
    with pytest.raises(ValidationError):
        ManualItem.model_validate({**RAW["manual"][0], "item": name})


@pytest.mark.parametrize("days", [0, -7, "a week"])
def test_a_confirmation_counts_for_at_least_a_day(days: Any) -> None:
    """An item that can never be confirmed is a mistake in the policy."""
    with pytest.raises(ValidationError):
        ManualItem.model_validate({**RAW["manual"][0], "days": days})


def test_what_a_policy_does_not_say() -> None:
    """An item counts for seven days, and nothing is a restriction or a mere notice by itself."""
    item = {name: value for name, value in RAW["manual"][1].items() if name != "days"}
    assert ManualItem.model_validate(item).days == 7
    assert ManualItem.model_validate({**item, "days": 1}).days == 1
    known = POLICY.error("50026")
    assert known is not None
    assert not known.restricts
    assert [entry.notice for entry in POLICY.obstacles] == [False, True]


@pytest.fixture(params=["okx"])
def published(request: pytest.FixtureRequest) -> Policy:
    """The policies that the tool comes with."""
    return load_policy(request.param)


def test_no_manual_item_is_called_like_an_area(published: Policy) -> None:
    """One confirmation must not settle two things that only share a name."""
    assert not {item.item for item in published.manual} & {area.value for area in Area}


def test_each_thing_is_listed_once(published: Policy) -> None:
    """No area, item, code or pair of request and code has two meanings."""
    pairs = [
        (request, code)
        for entry in published.fallbacks
        for request in entry.requests
        for code in entry.codes
    ]
    for names in (
        list(published.areas),
        [item.item for item in published.manual],
        [entry.code for entry in published.codes],
        pairs,
        [place.place for place in published.wallets],
        [word for entry in published.obstacles for word in entry.types],
    ):
        assert len(set(names)) == len(names)


def test_what_is_blind_is_asked_for(published: Policy) -> None:
    """Only what a policy wants accounted for can be out of a key's sight, and never the key."""
    for blind in (published.main_only, published.master_blind):
        assert set(blind.areas) <= set(published.areas)
        assert Area.ACCOUNT_KEY not in blind.areas
    assert not set(published.main_only.areas) & set(published.master_blind.areas)


def test_the_key_and_the_wallets_are_always_asked_for(published: Policy) -> None:
    """An account whose key or money nobody looked at is accounted for nowhere."""
    assert {Area.ACCOUNT_KEY, Area.WALLET_FUNDING, Area.WALLET_TRADING, Area.SUB_ACCOUNTS} <= set(
        published.areas
    )


def test_money_that_a_main_key_can_see_is_never_blind(published: Policy) -> None:
    """The balances of a sub-account are read with the main account's key: nobody has to look."""
    seen = {Area.WALLET_FUNDING, Area.WALLET_TRADING}
    assert not seen & {*published.master_blind.areas, *published.main_only.areas}


def test_fallback_codes_are_documented(published: Policy) -> None:
    """A code that is trusted to mean something has a meaning in the table of codes."""
    for entry in published.fallbacks:
        for code in entry.codes:
            assert published.error(code) is not None or not code.isdigit() or len(code) == 3


def test_manual_items_and_areas_can_be_confirmed() -> None:
    """By the names that reports show."""
    names = POLICY.confirmable
    assert set(names) == {*(item.item for item in POLICY.manual), *map(str, POLICY.areas)}
