"""How the scans of an account went, as step charts and as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from readiness.domain.amount import plain
from readiness.domain.finding import Severity
from readiness.domain.report import Status
from readiness.language import counted, say, translate
from readiness.report.document import Account
from readiness.report.formats import Point
from readiness.report.groups import MONEY
from readiness.report.html.amounts import added, worth
from readiness.report.html.moments import minute
from readiness.report.standing import counts, verdict_text
from readiness.report.wording import html as words

WIDTH: Final = 100
HEIGHT: Final = 40
_FLOOR: Final = 38
_CEILING: Final = 4


@dataclass(frozen=True)
class Chart:
    """One number over time.

    Attributes:
        title: what is counted.
        now: its newest value, in words.
        most: the height of the chart, in words.
        text: the chart in a sentence, for those who do not see it.
        line: the steps, as an SVG path.
        area: what is below them, as an SVG path.
        end: the newest point, as an SVG path; empty if it is not known.
        tone: the status that it is coloured as.
    """

    title: str
    now: str
    most: str
    text: str
    line: str
    area: str
    end: str
    tone: str


@dataclass(frozen=True)
class Record:
    """One scan in numbers."""

    when: str
    verdict: str
    word: str
    blockers: int
    unknowns: int
    confirms: int
    value: str


@dataclass(frozen=True)
class Past:
    """How it went.

    Attributes:
        span: how many scans, from when to when.
        charts: one for each number.
        gaps: whether a value was not known at some time.
        records: every scan, the newest first.
    """

    span: str
    charts: tuple[Chart, ...]
    gaps: bool
    records: tuple[Record, ...]


def past_of(account: Account, earlier: Sequence[Point], ended: datetime) -> Past | None:
    """How it went up to now; ``None`` when nothing is known from before."""
    if not earlier:
        return None
    points = (*earlier, _now(account, ended))
    values = [point.value_usd for point in points]
    return Past(
        span=counted(
            words.PAST_HINT,
            len(points),
            first=minute(points[0].at)[:10],
            last=minute(points[-1].at)[:10],
        ),
        charts=(
            _counts(words.PAST_BLOCKERS, "holding", points, [p.blockers for p in points]),
            _counts(words.PAST_UNKNOWNS, "unknown", points, [p.unknowns for p in points]),
            _chart(words.PAST_VALUE, "manual", points, values, [_value(v) for v in values]),
        ),
        gaps=None in values,
        records=tuple(
            Record(
                minute(point.at),
                point.verdict.value,
                verdict_text(point.verdict),
                point.blockers,
                point.unknowns,
                point.confirms,
                _value(point.value_usd),
            )
            for point in reversed(points)
        ),
    )


def _now(account: Account, ended: datetime) -> Point:
    """The scan that is reported, counted as the record counts the earlier ones."""
    number = counts(account)
    money = [
        finding
        for finding in account.findings
        if finding.severity is Severity.BLOCKER
        and finding.acknowledged is None
        and finding.area.startswith(MONEY)
    ]
    priced = [finding.value_usd for finding in money if finding.value_usd is not None]
    unknowns = sum(row.status is Status.UNKNOWN for row in account.coverage)
    nothing_known = not priced and (money or unknowns or not account.coverage)
    return Point(
        at=ended,
        verdict=account.verdict,
        blockers=number[Severity.BLOCKER],
        unknowns=unknowns,
        confirms=number[Severity.CONFIRM],
        value_usd=None if nothing_known else added(priced),
    )


def _value(value: Decimal | None) -> str:
    return translate(words.NOT_KNOWN) if value is None else worth(value)


def _counts(title: str, tone: str, points: Sequence[Point], numbers: Sequence[int]) -> Chart:
    values = list(map(Decimal, numbers))
    return _chart(title, tone, points, values, list(map(plain, values)))


def _chart(
    title: str,
    tone: str,
    points: Sequence[Point],
    values: Sequence[Decimal | None],
    texts: Sequence[str],
) -> Chart:
    most = max((value for value in values if value is not None), default=Decimal(0))
    top = next((text for value, text in zip(values, texts, strict=True) if value == most), "0")
    across = _across([point.at for point in points])
    up = [None if value is None else _height(value, most) for value in values]
    name = translate(title)
    ends = {"title": name, "first": texts[0], "last": texts[-1], "most": top}
    last = up[-1]
    return Chart(
        title=name,
        now=texts[-1],
        most=say(words.AT_MOST, most=top),
        text=say(words.CHART, ends),
        line=_steps(across, up, closed=False),
        area=_steps(across, up, closed=True),
        end="" if last is None else f"M{across[-1]} {last}h0",
        tone=tone,
    )


def _across(moments: Sequence[datetime]) -> list[str]:
    """Places in time, as far apart as the scans were; at the end, what was last."""
    whole = (moments[-1] - moments[0]).total_seconds()
    if whole <= 0:
        return [f"{WIDTH * number / (len(moments) - 1):.2f}" for number in range(len(moments))]
    shares = ((moment - moments[0]).total_seconds() / whole for moment in moments)
    return [f"{WIDTH * min(max(share, 0), 1):.2f}" for share in shares]


def _height(value: Decimal, most: Decimal) -> str:
    share = value / most if most > 0 else Decimal(0)
    return f"{_FLOOR - (_FLOOR - _CEILING) * min(max(share, Decimal(0)), Decimal(1)):.2f}"


def _steps(across: Sequence[str], up: Sequence[str | None], *, closed: bool) -> str:
    """A value counts until the next scan; where it is not known, there is no line."""
    path: list[str] = []
    before: str | None = None
    for x, y in zip(across, up, strict=True):
        if before is not None:
            path.append(f"H{x}")
        if y is None:
            path += [f"V{_FLOOR}Z"] if closed and before is not None else []
        elif before is None:
            path.append(f"M{x} {_FLOOR}V{y}" if closed else f"M{x} {y}")
        else:
            path.append(f"V{y}")
        before = y
    if closed and before is not None:
        path.append(f"V{_FLOOR}Z")
    return "".join(path)
