"""Cron as its manual tells it, minute by minute and day by day: an oracle for tests."""

from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]


def _number(word: str) -> int:
    if word in NAMES:
        return NAMES.index(word) + 1
    return DAYS.index(word) if word in DAYS else int(word)


def matches_field(number: int, field: str, lowest: int) -> bool:
    """Whether a field of an expression matches a number."""
    for part in field.lower().split(","):
        span, _, step = part.partition("/")
        first, _, last = span.partition("-")
        low = lowest if first == "*" else _number(first)
        high = 99 if first == "*" else _number(last or first)
        if low <= number <= high and (number - low) % int(step or 1) == 0:
            return True
    return False


def matches_day(text: str, day: date) -> bool:
    """Whether an expression has a time on a day."""
    _, _, days, months, weekdays = text.split()
    if not matches_field(day.month, months, 1):
        return False
    of_month = matches_field(day.day, days, 1)
    sunday = day.isoweekday() == 7
    of_week = matches_field(day.isoweekday() % 7, weekdays, 0) or (
        sunday and matches_field(7, weekdays, 0)
    )
    if days[0] == "*" or weekdays[0] == "*":
        return of_month and of_week
    return of_month or of_week


@st.composite
def _parts(draw: st.DrawFn, low: int, high: int, words: list[str]) -> str:
    kind = draw(st.sampled_from(["*", "*/n", "a", "a-b", "a-b/n"] + (["word"] if words else [])))
    first = draw(st.integers(low, high))
    last = draw(st.integers(first, high))
    step = draw(st.integers(1, high))
    shapes = {
        "*": "*",
        "*/n": f"*/{step}",
        "a": f"{first}",
        "a-b": f"{first}-{last}",
        "a-b/n": f"{first}-{last}/{step}",
        "word": draw(st.sampled_from(words or [""])),
    }
    return shapes[kind]


@st.composite
def expressions(draw: st.DrawFn) -> str:
    """Expressions of five fields, of every shape that is accepted."""
    spans: tuple[tuple[int, int, list[str]], ...] = (
        (0, 59, []),
        (0, 23, []),
        (1, 31, []),
        (1, 12, NAMES),
        (0, 7, DAYS),
    )
    fields = (
        ",".join(draw(st.lists(_parts(low, high, words), min_size=1, max_size=3)))
        for low, high, words in spans
    )
    return " ".join(fields)


def clock(text: str) -> list[time]:
    """When an expression comes on each of its days."""
    minute, hour, *_ = text.split()
    minutes = [number for number in range(60) if matches_field(number, minute, 0)]
    hours = [number for number in range(24) if matches_field(number, hour, 0)]
    return [time(each, past) for each in hours for past in minutes]


def days_of(text: str, start: date, days: int) -> list[date]:
    """Each day that an expression names among those from a day on."""
    each = (start + timedelta(days=number) for number in range(days))
    return [day for day in each if matches_day(text, day)]


def moments(text: str, start: date, days: int) -> list[datetime]:
    """Every minute that an expression names from a day on, on the clock of that place."""
    times = clock(text)
    return [datetime.combine(day, at) for day in days_of(text, start, days) for at in times]
