"""Whatever is in the file: a configuration or a ConfigError, never anything else."""

import contextlib
import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.config.support import load

from readiness.config import Config, ConfigError

EXAMPLE = (Path(__file__).parents[2] / "config.example.toml").read_text()
PLAIN = [line for line in EXAMPLE.splitlines() if line and not line.startswith("# ")]

values = st.recursive(
    st.sampled_from(
        [
            "true",
            "0",
            "-1",
            "1.5",
            "inf",
            "nan",
            '""',
            '"*"',
            '"a"',
            "'\\'",
            "2026-11-23",
            "2026-11-23T10:00:00Z",
            "10:00:00",
            "9999-12-31",
            "0001-01-01",
            "9" * 40,
            "1e400",
            '"okx"',
            '"okx-main"',
            '"command"',
            '"6h"',
            '"\\u0000"',
            '"\\U0001F600"',
            "0x7f",
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | inner.map(lambda item: f"{{ key = {item} }}")
        | inner.map(lambda item: f'{{ exchange = "okx", every = {item} }}')
    ),
    max_leaves=4,
)
names = st.sampled_from(
    [
        "accounts",
        "network",
        "acknowledge",
        "confirm",
        "watch",
        "history",
        "enabled",
        "path",
        "keep",
        "exchange",
        "credentials",
        "credentials_command",
        "base_url",
        "parent",
        "sub_account",
        "every",
        "cron",
        "closure",
        "requested_on",
        "wait_days",
        "timeout",
        "proxy",
        "fingerprint",
        "up_to",
        "until",
        "on",
        "key",
        "accounts.a",
        "accounts.a.closure",
        '""',
        '"\\u0000"',
        "x.y",
        "item",
        "account",
    ]
)
lines = (
    st.sampled_from(PLAIN)
    | st.builds("{} = {}".format, names, values)
    | names.map("[{}]".format)
    | names.map("[[{}]]".format)
)


def outcome(text: str | bytes) -> Config | ConfigError:
    with tempfile.TemporaryDirectory() as folder:
        try:
            return load(Path(folder), text)
        except ConfigError as error:
            refused = error
    assert refused.problems
    assert all(problem.what for problem in refused.problems)
    return refused


@settings(deadline=None)
@given(st.lists(lines, max_size=12).map("\n".join))
@example("")
@example("accounts = {}")
@example("network = inf")
def test_documents(text: str) -> None:
    """Tables, keys and values in any combination."""
    outcome(text)


@settings(deadline=None)
@given(st.sampled_from(range(len(PLAIN))), values)
def test_one_value_of_the_example(number: int, value: str) -> None:
    """The example with one value exchanged names that value's key or is accepted."""
    changed = list(PLAIN)
    name, equals, _ = changed[number].partition(" = ")
    if equals:
        changed[number] = f"{name} = {value}"
    result = outcome("\n".join(changed))
    if isinstance(result, ConfigError):
        assert any(problem.line is not None for problem in result.problems)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_bytes(raw: bytes) -> None:
    """Rubbish."""
    outcome(raw)


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=20))
def test_text_in_every_place(text: str, name: str) -> None:
    """Any text as a value, and as the name of an account, never breaks a message."""
    with contextlib.suppress(UnicodeEncodeError):
        quoted = "".join(f"\\U{ord(letter):08X}" for letter in text)
        named = "".join(f"\\U{ord(letter):08X}" for letter in name)
        for key in ("exchange", "base_url", "parent", "sub_account", "every", "cron"):
            other = "" if key == "exchange" else 'exchange = "okx"\n'
            result = outcome(f'[accounts."{named}"]\n{other}{key} = "{quoted}"\n')
            str(result).encode()
