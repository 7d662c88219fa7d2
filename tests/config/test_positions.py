"""Lines of keys: exact where the scanner saw them, the nearest table otherwise."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from readiness.config.errors import Location
from readiness.config.positions import find_lines, find_spans

TEXT = '''\
# a comment with [brackets] and "quotes
top = 1
"quoted key" = { inner = 1, deep.er = [1, { x = 2 }] }
multi = """
[not.a.table]
x = "y" \\""" "" """
after = \'\'\'
'' # no comment
\'\'\'\'\'
list = [ # why
  "a#b", 'c]d',

  [3, 4], { k = "}" },
]
when = 2026-11-23 10:00:00 # a space inside

[a.b]
c.d = 1
[[t]]
x = 1
[t.u]
y = 2
[[t]]
x = 3
  [[t.v]]
  z = 4
  [[t.v]]
  z = 5
[a]
"\\u0065" = 1
'''
EXPECTED: dict[Location, int] = {
    ("top",): 2,
    ("quoted key",): 3,
    ("quoted key", "inner"): 3,
    ("quoted key", "deep", "er", 1, "x"): 3,
    ("multi",): 4,
    ("after",): 7,
    ("list",): 10,
    ("list", 0): 11,
    ("list", 1): 11,
    ("list", 2): 13,
    ("list", 2, 1): 13,
    ("list", 3, "k"): 13,
    ("when",): 15,
    ("a", "b"): 17,
    ("a", "b", "c", "d"): 18,
    ("t", 0): 19,
    ("t", 0, "x"): 20,
    ("t", 0, "u", "y"): 22,
    ("t", 1): 23,
    ("t", 1, "x"): 24,
    ("t", 1, "v", 0, "z"): 26,
    ("t", 1, "v", 1): 27,
    ("t", 1, "v", 1, "z"): 28,
    ("a",): 29,
    ("a", "e"): 30,
}


def places(value: object, here: Location = ()) -> Iterator[Location]:
    """Every place of a parsed document."""
    if here:
        yield here
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from places(inner, (*here, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*here, index))


def test_lines() -> None:
    """Every way to write a key."""
    lines = find_lines(TEXT)
    assert {location: lines.of(location) for location in EXPECTED} == EXPECTED


def test_every_place_of_the_example_is_known() -> None:
    """Nothing that the parser found is unknown to the scanner, with either line ending."""
    text = (Path(__file__).parents[2] / "config.example.toml").read_text()
    for variant in (text, TEXT, text.replace("\n", "\r\n")):
        known = find_lines(variant)._known
        assert set(places(tomllib.loads(variant))) <= set(known)
    assert find_lines(text.replace("\n", "\r\n"))._known == find_lines(text)._known


def test_what_is_missing_has_the_line_of_its_table() -> None:
    """A key that should be there and is not."""
    lines = find_lines(TEXT)
    assert lines.of(("t", 1, "nothing", "here")) == 23
    assert lines.of(("nothing",)) is None
    assert lines.of(()) is None


@settings(deadline=None)
@given(st.text(alphabet="[]{}\"'=.,#\\ \n\rab1é", max_size=60))
@example("'\r'")
@example('"\\q" = 1')
def test_any_text_is_survived(text: str) -> None:
    """Even on what no parser would accept, the scanner ends and does not raise."""
    lines = find_lines(text)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    for place in places(document):
        assert lines.of(place) is not None


def test_deep_nesting_is_survived() -> None:
    """A text that is nested beyond reason costs the lines inside it, not the run."""
    assert find_lines("a = 1\nb = " + "[" * 100_000).of(("a",)) == 1


def test_a_span_holds_its_value() -> None:
    """Each value is cut out exactly: alone, it is what the parser found at this place."""
    spans = find_spans(TEXT)
    values = dict(values_of(tomllib.loads(TEXT)))
    assert values.keys() <= spans.values.keys()
    for place, value in values.items():
        start, end = spans.values[place]
        assert tomllib.loads(f"x = {TEXT[start:end]}") == {"x": value}
    for place, (start, end) in spans.pairs.items():
        assert TEXT[start:end].endswith(TEXT[slice(*spans.values[place])])
    for start, end in spans.headers.values():
        assert TEXT[start] == "["
        assert TEXT[end - 1] == "]"


def values_of(data: object, place: Location = ()) -> Iterator[tuple[Location, object]]:
    """Every value that is no table and no list, by its place."""
    if isinstance(data, dict | list):
        entries = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in entries:
            yield from values_of(value, (*place, key))
    else:
        yield place, data
